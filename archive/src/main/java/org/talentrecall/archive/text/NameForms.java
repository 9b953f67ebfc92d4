package org.talentrecall.archive.text;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People's names, Chinese and Latin, in the forms they are matched and searched by. Safe for use by several threads. */
public final class NameForms {
    private static final Pattern TITLE_BEFORE = Pattern.compile(
            "^(?:mr|mrs|ms|miss|dr|prof|professor|sir|madam|dear)\\.?\\s+|^(?:尊敬的|亲爱的|候选人|应聘者|姓名)\\s*:?\\s*",
            Pattern.CASE_INSENSITIVE);
    /** What a title before a name begins with. */
    private static final String BEFORE_BEGINS = "mMdDpPsS尊亲候应姓";
    /** Never the end of a given name, so they go whatever stands before; longer ones before what they end in. */
    private static final List<String> TITLES_AFTER = List.of(
            "先生", "女士", "小姐", "老师", "同学", "博士", "教授", "副总经理", "总经理", "副总裁", "总裁", "董事长", "总监", "副总", "经理", "主管", "主任",
            "部长", "院长", "厂长", "工程师", "设计师", "律师", "医生", "顾问", "老总", "董事", "处长", "科长", "组长", "班长", "店长");
    /** The last characters of those titles. */
    private static final String AFTER_ENDS = lastCharacters(TITLES_AFTER);

    private static final String SHORT_TITLES = "总工董姐哥局处";
    private static final Pattern LATIN_SUFFIX = Pattern.compile(
            "(?:,?\\s+(?:ph\\.?\\s?d\\.?|m\\.?d\\.?|mba|cpa|cfa|frm|pmp|jr\\.?|sr\\.?|esq\\.?|ii|iii))+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETED = Pattern.compile("[(\\[{<【「].*?[)\\]}>】」]|[(\\[【].*$");
    private static final Pattern HAN_NAME = Pattern.compile("[\\p{IsHan}](?:[\\p{IsHan}·]| (?=\\p{IsHan}))*");
    private static final Pattern DOT_BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan})\\.(?=\\p{IsHan})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}' ]+");
    private static final Pattern ENGLISH = Pattern.compile(
            "[A-Z][a-zA-Z'’]*(?:-[A-Z]?[a-z]+)?\\.?(?:\\s+(?:[A-Z]\\.?|[A-Z][a-zA-Z'’]+(?:-[A-Z]?[a-zA-Z]+)?|de|da|van|von|der|bin|al|la)){1,3}");
    private static final Set<String> NOT_NAMES = Set.copyOf(ResourceTable.words(NameForms.class, "not-names.txt"));
    private static final Set<String> NOT_NAME_ENDS =
            Set.of(("公司|集团|大学|学院|学校|中学|银行|医院|经理|总监|主管|主任|专员|助理|工程|程师|设计|开发|测试|管理|运营|销售|简历|信息|经验|经历|能力|岗位|职位|时间|地址"
                            + "|电话|邮箱|部门|项目|技术|科技|系统|平台|产品|市场|专业|本科|硕士|博士|先生|女士|小姐|省|市|区|县|路|号|部|元|年|月")
                    .split("\\|", -1));
    private static final int LONGEST = 60;
    private static final int MOST_READINGS = 24;

    private static final Recent<String> FOLDED = new Recent<>(1 << 12, NameForms::folded);
    private static final Recent<List<String>> PINYIN = new Recent<>(1 << 12, NameForms::readings);

    private NameForms() {}

    /**
     * The matching form: title and bracketed remarks dropped, Chinese names without blanks in simplified characters
     * ({@code 王建国}), Latin names in lower case, given name first when a comma tells, without dots, hyphens and accents
     * ({@code jianguo wang}). Of a name given in both scripts the Chinese one. Empty when nothing is left.
     */
    public static String fold(String name) {
        return FOLDED.of(name);
    }

    private static String folded(String name) {
        String folded =
                TextFolding.fold(name).replace('•', '·').replace('‧', '·').replace('・', '·');
        if (folded.indexOf('.') > 0) {
            folded = DOT_BETWEEN_HAN.matcher(folded).replaceAll("·");
        }
        Optional<String> chinese = chinesePart(folded);
        if (chinese.isPresent()) {
            return chinese.get();
        }
        String bare = isAllHan(folded)
                ? stripTitle(folded)
                : stripTitle(BRACKETED.matcher(folded).replaceAll(" ").strip());
        if (TextFolding.hasHan(bare)) {
            return bare.replace(" ", "");
        }
        return latin(LATIN_SUFFIX.matcher(bare).replaceAll(""));
    }

    /** The name without 先生, 女士, 经理, Mr. and the like; 王总, 李工 and 老张 become the bare family name, a bare title nothing. */
    public static String stripTitle(String name) {
        String rest = name.strip();
        String before;
        do {
            before = rest;
            if (!rest.isEmpty() && BEFORE_BEGINS.indexOf(rest.charAt(0)) >= 0) {
                rest = TITLE_BEFORE.matcher(rest).replaceFirst("");
            }
            rest = withoutTitleAfter(rest);
        } while (!rest.equals(before));
        if (rest.length() == 4 && rest.endsWith("总") && looksLikeChineseName(rest.substring(0, 3))) {
            return rest.substring(0, 3);
        }
        int last = rest.length() - 1;
        boolean brief = last >= 1 && last <= 2 && SHORT_TITLES.indexOf(rest.charAt(last)) >= 0;
        if (brief && Surnames.contains(rest.substring(0, last))) {
            return rest.substring(0, last);
        }
        boolean familiar = rest.length() == 2 && "老小阿".indexOf(rest.charAt(0)) >= 0;
        return familiar && Surnames.contains(rest.substring(1)) ? rest.substring(1) : rest;
    }

    private static String withoutTitleAfter(String name) {
        if (!name.isEmpty() && AFTER_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0) {
            for (String title : TITLES_AFTER) {
                if (name.endsWith(title)) {
                    return name.substring(0, name.length() - title.length()).strip();
                }
            }
        }
        return name.strip();
    }

    private static String lastCharacters(List<String> words) {
        StringBuilder last = new StringBuilder();
        words.forEach(word -> last.append(word.charAt(word.length() - 1)));
        return last.toString();
    }

    /**
     * Readings of a Chinese name in both orders, without tones, family name first: {@code wang jianguo}, {@code jianguo
     * wang}. Family names of several readings give each; ü is written v, u and yu. A Latin name gives its matching form
     * and the turned one.
     */
    public static List<String> pinyin(String name) {
        return PINYIN.of(name);
    }

    private static List<String> readings(String name) {
        String folded = fold(name);
        if (folded.length() > LONGEST) {
            return List.of();
        }
        Set<String> readings = new LinkedHashSet<>();
        if (!TextFolding.hasHan(folded)) {
            addLatin(folded, readings);
            return List.copyOf(readings);
        }
        String han = folded.replace("·", "");
        String surname = Surnames.of(han)
                .filter(family -> family.length() < han.length())
                .orElse("");
        String given = han.substring(surname.length());
        Set<String> flipped = new LinkedHashSet<>();
        for (String family : surname.isEmpty() ? List.of("") : surnameReadings(surname)) {
            for (String call : GivenNames.readings(given)) {
                readings.add((family + " " + call).strip());
                flipped.add((call + " " + family).strip());
            }
        }
        readings.addAll(flipped);
        return readings.stream().limit(MOST_READINGS).toList();
    }

    /** True for two to four Chinese characters that start with a family name and are no everyday word of resumes. */
    public static boolean looksLikeChineseName(String text) {
        String folded = TextFolding.fold(text).replace('•', '·').replace('・', '·');
        if (folded.indexOf('·') > 0) {
            return folded.matches("\\p{IsHan}{1,8}(?:·\\p{IsHan}{1,8}){1,3}") && folded.length() >= 4;
        }
        String name = folded.replace(" ", "");
        if (name.length() < 2
                || name.length() > 4
                || !isAllHan(name)
                || NOT_NAMES.contains(name)
                || NOT_NAME_ENDS.contains(name.substring(name.length() - 1))
                || NOT_NAME_ENDS.contains(name.substring(name.length() - 2))) {
            return false;
        }
        Optional<String> surname = Surnames.of(name);
        if (surname.isEmpty() || surname.get().length() == name.length() && name.length() == 2) {
            return surname.isPresent()
                    && Surnames.contains(name.substring(0, 1))
                    && !NOT_NAMES.contains(name)
                    && !isCompound(name);
        }
        int given = name.length() - surname.get().length();
        boolean marriedDouble =
                name.length() == 4 && surname.get().length() == 1 && Surnames.contains(name.substring(1, 2));
        return given <= 2 || marriedDouble;
    }

    /** True for two to four capitalised Latin words that can be a person's name. */
    public static boolean looksLikeEnglishName(String text) {
        String bare = LATIN_SUFFIX
                .matcher(TITLE_BEFORE.matcher(text.strip()).replaceFirst(""))
                .replaceAll("");
        if (bare.length() > 40 || !ENGLISH.matcher(bare).matches()) {
            return false;
        }
        for (String word : bare.toLowerCase(Locale.ROOT).split("[\\s-]+", -1)) {
            if (NOT_NAMES.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** True when only a family name is left, so that the name tells nobody apart: 王, 欧阳. */
    public static boolean isSurnameOnly(String folded) {
        return Surnames.contains(folded) && (folded.length() == 1 || isCompound(folded));
    }

    private static boolean isCompound(String surname) {
        return surname.length() == 2 && Surnames.contains(surname);
    }

    /** The Chinese name inside a mixed one such as "Michael Wang (王建国)". */
    private static Optional<String> chinesePart(String folded) {
        if (!TextFolding.hasHan(folded) || isAllHan(folded)) {
            return Optional.empty();
        }
        Matcher matcher = HAN_NAME.matcher(folded);
        while (matcher.find()) {
            String part = stripTitle(matcher.group().replace(" ", ""));
            if (looksLikeChineseName(part)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static boolean isAllHan(String text) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!TextFolding.isHan(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }

    private static String latin(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name.replace('’', '\''), Normalizer.Form.NFD))
                .replaceAll("");
        int comma = plain.indexOf(',');
        String ordered = comma > 0 ? plain.substring(comma + 1) + " " + plain.substring(0, comma) : plain;
        return NOT_LETTERS
                .matcher(ordered)
                .replaceAll(" ")
                .replaceAll(" +", " ")
                .strip();
    }

    private static void addLatin(String folded, Set<String> readings) {
        if (folded.isEmpty()) {
            return;
        }
        readings.add(folded);
        int last = folded.lastIndexOf(' ');
        if (last > 0) {
            readings.add(folded.substring(last + 1) + " " + folded.substring(0, last));
            int first = folded.indexOf(' ');
            readings.add(folded.substring(first + 1) + " " + folded.substring(0, first));
        }
    }

    static List<String> surnameReadings(String surname) {
        List<String> special = Surnames.specialReadings(surname);
        return special.isEmpty() ? GivenNames.readings(surname) : special;
    }
}
