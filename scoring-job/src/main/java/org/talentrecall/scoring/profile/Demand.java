package org.talentrecall.scoring.profile;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.talentrecall.archive.text.TextFolding;

/**
 * One requirement of an opening, taken apart: 10年以上生产管理经验 asks for ten years, and for 生产管理.
 *
 * @param text as written
 * @param years asked for at least
 * @param degree asked for at least: 1 大专, 2 本科, 3 硕士, 4 博士
 * @param people led at least: 200人以上
 * @param subjects what it is about; several where one of them will do: 研发团队或项目管理
 * @param leading whether it asks for having led others
 */
public record Demand(
        String text,
        OptionalDouble years,
        OptionalInt degree,
        OptionalInt people,
        List<Subject> subjects,
        boolean leading) {
    private static final Pattern YEARS =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*\\+?\\s*(?:年|years?|yrs?)(?:\\s*(?:以上|及以上|or more))?");
    private static final Pattern PEOPLE =
            Pattern.compile("(\\d{1,5})\\s*\\+?\\s*(?:多|余)?(?:人|people|reports|engineers)(?:\\s*以上)?");
    private static final Pattern LEAVE_OUT = Pattern.compile(
            "至少|不少于|工作(?=经验|经历)|具有|具备|拥有|熟悉|熟练|精通|掌握|了解|优先|者|良好的?|学历|统招|及以上|以上|\\b(?:at least|minimum|strong|good|solid|plus|years?|yrs?|required|preferred|degree)\\b|[()（）]");
    private static final Pattern ALTERNATIVE = Pattern.compile("或者?|/|(?<![a-z])or(?![a-z])");
    private static final List<Pattern> DEGREES = List.of(
            Pattern.compile("大专|专科|associate"),
            Pattern.compile("本科|学士|bachelor|\\bb\\.?s\\.?c?\\b"),
            Pattern.compile("硕士|研究生|master|\\bm\\.?s\\.?c?\\b|mba"),
            Pattern.compile("博士|ph\\.?d|doctor"));

    private static final Memo<Demand> READ = new Memo<>(4_000, Demand::read);

    public Demand {
        subjects = List.copyOf(subjects);
    }

    public static Demand of(String text) {
        return READ.of(text);
    }

    private static Demand read(String text) {
        String folded = TextFolding.fold(text);
        Matcher years = YEARS.matcher(folded);
        OptionalDouble asked =
                years.find() ? OptionalDouble.of(Double.parseDouble(years.group(1))) : OptionalDouble.empty();
        OptionalInt people = people(folded);
        OptionalInt degree = lowestDegree(folded);
        String rest = YEARS.matcher(folded).replaceAll(" ");
        rest = PEOPLE.matcher(rest).replaceAll(" ");
        for (Pattern each : DEGREES) {
            rest = each.matcher(rest).replaceAll(" ");
        }
        List<Subject> subjects = Stream.of(
                        ALTERNATIVE.split(LEAVE_OUT.matcher(rest).replaceAll(" ")))
                .map(Subject::of)
                .filter(subject -> !subject.isEmpty())
                .toList();
        return new Demand(text, asked, degree, people, subjects, Leading.isAsked(folded));
    }

    /** The highest degree a text names; empty when it names none. */
    public static OptionalInt degree(String text) {
        String folded = TextFolding.fold(text);
        return named(folded).max();
    }

    /** The largest number of people a text names. */
    public static OptionalInt people(String text) {
        Matcher people = PEOPLE.matcher(TextFolding.fold(text));
        OptionalInt most = OptionalInt.empty();
        while (people.find()) {
            int found = Integer.parseInt(people.group(1));
            most = OptionalInt.of(Math.max(found, most.orElse(0)));
        }
        return most;
    }

    private static OptionalInt lowestDegree(String folded) {
        return named(folded).min();
    }

    private static IntStream named(String folded) {
        return IntStream.range(0, DEGREES.size())
                .filter(i -> DEGREES.get(i).matcher(folded).find())
                .map(i -> i + 1);
    }
}
