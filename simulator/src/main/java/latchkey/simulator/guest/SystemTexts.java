package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.EnumMap;
import java.util.Map;

/** The sentences Windows gives for its errors, by display language; English where none is known. */
@Known(
        how = How.SPECIFIED,
        source = "message tables as quoted in public reports; other languages assumed")
public final class SystemTexts {
    private static final Map<Win32Error, Map<Tongue, String>> TEXTS =
            new EnumMap<>(Win32Error.class);

    static {
        put(
                Win32Error.PASSWORD_TOO_SHORT,
                "The password does not meet the password policy requirements. Check the minimum"
                    + " password length, password complexity and password history requirements.",
                "Das Kennwort entspricht nicht den Anforderungen der Kennwortrichtlinie. Überprüfen"
                    + " Sie die Kennwortlänge, die Komplexität des Kennwortes und die Anforderungen"
                    + " bezüglich früherer Kennwörter.",
                "Le mot de passe ne correspond pas aux critères de la stratégie de mot de passe."
                    + " Vérifiez la longueur minimale du mot de passe, ainsi que sa complexité et"
                    + " son historique.",
                "La contraseña no cumple con los requisitos de la directiva de contraseñas."
                        + " Compruebe la longitud mínima, la complejidad y el historial de la"
                        + " contraseña.",
                "パスワードがパスワード ポリシーの要件を満たしていません。パスワードの最短の長さ、複雑性、および履歴の要件を確認してください。");
        put(
                Win32Error.ENDPOINT_NOT_FOUND,
                "There are no more endpoints available from the endpoint mapper.",
                "Es sind keine weiteren Endpunkte in der Endpunktzuordnung verfügbar.",
                "Le mappeur de point final n'a plus de point final disponible.",
                "No hay más extremos disponibles desde el asignador de extremos.",
                "エンドポイント マッパーから使用できるエンドポイントはこれ以上ありません。");
        put(
                Win32Error.BAD_USER_NAME,
                "The specified username is invalid.",
                "Der angegebene Benutzername ist unzulässig.",
                "Le nom d'utilisateur spécifié n'est pas valide.",
                "El nombre de usuario especificado no es válido.",
                "指定されたユーザー名は無効です。");
        put(
                Win32Error.DISK_FULL,
                "There is not enough space on the disk.",
                "Es steht nicht genug Speicherplatz auf dem Datenträger zur Verfügung.",
                "Espace insuffisant sur le disque.",
                "Espacio en disco insuficiente.",
                "ディスクに十分な空き領域がありません。");
        put(
                Win32Error.POLICY_CONTROLLED_ACCOUNT,
                "The user account is controlled by external policy and cannot be modified.");
        put(
                Win32Error.ACCESS_DENIED,
                "Access is denied.",
                "Zugriff verweigert",
                "Accès refusé.",
                "Acceso denegado.",
                "アクセスが拒否されました。");
        put(
                Win32Error.SOCKET_FORBIDDEN,
                "An attempt was made to access a socket in a way forbidden by its access"
                        + " permissions",
                "Der Zugriff auf einen Socket war aufgrund der Zugriffsrechte des Sockets"
                        + " unzulässig",
                "Une tentative d'accès à un socket de manière interdite par ses autorisations"
                        + " d'accès a été tentée",
                "Intento de acceso a un socket no permitido por sus permisos de acceso",
                "アクセス許可で禁じられた方法でソケットにアクセスしようとしました。");
        put(
                Win32Error.SOCKET_TIMED_OUT,
                "A connection attempt failed because the connected party did not properly respond"
                        + " after a period of time, or established connection failed because"
                        + " connected host has failed to respond");
        put(Win32Error.USER_EXISTS, "The account already exists.");
        put(
                Win32Error.NETWORK_UNREACHABLE,
                "A socket operation was attempted to an unreachable network");
        put(Win32Error.HOST_UNREACHABLE, "A socket operation was attempted to an unreachable host");
        put(
                Win32Error.BLOCKED_BY_POLICY,
                "This program is blocked by group policy. For more information, contact your system"
                        + " administrator.",
                "Dieses Programm wurde durch eine Gruppenrichtlinie blockiert. Wenden Sie sich an"
                        + " den Systemadministrator, um weitere Informationen zu erhalten.",
                "Ce programme est bloqué par une stratégie de groupe. Pour plus d'informations,"
                        + " contactez votre administrateur système.",
                "Una directiva de grupo bloquea este programa. Para obtener más información,"
                        + " póngase en contacto con el administrador del sistema.",
                "このプログラムはグループ ポリシーによってブロックされています。詳細については、システム管理者に問い合わせてください。");
    }

    private SystemTexts() {}

    private static void put(Win32Error error, String... texts) {
        Map<Tongue, String> byTongue = new EnumMap<>(Tongue.class);
        for (int i = 0; i < texts.length; i++) {
            byTongue.put(Tongue.values()[i], texts[i]);
        }
        TEXTS.put(error, byTongue);
    }

    /** The sentence, or words with the number where no sentence is known. */
    public static String of(Win32Error error, Tongue tongue) {
        Map<Tongue, String> texts = TEXTS.getOrDefault(error, Map.of());
        String text = texts.getOrDefault(tongue, texts.get(Tongue.ENGLISH));
        return text == null
                ? "Unknown error (" + error.hex().toLowerCase(java.util.Locale.ROOT) + ")"
                : text;
    }
}
