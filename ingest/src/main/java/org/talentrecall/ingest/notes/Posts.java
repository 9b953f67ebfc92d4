package org.talentrecall.ingest.notes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.vocabulary.Mention;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/** Finds the post of ours that a mail is about. */
final class Posts {
    private static final Pattern APPLIED = Pattern.compile(
            "(?:应聘|应征|申请|投递|求职|竞聘|應聘|應徵|申請|投遞|求職|apply(?:ing)? for (?:the )?(?:position of |role of |post of )?|application (?:for|as)|position of)(?:了)?\\s*[:：]?\\s*(?:贵司|贵公司|你司|你们|貴公司|貴司)?(?:的)?\\s*(?<post>[\\u4e00-\\u9fa5A-Za-z][^,，。;；—－\\-–|（(【\\n]{1,28}?)(?:一职|一職|职位|職位|职缺|職缺|岗位|的职位|岗)?(?=\\s*[,，。;；—－\\-–|（(【\\n]|\\s*$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BOARD = Pattern.compile(
            "(?:申请|应聘|投递)(?:了)?贵公司\\s*(?<a>[^－\\-—–\\n]{2,40}?)\\s*[－\\-—–]|您?发布的职位\\s+(?<b>[^\\n]{2,40}?)\\s+收到");
    private static final Pattern IN_BRACKETS = Pattern.compile("[(（]([^)）]{2,40})[)）]");
    private static final Pattern PARTS =
            Pattern.compile("[,，。;；:：、()（）]|(?<=[\\u4e00-\\u9fa5])\\s+|\\s+(?=[\\u4e00-\\u9fa5\\d])|\\s+(?=[\\w.]+@)");
    private static final int LONGEST = 40;
    private static final int LONGEST_CHINESE = 18;
    /** How far behind the name its bracket may open ("今天面的（…）"). */
    private static final int NEAR = 8;

    private static final int BEHIND = 45;

    private Posts() {}

    /** @param labelled the value of a label such as 应聘职位, or null */
    static @Nullable String of(MailText mail, NoteSegment segment, @Nullable String labelled, boolean alone) {
        if (labelled != null && labelled.length() >= 2 && labelled.length() <= LONGEST) {
            return labelled;
        }
        for (NoteSegment.Numbered line : segment.lines()) {
            Matcher applied = APPLIED.matcher(line.text());
            if (applied.find() && endsAsTitle(tidy(applied.group("post")))) {
                return tidy(applied.group("post"));
            }
        }
        Optional<String> bracket = besideName(segment, true);
        Optional<String> subject = alone ? inSubject(mail.subject(), segment.name()) : Optional.empty();
        return bracket.or(() -> subject).or(() -> besideName(segment, false)).orElse(null);
    }

    /** "王磊（15200001442，大客户销售经理）": a title in the bracket behind the name, or, without bracket, right behind it. */
    private static Optional<String> besideName(NoteSegment segment, boolean inBracket) {
        String name = segment.name();
        for (NoteSegment.Numbered line : segment.lines()) {
            if (name == null || !line.text().contains(name)) {
                continue;
            }
            String rest = line.text().substring(line.text().indexOf(name) + name.length());
            Matcher bracket = IN_BRACKETS.matcher(rest);
            boolean found = bracket.find() && bracket.start() <= NEAR;
            String near = inBracket && found ? bracket.group(1) : rest.substring(0, Math.min(rest.length(), BEHIND));
            if (!inBracket || found) {
                Optional<String> title = titleIn(near);
                if (title.isPresent()) {
                    return title;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> titleIn(String text) {
        for (String part : PARTS.split(text.split("[。;；]|\\.\\s", 2)[0])) {
            String bare = tidy(part);
            if (bare.length() >= 2 && endsAsTitle(bare)) {
                return Optional.of(bare);
            }
        }
        return Optional.empty();
    }

    /** A sentence that names a post and says nothing, or is a form's heading. */
    static boolean isNothingElse(String sentence) {
        String bare = tidy(sentence);
        return endsAsTitle(bare) && bare.length() <= 16 || sentence.matches(".{0,10}(?:评价表|登记表|反馈表|评估表)");
    }

    /** A short text whose last words are a title. */
    private static boolean endsAsTitle(String text) {
        List<Mention> mentions = Vocabulary.standard().mentions(text);
        boolean chinese = FactList.hasHan(text);
        return text.length() <= (chinese ? LONGEST_CHINESE : LONGEST)
                && !text.matches(".*[\\d@].*")
                && mentions.stream()
                        .anyMatch(mention -> mention.term().kind() == Term.Kind.TITLE
                                && (mention.end() == text.length()
                                        || text.charAt(mention.end()) == '('
                                        || text.charAt(mention.end()) == '（'));
    }

    /** The post in a subject such as "应聘产品经理-顾一帆" or "Senior Java Developer - Kevin Zhao". */
    static Optional<String> inSubject(String subject, @Nullable String name) {
        Matcher board = BOARD.matcher(subject);
        if (board.find() && board.group("a") != null) {
            return Optional.of(board.group("a").strip());
        }
        Matcher applied = APPLIED.matcher(subject);
        if (applied.find() && hasTitle(applied.group("post"))) {
            return Optional.of(tidy(without(applied.group("post"), name)));
        }
        String bare = subject.replaceAll("^(?:(?:(?i:re|fwd?|aw)|回复|答复|转发|转)\\s*[:：]\\s*)+", "");
        for (String part : without(bare, name)
                .split("\\s*[-_—–－|:：()（）【】\\[\\],，/]+\\s*|\\s{2,}|(?<=[\\u4e00-\\u9fa5])\\s+", -1)) {
            String tidy = tidy(part);
            if (tidy.length() <= LONGEST && hasTitle(tidy)) {
                return Optional.of(tidy);
            }
        }
        return Optional.empty();
    }

    static Optional<String> inText(String text) {
        Matcher board = BOARD.matcher(text);
        if (board.find()) {
            return Optional.of((board.group("a") != null ? board.group("a") : board.group("b")).strip());
        }
        Matcher applied = APPLIED.matcher(text);
        while (applied.find()) {
            if (hasTitle(applied.group("post"))) {
                return Optional.of(tidy(applied.group("post")));
            }
        }
        return Optional.empty();
    }

    private static String without(String text, @Nullable String name) {
        return name == null ? text : text.replace(name, " ");
    }

    private static boolean hasTitle(String text) {
        return text.length() <= 60
                && Vocabulary.standard().mentions(text).stream()
                        .map(Mention::term)
                        .anyMatch(term -> term.kind() == Term.Kind.TITLE);
    }

    private static String tidy(String text) {
        return text.strip()
                .replaceFirst("^(?:应聘|求职|申请|投递|面试|我|想|希望|贵司|贵公司|的|Application:?|Applying for)+\\s*", "")
                .replaceFirst(
                        "(?:岗位|职位|一职|岗|候选人|简历|面试|反馈|求职|应聘|的|\\s*(?i:applications?|resume|cv|\\bfrom|\\bby))+$", "")
                .strip();
    }
}
