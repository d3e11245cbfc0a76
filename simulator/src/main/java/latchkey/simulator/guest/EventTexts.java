package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.Map;

/** Sentences of event messages by language; %1 and so on stand for the data. */
@Known(how = How.ASSUMED, source = "English documented; others from general knowledge of Windows")
public final class EventTexts {
    private static final Map<Integer, List<String>> SERVICES =
            Map.of(
                    7000,
                    List.of(
                            "The %1 service failed to start due to the following error: \r\n%2",
                            "Der Dienst \"%1\" wurde aufgrund folgenden Fehlers nicht gestartet:"
                                    + " \r\n%2",
                            "Le service %1 n'a pas pu démarrer en raison de l'erreur : \r\n%2",
                            "El servicio %1 no pudo iniciarse debido al siguiente error: \r\n%2",
                            "%1 サービスを、次のエラーが原因で開始できませんでした: \r\n%2"),
                    7001,
                    List.of(
                            "The %1 service depends on the %2 service which failed to start because"
                                    + " of the following error: \r\n%3",
                            "Der Dienst \"%1\" ist vom Dienst \"%2\" abhängig, der aufgrund"
                                    + " folgenden Fehlers nicht gestartet wurde: \r\n%3",
                            "Le service %1 dépend du service %2 qui n'a pas pu démarrer en raison"
                                    + " de l'erreur : \r\n%3",
                            "El servicio %1 depende del servicio %2, que no pudo iniciarse debido"
                                    + " al siguiente error: \r\n%3",
                            "%1 サービスは、次のエラーで開始できなかった %2 サービスに依存しています: \r\n%3"),
                    7022,
                    List.of(
                            "The %1 service hung on starting.",
                            "Der Dienst \"%1\" ist beim Starten hängen geblieben.",
                            "Le service %1 est en attente de démarrage.",
                            "El servicio %1 se colgó al iniciar.",
                            "%1 サービスは開始時にハングしました。"),
                    7031,
                    List.of(
                            "The %1 service terminated unexpectedly.  It has done this %2 time(s)."
                                    + "  The following corrective action will be taken in %3"
                                    + " milliseconds: %5.",
                            "Der Dienst \"%1\" wurde unerwartet beendet. Dies ist bereits %2 Mal"
                                    + " passiert. Folgende Korrekturmaßnahmen werden in %3"
                                    + " Millisekunden durchgeführt: %5.",
                            "Le service %1 s'est terminé de façon inattendue. Ceci s'est produit %2"
                                    + " fois. L'action corrective suivante va être effectuée dans"
                                    + " %3 millisecondes : %5.",
                            "El servicio %1 se terminó de manera inesperada. Esto ha sucedido %2"
                                    + " veces. Se realizará la siguiente acción correctora en %3"
                                    + " milisegundos: %5.",
                            "%1 サービスは予期せぬ原因により終了しました。このサービスの強制終了は %2 回目です。"
                                    + "次の修正操作が %3 ミリ秒以内に実行されます: %5。"),
                    7034,
                    List.of(
                            "The %1 service terminated unexpectedly.  It has done this %2 time(s).",
                            "Der Dienst \"%1\" wurde unerwartet beendet. Dies ist bereits %2 Mal"
                                    + " passiert.",
                            "Le service %1 s'est terminé de façon inattendue. Ceci s'est produit %2"
                                    + " fois.",
                            "El servicio %1 se terminó de manera inesperada. Esto ha sucedido %2"
                                    + " veces.",
                            "%1 サービスは予期せぬ原因により終了しました。このサービスの強制終了は %2 回目です。"),
                    7036,
                    List.of(
                            "The %1 service entered the %2 state.",
                            "Dienst \"%1\" befindet sich jetzt im Status \"%2\".",
                            "Le service %1 est entré dans l'état : %2.",
                            "El servicio %1 entró en estado %2.",
                            "%1 サービスは %2 状態に移行しました。"));

    private static final Map<Integer, List<String>> ACCOUNTS =
            Map.of(
                    4624,
                    List.of(
                            "An account was successfully logged on.",
                            "Ein Konto wurde erfolgreich angemeldet.",
                            "L’ouverture de session d’un compte s’est correctement déroulée.",
                            "Se inició sesión correctamente en una cuenta.",
                            "アカウントが正常にログオンしました。"),
                    4625,
                    List.of(
                            "An account failed to log on.",
                            "Fehler beim Anmelden eines Kontos.",
                            "Échec d’ouverture de session d’un compte.",
                            "Error de una cuenta al iniciar sesión.",
                            "アカウントがログオンに失敗しました。"),
                    4720,
                    List.of(
                            "A user account was created.",
                            "Ein Benutzerkonto wurde erstellt.",
                            "Un compte d’utilisateur a été créé.",
                            "Se creó una cuenta de usuario.",
                            "ユーザー アカウントが作成されました。"),
                    4724,
                    List.of(
                            "An attempt was made to reset an account's password.",
                            "Es wurde versucht, das Kennwort eines Kontos zurückzusetzen.",
                            "Une tentative de réinitialisation de mot de passe d’un compte a été"
                                    + " effectuée.",
                            "Se intentó restablecer la contraseña de una cuenta.",
                            "アカウントのパスワードのリセットが試行されました。"),
                    4732,
                    List.of(
                            "A member was added to a security-enabled local group.",
                            "Einer sicherheitsaktivierten lokalen Gruppe wurde ein Mitglied"
                                    + " hinzugefügt.",
                            "Un membre a été ajouté à un groupe local dont la sécurité est"
                                    + " activée.",
                            "Se agregó un miembro a un grupo local con seguridad habilitada.",
                            "セキュリティが有効なローカル グループにメンバーが追加されました。"),
                    4738,
                    List.of(
                            "A user account was changed.",
                            "Ein Benutzerkonto wurde geändert.",
                            "Un compte d’utilisateur a été modifié.",
                            "Se cambió una cuenta de usuario.",
                            "ユーザー アカウントが変更されました。"),
                    4740,
                    List.of(
                            "A user account was locked out.",
                            "Ein Benutzerkonto wurde gesperrt.",
                            "Un compte d’utilisateur a été verrouillé.",
                            "Se bloqueó una cuenta de usuario.",
                            "ユーザー アカウントがロックアウトされました。"));

    private static final List<String> RUNNING =
            List.of("running", "Ausgeführt", "en cours d’exécution", "En ejecución", "実行中");
    private static final List<String> STOPPED =
            List.of("stopped", "Beendet", "arrêté", "Detenido", "停止");
    private static final List<String> RESTART =
            List.of(
                    "Restart the service",
                    "Neustart des Diensts",
                    "Redémarrer le service",
                    "Reiniciar el servicio",
                    "サービスの再開");

    private EventTexts() {}

    /** What the service control manager says, with its data set in. */
    static String ofServices(int id, Tongue tongue, List<String> data) {
        String text = SERVICES.getOrDefault(id, List.of()).get(tongue.ordinal());
        for (int i = data.size(); i > 0; i--) {
            text = text.replace("%" + i, data.get(i - 1));
        }
        return text;
    }

    /** The first sentence of a Security event; the given English one where none is known. */
    static String ofAccounts(int id, Tongue tongue, String english) {
        List<String> texts = ACCOUNTS.get(id);
        return texts == null ? english : texts.get(tongue.ordinal());
    }

    /** The word for a service's state. */
    static String state(boolean running, Tongue tongue) {
        return (running ? RUNNING : STOPPED).get(tongue.ordinal());
    }

    /** Whether that is the word for a running service in some language. */
    public static boolean isRunning(String word) {
        return RUNNING.contains(word);
    }

    /** The words for restarting a service. */
    static String restart(Tongue tongue) {
        return RESTART.get(tongue.ordinal());
    }
}
