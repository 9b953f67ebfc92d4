package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.TextFolding;

/** Finds the name: by its label, in the first lines, or where the person introduces themself. */
final class PersonNames {
    private static final int TOP = 10;
    private static final int HEAD = 30;
    private static final GatedPattern TITLE_LINE = GatedPattern.compile(
            "^(?:个人|求职|应聘)?(?:简历|履历)?[-_—:：\\s]*(?<name>[\\u4e00-\\u9fa5·]{2,4}?)(?:的?(?:个人|求职)?简历|\\s*\\(|\\s*（|\\s+(?:男|女)|[,，/|]|的应聘)");
    private static final GatedPattern INTRODUCED = GatedPattern.compile(
            "(?:我叫|我是|本人姓名|本人叫|本人是|本人(?!姓|叫|是)|姓名是|名叫)\\s*(?<name>[\\u4e00-\\u9fa5]{2,4}?)(?=[,，。;；、!！(（\\s]|$)|my name is (?<latin>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})");
    private static final Pattern POST_OF_SOMEBODY = Pattern.compile(
            "^\\S.{1,40} (?:at|-|–|@|\\|) \\S|(?:工程师|经理|总监|主管|设计师|顾问|专员|Engineer|Manager|Director|Consultant|Developer|Designer|Analyst)$");
    private static final GatedPattern TOKENS =
            GatedPattern.compileBehind("[\\t|,，/:：()（）\\[\\]【】]+|\\s{2,}|(?<=[\\u4e00-\\u9fa5])\\s+(?=\\S)", "一");

    private static final Pattern WIDE = Pattern.compile("\\s{3,}|\\t|\\s+(?=男|女)");
    /** "CHAN Tai Man, Peter". */
    private static final Pattern HONG_KONG = Pattern.compile("[A-Z]{2,}(?: [A-Z][a-z]+){1,2}, [A-Z][a-z]+");

    /** Of a form in English: "Name in Chinese". */
    private static final Pattern LABEL = Pattern.compile(
            "\\b(?:name|form|date|number|address|gender|nationality|title|telephone|phone|fax|e-?mail|company|employer|education|signature)\\b",
            Pattern.CASE_INSENSITIVE);

    private PersonNames() {}

    /** The name; two of them for a person who gives it in both scripts. */
    static List<Found> find(List<Row> rows) {
        List<Found> both = bothScripts(rows);
        return both.isEmpty() ? one(rows).map(List::of).orElse(List.of()) : both;
    }

    private static Optional<Found> one(List<Row> rows) {
        Optional<Line> labelled = LabelledValues.of(rows, Field.NAME);
        if (labelled.isPresent()) {
            Optional<String> name = tidy(labelled.get().text());
            if (name.isPresent()) {
                return name.map(text -> new Found(new PersonName(text), labelled.get(), 0.97));
            }
        }
        return atTop(rows)
                .or(() -> introduced(rows))
                .or(() -> besideTitle(rows))
                .or(() -> firstLine(rows));
    }

    private static Optional<Found> atTop(List<Row> rows) {
        for (Row row : rows.subList(0, Math.min(TOP, rows.size()))) {
            boolean top =
                    row.section() == Section.HEAD || row.section() == Section.PERSONAL || row.section() == Section.WISH;
            if (!top || row.labels().stream().anyMatch(label -> label.field() == Field.WISH)) {
                continue;
            }
            String text = row.line().text();
            GatedPattern.Search titled = TITLE_LINE.matcher(text);
            if (titled.find() && isName(titled.group("name"))) {
                return Optional.of(new Found(new PersonName(titled.group("name")), row.line(), 0.92));
            }
            String joined = text.replaceAll("(?<=[\\u4e00-\\u9fa5])\\s+(?=[\\u4e00-\\u9fa5])", "");
            if (isName(joined)) {
                return Optional.of(new Found(new PersonName(joined), row.line(), 0.92));
            }
            Optional<String> piece = firstPieces(text);
            if (piece.isPresent()) {
                return piece.map(name -> new Found(new PersonName(name), row.line(), 0.85));
            }
        }
        return Optional.empty();
    }

    /** Of "Han Tuo 韩拓" and "Kevin Zhao (赵凯文)" both names. */
    private static List<Found> bothScripts(List<Row> rows) {
        for (Row row : rows.subList(0, Math.min(3, rows.size()))) {
            String text = row.line().text();
            String chinese = text.replaceAll("[^\\u4e00-\\u9fa5]", "");
            String latin = text.replaceAll("[\\u4e00-\\u9fa5()（）|/]", " ").strip();
            if (text.length() <= 40 && isName(chinese) && isLatinName(latin)) {
                boolean latinFirst = text.startsWith(latin);
                return List.of(
                        new Found(new PersonName(latin), row.line(), latinFirst ? 0.92 : 0.85),
                        new Found(new PersonName(chinese), row.line(), latinFirst ? 0.85 : 0.92));
            }
        }
        return List.of();
    }

    /** Below a side column: a name alone, and the post on the next line. */
    private static Optional<Found> besideTitle(List<Row> rows) {
        for (int i = 0; i + 1 < Math.min(HEAD, rows.size()); i++) {
            Row row = rows.get(i);
            String text = row.line().text();
            String next = rows.get(i + 1).line().text();
            boolean alone = !row.heading()
                    && row.labels().isEmpty()
                    && (isName(text) || isLatinName(text) && text.indexOf(' ') > 0)
                    && !rows.get(i + 1).heading();
            if (alone && POST_OF_SOMEBODY.matcher(next).find()) {
                return Optional.of(new Found(new PersonName(text), row.line(), 0.8));
            }
        }
        return Optional.empty();
    }

    /** A rare family name: two or three characters alone on the very first line. */
    private static Optional<Found> firstLine(List<Row> rows) {
        if (rows.isEmpty() || rows.get(0).heading() || !rows.get(0).labels().isEmpty()) {
            return Optional.empty();
        }
        Line line = rows.get(0).line();
        String first = WIDE.split(line.text().strip(), 2)[0];
        String text = first.replaceAll("\\s+", "");
        boolean fits = text.matches("[\\u4e00-\\u9fa5]{2,3}")
                && !Wording.isTitle(text)
                && !Wording.isDepartment(text)
                && !Wording.isPlace(text);
        return fits ? Optional.of(new Found(new PersonName(text), line, 0.7)) : Optional.empty();
    }

    private static Optional<String> firstPieces(String text) {
        if (HONG_KONG.matcher(text).matches()) {
            return Optional.of(text);
        }
        String[] pieces = TOKENS.split(text);
        for (int i = 0; i < Math.min(4, pieces.length); i++) {
            String piece = pieces[i].strip().replaceFirst("(?:的)?(?:个人)?简历$", "");
            if (i == 0 || text.length() <= 40) {
                if (isName(piece) || i == 0 && isLatinName(piece)) {
                    return Optional.of(piece);
                }
            }
        }
        return Optional.empty();
    }

    /** 江苏常州 begins with a family name and is a place all the same. */
    private static boolean isName(String text) {
        return NameForms.looksLikeChineseName(text) && !Wording.isPlace(text);
    }

    private static boolean isLatinName(String piece) {
        String bare = piece.replaceFirst(",? (?:MBA|PhD|PMP|CFA|CPA)\\.?$", "");
        return bare.length() <= 40
                && !LABEL.matcher(bare).find()
                && !EnglishForm.isPrompt(bare)
                && NameForms.looksLikeEnglishName(bare)
                && !Wording.isTitle(bare)
                && !Wording.isCompany(bare);
    }

    private static Optional<Found> introduced(List<Row> rows) {
        for (Row row : rows.subList(0, Math.min(HEAD, rows.size()))) {
            GatedPattern.Search matcher = INTRODUCED.matcher(row.line().text());
            while (matcher.find()) {
                String latin = matcher.group("latin");
                if (latin != null || NameForms.looksLikeChineseName(matcher.group("name"))) {
                    return Optional.of(
                            new Found(new PersonName(latin != null ? latin : matcher.group("name")), row.line(), 0.9));
                }
            }
        }
        return Optional.empty();
    }

    /** A labelled name without remarks; blanks between Chinese characters are left out. */
    static Optional<String> tidy(String written) {
        String text = written.replaceAll("(?<=[\\u4e00-\\u9fa5])\\s+(?=[\\u4e00-\\u9fa5](?:\\s|$))", "")
                .replaceAll("\\s*[(（\\[【,，;；/|].*$", "")
                .replaceAll("\\s{2,}.*$|\\t.*$", "")
                .strip();
        String bare =
                TextFolding.hasHan(text) ? text.replaceAll("\\s+\\S*$", "").strip() : text;
        String name = bare.isEmpty() ? text : bare;
        boolean fits = TextFolding.hasHan(name)
                ? name.length() >= 2 && name.length() <= 8
                : name.length() >= 3 && name.length() <= 40;
        return fits
                        && !LABEL.matcher(name).find()
                        && !EnglishForm.isPrompt(name)
                        && name.codePoints().noneMatch(Character::isDigit)
                ? Optional.of(name)
                : Optional.empty();
    }
}
