package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The class names of the older microformats (hCard, hResume, hCalendar) as the newer ones call them. */
final class ClassicNames {
    static final Map<String, String> ROOTS = Map.of(
            "vcard",
            "h-card",
            "hresume",
            "h-resume",
            "vevent",
            "h-event",
            "hentry",
            "h-entry",
            "adr",
            "h-adr",
            "geo",
            "h-geo",
            "hreview-aggregate",
            "h-review-aggregate",
            "hreview",
            "h-review",
            "hproduct",
            "h-product");

    private static final Map<String, Map<String, String>> PROPERTIES = Map.of(
            "h-card",
            names(
                    "fn p-name, url u-url, email u-email, tel p-tel, org p-org, title p-job-title, role p-role, note p-note, "
                            + "photo u-photo, logo u-logo, uid u-uid, bday dt-bday, rev dt-rev, nickname p-nickname, "
                            + "given-name p-given-name, family-name p-family-name, additional-name p-additional-name, "
                            + "honorific-prefix p-honorific-prefix, honorific-suffix p-honorific-suffix, "
                            + "sort-string p-sort-string, category p-category, adr p-adr, geo p-geo, tz p-tz, key u-key, "
                            + "label p-label, class p-class, mailer p-mailer, sound u-sound, "
                            + "organization-name p-organization-name, organization-unit p-organization-unit"),
            "h-resume",
            names(
                    "contact p-contact, experience p-experience, education p-education, skill p-skill, affiliation p-affiliation, summary p-summary, publications p-publications"),
            "h-event",
            names(
                    "summary p-name, dtstart dt-start, dtend dt-end, duration dt-duration, location p-location, description p-description, url u-url, category p-category, attendee p-attendee"),
            "h-entry",
            names("entry-title p-name, entry-summary p-summary, entry-content e-content, published dt-published, "
                    + "updated dt-updated, author p-author, category p-category"),
            "h-adr",
            names(
                    "locality p-locality, region p-region, country-name p-country-name, street-address p-street-address, "
                            + "postal-code p-postal-code, extended-address p-extended-address, post-office-box p-post-office-box, label p-label"));

    private ClassicNames() {}

    /** What the classes of an element mean inside of things of the older kind. */
    static List<String> properties(List<String> roots, Iterable<String> classes) {
        List<String> properties = new ArrayList<>();
        for (String name : classes) {
            for (String root : roots) {
                String property = PROPERTIES.getOrDefault(root, Map.of()).get(name);
                if (property != null && !properties.contains(property)) {
                    properties.add(property);
                }
            }
        }
        return properties;
    }

    private static Map<String, String> names(String pairs) {
        Map<String, String> names = new HashMap<>();
        for (String pair : pairs.split(", ", -1)) {
            int blank = pair.indexOf(' ');
            names.put(pair.substring(0, blank), pair.substring(blank + 1));
        }
        return Map.copyOf(names);
    }
}
