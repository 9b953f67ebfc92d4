package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The microdata of a page (WHATWG HTML, section 5). */
final class Microdata {
    private static final Set<String> LINKS = Set.of("a", "area", "link");
    private static final Set<String> SOURCES = Set.of("audio", "embed", "iframe", "img", "source", "track", "video");

    private Microdata() {}

    /** The items that are no property of another. */
    static List<Thing> in(Document page) {
        List<Thing> things = new ArrayList<>();
        for (Element element : page.select("[itemscope]:not([itemprop])")) {
            things.add(thing(element, new HashSet<>()));
        }
        return List.copyOf(things);
    }

    private static Thing thing(Element item, Set<Element> within) {
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        Set<Element> path = new HashSet<>(within);
        if (path.add(item)) {
            item.children().forEach(child -> collect(child, path, properties));
            for (String id : item.attr("itemref").split("\\s+", -1)) {
                Element referred = id.isEmpty() ? null : item.root().getElementById(id);
                if (referred != null && !path.contains(referred)) {
                    collect(referred, path, properties);
                }
            }
        }
        String id = item.absUrl("itemid");
        return new Thing(types(item), id.isEmpty() ? null : id, item.text(), properties);
    }

    private static List<String> types(Element item) {
        return List.of(item.attr("itemtype").strip().split("\\s+", -1)).stream()
                .map(type -> type.substring(type.lastIndexOf('/') + 1))
                .map(type -> type.substring(type.lastIndexOf('#') + 1))
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private static void collect(Element element, Set<Element> path, Map<String, List<Value>> properties) {
        boolean item = element.hasAttr("itemscope");
        if (element.hasAttr("itemprop")) {
            Value value = item ? thing(element, path) : new Value.Words(text(element));
            for (String name : element.attr("itemprop").strip().split("\\s+", -1)) {
                String local = name.substring(name.lastIndexOf('/') + 1);
                properties.computeIfAbsent(local, any -> new ArrayList<>()).add(value);
            }
        }
        if (!item) {
            element.children().forEach(child -> collect(child, path, properties));
        }
    }

    private static String text(Element element) {
        String tag = element.normalName();
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        if (LINKS.contains(tag)) {
            return address(element, "href");
        }
        if (SOURCES.contains(tag)) {
            return address(element, "src");
        }
        if (tag.equals("time") && element.hasAttr("datetime")) {
            return element.attr("datetime");
        }
        return (tag.equals("data") || tag.equals("meter")) && element.hasAttr("value")
                ? element.attr("value")
                : element.wholeText();
    }

    private static String address(Element element, String attribute) {
        String absolute = element.absUrl(attribute);
        return absolute.isEmpty() ? element.attr(attribute) : absolute;
    }
}
