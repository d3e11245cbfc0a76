package latchkey.simulator.guest.export;

/** Text made safe for XML. */
final class XmlText {
    private XmlText() {}

    /** For element content and attributes in quotes of either kind. */
    static String escape(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = !isMarkup(text.charAt(i));
        }
        if (plain) {
            return text;
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }

    private static boolean isMarkup(char sign) {
        return sign == '&' || sign == '<' || sign == '>' || sign == '\'' || sign == '"';
    }
}
