package org.talentrecall.archive.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form for the ways in which a company or school is written. Legal forms, places in brackets or in front, widths,
 * case and blanks do not count; words that tell firms apart (制造, 互联) do. Safe for use by several threads.
 */
public final class OrganisationNames {
    private static final Pattern BRACKETED = Pattern.compile("[(\\[{【〔<《「]([^)\\]}】〕>》」]*)[)\\]}】〕>》」]?");
    private static final Pattern LEGAL_END =
            Pattern.compile("(?:集团|控股|股份|责任|有限|总)*(?:责任有限公司|有限责任公司|股份有限公司|有限公司|股份公司|总公司|公司|集团|控股|股份|有限合伙|普通合伙|个体工商户)$");
    /** Said of most firms of the age, so often left out; kept when nothing telling would remain. */
    private static final Pattern TECHNICAL_END =
            Pattern.compile("(?:网络科技|网络技术|信息科技|信息技术|计算机系统|计算机技术|软件技术|科技发展|技术开发|科技|技术)$");

    private static final Pattern BRANCH_END =
            Pattern.compile("(?<=公司|集团|银行|科技|股份).{2,6}(?:分公司|子公司|办事处|分部|分行|支行|分院|营业部)$");
    private static final Pattern STUDY_UNIT =
            Pattern.compile("^(.{2,12}?大学)(.{1,14}(?:学院|系|研究生院|研究院|研究所|学部|医学部|本部|书院|商学院)|研究生院|本部)$");
    /** Colleges that carry a university's name but are schools of their own. */
    private static final Pattern OWN_SCHOOL = Pattern.compile(
            ".*大学(?:城市|中山|珠海|金陵|宁波理工|北海|仙林|浦口|沙河|独立|科技|继续教育|网络教育|远程教育|成人教育|嘉庚|宝德|锦城|锦江|成贤|之江|钱江|北方|现代科技|应用技术|东方科技|信息商务)学院$");

    /** A town in front that the list of places does not have. */
    private static final Pattern TOWN = Pattern.compile("^\\p{IsHan}{2,4}?(?<![超城都门股夜])市(?=.{2})");

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}+&#]+");
    private static final Set<String> LATIN_LEGAL = Set.of(
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "llc",
            "llp",
            "lp",
            "corp",
            "corporation",
            "co",
            "company",
            "plc",
            "gmbh",
            "ag",
            "kg",
            "sa",
            "sas",
            "bv",
            "nv",
            "pte",
            "pty",
            "pvt",
            "kk",
            "ab",
            "oy",
            "spa",
            "srl",
            "holdings",
            "holding",
            "group",
            "intl",
            "wfoe");
    private static final Set<String> LATIN_TECHNICAL = Set.of("technology", "technologies", "tech");
    private static final Set<String> LATIN_PLACES = Set.of(
            "china", "beijing", "shanghai", "shenzhen", "guangzhou", "hangzhou", "hk", "prc", "asia", "apac", "cn");
    private static final Set<String> GENERIC =
            Set.copyOf(ResourceTable.words(OrganisationNames.class, "generic-company-words.txt"));
    private static final List<String> PLACES = ResourceTable.words(OrganisationNames.class, "company-places.txt");
    private static final Set<String> PLACE_NAMES = Set.copyOf(PLACES);
    private static final Pattern SCHOOL =
            Pattern.compile("大学|学院|中学|学校|职校|技校|党校|university|college|school|institute of technology|polytechnic");
    private static final Pattern TRAILING_PLACE = Pattern.compile("\\s*[,-]\\s*(?:" + String.join("|", PLACES) + ")$");
    private static final Map<String, String> ALIASES = aliases();
    private static final Recent<String> KEYS = new Recent<>(1 << 13, OrganisationNames::keyOf);

    private OrganisationNames() {}

    /** The matching form; empty only for a blank name. */
    public static String key(String name) {
        return KEYS.of(name);
    }

    private static String keyOf(String name) {
        String folded = TextFolding.fold(name);
        String plain = plainKey(folded);
        String alias = ALIASES.get(plain);
        return alias == null ? plain : alias;
    }

    /** True when the name is one of a school, college or university. */
    public static boolean isSchool(String name) {
        String folded = TextFolding.fold(name);
        boolean school = SCHOOL.matcher(folded).find() && !folded.contains("有限") && !folded.contains("公司");
        return school || isAliasOfSchool(folded);
    }

    private static boolean isAliasOfSchool(String folded) {
        String whole = ALIASES.getOrDefault(plainKey(folded), "");
        return whole.endsWith("大学") || whole.endsWith("学院");
    }

    private static String plainKey(String folded) {
        if (!TextFolding.hasHan(folded)) {
            return latinKey(folded);
        }
        boolean school = folded.contains("大学") || folded.contains("学院");
        String bare = TRAILING_PLACE.matcher(withoutBrackets(folded, school)).replaceFirst("");
        String joined = NOT_WORDS.matcher(bare).replaceAll("");
        String key = school && !joined.contains("公司") ? schoolKey(joined) : companyKey(joined);
        return key.isEmpty() ? NOT_WORDS.matcher(folded).replaceAll("") : key;
    }

    /** A campus in brackets is part of a school's name (中国石油大学（华东）); what a firm has in brackets is a remark. */
    private static String withoutBrackets(String folded, boolean school) {
        StringBuilder bare = new StringBuilder();
        Matcher matcher = BRACKETED.matcher(folded);
        int from = 0;
        while (matcher.find()) {
            bare.append(folded, from, matcher.start());
            from = matcher.end();
            String content = matcher.group(1).strip();
            boolean campus = school && PLACE_NAMES.contains(content);
            boolean nothingElse = bare.isEmpty() && from == folded.length();
            if (campus || nothingElse) {
                bare.append(content);
            }
        }
        return bare.append(folded.substring(from)).toString();
    }

    private static String schoolKey(String joined) {
        Matcher unit = STUDY_UNIT.matcher(joined);
        return unit.matches() && !OWN_SCHOOL.matcher(joined).matches() ? unit.group(1) : joined;
    }

    private static String companyKey(String joined) {
        String core = BRANCH_END.matcher(joined).replaceFirst("");
        core = cutEnd(core, LEGAL_END);
        String telling = cutEnd(core, TECHNICAL_END);
        telling = cutEnd(telling, LEGAL_END);
        return withoutPlace(isGeneric(telling) ? core : telling);
    }

    private static String cutEnd(String name, Pattern end) {
        String rest = name;
        String before;
        do {
            before = rest;
            String cut = end.matcher(rest).replaceFirst("");
            rest = cut.codePointCount(0, cut.length()) >= 2 ? cut : rest;
        } while (!rest.equals(before));
        return rest;
    }

    /** 北京远图 is 远图, but 北京银行 is no 银行: a place goes only when something telling remains. */
    private static String withoutPlace(String core) {
        for (String place : PLACES) {
            if (core.startsWith(place) && core.length() >= place.length() + 2) {
                String rest = core.substring(place.length());
                if (rest.length() >= 3 && (rest.startsWith("市") || rest.startsWith("省"))) {
                    rest = rest.substring(1);
                }
                return isGeneric(rest) || rest.length() < 2 ? core : withoutPlace(rest);
            }
        }
        String rest = TOWN.matcher(core).replaceFirst("");
        return isGeneric(rest) ? core : rest;
    }

    private static boolean isGeneric(String rest) {
        if (rest.isEmpty() || PLACE_NAMES.contains(rest)) {
            return true;
        }
        for (int end = Math.min(rest.length(), 4); end > 0; end--) {
            if (GENERIC.contains(rest.substring(0, end)) && (end == rest.length() || isGeneric(rest.substring(end)))) {
                return true;
            }
        }
        return false;
    }

    private static String latinKey(String folded) {
        String bare = BRACKETED.matcher(folded).replaceAll(" ").strip();
        String spaced = NOT_WORDS
                .matcher((bare.isEmpty() ? folded : bare).replace(".", "").replace("'", ""))
                .replaceAll(" ")
                .strip();
        String[] words = spaced.split(" ", -1);
        int start = words.length > 1 && words[0].equals("the") ? 1 : 0;
        int end = words.length;
        while (end - start > 1
                && (LATIN_LEGAL.contains(words[end - 1])
                        || LATIN_TECHNICAL.contains(words[end - 1])
                        || isPlaceEnd(words, end))) {
            end--;
        }
        return String.join("", List.of(words).subList(start, end));
    }

    /** The China of "Siemens China" goes, that of "Bank of China" stays. */
    private static boolean isPlaceEnd(String[] words, int end) {
        return LATIN_PLACES.contains(words[end - 1])
                && !words[end - 2].equals("of")
                && !words[end - 2].equals("university");
    }

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        for (List<String> row : ResourceTable.rows(OrganisationNames.class, "organisation-aliases.tsv")) {
            String canonical = plainKey(TextFolding.fold(row.get(0)));
            for (String name : row.get(1).split("\\|", -1)) {
                String former = aliases.put(plainKey(TextFolding.fold(name)), canonical);
                if (former != null && !former.equals(canonical)) {
                    doubtful.add(name);
                }
            }
        }
        if (!doubtful.isEmpty()) {
            throw new IllegalStateException(
                    "organisation-aliases.tsv names two organisations by one alias: " + doubtful);
        }
        return Map.copyOf(aliases);
    }
}
