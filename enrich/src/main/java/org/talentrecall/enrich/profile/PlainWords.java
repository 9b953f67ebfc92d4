package org.talentrecall.enrich.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.enrich.news.CareerNews;
import org.talentrecall.enrich.news.Headline;

/** Plain lines on the page of one person: dated steps, listed projects, and what they say they are interested in. */
final class PlainWords {
    private static final int LONGEST = 300;
    private static final Pattern DATE_FIRST = Pattern.compile(
            "^[\\[(（【]?\\s*(?<date>(?:19|20)\\d{2}\\s*(?:[年./-]\\s*\\d{1,2}(?:\\s*[月./-]\\s*\\d{1,2})?\\s*[月日]?)?)\\s*[\\])）】]?\\s*[:：,，、]?\\s*(?<rest>\\S.*)$");
    private static final Pattern INTEREST = Pattern.compile(
            "(?:近期|目前|最近|长期|持续|正在|一直)[^。；;]{0,6}(?:关注|探索|研究|学习)|感兴趣|希望(?:转向|从事|加入)|(?:寻求|寻找|考虑|在看|看看)[^。]{0,12}机会|(?i)\\b(?:open to|looking for|interested in|keen on|seeking)\\b");
    private static final Pattern PROJECTS =
            Pattern.compile("(?:代表|主要|参与|近期)?项目(?:经历|经验|列表)?|(?i)(?:selected |key |recent )?projects?");

    private final Facts facts;
    private final String name;

    PlainWords(String name, Facts facts) {
        this.name = name;
        this.facts = facts;
    }

    void read(Document page) {
        for (Element heading : page.select("h1, h2, h3, h4, h5, dt, strong")) {
            if (PROJECTS.matcher(Thing.tidy(heading.text()).replaceAll("[:：]$", ""))
                    .matches()) {
                projects(heading);
            }
        }
        for (Element block : page.select("p, li, dd")) {
            String text = Thing.tidy(block.text());
            boolean readable = !text.isEmpty()
                    && text.length() <= LONGEST
                    && block.select("p, li, dd").size() == 1
                    && block.closest("nav, footer, aside, form") == null;
            if (readable) {
                step(text);
                interest(block, text);
            }
        }
    }

    private void projects(Element heading) {
        Element list = heading.nextElementSibling();
        if (list == null
                || !(list.normalName().equals("ul") || list.normalName().equals("ol"))) {
            return;
        }
        for (Element item : list.select("> li")) {
            String text = Thing.tidy(item.text());
            Matcher dated = DATE_FIRST.matcher(text);
            if (dated.matches()) {
                update(CareerUpdate.Kind.PROJECT, dated.group("date"), null, null, dated.group("rest"), 0.75);
            } else if (!text.isEmpty() && text.length() <= LONGEST && !isSaid(CareerUpdate.Kind.PROJECT, text)) {
                facts.add(new Project(text, null, null, null, null), "li", 0.7);
            }
        }
    }

    /** "2026-06 升任算法总监": on one's own page the subject goes without saying. */
    private void step(String text) {
        Matcher dated = DATE_FIRST.matcher(text);
        if (!dated.matches()) {
            return;
        }
        String rest = dated.group("rest");
        String line = TextFolding.hasHan(name) ? name + rest : name + " " + lowerFirst(rest);
        Optional<CareerNews> news = Headline.read(line);
        if (news.isPresent() && news.get().name().equals(name)) {
            CareerNews told = news.get();
            if (told.company() != null || told.title() != null) {
                update(told.kind(), dated.group("date"), told.company(), told.title(), text, 0.7);
            }
        }
    }

    private void interest(Element block, String text) {
        if (!INTEREST.matcher(text).find()) {
            return;
        }
        Element time = block.selectFirst("time[datetime]");
        Matcher dated = DATE_FIRST.matcher(text);
        @Nullable String date = time != null ? time.attr("datetime") : dated.matches() ? dated.group("date") : null;
        String words = dated.matches() ? dated.group("rest") : text;
        update(CareerUpdate.Kind.INTEREST, date, null, null, words, 0.6);
    }

    private void update(
            CareerUpdate.Kind kind,
            @Nullable String written,
            @Nullable String company,
            @Nullable String title,
            String text,
            double confidence) {
        @Nullable
        PartialDate date = written == null ? null : WrittenDate.read(written).orElse(null);
        if (!isSaid(kind, text) && (date == null || !isDated(kind, date))) {
            facts.add(new CareerUpdate(kind, date, company, title, text, facts.url()), "text", confidence);
        }
    }

    /** What markup said already is not said again. */
    private boolean isSaid(CareerUpdate.Kind kind, String text) {
        String folded = plain(text);
        List<String> said = facts.of(CareerUpdate.class)
                .filter(update -> update.kind() == kind)
                .map(update -> plain(update.text()))
                .toList();
        return said.stream().anyMatch(other -> other.contains(folded) || folded.contains(other));
    }

    private boolean isDated(CareerUpdate.Kind kind, PartialDate date) {
        boolean step = kind == CareerUpdate.Kind.NEW_JOB || kind == CareerUpdate.Kind.PROMOTION;
        return step
                && facts.of(CareerUpdate.class)
                        .filter(update -> update.kind() == kind && update.date() != null)
                        .anyMatch(update -> overlap(date, java.util.Objects.requireNonNull(update.date())));
    }

    private static boolean overlap(PartialDate one, PartialDate other) {
        return !one.earliest().isAfter(other.latest()) && !other.earliest().isAfter(one.latest());
    }

    private static String plain(String text) {
        return TextFolding.fold(text).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static String lowerFirst(String text) {
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
