package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.PersonalAttribute;
import org.talentrecall.archive.fact.PersonalAttribute.Kind;

/**
 * Recognises what must not count when people are judged, so that it can be kept apart. Numbers of identity documents and
 * photographs are passed over altogether.
 */
final class PersonalAttributes {
    private static final int HEAD_ROWS = 25;
    private static final int LONGEST = 30;
    private static final double BY_LABEL = 0.95;
    private static final double BY_WORDS = 0.85;
    private static final String EDGE = "(?:^|(?<=[|\\s,，/、;；(（:：·•]))";
    private static final String END = "(?=[|\\s,，/、;；)）。·•]|$)";

    private record Shape(Kind kind, Pattern pattern) {
        Shape(Kind kind, String words) {
            this(kind, Pattern.compile(EDGE + "(?:" + words + ")" + END));
        }
    }

    private static final List<Shape> SHAPES = List.of(
            new Shape(Kind.SEX, "男性?|女性?|male|female|先生|女士"),
            new Shape(Kind.MARRIAGE, "(?:已|未)婚(?:(?:已|未)育)?|离异|丧偶|single|married|divorced|(?:已|未)育(?:[一二]孩)?"),
            new Shape(Kind.AGE, "\\d{2}\\s?周?岁"),
            new Shape(
                    Kind.ETHNICITY,
                    "(?:汉|满|回|壮|苗|土家|彝|蒙古|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|维吾尔|傈僳|仡佬|东乡|高山|拉祜|水|佤|纳西|羌|土|仫佬|锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉)族"),
            new Shape(Kind.POLITICS, "(?:中共)?(?:预备)?党员|(?:共青)?团员|群众|无党派(?:人士)?|民主党派|九三学社社员|民盟盟员"));

    private static final List<LabelWords> LABELS = List.of(
            new LabelWords(Kind.SEX, "性别|sex|gender"),
            new LabelWords(Kind.AGE, "年龄|age"),
            new LabelWords(Kind.MARRIAGE, "婚|生育|marital|civil"),
            new LabelWords(Kind.ETHNICITY, "民族|ethnic|race"),
            new LabelWords(Kind.POLITICS, "政治|党派"),
            new LabelWords(Kind.RELIGION, "宗教|religion"),
            new LabelWords(Kind.HEALTH, "健康|视力|血型|身体"),
            new LabelWords(Kind.BODY, "身高|体重|height|weight"),
            new LabelWords(Kind.MILITARY_SERVICE, "兵役|役别"),
            new LabelWords(Kind.NATIVE_PLACE, "籍贯|户口|户囗|户籍|出生地|place of birth"),
            new LabelWords(Kind.NATIONALITY, "国籍|国家|nationality|citizenship"));

    private record LabelWords(Kind kind, Pattern pattern) {
        LabelWords(Kind kind, String words) {
            this(kind, Pattern.compile(words));
        }
    }

    private PersonalAttributes() {}

    static List<Found> read(List<Row> rows) {
        List<Found> found = new ArrayList<>();
        Set<Kind> told = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < rows.size(); i++) {
            for (Labels.Labelled label : rows.get(i).labels()) {
                if (label.field() == Field.SENSITIVE) {
                    Line value = label.isEmpty() ? LabelledValues.nextLine(rows, i) : label.value();
                    labelled(label, value).filter(one -> told.add(kind(one))).ifPresent(found::add);
                }
            }
        }
        for (Row row : rows.subList(0, Math.min(HEAD_ROWS, rows.size()))) {
            if (isPersonal(row)) {
                for (Shape shape : SHAPES) {
                    Matcher matcher = shape.pattern().matcher(row.line().folded());
                    if (matcher.find() && told.add(shape.kind())) {
                        Line words = row.line().part(matcher.start(), matcher.end());
                        found.add(new Found(new PersonalAttribute(shape.kind(), words.text()), words, BY_WORDS));
                    }
                }
            }
        }
        return found;
    }

    /** Whether words stand where people tell of themselves rather than of their work. */
    static boolean isPersonal(Row row) {
        return !row.heading() && (row.section() == Section.HEAD || row.section() == Section.PERSONAL);
    }

    private static Kind kind(Found found) {
        return ((PersonalAttribute) found.fact()).kind();
    }

    private static java.util.Optional<Found> labelled(
            Labels.Labelled label, @org.jspecify.annotations.Nullable Line value) {
        if (value == null || value.text().isEmpty() || value.length() > LONGEST) {
            return java.util.Optional.empty();
        }
        return LABELS.stream()
                .filter(words -> words.pattern().matcher(label.label()).find())
                .findFirst()
                .map(words -> new Found(new PersonalAttribute(words.kind(), value.text()), value, BY_LABEL));
    }
}
