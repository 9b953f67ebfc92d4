package org.talentrecall.ingest.notes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/**
 * Where the writer of a mail works, as their signature says.
 *
 * @param title null when it gives none
 * @param line of the signature in which the company stands, from 1
 */
record SignatureCard(String company, @Nullable String title, int line) {
    private static final int LINES = 12;
    private static final int LONGEST = 60;
    private static final Pattern COMPANY = Pattern.compile(
            "[\\u4e00-\\u9fa5（）()A-Za-z·]{2,30}(?:公司|集团|研究院|银行|事务所|工作室|医院|研究所)(?:[（(][^)）]{1,10}[)）])?(?:.{0,8}分公司)?$|.{2,50}\\b(?:Inc|Ltd|LLC|Corp|Corporation|Company|GmbH|AG|Group|Limited|Technologies|Bank|B\\.V|S\\.A|PLC)\\.?$|.{2,40}Co\\.,? ?Ltd\\.?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_COMPANY = Pattern.compile(
            "地址|电话|邮箱|网址|公司(?:地址|电话|官网|网址)|address|tel|mail|http|www|应聘|贵公司|@", Pattern.CASE_INSENSITIVE);

    /** Empty when the signature names no company. */
    static Optional<SignatureCard> of(String signature) {
        List<String> lines = signature.lines().limit(LINES).toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String part : parts(lines.get(i))) {
                if (part.length() <= LONGEST
                        && COMPANY.matcher(part).matches()
                        && !NO_COMPANY.matcher(part).find()) {
                    return Optional.of(new SignatureCard(part, title(lines, part), i + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String title(List<String> lines, String company) {
        for (String line : lines) {
            for (String part : parts(line)) {
                List<Mention> mentions = Vocabulary.standard().mentions(part);
                boolean title =
                        mentions.stream().anyMatch(mention -> mention.term().kind() == Term.Kind.TITLE);
                if (title && !part.equals(company) && part.length() <= 30 && !part.matches(".*[\\d@].*")) {
                    return part;
                }
            }
        }
        return null;
    }

    private static List<String> parts(String line) {
        return java.util.Arrays.stream(
                        line.split("\\s*[|｜/·•]\\s*|\\s{2,}|(?<=[\\u4e00-\\u9fa5])\\s+|,\\s+(?=[A-Z])(?!Ltd|Inc|LLC)"))
                .map(String::strip)
                .filter(part -> part.length() >= 2)
                .toList();
    }
}
