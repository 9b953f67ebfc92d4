package org.talentrecall.ingest.notes;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.MailAddresses;

/**
 * The head of a mail that is quoted or passed on: who wrote it, and about what.
 *
 * @param name the sender's as shown, or null
 * @param mail the sender's address, lower case
 * @param subject empty when the quote gives none
 * @param line of the quoted text in which the sender stands, from 1
 */
record QuotedHead(@Nullable String name, String mail, String subject, int line) {
    private static final int LINES = 400;
    private static final int HEAD_LENGTH = 8;
    private static final int LONGEST_LINE = 1_000;
    private static final Pattern FROM = Pattern.compile(
            "^[*>\\s]*+(?:发件人|寄件人|寄件者|发送人|from|von)\\s*+[*]*+\\s*+[:：](?<who>.*)|^[>\\s]*+(?:on|at|在|于)?\\s*+(?<wrote>.{3,300})(?:写道|寫道|wrote|schrieb)\\s*+[:：]?+\\s*+$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile(
            "^[*>\\s]*+(?:主题|主旨|标题|subject|betreff)\\s*+[*]*+\\s*+[:：]\\s*+(?<subject>.*)", Pattern.CASE_INSENSITIVE);

    /** The first head whose sender is neither a colleague nor a job board: of several mails within each other, the candidate's. */
    static Optional<QuotedHead> ofStranger(MailText mail) {
        List<String> lines = mail.quoted()
                .lines()
                .limit(LINES)
                .map(line -> FactList.clip(line, LONGEST_LINE))
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher from = FROM.matcher(lines.get(i));
            if (!from.find()) {
                continue;
            }
            String who = from.group("who") != null ? from.group("who") : String.valueOf(from.group("wrote"));
            List<Found> addresses = MailAddresses.findAll(who);
            if (addresses.isEmpty()) {
                continue;
            }
            String address = addresses.get(addresses.size() - 1).value();
            if (NoteWords.isStranger(mail, address) && !JobBoards.isBoard(address)) {
                return Optional.of(new QuotedHead(
                        from.group("who") == null ? null : shown(who), address, subject(lines, i), i + 1));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String shown(String who) {
        String name =
                who.split("[<\\[(（]|mailto:", 2)[0].replaceAll("[\"'*]", "").strip();
        return name.isEmpty() || name.contains("@") ? null : name;
    }

    private static String subject(List<String> lines, int from) {
        for (int i = from; i < Math.min(lines.size(), from + HEAD_LENGTH); i++) {
            Matcher subject = SUBJECT.matcher(lines.get(i));
            if (subject.find()) {
                return subject.group("subject").replace("*", "").strip();
            }
        }
        return "";
    }
}
