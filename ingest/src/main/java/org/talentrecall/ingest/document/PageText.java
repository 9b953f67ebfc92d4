package org.talentrecall.ingest.document;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects what Tika tells of a document as XHTML: pages, paragraphs and tables. */
final class PageText extends DefaultHandler {
    private final TextLayout layout;
    private final int pagesAtMost;
    private final OcrParsing.@Nullable Pages done;
    private int pages;
    private int depth;
    private int bodyDepth;
    private int pageDepth;
    private boolean cut;

    /** @param limit how many characters at most; more ends the parsing with {@link TooLong} */
    PageText(int limit) {
        this(limit, Integer.MAX_VALUE, null);
    }

    /**
     * @param limit how many characters at most; more ends the parsing with {@link TooLong}
     * @param pagesAtMost where a page more begins, parsing ends with {@link TooLong} as well, but what came is good
     * @param done takes each page when it ends; null when they are asked for in the end
     */
    PageText(int limit, int pagesAtMost, OcrParsing.@Nullable Pages done) {
        layout = new TextLayout(limit);
        this.pagesAtMost = pagesAtMost;
        this.done = done;
    }

    /** Whether all the pages that were wanted have come. */
    boolean enough() {
        return pages >= pagesAtMost;
    }

    /** Whether there are more pages than were wanted. */
    boolean cut() {
        return cut;
    }

    List<String> pages() {
        return layout.pages();
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (enough() && isPage(localName, attributes)) {
            cut = true;
            throw new TooLong();
        }
        depth++;
        if (localName.equals("body")) {
            bodyDepth = depth;
        } else if (isPage(localName, attributes)) {
            pageDepth = depth;
        }
        if (bodyDepth > 0) {
            layout.begin(localName);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        if (bodyDepth > 0) {
            layout.end(localName);
        }
        if (depth == pageDepth) {
            layout.newPage();
            pages++;
            pageDepth = 0;
            hand(layout.lastPage());
        }
        depth--;
    }

    private static boolean isPage(String name, Attributes attributes) {
        return name.equals("div") && "page".equals(attributes.getValue("class"));
    }

    private void hand(String page) throws SAXException {
        if (done != null) {
            try {
                done.done(page);
            } catch (IOException e) {
                throw new SAXException(e);
            }
        }
    }

    /** Hands over the text of a document without pages. */
    void finish() throws SAXException {
        if (pages == 0) {
            hand(String.join("\n", layout.pages()));
        }
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
