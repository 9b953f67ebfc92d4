package org.talentrecall.ingest.spreadsheet.file.format;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.format.FormatToken.Kind;

/** Shows a serial number as a date or time. */
final class DateDigits {
    /** Serial of 10000-01-01 counted from 1900. */
    private static final double PAST_LAST_DAY = 2_958_466;

    private static final int DAYS_1900_TO_1904 = 1_462;
    private static final int FEIGNED_LEAP_DAY = 60;
    private static final long SECONDS_A_DAY = 86_400;
    private static final int BUDDHIST = 543;
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final String[] CHINESE_MONTHS = {
        "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"
    };
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    private static final String CHINESE_DAYS = "日一二三四五六";

    private final FormatSection section;
    private final double serial;
    private final int decimals;
    private final int year;
    private final int month;
    private final int day;
    private final int weekday;
    /** Since midnight, in the smallest unit shown. */
    private final long ticks;

    private final long ticksASecond;
    private final boolean halves;

    private DateDigits(FormatSection section, double serial) {
        this.section = section;
        this.serial = serial;
        this.decimals = decimals(section.tokens());
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        this.ticksASecond = unit;
        this.halves = section.tokens().stream().anyMatch(token -> isHalf(token.text()) && token.is(Kind.DATE));
        long whole = (long) Math.floor(serial);
        boolean seconds = section.tokens().stream()
                .anyMatch(token -> token.is(Kind.DATE) && token.text().contains("s"));
        double fraction = (serial - whole) * SECONDS_A_DAY * unit;
        long rounded = Math.round(fraction);
        if (!seconds) {
            // Without seconds Excel cuts minutes off, but for what double arithmetic lost.
            rounded = Math.round((serial - whole) * SECONDS_A_DAY);
        }
        if (rounded >= SECONDS_A_DAY * unit) {
            rounded -= SECONDS_A_DAY * unit;
            whole++;
        }
        this.ticks = rounded;
        this.weekday = (int) Math.floorMod(whole - 1, 7L);
        if (whole == FEIGNED_LEAP_DAY) {
            this.year = 1900;
            this.month = 2;
            this.day = 29;
        } else if (whole == 0) {
            this.year = 1900;
            this.month = 1;
            this.day = 0;
        } else {
            LocalDate date = LocalDate.of(1899, 12, 31).plusDays(whole > FEIGNED_LEAP_DAY ? whole - 1 : whole);
            this.year = date.getYear();
            this.month = date.getMonthValue();
            this.day = date.getDayOfMonth();
        }
    }

    static String shown(FormatSection section, double number, boolean from1904) {
        double serial = from1904 ? number + DAYS_1900_TO_1904 : number;
        boolean elapsed =
                section.tokens().stream().anyMatch(token -> token.text().startsWith("[") && token.is(Kind.DATE));
        if (number < 0 && !from1904 || serial < 0 || serial >= PAST_LAST_DAY) {
            // Excel fills the cell with these signs, however wide it is.
            return "#".repeat(elapsed ? 3 : 9);
        }
        return new DateDigits(section, serial).shown();
    }

    private static int decimals(List<FormatToken> tokens) {
        int most = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.POINT)) {
                int count = 0;
                while (i + 1 + count < tokens.size()
                        && tokens.get(i + 1 + count).text().equals("0")) {
                    count++;
                }
                most = Math.max(most, Math.min(3, count));
            }
        }
        return most;
    }

    private static boolean isHalf(String text) {
        return text.equals("am/pm") || text.equals("a/p") || text.equals("上午/下午");
    }

    private String shown() {
        StringBuilder shown = new StringBuilder();
        List<FormatToken> tokens = section.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            FormatToken token = tokens.get(i);
            if (token.is(Kind.DATE)) {
                shown.append(part(token.text(), i));
            } else if (token.is(Kind.POINT)
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).text().equals("0")) {
                int zeros = 0;
                while (i + 1 < tokens.size() && tokens.get(i + 1).text().equals("0")) {
                    zeros++;
                    i++;
                }
                String digits = padded(ticks % ticksASecond, Math.max(1, decimals));
                shown.append('.').append(digits, 0, Math.min(zeros, digits.length()));
            } else if (token.is(Kind.GENERAL)) {
                shown.append(GeneralFormat.shown(serial));
            } else {
                shown.append(token.text());
            }
        }
        return shown.toString();
    }

    private String part(String letters, int at) {
        long seconds = ticks / ticksASecond;
        int length = letters.length();
        return switch (letters.charAt(0)) {
            case 'y' -> length <= 2 ? numerals(year % 100, 2) : numerals(year, 4);
            case 'e' -> numerals(year, 1);
            case 'b' -> length <= 2 ? padded((year + BUDDHIST) % 100, 2) : String.valueOf(year + BUDDHIST);
            case 'g' -> "";
            case 'm' -> isMinute(at) ? numerals(seconds / 60 % 60, length) : month(length);
            case 'd' -> length <= 2 ? numerals(day, length) : weekday(length);
            case 'h' -> numerals(hour(seconds / 3600), Math.min(2, length));
            case 's' -> numerals(seconds % 60, Math.min(2, length));
            case '[' -> elapsed(letters);
            case 'a', '上' -> isHalf(letters) ? half(letters, seconds) : chineseDay(length);
            default -> letters;
        };
    }

    private long hour(long hour) {
        return !halves ? hour : hour % 12 == 0 ? 12 : hour % 12;
    }

    private String half(String letters, long seconds) {
        boolean morning = seconds < SECONDS_A_DAY / 2;
        if (letters.equals("a/p")) {
            return morning ? "A" : "P";
        }
        if (section.chinese()) {
            return morning ? "上午" : "下午";
        }
        return morning ? "AM" : "PM";
    }

    private String elapsed(String letters) {
        double unit = letters.charAt(1) == 'h' ? 3600 : letters.charAt(1) == 'm' ? 60 : 1;
        long whole = (long) Math.floor(serial) * SECONDS_A_DAY + ticks / ticksASecond;
        if (ticks == 0 && serial != Math.floor(serial)) {
            whole = Math.round(serial * SECONDS_A_DAY);
        }
        return padded((long) Math.floor(whole / unit), letters.length() - 2);
    }

    /** "m" is a minute behind hours and before seconds. */
    private boolean isMinute(int at) {
        List<FormatToken> tokens = section.tokens();
        if (tokens.get(at).text().length() > 2) {
            return false;
        }
        String before = neighbour(tokens, at, -1);
        String after = neighbour(tokens, at, 1);
        return before != null && (before.startsWith("h") || before.startsWith("[h"))
                || after != null && (after.startsWith("s") || after.startsWith("[s"));
    }

    private static @Nullable String neighbour(List<FormatToken> tokens, int at, int step) {
        for (int i = at + step; i >= 0 && i < tokens.size(); i += step) {
            if (tokens.get(i).is(Kind.DATE) && !isHalf(tokens.get(i).text())) {
                return tokens.get(i).text();
            }
        }
        return null;
    }

    private String month(int length) {
        if (length <= 2) {
            return numerals(month, length);
        }
        if (section.chinese()) {
            return length == 3 ? month + "月" : CHINESE_MONTHS[month - 1];
        }
        String name = MONTHS[month - 1];
        return length == 3 ? name.substring(0, 3) : length == 4 ? name : name.substring(0, 1);
    }

    private String weekday(int length) {
        if (section.chinese()) {
            return chineseDay(length);
        }
        return length == 3 ? DAYS[weekday].substring(0, 3) : DAYS[weekday];
    }

    private String chineseDay(int length) {
        return (length == 3 ? "周" : "星期") + CHINESE_DAYS.charAt(weekday);
    }

    private String numerals(long number, int digits) {
        if (section.numerals() == 0) {
            return padded(number, digits);
        }
        return digits >= 4
                ? ChineseDigits.each(number, section.numerals())
                : ChineseDigits.number(number, section.numerals());
    }

    private static String padded(long number, int digits) {
        String plain = Long.toString(number);
        return plain.length() >= digits ? plain : "0".repeat(digits - plain.length()) + plain;
    }
}
