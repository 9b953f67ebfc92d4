package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Cities;

/** Reads where somebody lives: by label, by the words around it, alone among the contacts, or from the postal address. */
final class Residences {
    /** Blanks between all characters, as from a form or a scan: 佛 山 市. */
    private static final Pattern SPREAD = Pattern.compile("(?:[\\u4e00-\\u9fa5]\\s+)+[\\u4e00-\\u9fa5]\\s*");

    private static final int HEAD_ROWS = 25;
    private static final int CONTACT_ROWS = 14;
    private static final int LONGEST = 25;
    private static final GatedPattern TOLD = GatedPattern.compile(
            "(?:现居住于|现居住在|现居住|居住于|居住在|现居|现住|(?:现在|目前)?住在|(?<!老)家住|(?<!老)家在|目前在|目前居住在?|人在|坐标|based? (?:in|at)|base[:：]|lives? in|living in|located in|residing in)\\s*:?\\s*(?<city>[\\u4e00-\\u9fa5]{2,8}(?:[-·\\s][\\u4e00-\\u9fa5]{2,5})?|[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)",
            Pattern.CASE_INSENSITIVE);
    private static final GatedPattern END =
            GatedPattern.compileBehind("[|,，;；。()（）\\t/]|\\s{2,}|(?<=[\\u4e00-\\u9fa5])\\s+(?=\\S)|户.?口|人$", "一");
    private static final Pattern ADDRESS_CITY =
            Pattern.compile("^(?:中国)?(?:[\\u4e00-\\u9fa5]{2,3}(?:省|自治区))?([\\u4e00-\\u9fa5]{2,4}?市)");
    private static final GatedPattern TOKENS =
            GatedPattern.compileBehind("[|·•/,，;；。、()（）\\t]|\\s{2,}|(?<=[\\u4e00-\\u9fa5])\\s+", "一");
    /** Rows that speak of another place: where somebody comes from, studied, worked or wants to go. */
    private static final GatedPattern OTHER_PLACE = GatedPattern.compile(
            "户\\s?口|户\\s?籍|籍\\s?贯|期望|意向|目标|希望|求职|应聘|大学|学院|学校|公司|集团|expected|desired|university|college|nationality|relocat");
    /** "Manchester M1 3HE", "Oakland, CA 94110", "Stockholm, Sweden" as English addresses end. */
    private static final GatedPattern WESTERN = GatedPattern.compile(
            "(?:^|[|•·,\\t]\\s*|\\s{2,}|:\\s*)(?<city>[A-Z][a-zA-Z.'-]+(?: [A-Z][a-zA-Z.'-]+){0,2})(?:,? [A-Z]{1,2}\\d{1,2}[A-Z]? \\d[A-Z]{2}\\b|, (?:[A-Z]{2})(?: \\d{5}(?:-\\d{4})?)?(?=\\s*(?:[|•·,\\t]|$))|, ?(?:USA|U\\.S\\.A\\.|United States|UK|U\\.K\\.|United Kingdom|England|Scotland|Ireland|Germany|France|Sweden|Norway|Denmark|Finland|Netherlands|Belgium|Switzerland|Austria|Italy|Spain|Portugal|Poland|Canada|Australia|New Zealand|India|Singapore|Malaysia|Japan|Korea|China|P\\.?R\\.? ?China|Taiwan|Thailand|Vietnam|Indonesia|Philippines|UAE|Brazil|Mexico))");

    /** Addresses of Hong Kong name its parts alone. */
    private static final GatedPattern HONG_KONG = GatedPattern.compile("^(?:九龙|新界|港岛)");

    private static final double OF_ADDRESS = 0.55;

    private final List<Row> rows;

    private Residences(List<Row> rows) {
        this.rows = rows;
    }

    static Optional<Found> read(List<Row> rows) {
        Residences residences = new Residences(rows);
        return residences
                .labelled()
                .or(residences::told)
                .or(residences::alone)
                .or(residences::western)
                .or(residences::ofAddress);
    }

    private Optional<Found> labelled() {
        return labelledLine().flatMap(line -> city(line.text(), line, 0.93));
    }

    /** "所在城市" says more than "所在地区". */
    private Optional<Line> labelledLine() {
        for (Row row : rows) {
            for (Labels.Labelled label : row.labels()) {
                if (label.field() == Field.CITY
                        && !label.isEmpty()
                        && label.label().replaceAll("\\s", "").contains("城市")) {
                    return Optional.of(label.value());
                }
            }
        }
        return LabelledValues.of(rows, Field.CITY);
    }

    private Optional<Found> told() {
        for (Row row : top(HEAD_ROWS)) {
            GatedPattern.Search matcher = TOLD.matcher(row.line().text());
            // Case does not count for the words before, but a name begins with a capital.
            if (row.section() != Section.WISH
                    && matcher.find()
                    && !Character.isLowerCase(matcher.group("city").charAt(0))) {
                return city(matcher.group("city"), row.line(), 0.85);
            }
        }
        return Optional.empty();
    }

    /** A place that is a piece of its own in the head: "女 · 重庆 · 9年经验", "浙江宁波". */
    private Optional<Found> alone() {
        for (Row row : top(CONTACT_ROWS)) {
            boolean personal = PersonalAttributes.isPersonal(row)
                    && row.period() == null
                    && !OTHER_PLACE.matcher(row.line().folded()).find();
            if (!personal) {
                continue;
            }
            for (String token : TOKENS.split(unlabelled(row))) {
                String piece = token.strip();
                if (piece.length() >= 2
                        && Wording.isPlace(piece)
                        && !Cities.find(piece).isEmpty()
                        && !piece.equals("中国")) {
                    return city(piece, row.line(), 0.75);
                }
            }
        }
        return Optional.empty();
    }

    private static String unlabelled(Row row) {
        StringBuilder text = new StringBuilder(row.line().text());
        for (Labels.Labelled label : row.labels()) {
            for (int i = label.start(); i < label.end(); i++) {
                text.setCharAt(i, '\t');
            }
        }
        return text.toString();
    }

    private Optional<Found> western() {
        for (Row row : top(CONTACT_ROWS)) {
            GatedPattern.Search matcher = WESTERN.matcher(row.line().text());
            if (PersonalAttributes.isPersonal(row)
                    && row.period() == null
                    && matcher.find()
                    && !isProvince(matcher.group("city"))) {
                return city(matcher.group("city"), row.line(), 0.7);
            }
        }
        return Optional.empty();
    }

    /** The city that a postal address names. */
    private Optional<Found> ofAddress() {
        Optional<Line> address = LabelledValues.of(rows, Field.ADDRESS);
        if (address.isPresent()) {
            Line line = address.get();
            Matcher matcher = ADDRESS_CITY.matcher(line.text());
            return matcher.find() ? city(matcher.group(1), line, 0.6) : canonical(line);
        }
        return top(CONTACT_ROWS).stream()
                .filter(row -> PersonalAttributes.isPersonal(row)
                        && row.labels().isEmpty()
                        && row.period() == null
                        && !OTHER_PLACE.matcher(row.line().folded()).find())
                .flatMap(row -> canonical(row.line()).stream())
                .findFirst();
    }

    private static Optional<Found> canonical(Line line) {
        if (HONG_KONG.isIn(line.folded())) {
            return Optional.of(new Found(new Residence("香港"), line, OF_ADDRESS));
        }
        if (!TextFolding.hasHan(line.text())) {
            Optional<String> part = Stream.of(line.text().split("\\s*,\\s*"))
                    .filter(name -> Cities.isName(name) && !isProvince(name))
                    .findFirst();
            if (part.isPresent()) {
                return part.map(city -> new Found(new Residence(city), line, OF_ADDRESS));
            }
        }
        return Cities.canonical(line.text()).map(city -> new Found(new Residence(city), line, OF_ADDRESS));
    }

    private static Optional<Found> city(String written, Line line, double confidence) {
        GatedPattern.Search end = END.matcher(written);
        String city = end.find() && end.start() >= 2 ? written.substring(0, end.start()) : written;
        if (city.length() < written.length() && isProvince(city)) {
            // "广东 东莞": the province alone says too little.
            String rest = written.substring(city.length()).replaceFirst("^[\\s,，/·-]+", "");
            GatedPattern.Search next = END.matcher(rest);
            city += next.find() && next.start() >= 2 ? rest.substring(0, next.start()) : rest;
        }
        boolean fits = city.length() >= 2
                && city.length() <= LONGEST
                && city.codePoints().noneMatch(Character::isDigit);
        String whole = SPREAD.matcher(city.strip()).matches() ? city.replaceAll("\\s", "") : city.strip();
        return fits ? Optional.of(new Found(new Residence(whole), line, confidence)) : Optional.empty();
    }

    private static boolean isProvince(String text) {
        String bare = TextFolding.fold(text).replaceAll("[省市]$|自治区$", "");
        return bare.equals("中国")
                || bare.equals("中国大陆")
                || Cities.find(bare).size() == 1
                        && !Cities.in(bare).isEmpty()
                        && !Cities.in(bare).contains(bare);
    }

    private List<Row> top(int count) {
        return rows.subList(0, Math.min(count, rows.size()));
    }
}
