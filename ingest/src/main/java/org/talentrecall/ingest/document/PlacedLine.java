package org.talentrecall.ingest.document;

/**
 * One line of a PDF's page and where it stands. Lengths are points of the page as it is shown, from its upper left corner.
 *
 * @param text with a tab where the line leaves out more than a blank
 * @param left where its first character begins
 * @param right where its last character ends
 * @param inner the same without a mark that closes it, because such marks may hang over the margin
 * @param baseline what it stands on
 * @param em the width of a Chinese character in it, or what that would be
 * @param lead how much room the first word takes that cannot be parted; for Chinese, the first character with the marks that
 *     may not begin a line
 * @param first how much room the first character takes
 */
record PlacedLine(
        String text, float left, float right, float inner, float baseline, float em, float lead, float first) {
    /** The characters alone, without blanks. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                key.append(text.charAt(i));
            }
        }
        return key.toString();
    }

    float width() {
        return right - left;
    }
}
