package latchkey.simulator.scenario;

import java.util.List;

/** What one story can differ in without being another story. */
public enum Axis {
    /** Display language of Windows. */
    LANGUAGE("de", "fr", "es", "ja"),
    /** How texts of the guest are encoded. */
    ENCODING("bom", "utf16", "cp1252", "nul"),
    /** How lines of the guest's texts end. */
    LINES("lf"),
    /** Generation of the guest agent, by the year its log headers were seen. */
    AGENT("2016", "2018", "2021", "2024"),
    /** How it is packed. */
    LAYOUT("tree", "guest-logs", "disk-inspect", "pile", "paste"),
    /** Whether the agent's logs were rotated before the story began. */
    ROTATION("rotated"),
    /** What is missing of the agent's log. */
    TRUNCATION("head-cut", "tail-cut"),
    /** Days of ordinary life before the story. */
    CHATTER("days"),
    /** Another extension that works. */
    NEIGHBOURS("neighbours"),
    /** A failure of days ago that was overcome. */
    HISTORY("stale"),
    /** What people use. */
    CLIENT("az", "powershell", "portal", "sdk", "template");

    private final List<String> words;

    Axis(String... words) {
        this.words = List.of(words);
    }

    /** Its words. */
    public List<String> words() {
        return words;
    }
}
