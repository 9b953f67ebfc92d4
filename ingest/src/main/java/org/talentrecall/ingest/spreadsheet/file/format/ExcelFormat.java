package org.talentrecall.ingest.spreadsheet.file.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.format.FormatToken.Kind;

/**
 * A number format as ECMA-376 part 1, 18.8.31, describes it and Excel applies it. What depends on the reader's own
 * settings is shown as an American Excel does, unless the format names a Chinese locale. Immutable and safe for use by
 * several threads.
 */
public final class ExcelFormat {
    private static final int MOST_SECTIONS = 4;

    private final List<FormatSection> sections;
    private final boolean date;

    private ExcelFormat(List<FormatSection> sections) {
        this.sections = List.copyOf(sections);
        this.date = sections.get(0).isDate();
    }

    public static ExcelFormat of(String pattern) {
        List<FormatSection> sections = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < pattern.length() && sections.size() < MOST_SECTIONS; i++) {
            char c = pattern.charAt(i);
            if (!quoted && (c == '\\' || c == '_' || c == '*')) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                sections.add(FormatSection.parse(pattern.substring(start, i)));
                start = i + 1;
            }
        }
        if (sections.size() < MOST_SECTIONS) {
            sections.add(FormatSection.parse(pattern.substring(Math.min(start, pattern.length()))));
        }
        return new ExcelFormat(sections);
    }

    /** Whether positive numbers are shown as dates or times. */
    public boolean isDate() {
        return date;
    }

    /** Whether days can be told from the format: it shows a day, a month or a year, not only a time. */
    public boolean showsDay() {
        return date
                && sections.get(0).tokens().stream()
                        .anyMatch(token -> token.is(Kind.DATE)
                                && ("ydega".indexOf(token.text().charAt(0)) >= 0
                                                && !token.text().equals("a/p")
                                                && !token.text().equals("am/pm")
                                        || token.text().startsWith("mmm")));
    }

    /** Whether texts are shown otherwise than they are. */
    public boolean decoratesText() {
        FormatSection last = sections.get(sections.size() - 1);
        boolean forText = sections.size() == MOST_SECTIONS || last.has(Kind.TEXT);
        return forText && !(last.tokens().size() == 1 && last.tokens().get(0).is(Kind.TEXT));
    }

    /** The text of a cell as the format shows it. */
    public String shown(String text) {
        FormatSection last = sections.get(sections.size() - 1);
        boolean forText = sections.size() == MOST_SECTIONS || last.has(Kind.TEXT);
        if (!forText) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (FormatToken token : last.tokens()) {
            if (token.is(Kind.TEXT)) {
                shown.append(text);
            } else if (token.is(Kind.LITERAL)) {
                shown.append(token.text());
            } else if (token.is(Kind.GENERAL)) {
                shown.append(text);
            }
        }
        return shown.toString();
    }

    /** A number as the format shows it. */
    public String shown(double number, boolean from1904) {
        if (!Double.isFinite(number)) {
            return "#NUM!";
        }
        int index = index(number);
        if (index < 0) {
            return "###";
        }
        FormatSection section = sections.get(index);
        if (section.tokens().isEmpty()) {
            return sections.size() == 1 && section.condition() == null
                    ? GeneralFormat.shown(number)
                    : sign(number, index);
        }
        if (section.isDate()) {
            return DateDigits.shown(section, number, from1904);
        }
        String shown = section.has(Kind.GENERAL)
                ? general(section, Math.abs(number))
                : section.has(Kind.TEXT) && !section.has(Kind.DIGIT)
                        ? text(section, number)
                        : NumberDigits.shown(
                                section, BigDecimal.valueOf(Math.abs(number)).round(GeneralFormat.KEPT));
        boolean textual = section.has(Kind.TEXT) && !section.has(Kind.DIGIT);
        return textual || isZero(section, shown) ? shown : sign(number, index) + shown;
    }

    /** Whether rounding left nothing: Excel shows no minus then. */
    private static boolean isZero(FormatSection section, String shown) {
        boolean digits = section.has(Kind.DIGIT) && !section.has(Kind.EXPONENT) && !section.has(Kind.SLASH);
        return digits && shown.chars().noneMatch(c -> c >= '1' && c <= '9') && shown.indexOf('0') >= 0;
    }

    /** A minus where the section does not stand for negative numbers itself. */
    private String sign(double number, int index) {
        if (number >= 0) {
            return "";
        }
        FormatSection section = sections.get(index);
        FormatSection.Condition condition = section.condition();
        boolean ofNegatives = condition == null
                ? index == 1
                : condition.operator().startsWith("<") && !condition.operator().equals("<>") && condition.bound() <= 0;
        return ofNegatives ? "" : "-";
    }

    /** The section for a number; -1 when no condition holds. */
    private int index(double number) {
        int forNumbers = Math.min(sections.size(), MOST_SECTIONS - 1);
        if (forNumbers > 1 && sections.size() < MOST_SECTIONS && isTextOnly(sections.get(forNumbers - 1))) {
            forNumbers--;
        }
        boolean conditional = sections.stream().anyMatch(section -> section.condition() != null);
        if (conditional) {
            for (int i = 0; i < forNumbers; i++) {
                FormatSection.Condition condition = implied(i, forNumbers);
                if (condition == null || condition.holds(number)) {
                    return i;
                }
            }
            return forNumbers == 1 || forNumbers == 2 && sections.get(1).condition() != null ? -1 : forNumbers - 1;
        }
        if (forNumbers == 1) {
            return 0;
        }
        if (forNumbers == 2) {
            return number < 0 ? 1 : 0;
        }
        return number > 0 ? 0 : number < 0 ? 1 : 2;
    }

    private FormatSection.@Nullable Condition implied(int index, int count) {
        FormatSection.Condition own = sections.get(index).condition();
        if (own != null || index == count - 1) {
            return own;
        }
        return index == 0 ? new FormatSection.Condition(">", 0) : new FormatSection.Condition("<", 0);
    }

    private static boolean isTextOnly(FormatSection section) {
        return section.has(Kind.TEXT) && !section.has(Kind.DIGIT);
    }

    private static String general(FormatSection section, double size) {
        StringBuilder shown = new StringBuilder();
        boolean percent = section.has(Kind.PERCENT);
        for (FormatToken token : section.tokens()) {
            shown.append(token.is(Kind.GENERAL) ? GeneralFormat.shown(percent ? size * 100 : size) : token.text());
        }
        return shown.toString();
    }

    private static String text(FormatSection section, double number) {
        StringBuilder shown = new StringBuilder();
        for (FormatToken token : section.tokens()) {
            shown.append(token.is(Kind.TEXT) ? GeneralFormat.shown(number) : token.text());
        }
        return shown.toString();
    }
}
