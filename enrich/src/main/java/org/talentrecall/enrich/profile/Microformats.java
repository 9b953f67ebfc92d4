package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The microformats of a page: microformats2, and the older hCard, hResume and hCalendar. Follows
 * microformats.org/wiki/microformats2-parsing as far as people's pages need it.
 */
final class Microformats {
    /** A closed list: style sheets have classes such as h-full, too. */
    private static final Set<String> ROOTS = Set.of(
            "h-card",
            "h-resume",
            "h-event",
            "h-entry",
            "h-feed",
            "h-adr",
            "h-geo",
            "h-item",
            "h-product",
            "h-recipe",
            "h-review",
            "h-review-aggregate",
            "h-cite");

    private static final Pattern PROPERTY = Pattern.compile("(?:p|u|dt|e)-(?:[a-z0-9]+-)?[a-z]+(?:-[a-z]+)*");
    private static final List<String> LINKS = List.of("a", "area");

    private Microformats() {}

    /** The things that lie in no other. */
    static List<Thing> in(Document page) {
        List<Thing> things = new ArrayList<>();
        outermost(page, things);
        return List.copyOf(things);
    }

    private static void outermost(Element element, List<Thing> things) {
        if (roots(element).isEmpty()) {
            element.children().forEach(child -> outermost(child, things));
        } else {
            things.add(thing(element));
        }
    }

    private static List<String> roots(Element element) {
        List<String> modern = modernRoots(element);
        if (!modern.isEmpty()) {
            return modern;
        }
        return element.classNames().stream()
                .filter(ClassicNames.ROOTS::containsKey)
                .map(name -> ClassicNames.ROOTS.getOrDefault(name, name))
                .sorted()
                .toList();
    }

    private static List<String> modernRoots(Element element) {
        return element.classNames().stream().filter(ROOTS::contains).sorted().toList();
    }

    private static Thing thing(Element root) {
        List<String> types = roots(root);
        boolean classic = modernRoots(root).isEmpty();
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        boolean[] nested = new boolean[1];
        root.children().forEach(child -> collect(child, types, classic, properties, nested));
        includes(root).forEach(element -> collect(element, types, classic, properties, nested));
        Map<String, List<Value>> local = new LinkedHashMap<>();
        properties.forEach(
                (name, values) -> local.computeIfAbsent(name.substring(name.indexOf('-') + 1), any -> new ArrayList<>())
                        .addAll(values));
        if (!classic) {
            imply(root, properties, local, nested[0]);
        }
        return new Thing(types, null, MarkedText.of(root), local);
    }

    /** Of the older kind a thing may lie in several places: itemref, headers, object and links of class include. */
    private static Elements includes(Element root) {
        Elements referred = new Elements();
        StringBuilder ids = new StringBuilder(root.attr("itemref"));
        root.select("a.include[href^=#], object.include[data^=#]")
                .forEach(link -> ids.append(' ').append((link.attr("href") + link.attr("data")).substring(1)));
        root.select("td[headers]").forEach(cell -> ids.append(' ').append(cell.attr("headers")));
        for (String id : ids.toString().strip().split("\\s+", -1)) {
            Element element = id.isEmpty() ? null : root.root().getElementById(id);
            if (element != null && !element.equals(root) && !root.parents().contains(element)) {
                referred.add(element);
            }
        }
        return referred;
    }

    private static void collect(
            Element element,
            List<String> types,
            boolean classic,
            Map<String, List<Value>> properties,
            boolean[] nested) {
        boolean thing = !roots(element).isEmpty();
        for (String property : properties(element, types, classic)) {
            Value value = thing ? thing(element) : new Value.Words(MarkedText.value(element, property));
            properties.computeIfAbsent(property, any -> new ArrayList<>()).add(value);
        }
        if (thing) {
            nested[0] = true;
        } else {
            element.children().forEach(child -> collect(child, types, classic, properties, nested));
        }
    }

    private static List<String> properties(Element element, List<String> types, boolean classic) {
        if (classic) {
            return ClassicNames.properties(types, element.classNames());
        }
        return element.classNames().stream()
                .filter(name -> PROPERTY.matcher(name).matches())
                .distinct()
                .toList();
    }

    /** A short form may leave name and address to the element itself. */
    private static void imply(
            Element root, Map<String, List<Value>> properties, Map<String, List<Value>> local, boolean nested) {
        boolean worded = properties.keySet().stream().anyMatch(name -> name.startsWith("p-") || name.startsWith("e-"));
        if (!worded && !nested && !local.containsKey("name")) {
            String name = impliedName(root);
            if (!name.isEmpty()) {
                local.put("name", List.of(new Value.Words(name)));
            }
        }
        boolean linked = properties.keySet().stream().anyMatch(name -> name.startsWith("u-"));
        if (!linked && !nested && !local.containsKey("url")) {
            Element link = impliedLink(root);
            if (link != null) {
                local.put("url", List.of(new Value.Words(MarkedText.address(link, "href"))));
            }
        }
    }

    /** The element itself, the only link among its children, or the only one inside of its only child. */
    private static @Nullable Element impliedLink(Element root) {
        if (LINKS.contains(root.normalName()) && root.hasAttr("href")) {
            return root;
        }
        Element inside = only(root);
        for (Element parent : inside == null ? List.of(root) : List.of(root, inside)) {
            for (String tag : LINKS) {
                List<Element> links = parent.children().stream()
                        .filter(child -> child.normalName().equals(tag) && child.hasAttr("href"))
                        .toList();
                if (links.size() == 1 && roots(links.get(0)).isEmpty()) {
                    return links.get(0);
                }
            }
        }
        return null;
    }

    private static String impliedName(Element root) {
        Element element = root;
        for (int depth = 0; element != null && depth < 3; depth++) {
            String tag = element.normalName();
            if ((tag.equals("img") || tag.equals("area")) && element.hasAttr("alt")) {
                return element.attr("alt").strip();
            }
            if (tag.equals("abbr") && element.hasAttr("title")) {
                return element.attr("title").strip();
            }
            element = only(element);
        }
        return Thing.tidy(MarkedText.of(root));
    }

    /** The only element inside, when it is no thing of its own. */
    private static @Nullable Element only(Element element) {
        Elements children = element.children();
        return children.size() == 1 && roots(children.get(0)).isEmpty() ? children.get(0) : null;
    }
}
