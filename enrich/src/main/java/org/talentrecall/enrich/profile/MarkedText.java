package org.talentrecall.enrich.profile;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The value that an element of a microformat stands for. */
final class MarkedText {
    private MarkedText() {}

    /**
     * @param property with its prefix, which tells how to read it
     */
    static String value(Element element, String property) {
        String tag = element.normalName();
        if (property.startsWith("u-")) {
            String address = switch (tag) {
                case "a", "area", "link" -> address(element, "href");
                case "img", "audio", "video", "source", "iframe" -> address(element, "src");
                case "object" -> address(element, "data");
                default -> "";
            };
            if (!address.isEmpty()) {
                return address;
            }
        }
        List<Element> parts = element.children().stream()
                .filter(child -> child.hasClass("value") || child.hasClass("value-title"))
                .toList();
        if (!parts.isEmpty() && !property.startsWith("e-")) {
            return parts.stream()
                    .map(part -> part.hasClass("value-title") ? part.attr("title") : plain(part))
                    .collect(Collectors.joining(property.startsWith("dt-") ? " " : ""));
        }
        boolean dated = property.startsWith("dt-")
                && (tag.equals("time") || tag.equals("ins") || tag.equals("del"))
                && element.hasAttr("datetime");
        return dated ? element.attr("datetime") : plain(element);
    }

    private static String plain(Element element) {
        return switch (element.normalName()) {
            case "abbr", "link" -> element.hasAttr("title") ? element.attr("title") : of(element);
            case "data", "input" -> element.hasAttr("value") ? element.attr("value") : of(element);
            case "img", "area" -> element.attr("alt");
            case "time" ->
                element.hasAttr("datetime") && element.text().isBlank() ? element.attr("datetime") : of(element);
            default -> of(element);
        };
    }

    /** The absolute address, or what is written where it is none. */
    static String address(Element element, String attribute) {
        if (element.hasAttr(attribute) && element.attr(attribute).isBlank()) {
            return element.baseUri();
        }
        String absolute = element.absUrl(attribute);
        return absolute.isEmpty() ? element.attr(attribute) : absolute;
    }

    /** The words of an element, with pictures as their alternative text, without scripts. */
    static String of(Element element) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.getWholeText());
                        } else if (node instanceof Element inner) {
                            if (inner.normalName().equals("img")) {
                                text.append(' ').append(inner.attr("alt")).append(' ');
                            } else if (inner.isBlock() || inner.normalName().equals("br")) {
                                text.append('\n');
                            }
                        }
                    }
                },
                element);
        return text.toString().strip();
    }
}
