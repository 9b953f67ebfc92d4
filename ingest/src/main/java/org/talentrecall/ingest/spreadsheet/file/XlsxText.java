package org.talentrecall.ingest.spreadsheet.file;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Text of strings and cells: runs joined, phonetic guides left out, characters that XML cannot hold decoded. */
final class XlsxText {
    /** Excel's own limit for a cell. */
    static final int MOST_CHARACTERS = 32_767;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    /** Reads the {@code t} elements up to the end of the element the reader stands on. */
    static String runs(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int phonetic = 0;
        boolean inText = false;
        while (depth > 0 && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    phonetic = phonetic == 0 && reader.getLocalName().equals("rPh") ? depth : phonetic;
                    inText = phonetic == 0 && reader.getLocalName().equals("t");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    phonetic = phonetic == depth ? 0 : phonetic;
                    inText = false;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inText) {
                        Xml.append(text, reader, MOST_CHARACTERS);
                    }
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return decode(text.toString());
    }

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
