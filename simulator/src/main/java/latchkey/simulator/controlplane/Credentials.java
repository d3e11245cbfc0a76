package latchkey.simulator.controlplane;

import latchkey.simulator.wire.MachineSpec;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.Set;

/** The service's own checks of the first account; never applied to extensions. */
@Known(
        how = How.SPECIFIED,
        source = "ComputeRP osProfile descriptions; CODES: creation-time errors")
final class Credentials {
    private static final int LONGEST_NAME = 20;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 123;

    private static final Set<String> RESERVED =
            Set.of(
                    "administrator",
                    "admin",
                    "user",
                    "user1",
                    "test",
                    "user2",
                    "test1",
                    "user3",
                    "admin1",
                    "1",
                    "123",
                    "a",
                    "actuser",
                    "adm",
                    "admin2",
                    "aspnet",
                    "backup",
                    "console",
                    "david",
                    "guest",
                    "john",
                    "owner",
                    "root",
                    "server",
                    "sql",
                    "support",
                    "support_388945a0",
                    "sys",
                    "test2",
                    "test3",
                    "user4",
                    "user5");

    private static final Set<String> KNOWN_PASSWORDS =
            Set.of(
                    "abc@123",
                    "P@$$w0rd",
                    "P@ssw0rd",
                    "P@ssword123",
                    "Pa$$word",
                    "pass@word1",
                    "Password!",
                    "Password1",
                    "Password22",
                    "iloveyou!");

    private Credentials() {}

    static MachineSpec.Admin of(JsonNode properties, ObjectNode body) throws Refusal {
        if (MachineReader.isAttached(properties)) {
            return new MachineSpec.Admin("azureuser", "");
        }
        String name = properties.at("/osProfile/adminUsername").asString("");
        String password = properties.at("/osProfile/adminPassword").asString("");
        if (!body.path("properties").path("osProfile").isObject()) {
            throw missing("osProfile");
        }
        if (name.isEmpty()) {
            throw missing("osProfile.adminUsername");
        }
        boolean linux =
                properties
                                .at("/storageProfile/osDisk/osType")
                                .asString("")
                                .equalsIgnoreCase("Linux")
                        || properties.at("/osProfile/linuxConfiguration").isObject();
        if (linux) {
            return new MachineSpec.Admin(name, password);
        }
        checkName(name);
        if (password.isEmpty()) {
            throw missing("osProfile.adminPassword");
        }
        checkPassword(password);
        return new MachineSpec.Admin(name, password);
    }

    private static void checkName(String name) throws Refusal {
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            throw invalid("adminUsername", "The Admin Username specified is not allowed.");
        }
        boolean odd = name.endsWith(".") || name.matches(".*[\\\\/\"\\[\\]:|<>+=;,?*@&].*");
        if (name.length() > LONGEST_NAME || odd) {
            throw invalid(
                    "adminUsername",
                    "Windows admin user name cannot be more than 20 characters long, end with a"
                        + " period(.), or contain the following characters: \\ / \" [ ] : | < > + ="
                        + " ; , ? * @ &.");
        }
    }

    static void checkPassword(String password) throws Refusal {
        if (KNOWN_PASSWORDS.contains(password)) {
            throw invalid("adminPassword", "The Admin password specified is not allowed.");
        }
        int kinds = 0;
        for (String kind : new String[] {"[A-Z]", "[a-z]", "[0-9]", "[^A-Za-z0-9]"}) {
            kinds += password.matches("(?s).*" + kind + ".*") ? 1 : 0;
        }
        if (password.length() < SHORTEST || password.length() > LONGEST || kinds < 3) {
            throw invalid(
                    "adminPassword",
                    "The supplied password must be between 8-123 characters long and must satisfy"
                        + " at least 3 of password complexity requirements from the following:\r\n"
                        + "1) Contains an uppercase character\r\n"
                        + "2) Contains a lowercase character\r\n"
                        + "3) Contains a numeric digit\r\n"
                        + "4) Contains a special character\r\n"
                        + "5) Control characters are not allowed");
        }
    }

    private static Refusal missing(String name) {
        return invalid(name, "Required parameter '" + name + "' is missing (null).");
    }

    private static Refusal invalid(String target, String message) {
        return new Refusal(400, ArmError.of("InvalidParameter", message).about(target));
    }
}
