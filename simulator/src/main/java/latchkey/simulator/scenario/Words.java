package latchkey.simulator.scenario;

import static latchkey.simulator.scenario.language.Parameter.Kind.FLAG;
import static latchkey.simulator.scenario.language.Parameter.Kind.INSTANT;
import static latchkey.simulator.scenario.language.Parameter.Kind.LIST;
import static latchkey.simulator.scenario.language.Parameter.Kind.NUMBER;

import latchkey.simulator.scenario.language.Language;
import latchkey.simulator.scenario.language.Parameter;

import java.util.Map;

/** All words of the scenario language, with what they do. */
public final class Words {
    private static final Parameter VM = Parameter.text("vm");
    private static final Parameter ONLY = Parameter.oneOf("only", "fault", "no-fault", "always");

    private static final Parameter SOON = Parameter.of(FLAG, "soon");

    private static final Map<String, Parameter> PLACE =
            Language.keys(
                    Parameter.oneOf("cloud", "azure", "azure-stack"),
                    Parameter.of(INSTANT, "starts"),
                    Parameter.text("region"),
                    Parameter.of(LIST, "knobs"));

    private static final Map<String, Parameter> MACHINE =
            Language.keys(
                    Parameter.text("name").must(),
                    Parameter.text("release"),
                    Parameter.of(FLAG, "core"),
                    Parameter.text("role"),
                    Parameter.text("language"),
                    Parameter.text("domain"),
                    Parameter.text("admin"),
                    Parameter.text("password"),
                    Parameter.of(FLAG, "powered"),
                    Parameter.of(FLAG, "waits-for-agent"),
                    Parameter.of(FLAG, "handler-is-new"),
                    Parameter.of(LIST, "traits"),
                    Parameter.of(LIST, "fault-traits"));

    private static final Map<String, Parameter> ACCOUNT =
            Language.keys(
                    Parameter.text("name").must(),
                    Parameter.text("password").must(),
                    Parameter.of(FLAG, "administrator"),
                    Parameter.of(FLAG, "remote-desktop"),
                    Parameter.of(FLAG, "in-domain"),
                    Parameter.of(FLAG, "enabled"),
                    Parameter.of(FLAG, "must-change"),
                    Parameter.text("full-name"),
                    Parameter.oneOf(
                            "restriction", "account-expired", "hours", "workstation", "protected"));

    private static final Map<String, Parameter> POLICY =
            Language.keys(
                    Parameter.of(NUMBER, "minimum-length"),
                    Parameter.of(FLAG, "complexity"),
                    Parameter.of(NUMBER, "history"),
                    Parameter.of(NUMBER, "minimum-age"),
                    Parameter.of(NUMBER, "lockout"),
                    Parameter.of(FLAG, "history-for-resets"));

    private Words() {}

    /** The language of scenario files. */
    public static Language language() {
        return new Language(
                acts().vocabulary(),
                Mishaps.vocabulary(VM, ONLY),
                claims().vocabulary(),
                PLACE,
                MACHINE,
                ACCOUNT,
                POLICY);
    }

    static Repertoire<Act> acts() {
        Repertoire<Act> acts = new Repertoire<>("step", VM, ONLY, SOON);
        ExtensionActs.enrol(acts);
        MachineActs.enrol(acts);
        PersonActs.enrol(acts);
        GuestActs.enrol(acts);
        ChoreActs.enrol(acts);
        return acts;
    }

    static Repertoire<Claim> claims() {
        Repertoire<Claim> claims = new Repertoire<>("claim", VM, Parameter.text("as"));
        Claims.enrol(claims);
        return claims;
    }
}
