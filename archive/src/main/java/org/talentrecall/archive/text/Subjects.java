package org.talentrecall.archive.text;

import java.util.regex.Pattern;

/** Subjects of mails without what programs put before and around them. Safe for use by several threads. */
public final class Subjects {
    private static final String ANSWERS = "re|aw|sv|antw|ref|res|回复|回覆|答复|答覆|回信";
    private static final String PASSED_ON = "fwd?|wg|tr|转发|轉寄|轉發|转寄|转";
    private static final Pattern MARKS = Pattern.compile(
            "^(?:\\s*(?:(?:" + ANSWERS + '|' + PASSED_ON
                    + ")\\s*(?:[\\[(（]\\s*\\d{1,3}\\s*[\\])）]|\\^\\d{1,3})?\\s*[:：]"
                    + "|[\\[【](?:external|ext|外部邮件|外部|spam\\??)[\\]】]))+\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ANSWER = Pattern.compile(
            "^\\s*(?:[\\[【][^\\]】]{1,12}[\\]】]\\s*)?(?:" + ANSWERS
                    + ")\\s*(?:[\\[(（]\\s*\\d{1,3}\\s*[\\])）]|\\^\\d{1,3})?\\s*[:：].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern FORWARD = Pattern.compile(
            "^\\s*(?:[\\[【][^\\]】]{1,12}[\\]】]\\s*)?(?:" + PASSED_ON
                    + ")\\s*(?:[\\[(（]\\s*\\d{1,3}\\s*[\\])）]|\\^\\d{1,3})?\\s*[:：].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Subjects() {}

    /** The subject without {@code Re:}, {@code 转发:} and the like, however many of them. */
    public static String bare(String subject) {
        return MARKS.matcher(subject).replaceFirst("").strip();
    }

    /** Equal for the subjects of one thread. */
    public static String thread(String subject) {
        return TextFolding.fold(bare(subject)).replace(" ", "");
    }

    /** Whether a program has marked it as an answer. */
    public static boolean isAnswer(String subject) {
        return ANSWER.matcher(subject).matches();
    }

    /** Whether a program has marked it as passed on. */
    public static boolean isForward(String subject) {
        return FORWARD.matcher(subject).matches();
    }
}
