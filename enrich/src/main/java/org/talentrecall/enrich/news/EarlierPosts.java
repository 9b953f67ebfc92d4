package org.talentrecall.enrich.news;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Employment;

/**
 * Employers that a text names beside a person: 原…公司…, formerly of …, and the present one in 欧阳澜（…公司研发主管）. They tell
 * which of several people of one name is meant.
 */
public final class EarlierPosts {
    private static final String COMPANY_ZH = "(?<company>[\\p{IsHan}A-Za-z0-9（）()·&]{2,30}?" + Post.COMPANY_END + ")";
    private static final String COMPANY_EN =
            "(?<company>\\p{Lu}[\\p{L}\\p{N}&'’-]*(?: (?:of |and |& )?[\\p{Lu}\\p{N}][\\p{L}\\p{N}&'’-]*){0,5})";
    private static final Pattern FORMER_EN = Pattern.compile(
            "(?:(?i:formerly|previously|most recently|former[^.,]{0,40}?)(?: (?i:of|with|at|from))|(?i:after)[^.,]{0,40}? (?i:at|with)) "
                    + COMPANY_EN);
    private static final int TITLE = 20;

    private EarlierPosts() {}

    /** The employers named for this person, each once; none when the text does not name the person. */
    public static List<Employment> in(String text, String name) {
        List<Employment> posts = new ArrayList<>();
        for (String sentence : text.split("(?<=[。！？!?\\n])|(?<=[a-z]\\.)\\s", -1)) {
            if (sentence.contains(name)) {
                chinese(sentence, name, posts);
                english(sentence, name, posts);
            }
        }
        return posts.stream().distinct().toList();
    }

    private static void chinese(String sentence, String name, List<Employment> posts) {
        String who = Pattern.quote(name);
        Matcher before = Pattern.compile("(?:原|前|曾任|来自)" + COMPANY_ZH + "的?(?<title>[\\p{IsHan}A-Za-z]{0," + TITLE
                        + "}?)(?=" + who + "|[）)，,。；;、]|$)")
                .matcher(sentence);
        while (before.find()) {
            posts.add(post(before, false));
        }
        Matcher beside = Pattern.compile(who + "\\s*[（(，,]\\s*(?!原|前|曾)" + COMPANY_ZH
                        + "的?(?<title>[\\p{IsHan}A-Za-z]{0," + TITLE + "}?)(?=[）)，,。；;、]|$)")
                .matcher(sentence);
        while (beside.find()) {
            posts.add(post(beside, true));
        }
    }

    private static void english(String sentence, String name, List<Employment> posts) {
        Matcher former = FORMER_EN.matcher(sentence);
        while (former.find()) {
            posts.add(new Employment(former.group("company"), null, null, null, null, false, null));
        }
        Matcher was = Pattern.compile(Pattern.quote(name)
                        + ",? (?<verb>was|is|who was|served as)? ?(?:the |an |a )?(?<title>\\p{Lu}[^.,;()]{2,60}?) (?:at|with) "
                        + COMPANY_EN)
                .matcher(sentence);
        while (was.find()) {
            boolean present = !"was".equals(was.group("verb"))
                    && !"who was".equals(was.group("verb"))
                    && !"served as".equals(was.group("verb"));
            posts.add(new Employment(was.group("company"), was.group("title"), null, null, null, present, null));
        }
    }

    private static Employment post(Matcher matcher, boolean current) {
        @Nullable String title = matcher.group("title").isBlank() ? null : matcher.group("title");
        return new Employment(matcher.group("company"), title, null, null, null, current, null);
    }
}
