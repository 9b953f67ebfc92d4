package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Vocabulary;

/** Names of tools in Latin letters, known or not, inside lists and sentences. */
final class ToolNames {
    static final GatedPattern LATIN_START = GatedPattern.compile("[A-Za-z.]");
    private static final int LONGEST = 32;
    private static final String WORD = "[A-Za-z.][A-Za-z0-9.#]{0,20}(?:\\+\\+)?(?: [A-Z][A-Za-z0-9.+#]{0,20})?";
    private static final GatedPattern RUN_PARTING = GatedPattern.compile("\\s*[、,，/+]\\s*");
    private static final GatedPattern RUN = GatedPattern.compile(
            "(?<![A-Za-z0-9@._/:-])" + WORD + "(?:\\s{0,2}[、,，/+]\\s{0,2}" + WORD + "){2,}(?![A-Za-z0-9@])");
    /** Words that announce tools: "基于K2，MOSS"、"使用VC++、SQLServer". */
    private static final GatedPattern ANNOUNCED = GatedPattern.compile(
            "(?:基于|使用|采用|运用|利用|应用|熟练|精通|熟悉|掌握|(?:开发|主要)?(?:工具|平台|技术|框架)(?:[和及与](?:工具|平台|技术|框架))?\\s?[:：])了?\\s{0,2}("
                    + WORD + "(?:(?:\\s{0,2}[、,，/+]\\s{0,2}|\\s?[和及与]\\s?)" + WORD + ")*)(?![A-Za-z0-9@])");
    /** Names with their meaning beside them, one after the other: "POWER（服务器）、TSM（存储管理软件）". */
    private static final GatedPattern EXPLAINED = GatedPattern.compileBehind(
            "([A-Z][A-Za-z0-9.+#]{1,20})[(（][\\u4e00-\\u9fa5]{2,10}[)）](?=[、,，]\\s?[A-Z][A-Za-z0-9.+#]{1,20}[(（][\\u4e00-\\u9fa5]{2,10}[)）])|(?<=[)）][、,，]\\s?)([A-Z][A-Za-z0-9.+#]{1,20})[(（][\\u4e00-\\u9fa5]{2,10}[)）]",
            ")、");

    private static final GatedPattern ANNOUNCED_PARTING =
            GatedPattern.compile("\\s*(?:[、,，/+](?!\\+)|(?<!\\+)\\+(?=[A-Za-z.])|[和及与])\\s*");
    private static final GatedPattern LATIN = GatedPattern.compile(
            "(?<![A-Za-z0-9.@/_-])(?:\\.?[A-Z][A-Za-z0-9.+#]*(?:[- ](?:[A-Z][A-Za-z0-9.+#]*|v?\\d[\\d.]*))*|[a-z][a-z0-9]*[.+#A-Z][A-Za-z0-9+#.]*|[a-z]{3,}[a-z0-9]*)(?![A-Za-z0-9@_])");
    private static final Pattern NOTHING =
            Pattern.compile("[abc][123]?|[a-z]|.*\\d{4,}年?.*|v\\d.*|.*\\.(?:com|cn|net|org)\\b.*|[a-z]{1,3}\\d{3,}");
    /** Two capitals name a tool (UG, VC, OO) unless they name something else. */
    private static final Set<String> SHORT_WORDS = Set.of(
            "it", "hr", "pc", "ok", "no", "id", "am", "pm", "tv", "ic", "qq", "in", "of", "to", "on", "by", "as", "is",
            "an", "or", "at", "he", "we", "my", "me", "us", "uk", "mr", "ms", "eg", "ie", "vs", "qa", "rd", "pr", "gm",
            "vp", "co", "hp");

    private static final Set<String> COMMON = Set.copyOf(Tables.rows("common-words.tsv").stream()
            .flatMap(row -> List.of(row[0].split(" ")).stream())
            .toList());

    private ToolNames() {}

    /** Tools named one after the other anywhere ("用 Athena/DevTest/Jtest 测试") or announced as tools. */
    static List<String> among(String text, Vocabulary vocabulary) {
        List<String> tools = new ArrayList<>();
        GatedPattern.Search run = RUN.matcher(text);
        while (run.find()) {
            // One known tool tells that the others are tools too and no list of towns or travels.
            if (!vocabulary.mentions(run.group()).isEmpty()) {
                add(tools, RUN_PARTING.split(run.group()));
            }
        }
        GatedPattern.Search announced = ANNOUNCED.matcher(text);
        while (announced.find()) {
            add(tools, ANNOUNCED_PARTING.split(announced.group(1)));
        }
        GatedPattern.Search explained = EXPLAINED.matcher(text);
        while (explained.find()) {
            add(tools, new String[] {explained.group(1) == null ? explained.group(2) : explained.group(1)});
        }
        return tools;
    }

    private static void add(List<String> tools, String[] words) {
        for (String word : words) {
            if (isTool(word.strip())) {
                tools.add(word.strip());
            }
        }
    }

    /** Every Latin name inside a sentence of a list of skills. */
    static List<String> inside(String sentence) {
        List<String> tools = new ArrayList<>();
        GatedPattern.Search matcher = LATIN.matcher(sentence);
        while (matcher.find()) {
            if (isTool(matcher.group())) {
                tools.add(matcher.group());
            }
        }
        return tools;
    }

    static boolean isTool(String word) {
        String folded = TextFolding.fold(word);
        if (TextFolding.hasHan(folded) || word.length() > LONGEST || word.indexOf('@') >= 0) {
            return false;
        }
        long letters = folded.chars().filter(Character::isLetter).count();
        boolean shortName = word.length() == 2
                && Character.isUpperCase(word.charAt(0))
                && (Character.isUpperCase(word.charAt(1)) || Character.isDigit(word.charAt(1)))
                && !SHORT_WORDS.contains(folded);
        return shortName
                || letters >= 2
                        && word.length() > 2
                        && word.split("\\s+").length <= 4
                        && !COMMON.contains(folded)
                        && !NOTHING.matcher(folded).matches();
    }
}
