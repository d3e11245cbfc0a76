package latchkey.simulator.guest.export;

import latchkey.simulator.guest.Tongue;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;

/**
 * The viewer's own words in the language of Windows.
 *
 * @param csv the five headers of a saved CSV
 * @param text labels of a record copied as text
 * @param levels Error, Warning, Information
 * @param none the category of records that have none
 */
@Known(how = How.RECORDED, source = "English header and text labels; other languages assumed")
record ViewerWords(List<String> csv, List<String> text, List<String> levels, String none) {
    private static final ViewerWords ENGLISH =
            new ViewerWords(
                    List.of("Level", "Date and Time", "Source", "Event ID", "Task Category"),
                    List.of(
                            "Log Name:      ",
                            "Source:        ",
                            "Date:          ",
                            "Event ID:      ",
                            "Task Category: ",
                            "Level:         ",
                            "Keywords:      ",
                            "User:          ",
                            "Computer:      ",
                            "Description:"),
                    List.of("Error", "Warning", "Information"),
                    "None");

    private static final ViewerWords GERMAN =
            new ViewerWords(
                    List.of(
                            "Ebene",
                            "Datum und Uhrzeit",
                            "Quelle",
                            "Ereignis-ID",
                            "Aufgabenkategorie"),
                    List.of(
                            "Protokollname: ",
                            "Quelle:        ",
                            "Datum:         ",
                            "Ereignis-ID:   ",
                            "Aufgabenkategorie:",
                            "Ebene:         ",
                            "Schlüsselwörter:",
                            "Benutzer:      ",
                            "Computer:      ",
                            "Beschreibung:"),
                    List.of("Fehler", "Warnung", "Informationen"),
                    "Keine");

    private static final ViewerWords FRENCH =
            new ViewerWords(
                    List.of(
                            "Niveau",
                            "Date et heure",
                            "Source",
                            "ID de l’événement",
                            "Catégorie de la tâche"),
                    List.of(
                            "Nom du journal :",
                            "Source :       ",
                            "Date :         ",
                            "ID de l’événement :",
                            "Catégorie de la tâche :",
                            "Niveau :       ",
                            "Mots clés :    ",
                            "Utilisateur :  ",
                            "Ordinateur :   ",
                            "Description :"),
                    List.of("Erreur", "Avertissement", "Information"),
                    "Aucun");

    private static final ViewerWords SPANISH =
            new ViewerWords(
                    List.of(
                            "Nivel",
                            "Fecha y hora",
                            "Origen",
                            "Id. del evento",
                            "Categoría de la tarea"),
                    List.of(
                            "Nombre de registro:",
                            "Origen:        ",
                            "Fecha:         ",
                            "Id. del evento:",
                            "Categoría de la tarea:",
                            "Nivel:         ",
                            "Palabras clave:",
                            "Usuario:       ",
                            "Equipo:        ",
                            "Descripción:"),
                    List.of("Error", "Advertencia", "Información"),
                    "Ninguno");

    private static final ViewerWords JAPANESE =
            new ViewerWords(
                    List.of("レベル", "日付と時刻", "ソース", "イベント ID", "タスクのカテゴリ"),
                    List.of(
                            "ログの名前:         ",
                            "ソース:           ",
                            "日付:            ",
                            "イベント ID:       ",
                            "タスクのカテゴリ:      ",
                            "レベル:           ",
                            "キーワード:         ",
                            "ユーザー:          ",
                            "コンピューター:       ",
                            "説明:"),
                    List.of("エラー", "警告", "情報"),
                    "なし");

    static ViewerWords of(Tongue tongue) {
        return switch (tongue) {
            case ENGLISH -> ENGLISH;
            case GERMAN -> GERMAN;
            case FRENCH -> FRENCH;
            case SPANISH -> SPANISH;
            case JAPANESE -> JAPANESE;
        };
    }

    /** The word for a level; audit records show as information. */
    String level(String level) {
        return switch (level) {
            case "Error" -> levels.get(0);
            case "Warning" -> levels.get(1);
            default -> levels.get(2);
        };
    }
}
