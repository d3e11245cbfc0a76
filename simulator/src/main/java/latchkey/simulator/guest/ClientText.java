package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** The messages a Remote Desktop client shows, by its language. */
@Known(
        how = How.SPECIFIED,
        source =
                "English: Azure VM troubleshooting pages for Remote Desktop; other languages"
                        + " assumed from general knowledge of the product")
public enum ClientText {
    CANNOT_CONNECT(
            "Remote Desktop can't connect to the remote computer for one of these reasons:\n\n"
                    + "1) Remote access to the server is not enabled\n"
                    + "2) The remote computer is turned off\n"
                    + "3) The remote computer is not available on the network\n\n"
                    + "Make sure the remote computer is turned on and connected to the network, and"
                    + " that remote access is enabled.",
            "Der Remotedesktop kann aus einem der folgenden Gründe keine Verbindung mit dem"
                    + " Remotecomputer herstellen:\n\n"
                    + "1) Der Remotezugriff auf den Server ist nicht aktiviert.\n"
                    + "2) Der Remotecomputer ist ausgeschaltet.\n"
                    + "3) Der Remotecomputer ist im Netzwerk nicht verfügbar.",
            "Le Bureau à distance ne peut pas se connecter à l'ordinateur distant pour l'une des"
                    + " raisons suivantes :\n\n"
                    + "1) L'accès à distance au serveur n'est pas activé\n"
                    + "2) L'ordinateur distant est éteint\n"
                    + "3) L'ordinateur distant n'est pas disponible sur le réseau",
            "Escritorio remoto no puede conectarse al equipo remoto por uno de los siguientes"
                    + " motivos:\n\n"
                    + "1) El acceso remoto al servidor no está habilitado\n"
                    + "2) El equipo remoto está apagado\n"
                    + "3) El equipo remoto no está disponible en la red",
            "リモート デスクトップは、次のいずれかの理由によりリモート コンピューターに接続できません:\n\n"
                    + "1) サーバーへのリモート アクセスが有効になっていません\n"
                    + "2) リモート コンピューターの電源がオフになっています\n"
                    + "3) リモート コンピューターがネットワーク上で利用できません"),
    INTERNAL_ERROR(
            "An internal error has occurred.",
            "Interner Fehler.",
            "Une erreur interne s'est produite.",
            "Error interno.",
            "内部エラーが発生しました。"),
    CREDSSP(
            "An authentication error has occurred.\n"
                    + "The function requested is not supported\n\n"
                    + "This could be due to CredSSP encryption oracle remediation.\n"
                    + "For more information, see https://go.microsoft.com/fwlink/?linkid=866660",
            "Authentifizierungsfehler.\nDie angeforderte Funktion wird nicht unterstützt.\n\n"
                    + "Ursache könnte eine CredSSP Encryption Oracle Remediation sein.\n"
                    + "Weitere Informationen finden Sie unter"
                    + " https://go.microsoft.com/fwlink/?linkid=866660",
            "Une erreur d'authentification s'est produite.\nLa fonction demandée n'est pas prise en"
                    + " charge\n\n"
                    + "Cela peut être dû à la correction CredSSP de l'oracle de chiffrement.\n"
                    + "Pour plus d'informations, consultez"
                    + " https://go.microsoft.com/fwlink/?linkid=866660",
            "Error de autenticación.\nNo se admite la función solicitada\n\n"
                    + "La causa puede ser una corrección del oráculo de cifrado CredSSP.\n"
                    + "Para obtener más información, consulta"
                    + " https://go.microsoft.com/fwlink/?linkid=866660",
            "認証エラーが発生しました。\n要求された関数はサポートされていません\n\n"
                    + "原因は CredSSP 暗号化オラクルの修復である可能性があります。\n"
                    + "詳細については、https://go.microsoft.com/fwlink/?linkid=866660 を参照してください"),
    NLA_NO_CONTROLLER(
            "The remote computer that you are trying to connect to require Network Level"
                + " Authentication (NLA), but your Windows domain controller cannot be contacted to"
                + " perform NLA. If you are an administrator on the remote computer, you can"
                + " disable NLA by using the options on the Remote tab of the System Properties"
                + " dialog box.",
            "Der Remotecomputer, mit dem Sie eine Verbindung herstellen möchten, erfordert die"
                + " Authentifizierung auf Netzwerkebene (NLA). Der Windows-Domänencontroller kann"
                + " jedoch nicht kontaktiert werden, um NLA auszuführen.",
            "L'ordinateur distant auquel vous essayez de vous connecter nécessite"
                + " l'authentification NLA, mais votre contrôleur de domaine Windows ne peut pas"
                + " être contacté pour l'effectuer.",
            "El equipo remoto al que intenta conectarse requiere Autenticación a nivel de red"
                + " (NLA), pero no se puede establecer contacto con el controlador de dominio de"
                + " Windows para realizarla.",
            "接続しようとしているリモート コンピューターではネットワーク レベル認証 (NLA) が必要ですが、"
                    + "NLA を実行するための Windows ドメイン コントローラーに接続できません。"),
    TRUST_FAILED(
            "The trust relationship between this workstation and the primary domain failed.",
            "Die Vertrauensstellung zwischen dieser Arbeitsstation und der primären Domäne konnte"
                    + " nicht hergestellt werden.",
            "La relation d'approbation entre cette station de travail et le domaine principal a"
                    + " échoué.",
            "Error en la relación de confianza entre esta estación de trabajo y el dominio"
                    + " principal.",
            "このワークステーションとプライマリ ドメインとの信頼関係に失敗しました。"),
    CREDENTIALS(
            "Your credentials did not work\nThe logon attempt failed",
            "Ihre Anmeldeinformationen funktionieren nicht\nDer Anmeldeversuch ist fehlgeschlagen.",
            "Vos informations d'identification n'ont pas fonctionné\nÉchec de la tentative"
                    + " d'ouverture de session",
            "Las credenciales no funcionaron\nError en el intento de inicio de sesión",
            "資格情報が正しくありません\nログオンに失敗しました"),
    LOCKED(
            "As a security precaution, the user account has been locked due to too many sign in or"
                    + " password change attempts. Wait a while before trying again, or contact your"
                    + " system administrator or technical support.",
            "Als Sicherheitsmaßnahme wurde das Benutzerkonto gesperrt, da zu viele Anmeldeversuche"
                    + " oder Kennwortänderungsversuche vorgenommen wurden.",
            "Par mesure de sécurité, le compte d'utilisateur a été verrouillé en raison d'un trop"
                + " grand nombre de tentatives de connexion ou de modification de mot de passe.",
            "Como medida de seguridad, se bloqueó la cuenta de usuario porque hubo demasiados"
                    + " intentos de inicio de sesión o de cambio de contraseña.",
            "セキュリティ上の理由により、サインインまたはパスワード変更の試行回数が多すぎるため、" + "ユーザー アカウントがロックされました。"),
    DISABLED(
            "Your account has been disabled. Please see your system administrator.",
            "Ihr Konto wurde deaktiviert. Wenden Sie sich an den Systemadministrator.",
            "Votre compte a été désactivé. Contactez votre administrateur système.",
            "Se deshabilitó su cuenta. Consulte al administrador del sistema.",
            "アカウントは無効になっています。システム管理者に問い合わせてください。"),
    ACCOUNT_EXPIRED(
            "Your account has expired. Please see your system administrator.",
            "Ihr Konto ist abgelaufen. Wenden Sie sich an den Systemadministrator.",
            "Votre compte a expiré. Contactez votre administrateur système.",
            "Su cuenta expiró. Consulte al administrador del sistema.",
            "アカウントの有効期限が切れています。システム管理者に問い合わせてください。"),
    AUTHORITY(
            "An authentication error has occurred.\nThe Local Security Authority cannot be"
                    + " contacted\n\nThis could be due to an expired password.\n"
                    + "Please update your password if it has expired.",
            "Authentifizierungsfehler.\nDie lokale Sicherheitsautorität (LSA) ist nicht"
                    + " erreichbar.\n\nMögliche Ursache: abgelaufenes Kennwort.",
            "Une erreur d'authentification s'est produite.\nImpossible de contacter l'autorité de"
                    + " sécurité locale\n\nCela peut être dû à un mot de passe expiré.",
            "Error de autenticación.\nNo se puede establecer contacto con la autoridad de seguridad"
                    + " local\n\nLa causa puede ser una contraseña expirada.",
            "認証エラーが発生しました。\nローカル セキュリティ機関にアクセスできません\n\n" + "パスワードの有効期限が切れている可能性があります。"),
    MUST_CHANGE(
            "You must change your password before logging on the first time. Please update your"
                    + " password or contact your system administrator or technical support.",
            "Sie müssen Ihr Kennwort ändern, bevor Sie sich das erste Mal anmelden.",
            "Vous devez modifier votre mot de passe avant d'ouvrir une session pour la première"
                    + " fois.",
            "Debe cambiar la contraseña antes de iniciar sesión por primera vez.",
            "初めてログオンする前にパスワードを変更する必要があります。"),
    RESTRICTED(
            "A user account restriction is preventing you from logging in. For assistance, contact"
                    + " your system administrator or technical support.",
            "Eine Benutzerkontobeschränkung verhindert die Anmeldung.",
            "Une restriction de compte d'utilisateur vous empêche d'ouvrir une session.",
            "Una restricción de cuenta de usuario le impide iniciar sesión.",
            "ユーザー アカウントの制限によってログインできません。"),
    NOT_AUTHORIZED(
            "The connection was denied because the user account is not authorized for remote"
                    + " login.",
            "Die Verbindung wurde verweigert, weil das Benutzerkonto nicht für die Remoteanmeldung"
                    + " autorisiert ist.",
            "La connexion a été refusée parce que le compte d'utilisateur n'est pas autorisé à se"
                    + " connecter à distance.",
            "Se denegó la conexión porque la cuenta de usuario no está autorizada para el inicio"
                    + " de sesión remoto.",
            "ユーザー アカウントにリモート ログインが許可されていないため、接続は拒否されました。"),
    NO_LICENCE(
            "The remote session was disconnected because there are no Remote Desktop license"
                    + " servers available to provide a license. Please contact the server"
                    + " administrator.",
            "Die Remotesitzung wurde getrennt, da keine Remotedesktop-Lizenzserver für die"
                    + " Ausstellung einer Lizenz verfügbar sind.",
            "La session à distance a été déconnectée car aucun serveur de licences des services"
                    + " Bureau à distance n'est disponible pour fournir une licence.",
            "La sesión remota se desconectó porque no hay servidores de licencias de Escritorio"
                    + " remoto disponibles para proporcionar una licencia.",
            "ライセンスを提供するリモート デスクトップ ライセンス サーバーがないため、" + "リモート セッションは切断されました。");

    private final String[] texts;

    ClientText(String... texts) {
        this.texts = texts;
    }

    /** The message in that language. */
    public String in(Tongue tongue) {
        return texts[tongue.ordinal()];
    }
}
