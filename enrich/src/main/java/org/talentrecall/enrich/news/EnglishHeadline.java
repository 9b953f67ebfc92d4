package org.talentrecall.enrich.news;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate.Kind;
import org.talentrecall.archive.text.NameForms;

/** Headlines such as "X joins Y as Z", "X appointed Z at Y", "Y names X Z", "X promoted to Z". */
final class EnglishHeadline {
    static final String VERBS =
            "joins?|joined|joining|moves?|moved|appointed|named|promoted|hired|leaves?|left|departs?|steps?";

    private static final String NAME = "(?<name>\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]*){1,3})";
    private static final String IS = "(?:,? (?i:is|was|has|has been|to be|gets|is being))?";
    private static final String COMPANY = "(?<company>[\\p{L}\\p{N}][^,;.()]{0,60}?(?:,? (?:Inc|Ltd|Co|Corp)\\.?)?)";
    private static final String TITLE = "(?<title>[^,;.()]{2,80}?)";
    private static final String ARTICLE = "(?:(?i:its|their|the|a|an|new|as)\\s)*";
    private static final String END =
            "\\s*(?:$|[,;.(!]|\\s[-–—|]\\s|\\s(?i:after|from|following|effective|to lead|in [A-Z]|where)\\b).*";

    private record Rule(Pattern pattern, Kind kind, double confidence) {
        Rule(String pattern, Kind kind, double confidence) {
            this(Pattern.compile(pattern), kind, confidence);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "^" + NAME + IS + " (?i:joins|joined|joining|moves to|moved to|moving to|hired by) " + COMPANY
                            + " (?i:as|to be) " + ARTICLE + TITLE + END,
                    Kind.NEW_JOB,
                    0.9),
            new Rule(
                    "^" + NAME + IS + " (?i:joins|joined|joining|moves to|moved to|moving to|hired by) " + COMPANY
                            + END,
                    Kind.NEW_JOB,
                    0.8),
            new Rule(
                    "^" + NAME + IS + " (?i:promoted|elevated)(?: (?i:to|as)) " + ARTICLE + TITLE + " (?i:at|of|by) "
                            + COMPANY + END,
                    Kind.PROMOTION,
                    0.9),
            new Rule(
                    "^" + NAME + IS + " (?i:promoted|elevated)(?: (?i:to|as)) " + ARTICLE + TITLE + END,
                    Kind.PROMOTION,
                    0.8),
            new Rule(
                    "^" + NAME + IS + " (?i:appointed|named|hired)(?: (?i:as|to))? " + ARTICLE + TITLE
                            + " (?i:at|by|for) " + COMPANY + END,
                    Kind.NEW_JOB,
                    0.9),
            new Rule(
                    "^" + NAME + IS + " (?i:appointed|named|hired as)(?: (?i:as|to))? " + ARTICLE + TITLE + " of "
                            + COMPANY + END,
                    Kind.NEW_JOB,
                    0.8),
            new Rule(
                    "^" + NAME + IS + " (?i:leaves|left|departs|departed|steps down from|exits) " + COMPANY + END,
                    Kind.LEFT,
                    0.8));
    private static final Pattern BY_COMPANY =
            Pattern.compile("^(?<company>\\p{Lu}[^,;.()]{1,60}?) (?<verb>(?i:appoints|names|hires|promotes|taps)) "
                    + NAME + " (?i:as|to) " + ARTICLE + TITLE + END);

    private EnglishHeadline() {}

    static Optional<CareerNews> read(String line) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(line);
            if (matcher.matches() && NameForms.looksLikeEnglishName(matcher.group("name"))) {
                String company = group(matcher, "company");
                return Optional.of(new CareerNews(
                        matcher.group("name"), rule.kind(), company, group(matcher, "title"), rule.confidence()));
            }
        }
        Matcher company = BY_COMPANY.matcher(line);
        if (company.matches() && NameForms.looksLikeEnglishName(company.group("name"))) {
            Kind kind = company.group("verb").equalsIgnoreCase("promotes") ? Kind.PROMOTION : Kind.NEW_JOB;
            return Optional.of(new CareerNews(
                    company.group("name"), kind, group(company, "company"), group(company, "title"), 0.85));
        }
        return Optional.empty();
    }

    private static @Nullable String group(Matcher matcher, String name) {
        if (!matcher.pattern().pattern().contains("(?<" + name + ">")) {
            return null;
        }
        String text = matcher.group(name);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
