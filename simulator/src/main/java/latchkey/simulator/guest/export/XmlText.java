package latchkey.simulator.guest.export;

/** Text made safe for XML. */
final class XmlText {
    private XmlText() {}

    /** For element content and attributes in quotes of either kind. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }
}
