package org.talentrecall.ingest.document;

import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects what Tika tells of a document as XHTML: pages, paragraphs and tables. */
final class PageText extends DefaultHandler {
    private final TextLayout layout;
    private int depth;
    private int bodyDepth;
    private int pageDepth;

    /** @param limit how many characters at most; more ends the parsing with {@link TooLong} */
    PageText(int limit) {
        layout = new TextLayout(limit);
    }

    List<String> pages() {
        return layout.pages();
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        depth++;
        if (localName.equals("body")) {
            bodyDepth = depth;
        } else if (localName.equals("div") && "page".equals(attributes.getValue("class"))) {
            pageDepth = depth;
        }
        if (bodyDepth > 0) {
            layout.begin(localName);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        if (bodyDepth > 0) {
            layout.end(localName);
        }
        if (depth == pageDepth) {
            layout.newPage();
            pageDepth = 0;
        }
        depth--;
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (bodyDepth == 0) {
            return;
        }
        layout.text(new String(characters, start, length)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u00A0', ' '));
        if (layout.overflowed()) {
            throw new TooLong();
        }
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        if (bodyDepth == 0 || new String(characters, start, length).indexOf('\n') < 0) {
            return;
        }
        // Within a page, Tika tells the ends of lines this way; elsewhere it only makes its XHTML good to look at.
        if (pageDepth > 0) {
            layout.lineEnd();
        } else {
            layout.text(" ");
        }
    }

    /** The document has more text than the limit. */
    static final class TooLong extends SAXException {
        TooLong() {
            super("more text than the limit");
        }
    }
}
