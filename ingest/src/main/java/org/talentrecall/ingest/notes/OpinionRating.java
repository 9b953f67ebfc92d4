package org.talentrecall.ingest.notes;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from the words of an opinion how good it is, from 0 (never) to 100 (must have). A stated grade counts before a
 * recommendation, a recommendation before praise and blame ({@code opinion-rules.tsv}). Safe for use by several threads.
 */
public final class OpinionRating {
    private static final RuleTable RULES = RuleTable.load("opinion-rules.tsv");
    private static final String VERDICT = "VERDICT";
    /** A verdict this low is not outweighed by a friendlier one beside it. */
    private static final double NO = 40;

    private static final String SIGNED =
            "(?=[评等打得综总分结grsomGRSOM])(?:评级|等级|评分|评定|打分|得分|综合评价|总评|评价|分数|结论|grade|rating|score|overall|mark)[^\\w\\u4e00-\\u9fa5]{0,4}";

    private static final Pattern OUT_OF = Pattern.compile(
            "(?<![\\d./-])(\\d{1,3}(?:\\.\\d)?)\\s?(?:分)?\\s?(?:/|out of|\\((?:满分|总分)\\s?|,\\s?(?:满分|总分)\\s?)\\s?(5|10|100)(?![\\d./-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTS = Pattern.compile("(?<![\\d.\\-~])(\\d{2,3})\\s?分(?!钟|之|公司|析|店)");
    private static final Pattern SCORE = Pattern.compile(SIGNED + "(\\d{2,3})(?![\\d.%])", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTER = Pattern.compile(
            "(?:" + SIGNED
                    + "|^\\s*)([SABCDsabcd])([+-]?)(?=\\s*(?:级|类|等|档|$|[,,。;;、(\\s]))|(?<![A-Za-z])([SABCD])([+-]?)(?:级|类|等|档)(?!市场|产品|用户|客户|企业)");
    private static final Pattern STARS = Pattern.compile("[★⭐🌟]{1,5}");

    /** The longest word before a grade, and four signs of two units between them. */
    private static final int MOST_BEFORE_GRADE = 15;

    private static final String LETTERS = "SABCDsabcd";

    private OpinionRating() {}

    /** The rating, or nothing when the words do not tell. */
    public static OptionalInt read(String words) {
        String text = RuleTable.halfWidth(words).strip();
        OptionalInt stated = grade(text);
        return stated.isPresent() ? stated : judged(RULES.read(text));
    }

    private static OptionalInt judged(List<RuleTable.Hit> hits) {
        List<Double> verdicts = numbers(hits, true);
        if (!verdicts.isEmpty()) {
            double lowest =
                    verdicts.stream().mapToDouble(Double::doubleValue).min().getAsDouble();
            double highest =
                    verdicts.stream().mapToDouble(Double::doubleValue).max().getAsDouble();
            return OptionalInt.of((int) Math.round(lowest < NO ? lowest : highest));
        }
        List<Double> traits = numbers(hits, false);
        return traits.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.round(traits.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow()));
    }

    private static List<Double> numbers(List<RuleTable.Hit> hits, boolean verdicts) {
        return hits.stream()
                .filter(hit -> hit.key().equals(VERDICT) == verdicts)
                .map(RuleTable.Hit::number)
                .toList();
    }

    private static OptionalInt grade(String text) {
        int digit = digits(text, 1);
        if (isOutOf(text, digit)) {
            Matcher outOf = from(digit, OUT_OF, text);
            if (outOf.find()) {
                return within(Double.parseDouble(outOf.group(1)) * 100 / Double.parseDouble(outOf.group(2)));
            }
        }
        int number = digits(text, 2);
        if (number < text.length()) {
            Matcher score = from(number - MOST_BEFORE_GRADE, SCORE, text);
            if (score.find()) {
                return within(Double.parseDouble(score.group(1)));
            }
            Matcher points = from(number, POINTS, text);
            if (points.find()) {
                return within(Double.parseDouble(points.group(1)));
            }
        }
        int letters = letter(text);
        if (letters < text.length()) {
            Matcher letter = from(letters - MOST_BEFORE_GRADE, LETTER, text);
            if (letter.find()) {
                return letter.group(1) != null
                        ? OptionalInt.of(worth(letter.group(1), letter.group(2)))
                        : OptionalInt.of(worth(letter.group(3), letter.group(4)));
            }
        }
        Matcher stars = STARS.matcher(text);
        return stars.find() ? OptionalInt.of((int) stars.group().codePoints().count() * 20) : OptionalInt.empty();
    }

    /** Looks no further back than a match can begin: most of an opinion is words without figures. */
    private static Matcher from(int start, Pattern pattern, String text) {
        return pattern.matcher(text)
                .region(Math.max(0, start), text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }

    /** Whether one of the signs follows that stand between a grade and the best there is. */
    private static boolean isOutOf(String text, int digit) {
        for (int at = digit; at < text.length(); at++) {
            if ("/满总oO".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Where the first so many digits in a row begin; the text's length where there are none. */
    private static int digits(String text, int fewest) {
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            run = character >= '0' && character <= '9' ? run + 1 : 0;
            if (run == fewest) {
                return at - fewest + 1;
            }
        }
        return text.length();
    }

    /** Where the first letter that may be a grade stands; the text's length where there is none. */
    private static int letter(String text) {
        int at = 0;
        while (at < text.length() && LETTERS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static OptionalInt within(double rating) {
        return rating >= 0 && rating <= 100 ? OptionalInt.of((int) Math.round(rating)) : OptionalInt.empty();
    }

    private static int worth(String letter, String sign) {
        int middle = switch (letter.charAt(0)) {
            case 'S', 's' -> 97;
            case 'A', 'a' -> 90;
            case 'B', 'b' -> 72;
            case 'C', 'c' -> 50;
            default -> 25;
        };
        return sign.equals("+") ? Math.min(100, middle + 6) : sign.equals("-") ? middle - 6 : middle;
    }
}
