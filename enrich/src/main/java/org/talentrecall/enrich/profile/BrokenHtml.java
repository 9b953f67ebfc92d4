package org.talentrecall.enrich.profile;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Parses HTML. A title or an attribute's quote that is never closed makes a parser take the rest of the page for its text;
 * it is closed first.
 */
final class BrokenHtml {
    private static final int ERRORS = 50;
    private static final Pattern TITLE_END = Pattern.compile("</title", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_TITLE =
            Pattern.compile("(<title[^>]*>[^<]{0,500})(?=<)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_QUOTE =
            Pattern.compile("(<[a-zA-Z][^<>\"']{0,200}=\\s*)([\"'])([^\"'<>\\s]{0,500})>");

    private BrokenHtml() {}

    static Document parse(String written, String url) {
        String html = TITLE_END.matcher(written).find()
                ? written
                : OPEN_TITLE.matcher(written).replaceFirst("$1</title>");
        Parser parser = Parser.htmlParser().setTrackErrors(ERRORS);
        Document page = parser.parseInput(html, url);
        boolean lost = parser.getErrors().stream()
                .anyMatch(error -> error.getErrorMessage().contains("EOF")
                        && error.getErrorMessage().contains("AttributeValue"));
        if (!lost) {
            return page;
        }
        String closed = OPEN_QUOTE.matcher(html).replaceAll("$1$2$3$2>");
        return Parser.htmlParser().parseInput(closed, url);
    }
}
