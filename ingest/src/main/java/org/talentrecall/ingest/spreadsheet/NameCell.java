package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.MailAddresses;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.TextFolding;

/**
 * What a cell of names holds.
 *
 * @param name without titles, remarks and numbers; with its title where nothing but a family name would be left; null when
 *     the cell holds no name
 * @param others further names of the same person: in brackets, or in another script
 * @param several whether it names more than one person
 */
record NameCell(@Nullable String name, List<String> others, boolean several) {
    static final int LONGEST = 60;
    private static final int LONGEST_PLAIN = 4;
    /** Characters that join people or stand for somebody unknown. */
    private static final String NOT_PLAIN = "和与及等某未不匿无名待例";

    private static final Pattern BRACKETED = Pattern.compile("[(（\\[【<《][^)）\\]】>》]*[)）\\]】>》]");
    private static final Pattern BETWEEN_PEOPLE = Pattern.compile(
            "\\s*[、,，;；/／&＆|\\n]\\s*|\\s+(?:和|与|及|and)\\s+|(?<=\\p{IsHan})[和与及](?=\\p{IsHan})|\\s*\\+\\s*");
    private static final Pattern AND_OTHERS = Pattern.compile("等\\s?[\\d一二两三四五六七八九十]*\\s?[人位名]?$");
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:[(（]?\\d{1,3}[)）.、．:：]|[①-⑳•●◆■★☆*#√✓✔]+)\\s*|\\s*[*★☆√✓✔]+$");
    /** 王建国2 is another one than 王建国1, of the same name. */
    private static final Pattern NAMESAKE = Pattern.compile("(\\p{IsHan}{2,4})\\s*(?:[①-⑳]|[1-9])");
    /** A form's label that was copied with the name. */
    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:候选人|应聘者|应聘人|求职者)?姓\\s*名|名字|候选人|应聘者|应聘人|求职者|(?:candidate\\s+)?name)\\s*[:：]\\s*",
            Pattern.CASE_INSENSITIVE);
    /** What stands beside a Chinese name in Latin letters and is none. */
    private static final Pattern LATIN_TITLE = Pattern.compile(
            "(?:Dr|Mr|Mrs|Ms|Miss|Prof|Ph\\.?D|MBA|EMBA|M\\.?Sc|B\\.?Sc|M\\.?D|PMP|CPA|CFA|FRM|ACCA|HR|[A-Z])\\.?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REMARK_AFTER = Pattern.compile("^(\\p{IsHan}{2,4})\\s*(?:[-–—_:：/|]|\\s)\\s*(.+)$");
    private static final Pattern SCRIPTS = Pattern.compile(
            "^(?:(\\p{IsHan}[\\p{IsHan}·]{1,7})\\s*[/,，-]?\\s*([A-Za-z][A-Za-z .'’-]*)|([A-Za-z][A-Za-z .'’-]*?)\\s*[/,，-]?\\s*(\\p{IsHan}[\\p{IsHan}·]{1,7}))$");
    private static final Pattern LATIN_NAME = Pattern.compile("[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}");
    private static final Pattern CALL_NAME = Pattern.compile("[A-Z][a-z]{1,14}");
    private static final Pattern NOBODY =
            Pattern.compile("^(?:待定|待补充?|未知|不详|匿名|无名氏?|未提供|保密|某某|x+|tbd|unknown|anonymous|n\\.?a\\.?|姓名|name)$");
    private static final Pattern EXAMPLE = Pattern.compile(
            "^(?:示例|样例|范例|举例|例[:：]|模板|example|sample|e\\.g\\.)|[(（](?:示例|样例|范例|例子|example|sample)[)）]$");
    private static final int FEWEST_DIGITS = 5;

    NameCell {
        others = List.copyOf(others);
    }

    static NameCell of(String cell) {
        if (isPlain(cell) && NameForms.looksLikeChineseName(cell)) {
            // By far most cells; nothing of what follows can apply to them.
            return new NameCell(titled(cell), List.of(), false);
        }
        String text = withoutNumbers(LABEL.matcher(cell.strip()).replaceFirst(""));
        String bare = NUMBERING
                .matcher(BRACKETED.matcher(text).replaceAll(" ").strip())
                .replaceAll("")
                .strip();
        Matcher namesake = NAMESAKE.matcher(bare);
        if (namesake.matches() && NameForms.looksLikeChineseName(namesake.group(1))) {
            bare = namesake.group(1);
        }
        Set<String> others = new LinkedHashSet<>();
        Matcher brackets = BRACKETED.matcher(text);
        while (brackets.find()) {
            String inside =
                    brackets.group().substring(1, brackets.group().length() - 1).strip();
            if (isName(inside) || CALL_NAME.matcher(inside).matches()) {
                others.add(inside);
            }
        }
        if (bare.isEmpty() && !others.isEmpty()) {
            bare = others.iterator().next();
        }
        if (isSeveral(bare)) {
            return new NameCell(bare, List.of(), true);
        }
        Matcher scripts = SCRIPTS.matcher(bare);
        if (scripts.matches()) {
            boolean chineseFirst = scripts.group(1) != null;
            String chinese = NameForms.stripTitle(chineseFirst ? scripts.group(1) : scripts.group(4));
            String latin = NameForms.stripTitle(chineseFirst ? scripts.group(2) : scripts.group(3));
            if (NameForms.looksLikeChineseName(chinese)
                    && LATIN_NAME.matcher(latin).matches()) {
                if (!LATIN_TITLE.matcher(latin).matches()) {
                    others.add(latin);
                }
                bare = chinese;
            }
        }
        String name = titled(withoutRemark(bare));
        others.remove(name);
        boolean nobody = name.isEmpty()
                || name.codePoints().noneMatch(Character::isLetter)
                || NOBODY.matcher(TextFolding.fold(name)).matches();
        return nobody ? new NameCell(null, List.of(), false) : new NameCell(name, new ArrayList<>(others), false);
    }

    /** Two to four Chinese characters that name one person who is known. */
    private static boolean isPlain(String cell) {
        if (cell.length() < 2 || cell.length() > LONGEST_PLAIN) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            if (!TextFolding.isHan(character) || NOT_PLAIN.indexOf(character) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the cell shows how the row is to be filled in. */
    static boolean isExample(String cell) {
        boolean plain = cell.length() <= LONGEST_PLAIN && cell.indexOf('例') < 0 && cell.indexOf('模') < 0;
        return !(plain && TextFolding.isHan(cell.codePointAt(0)))
                && EXAMPLE.matcher(TextFolding.fold(cell)).find();
    }

    /** 张三 13800001234: the number is read with the contacts. */
    private static String withoutNumbers(String text) {
        if (text.chars().filter(Character::isDigit).limit(FEWEST_DIGITS).count() < FEWEST_DIGITS
                && text.indexOf('@') < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text);
        List<Found> found = new ArrayList<>(PhoneNumbers.findAll(text));
        found.addAll(MailAddresses.findAll(text));
        found.sort(java.util.Comparator.comparingInt(Found::start).reversed());
        found.forEach(one -> rest.replace(one.start(), one.end(), " "));
        return rest.toString()
                .replaceAll("(?:^|\\s)[\\s/,，、;；|]+|[\\s/,，、;；|:：]+$", " ")
                .strip();
    }

    /** A bare family name tells less than one with its title. */
    private static String titled(String bare) {
        String plain = NameForms.stripTitle(bare).strip();
        return plain.isEmpty() || NameForms.isSurnameOnly(NameForms.fold(plain)) ? bare : plain;
    }

    /** 王建国-高级生产经理 and 王建国 男 are a name and a remark. */
    private static String withoutRemark(String bare) {
        Matcher remark = REMARK_AFTER.matcher(bare);
        if (!remark.matches()) {
            return bare;
        }
        String name = NameForms.stripTitle(remark.group(1));
        return NameForms.looksLikeChineseName(name) ? remark.group(1) : bare;
    }

    private static boolean isName(String text) {
        return NameForms.looksLikeChineseName(text) || NameForms.looksLikeEnglishName(text);
    }

    private static boolean isSeveral(String bare) {
        Matcher more = AND_OTHERS.matcher(bare);
        if (more.find() && more.start() > 1) {
            String[] named = BETWEEN_PEOPLE.split(bare.substring(0, more.start()), -1);
            if (allChinese(named, 1)) {
                return true;
            }
        }
        String[] parts = BETWEEN_PEOPLE.split(bare, -1);
        if (allChinese(parts, 2) || allEnglish(parts)) {
            return true;
        }
        return allChinese(bare.split("\\s+", -1), 2);
    }

    private static boolean allChinese(String[] parts, int fewest) {
        return parts.length >= fewest
                && List.of(parts).stream().allMatch(part -> NameForms.looksLikeChineseName(NameForms.stripTitle(part)));
    }

    private static boolean allEnglish(String[] parts) {
        return parts.length > 1
                && List.of(parts).stream()
                        .allMatch(
                                part -> part.strip().indexOf(' ') > 0 && NameForms.looksLikeEnglishName(part.strip()));
    }
}
