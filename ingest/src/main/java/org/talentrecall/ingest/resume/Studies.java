package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;

/** Makes a period of study out of the pieces around its span of time, or out of a sentence. */
final class Studies {
    private static final double BY_LABEL = 0.95;
    private static final double BY_WORDING = 0.9;
    private static final GatedPattern SCHOOL_INSIDE = GatedPattern.compile(
            "(?:(?:就读于|毕业于|考入|就读|在|于|从|自)\\s*)?(?<school>[\\u4e00-\\u9fa5·]{2,22}?(?:大学|学院|学校|书院|党校|技校|职业中专|卫校|职校|中学|专科学校)(?![\\u4e00-\\u9fa5]{0,3}(?:大学|学院|学校))(?:[(（](?:原[^)）]{2,20}|[^)）]{2,10})[)）])?)\\s*(?<rest>.*)");
    private static final Pattern MAJOR = Pattern.compile("([\\u4e00-\\u9fa5A-Za-z()（）、/·&-]{2,30}?)(?:\\([^)]*\\))?专业");
    private static final Pattern FACULTY = Pattern.compile("^([\\u4e00-\\u9fa5]{2,12}系)(?=[,，。(（]|$|毕业)");
    private static final Pattern FIELD = Pattern.compile("(?:研究)?方向(?:为|是|:|：)?([^,，。;；]{2,20})");
    private static final Pattern BESIDE_DEGREE = Pattern.compile("([\\u4e00-\\u9fa5]{2,12}?)(?:学士|硕士|博士)");
    private static final Pattern ENGLISH_MAJOR = Pattern.compile(
            "\\b(?:in|of(?! (?:science|arts|engineering|business administration)\\b))\\s+((?!the )[A-Z][A-Za-z&,' -]{2,50})",
            Pattern.CASE_INSENSITIVE);
    private static final GatedPattern MAJOR_NOISE = GatedPattern.compile(
            "^[\\u4e00-\\u9fa5]{1,8}?(?<![关体])(?:系(?!统|列))(?=[\\u4e00-\\u9fa5]{3})|[(（](?:原[^)）]{2,20}|(?i:part|full)[- ]?time|网络教育|函授|夜大|成人教育|业余|电大|脱产|在职|专硕|学硕|非统招)[)）]|[(（]\\s?[A-Z]{2,5}\\s?[)）]|(?i)\\(hons?\\.?\\)|\\bhons?\\b\\.?|[(（](?:统招|全日制|非全日制|自考|[一二三]级荣誉[^)）]*|一級榮譽|[一二三]級(?:甲|乙)?等?榮譽|荣誉)[)）]|^\\d:\\d$|^[\\s,，、|:：·•-]+|[\\s,，。、|:：·•-]+$|\\[[^\\]]*\\]|毕业|学历|学位|专业$|在读|^系别.*|^的|^(?:读了|攻读|修读|取得|获得|主修|读)(?!者)");

    private Studies() {}

    static Optional<Found> make(Pieces pieces) {
        List<String> rest = new ArrayList<>(pieces.all());
        String school = pieces.value(Field.SCHOOL);
        double confidence = school == null ? BY_WORDING : BY_LABEL;
        if (school == null || school.length() > 30 || school.matches(".*\\d{4}.*")) {
            school = schoolOf(rest);
        }
        if (school == null) {
            return Optional.empty();
        }
        String degree = pieces.value(Field.DEGREE);
        if (degree == null) {
            degree = degreeOf(rest);
        }
        String major = pieces.value(Field.MAJOR);
        if (major == null) {
            List<String> near = rest.stream()
                    .filter(piece -> !pieces.before.contains(piece))
                    .toList();
            major = majorOf(near);
            major = major == null ? majorOf(rest) : major;
        }
        return Optional.of(found(school, degree, major, pieces.range.from(), pieces.range.to(), pieces.at, confidence));
    }

    static Found found(
            String school,
            @Nullable String degree,
            @Nullable String major,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            Line at,
            double confidence) {
        String bareSchool = school.replaceAll("\\[[^\\]]*\\]", "").strip();
        String bareDegree = degree == null ? null : Wording.degree(degree).orElse(null);
        String bareMajor = major == null ? null : tidyMajor(major);
        return new Found(new Education(bareSchool, bareDegree, bareMajor, from, to), at, confidence);
    }

    /**
     * Reads "就读于安徽工程大学材料成型专业，本科学历" and its like.
     *
     * @param sentence from the school on
     * @param whole with what stands before the school and may tell the degree
     */
    static Optional<Found> fromSentence(
            Line sentence, Line whole, @Nullable PartialDate from, @Nullable PartialDate to) {
        GatedPattern.Search matcher = SCHOOL_INSIDE.matcher(sentence.folded());
        if (!matcher.find()) {
            return Optional.empty();
        }
        Line behind = sentence.part(matcher.start("rest"), matcher.end("rest"));
        String rest = behind.folded();
        Matcher major = MAJOR.matcher(rest);
        Matcher faculty = FACULTY.matcher(rest);
        return Optional.of(found(
                sentence.text().substring(matcher.start("school"), matcher.end("school")),
                Wording.degree(rest).or(() -> Wording.degree(whole.text())).orElse(null),
                major.find()
                        ? behind.text().substring(major.start(1), major.end(1))
                        : faculty.find()
                                ? behind.text().substring(faculty.start(1), faculty.end(1))
                                : majorBesideDegree(behind),
                from,
                to,
                sentence,
                0.85));
    }

    /** "历史学学士": the subject stands before the degree. */
    private static @Nullable String majorBesideDegree(Line rest) {
        for (Pattern pattern : List.of(FIELD, BESIDE_DEGREE)) {
            Matcher matcher = pattern.matcher(rest.folded());
            if (matcher.find()) {
                return rest.text().substring(matcher.start(1), matcher.end(1));
            }
        }
        return null;
    }

    private static @Nullable String schoolOf(List<String> rest) {
        for (int i = 0; i < rest.size(); i++) {
            String piece = rest.get(i);
            if (!Wording.isSchool(piece) && !SCHOOL_INSIDE.matcher(piece).lookingAt() || piece.contains("培训")) {
                continue;
            }
            rest.remove(i);
            GatedPattern.Search inside = SCHOOL_INSIDE.matcher(piece);
            if (TextFolding.hasHan(piece) && inside.lookingAt()) {
                if (!inside.group(2).isBlank()) {
                    rest.add(i, inside.group(2).strip());
                }
                return inside.group(1);
            }
            return piece;
        }
        return null;
    }

    private static @Nullable String degreeOf(List<String> rest) {
        for (int i = 0; i < rest.size(); i++) {
            String piece = rest.get(i);
            Optional<String> degree = Wording.degree(piece);
            if (Wording.isDegree(piece)) {
                rest.remove(i);
                return piece;
            }
            if (degree.isPresent() && piece.length() <= 60) {
                rest.set(i, piece.replace(degree.get(), " ").strip());
                return degree.get();
            }
        }
        return null;
    }

    private static @Nullable String majorOf(List<String> rest) {
        for (String piece : rest) {
            Matcher matcher = MAJOR.matcher(piece);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        for (String piece : rest) {
            Matcher english = ENGLISH_MAJOR.matcher(piece);
            if (!TextFolding.hasHan(piece) && english.find()) {
                return english.group(1);
            }
        }
        boolean chinese = rest.stream().anyMatch(TextFolding::hasHan);
        return rest.stream()
                .map(Studies::tidyMajor)
                .filter(piece -> !Wording.isSchool(piece) || TextFolding.hasHan(piece))
                .sorted(java.util.Comparator.comparing(piece -> chinese && !TextFolding.hasHan(piece)))
                .filter(piece -> piece.length() >= 2
                        && piece.length() <= 30
                        && !Wording.isTitle(piece)
                        && !Wording.isDegree(piece)
                        && !piece.matches(".+(?:系|院|所)")
                        && !Wording.isSureCompany(piece)
                        && piece.codePoints().anyMatch(Character::isLetter))
                .findFirst()
                .orElse(null);
    }

    private static String tidyMajor(String major) {
        return MAJOR_NOISE
                .matcher(MAJOR_NOISE.matcher(major.strip()).replaceAll(""))
                .replaceAll("")
                .strip();
    }
}
