package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of the built-in groups, which differ by display language; the SID never does. */
@Known(how = How.SPECIFIED, source = "well-known SIDs; localized names assumed")
public final class GroupNames {
    /** Users. */
    public static final String USERS = "S-1-5-32-545";

    private static final Map<String, List<String>> NAMES =
            Map.of(
                    Accounts.ADMINISTRATORS,
                    List.of(
                            "Administrators",
                            "Administratoren",
                            "Administrateurs",
                            "Administradores",
                            "Administrators"),
                    Accounts.REMOTE_DESKTOP_USERS,
                    List.of(
                            "Remote Desktop Users",
                            "Remotedesktopbenutzer",
                            "Utilisateurs du Bureau à distance",
                            "Usuarios de escritorio remoto",
                            "Remote Desktop Users"),
                    USERS,
                    List.of("Users", "Benutzer", "Utilisateurs", "Usuarios", "Users"));

    private GroupNames() {}

    /** The group's name on a machine of that language; the SID when it is none of these. */
    public static String of(String sid, Tongue tongue) {
        List<String> names = NAMES.get(sid);
        return names == null ? sid : names.get(tongue.ordinal());
    }

    /** The SID of the group that bears that name on a machine of that language. */
    public static Optional<String> find(String name, Tongue tongue) {
        return NAMES.keySet().stream()
                .filter(sid -> of(sid, tongue).equalsIgnoreCase(name))
                .findFirst();
    }
}
