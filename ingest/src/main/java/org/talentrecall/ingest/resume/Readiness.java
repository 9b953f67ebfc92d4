package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Availability;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;

/** Reads how soon somebody could begin: "随时到岗", "一个月内", "Notice period: 2 months". */
public final class Readiness {
    private static final int LONGEST = 60;
    private static final GatedPattern AT_ONCE =
            GatedPattern.compile("随时|立即|立刻|马上|即时|即刻|immediate|at once|right away|anytime|any time");
    private static final GatedPattern WITHIN = GatedPattern.compile(
            "(?<n>\\d{1,2}|[一二两三四五六半])\\s?(?:-\\s?(?<m>\\d{1,2})\\s?)?(?:个|個)?\\s?(?<unit>天|日|周|週|星期|礼拜|月|days?|weeks?|months?)|(?<month>月内|本月|次月|one month)|(?<week>本周|周内|one week)|(?<words>two|three|four|six) (?<unit2>weeks?|months?)");
    /** Words that speak of the begin where no label does. */
    private static final GatedPattern TOLD = GatedPattern.compile(
            "(?:随时|立即|马上|即刻|即时|(?:\\d{1,2}|[一二两三半])(?:天|周|个?月)(?:之?内|左右|后)?|月内)(?:可以?|能够?)?(?:到岗|上岗|入职|上班|到职|就职)|到岗时间(?:大概|大约|约)?(?:需要?)?(?:\\d{1,2}|[一二两三半])(?:天|周|个?月)|(?:交接|离职(?:手续|周期|流程))[^,，。;；]{0,8}?(?:\\d{1,2}|[一二两三半])\\s?(?:天|周|个?月)|available immediately|available (?:in|within) (?:\\d{1,2}|one|two|three) (?:weeks?|months?)|\\d{1,2} (?:weeks?|months?)['’]? notice");

    private static final double BY_LABEL = 0.92;
    private static final double BY_WORDS = 0.8;

    private Readiness() {}

    static Optional<Found> read(List<Row> rows) {
        Optional<Found> labelled = labelled(rows);
        if (labelled.isPresent()) {
            return labelled;
        }
        for (Row row : rows) {
            boolean fits = switch (row.section()) {
                case HEAD, PERSONAL, WISH, SELF, OTHER, SKILL, LANGUAGE, HOBBY -> true;
                default -> false;
            };
            GatedPattern.Search told = TOLD.matcher(row.line().folded());
            if (fits && !row.heading() && told.find()) {
                Line words = row.line().part(told.start(), told.end());
                return Optional.of(new Found(new Availability(days(words.folded()), words.text()), words, BY_WORDS));
            }
        }
        return Optional.empty();
    }

    /** A form tells by several labels how somebody stands; the first that names a time counts. */
    private static Optional<Found> labelled(List<Row> rows) {
        for (int i = 0; i < rows.size(); i++) {
            for (Labels.Labelled label : rows.get(i).labels()) {
                if (label.field() != Field.AVAILABLE) {
                    continue;
                }
                Line value = LabelledValues.value(rows, i, label);
                Integer days = value == null || value.length() > LONGEST ? null : days(value.folded());
                if (value != null && days != null) {
                    return Optional.of(new Found(new Availability(days, value.text()), value, BY_LABEL));
                }
            }
        }
        return Optional.empty();
    }

    /** What an answer to the question says when somebody could begin; empty where it tells no number. */
    public static Optional<Availability> told(String answer) {
        Integer days = answer.length() > LONGEST ? null : days(TextFolding.fold(answer));
        return days == null ? Optional.empty() : Optional.of(new Availability(days, answer));
    }

    /** Days from now on; null where no number is told. A month counts 30 days, a week 7. */
    static @Nullable Integer days(String folded) {
        GatedPattern.Search within = WITHIN.matcher(folded);
        if (AT_ONCE.matcher(folded).find()) {
            return 0;
        }
        if (!within.find()) {
            return null;
        }
        if (within.group("month") != null) {
            return 30;
        }
        if (within.group("week") != null) {
            return 7;
        }
        if (within.group("words") != null) {
            int count = List.of("zero", "one", "two", "three", "four", "five", "six")
                    .indexOf(within.group("words"));
            return count * (within.group("unit2").startsWith("w") ? 7 : 30);
        }
        String unit = within.group("unit");
        int length = unit.matches("天|日|days?") ? 1 : unit.matches("周|週|星期|礼拜|weeks?") ? 7 : 30;
        String number = within.group("m") == null ? within.group("n") : within.group("m");
        return number.equals("半") ? length / 2 : count(number) * length;
    }

    private static int count(String number) {
        return Character.isDigit(number.charAt(0))
                ? Integer.parseInt(number)
                : "零一二三四五六".indexOf(number.replace('两', '二'));
    }
}
