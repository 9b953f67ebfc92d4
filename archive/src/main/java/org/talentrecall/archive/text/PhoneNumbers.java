package org.talentrecall.archive.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers as people write them, normalised to E.164; numbers without a country code are Chinese. Hotlines
 * (400, 800) are nobody's number and never found, nor are fax numbers. Safe for use by several threads.
 */
public final class PhoneNumbers {
    private static final String REGION = "CN";
    private static final int LEAST_DIGITS = 7;
    private static final int LONGEST_LINE = 200;
    private static final String GAP = "[\\s._\\-\u2010-\u2015·]";
    /** A mainland mobile in the groupings in use: 3-4-4, 3-8, 7-4, 4-3-4, 3-3-5. */
    private static final Pattern MOBILE = Pattern.compile("(?<![\\d.])(?:\\(?(?:\\+|00)?\\s?86\\)?" + GAP
            + "{0,2})?\\(?(1-?[3-9]\\d(?:"
            + GAP + "{0,2}\\d{4}" + GAP + "{0,2}\\d{4}|" + GAP + "?\\d{3}" + GAP + "?\\d{5}|\\d" + GAP + "\\d{3}" + GAP
            + "\\d{4}|/\\d{4}/\\d{4})|1 [3-9](?: \\d){9})\\)?(?!\\d|\\.\\d|[xX]\\b|[a-zA-Z_.]*@)");
    /** 3-3-4 without a country code is how North America writes; no Chinese number is grouped so. */
    private static final Pattern NORTH_AMERICAN =
            Pattern.compile("(?<![\\d.+\\-])(?:\\(\\d{3}\\)\\s?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d.\\-])");

    private static final Pattern LANDLINE = Pattern.compile(
            "(?<![\\d.+\\-])(?:\\(0\\d{2,3}\\)|0\\d{2,3}[- ])\\s?\\d{3,4}[- ]?\\d{4}(?![\\d.])|(?<![\\d.+\\-/])0[1-9]\\d{8,10}(?![\\d.\\-/])");
    /** A mobile as Taiwan writes it at home; a Chinese landline of an area code 09… has eleven digits. */
    private static final Pattern TAIWANESE = Pattern.compile(
            "(?<![\\d.+\\-/])09\\d{2}(?:-\\d{3}-\\d{3}| \\d{3} \\d{3}|[- ]?\\d{6})(?![\\d\\-/]|\\.\\d)");

    private static final Pattern BRACKETED_CODE = Pattern.compile("\\((852|853|886)\\)");
    private static final Pattern GREATER_CHINA = Pattern.compile("(852|853|886)[\\s-]?(\\d[\\d\\s-]{6,11}\\d)");
    /** Words right before digits that say that they are no telephone number. */
    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "(?:qq|身份证|证件|工号|编号|学号|订单|单号|账号|帐号|卡号|准考证|证书|许可证|专利|流水|邮编|传真|fax|isbn|id|no\\.?)(?:\\s*(?:号码|号|number|no\\.?))?\\s*[:.#是为]?\\s*$",
            Pattern.CASE_INSENSITIVE);
    /** Digits inside addresses belong to the address. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://|www\\.)[!-~]+|(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.]{1,63}",
            Pattern.CASE_INSENSITIVE);

    /** Runs that no number can hold; they would only cost time. */
    private static final Pattern NOISE = Pattern.compile("\\d{21,}+|[^\\p{L}\\d]{8,}+");
    /** Numbers of other shapes are looked for only where one can begin. */
    private static final Pattern DIALLED = Pattern.compile("\\+|(?<![\\d.])00\\d|(?<![\\d.])86[-\\s(]");

    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("\\d+\\.0+|\\d(?:\\.\\d+)?[eE]\\+?\\d{1,2}");
    private static final Set<PhoneNumberType> PERSONAL = EnumSet.of(
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.VOIP);

    private static final Pattern NOT_DIGIT = Pattern.compile("\\D");
    private static final int MAINLAND_DIGITS = 11;
    private static final int SEGMENT_DIGITS = 7;
    private static final int MOST_SEGMENTS = 10_000;
    /** Whether mobiles that begin with seven such digits are given out. */
    private static final Map<String, Boolean> SEGMENTS = new ConcurrentHashMap<>();

    private static final Recent<List<Found>> FOUND = new Recent<>(1 << 9, LONGEST_LINE, PhoneNumbers::search);

    private PhoneNumbers() {}

    /** The number as E.164 such as {@code +8613800001234}; the first one when the text holds several. */
    public static Optional<String> normalise(String written) {
        String mobile = MainlandMobiles.plain(written);
        return mobile == null ? normaliseAny(written) : Optional.of(mobile);
    }

    /** The same for a number of any shape. */
    static Optional<String> normaliseAny(String written) {
        String plain = unformat(TextFolding.halfWidth(written).strip());
        List<Found> found = findAll(plain);
        if (!found.isEmpty()) {
            return Optional.of(found.get(0).value());
        }
        Matcher nearby = GREATER_CHINA.matcher(plain);
        if (nearby.matches()) {
            return valid("+" + nearby.group(1) + nearby.group(2), REGION);
        }
        boolean mixed = plain.chars().anyMatch(Character::isLetter)
                || ADDRESS.matcher(plain).find();
        return mixed ? Optional.empty() : valid(plain, REGION);
    }

    /** Every number in the text, in order. Dates, pay, document numbers and QQ numbers are left alone. */
    public static List<Found> findAll(CharSequence text) {
        return FOUND.of(text.toString());
    }

    private static List<Found> search(String text) {
        String plain = TextFolding.halfWidth(text);
        List<Found> found = new ArrayList<>();
        for (Windows.Window window : Windows.aroundDigits(plain, LEAST_DIGITS, 70, 64)) {
            for (Found near : findNear(plain.substring(window.start(), window.end()))) {
                found.add(found(near.value(), text, near.start() + window.start(), near.end() + window.start()));
            }
        }
        return List.copyOf(found);
    }

    private static List<Found> findNear(String text) {
        StringBuilder rest = new StringBuilder(BRACKETED_CODE.matcher(text).replaceAll("+$1 "));
        blank(rest, ADDRESS.matcher(rest.toString()).results().toList());
        blank(rest, NOISE.matcher(rest.toString()).results().toList());
        List<Found> found = new ArrayList<>();
        List<MatchResult> mobiles = MOBILE.matcher(rest.toString()).results().toList();
        for (MatchResult match : mobiles) {
            if (isNamedOtherwise(rest, match.start())) {
                continue;
            }
            mainland(NOT_DIGIT.matcher(match.group(1)).replaceAll(""))
                    .ifPresent(number -> found.add(found(number, text, match.start(), match.end())));
        }
        blank(rest, mobiles);
        collect(NORTH_AMERICAN, "US", rest, text, found);
        collect(TAIWANESE, "TW", rest, text, found);
        collect(LANDLINE, REGION, rest, text, found);
        if (DIALLED.matcher(rest).find()) {
            found.addAll(others(rest, text));
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** True when the number belongs to a pocket rather than a desk or a household, so that one person answers it. */
    public static boolean isMobile(String e164) {
        return MainlandMobiles.isE164(e164) || isMobileOfAnyPlace(e164);
    }

    static boolean isMobileOfAnyPlace(String e164) {
        try {
            PhoneNumberUtil util = PhoneNumberUtil.getInstance();
            PhoneNumberType type = util.getNumberType(util.parse(e164, REGION));
            return type == PhoneNumberType.MOBILE
                    || type == PhoneNumberType.FIXED_LINE_OR_MOBILE
                    || type == PhoneNumberType.PERSONAL_NUMBER;
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static void collect(
            Pattern shape, String region, StringBuilder rest, CharSequence text, List<Found> found) {
        List<MatchResult> matches = shape.matcher(rest.toString()).results().toList();
        for (MatchResult match : matches) {
            if (!isNamedOtherwise(rest, match.start())) {
                valid(match.group(), region)
                        .ifPresent(number -> found.add(found(number, text, match.start(), match.end())));
            }
        }
        blank(rest, matches);
    }

    private static List<Found> others(StringBuilder rest, CharSequence text) {
        List<Found> found = new ArrayList<>();
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        for (PhoneNumberMatch match : util.findNumbers(rest, REGION, PhoneNumberUtil.Leniency.POSSIBLE, 1000)) {
            String raw = match.rawString();
            boolean dialled = raw.startsWith("0")
                    || raw.startsWith("(0")
                    || raw.startsWith("+")
                    || raw.startsWith("(+")
                    || raw.startsWith("86");
            // A country code in front says that it is a number, also where numbers of its kind are not given out.
            boolean usable = raw.startsWith("+") || raw.startsWith("(+")
                    ? isPersonal(match.number()) || !util.isValidNumber(match.number())
                    : util.isValidNumber(match.number()) && isPersonal(match.number());
            if (dialled && usable && !isNamedOtherwise(rest, match.start())) {
                found.add(found(e164(match.number()), text, match.start(), match.end()));
            }
        }
        return found;
    }

    private static boolean isNamedOtherwise(CharSequence text, int start) {
        return OTHER_NUMBER
                .matcher(text.subSequence(Math.max(0, start - 16), start))
                .find();
    }

    /**
     * A mainland mobile of eleven digits. Which network it belongs to, and so whether it is given out at all, its first seven
     * digits tell (MIIT's numbering plan), so that others of that kind need no second look.
     */
    private static Optional<String> mainland(String digits) {
        if (digits.length() != MAINLAND_DIGITS) {
            return valid("+86" + digits, REGION);
        }
        String e164 = "+86" + digits;
        String segment = digits.substring(0, SEGMENT_DIGITS);
        Boolean known = SEGMENTS.get(segment);
        if (known == null) {
            known = valid(e164, REGION).filter(e164::equals).isPresent();
            if (SEGMENTS.size() >= MOST_SEGMENTS) {
                SEGMENTS.clear();
            }
            SEGMENTS.put(segment, known);
        }
        return known ? Optional.of(e164) : Optional.empty();
    }

    private static Optional<String> valid(String number, String region) {
        try {
            PhoneNumber parsed = PhoneNumberUtil.getInstance().parse(number, region);
            boolean usable = PhoneNumberUtil.getInstance().isValidNumber(parsed) && isPersonal(parsed);
            return usable ? Optional.of(e164(parsed)) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isPersonal(PhoneNumber number) {
        return PERSONAL.contains(PhoneNumberUtil.getInstance().getNumberType(number));
    }

    /** E.164 proper: an extension would make two keys of one line. */
    private static String e164(PhoneNumber number) {
        return PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    }

    private static Found found(String value, CharSequence text, int start, int end) {
        return new Found(value, text.subSequence(start, end).toString(), start, end);
    }

    /** A line feed ends every number, so what was taken once cannot be joined with its neighbours. */
    private static void blank(StringBuilder text, List<MatchResult> taken) {
        for (MatchResult match : taken) {
            for (int i = match.start(); i < match.end(); i++) {
                text.setCharAt(i, '\n');
            }
        }
    }

    /** Undoes what spreadsheets do to long numbers: 13800001234.0 and 1.3800001234E10. */
    private static String unformat(String written) {
        if (!SPREADSHEET_NUMBER.matcher(written).matches()) {
            return written;
        }
        return new BigDecimal(written).toBigInteger().toString();
    }
}
