package latchkey.simulator.guest;

/** The display language of an installation. */
public enum Tongue {
    ENGLISH("en-US"),
    GERMAN("de-DE"),
    FRENCH("fr-FR"),
    SPANISH("es-ES"),
    JAPANESE("ja-JP");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    /** The language tag. */
    public String tag() {
        return tag;
    }
}
