package org.talentrecall.ingest.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.Recent;

/**
 * HTML as a person would read it: blocks on lines of their own, cells of a row parted by tabs, nothing that is not shown.
 */
public final class HtmlText {
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "head", "template", "noscript", "object", "svg");
    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all"
                    + "|(?<![-\\w])opacity\\s*:\\s*0*\\.?0+%?\\s*(?:[;!]|$)");
    /** Newsletters set it to nothing around their columns too, which then give their words a size again. */
    private static final Pattern FONT_SIZE = Pattern.compile("(?<![-\\w])font(?:-size)?\\s*:\\s*([^;]*)");

    private static final Pattern NO_SIZE = Pattern.compile("(?:^|.*\\s)0+(?:\\.0*)?(?:px|pt|r?em|%)?(?:/.*|\\s.*)?");

    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_CHARSET =
            Pattern.compile("^\\s*<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([\\w:.-]+)");
    private static final int LABEL_WITHIN = 4096;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
    private static final int LONGEST_STYLE = 1_000;
    /** Mails give the same few styles to every cell. */
    private static final Recent<Boolean> HIDING = new Recent<>(1 << 6, LONGEST_STYLE, HtmlText::hides);

    private static final Recent<List<String>> SIZES = new Recent<>(1 << 6, LONGEST_STYLE, HtmlText::sizes);

    private HtmlText() {}

    /** The text of a document, quotes unmarked. */
    public static String of(String html) {
        return read(html, false);
    }

    /** The text of a mail's body: lines inside {@code blockquote} begin with {@code "> "}, as in a plain reply. */
    public static String ofMail(String html) {
        return read(html, true);
    }

    /** Decodes by the label of the carrier, else by the page's own {@code meta}, else by detection. */
    public static String decode(byte[] bytes, @Nullable String label) {
        return TextDecoder.decode(bytes, label != null ? label : ownLabel(bytes));
    }

    /** Whether the carrier, or else the page itself, says that it is in UTF-7. */
    public static boolean isUtf7(byte[] bytes, @Nullable String label) {
        return TextDecoder.isUtf7(label != null ? label : ownLabel(bytes));
    }

    private static @Nullable String ownLabel(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LABEL_WITHIN), StandardCharsets.ISO_8859_1);
        for (Pattern pattern : new Pattern[] {META_CHARSET, XML_CHARSET}) {
            Matcher matcher = pattern.matcher(head);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private static boolean hides(String style) {
        return HIDDEN.matcher(style.toLowerCase(Locale.ROOT)).find();
    }

    /** The sizes that a style gives to letters, the last of which counts. */
    private static List<String> sizes(String style) {
        List<String> sizes = new ArrayList<>();
        Matcher size = FONT_SIZE.matcher(style.toLowerCase(Locale.ROOT));
        while (size.find()) {
            sizes.add(size.group(1).replace("!important", "").strip());
        }
        return List.copyOf(sizes);
    }

    private static String read(String html, boolean quotes) {
        TextLayout layout = new TextLayout(Integer.MAX_VALUE);
        Jsoup.parse(html).filter(new Walk(layout, quotes));
        return layout.pages().get(0);
    }

    /** Walks without recursion, so that a page nested without end cannot overflow the stack. */
    private static final class Walk implements NodeFilter {
        private final TextLayout layout;
        private final boolean quotes;
        /** For each open element whether its letters have a size. */
        private final BitSet sized = new BitSet();

        private int open;

        Walk(TextLayout layout, boolean quotes) {
            this.layout = layout;
            this.quotes = quotes;
            sized.set(0);
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (!sized.get(open)) {
                    return FilterResult.CONTINUE;
                }
                layout.text(preformatted(text) ? text.getWholeText() : collapsed(text.getWholeText()));
                return FilterResult.CONTINUE;
            }
            if (node instanceof Element element) {
                String name = element.normalName();
                if (UNSEEN.contains(name) || hidden(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (quotes && name.equals("blockquote")) {
                    layout.quote();
                }
                layout.begin(name);
                boolean shown = shown(element, sized.get(open));
                open++;
                sized.set(open, shown);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                open--;
                layout.end(element.normalName());
                if (quotes && element.normalName().equals("blockquote")) {
                    layout.unquote();
                }
            }
            return FilterResult.CONTINUE;
        }

        private static boolean shown(Element element, boolean inherited) {
            boolean shown = inherited;
            for (String value : SIZES.of(element.attr("style"))) {
                // Shares of nothing are nothing.
                boolean relative = value.endsWith("%") || value.endsWith("em") && !value.endsWith("rem");
                boolean none = NO_SIZE.matcher(value).matches();
                shown = relative || value.equals("inherit") ? inherited && !none : !none;
            }
            return shown;
        }

        private static boolean hidden(Element element) {
            String style = element.attr("style");
            return element.hasAttr("hidden") || !style.isEmpty() && HIDING.of(style);
        }

        private static boolean preformatted(TextNode text) {
            Node parent = text.parent();
            return parent instanceof Element element
                    && (element.normalName().equals("pre") || element.tag().preserveWhitespace());
        }

        private static String collapsed(String text) {
            return BLANKS.matcher(text).replaceAll(" ");
        }
    }
}
