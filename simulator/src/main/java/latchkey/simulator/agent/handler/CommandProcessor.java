package latchkey.simulator.agent.handler;

import latchkey.simulator.agent.handler.HandlerProgram.Exit;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.SystemTexts;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What cmd.exe says when it cannot run something. */
@Known(how = How.RECORDED, source = "console texts of cmd in its display languages")
public final class CommandProcessor {
    private static final int NOT_RECOGNIZED = 9009;

    private CommandProcessor() {}

    /** A program is not found along the search path. */
    public static Exit notRecognized(Guest guest, String program) {
        String quoted = "'" + program + "'";
        String text =
                switch (guest.spec().tongue()) {
                    case ENGLISH ->
                            quoted
                                    + " is not recognized as an internal or external command,\r\n"
                                    + "operable program or batch file.\r\n";
                    case GERMAN ->
                            "Der Befehl \""
                                    + program
                                    + "\" ist entweder falsch geschrieben oder\r\n"
                                    + "konnte nicht gefunden werden.\r\n";
                    case FRENCH ->
                            quoted
                                    + " n'est pas reconnu en tant que commande interne\r\n"
                                    + "ou externe, un programme exécutable ou un fichier de"
                                    + " commandes.\r\n";
                    case SPANISH ->
                            "\""
                                    + program
                                    + "\" no se reconoce como un comando interno o externo,\r\n"
                                    + "programa o archivo por lotes ejecutable.\r\n";
                    case JAPANESE ->
                            quoted
                                    + " は、内部コマンドまたは外部コマンド、\r\n"
                                    + "操作可能なプログラムまたはバッチ ファイルとして認識されていません。\r\n";
                };
        return new Exit(NOT_RECOGNIZED, "", text);
    }

    /** A policy keeps a script or program from running. */
    public static Exit blocked(Guest guest) {
        String text = SystemTexts.of(Win32Error.BLOCKED_BY_POLICY, guest.spec().tongue());
        return new Exit(1, "", text + "\r\n");
    }
}
