package org.talentrecall.ingest.notes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.DateReader;

/**
 * An automatic answer: its writer is away, or has left their employer for good.
 *
 * @param left whether it says that they have left
 * @param leftOn the day it gives for that, or null
 * @param words the sentence that says so; empty when they are only away
 * @param reachable lines that say how the writer themselves can be reached now; not those that name a successor
 */
record AbsenceNote(boolean left, @Nullable PartialDate leftOn, String words, List<NoteSegment.Numbered> reachable) {
    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:\\s*(?:re|回复|答复)\\s*[:：]\\s*)?\\s*[\\[【(（]?\\s*(?:自动回复|自动回覆|自动答复|自动应答|离职自动回复|休假自动回复|automatic reply|auto(?:matic)?[- ]?(?:reply|response|responder)|autoreply|out[- ]of[- ](?:the[- ])?office|ooo\\b|abwesenheit|abwesend|réponse automatique)(?=\\s*[:：\\])】）-]|\\s*$)|(?:out of office|自动回复)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTOMATIC_WORDS = Pattern.compile(
            "这是(?:一封|封)?自动(?:回复|答复)|此邮件为自动(?:回复|答复)|自动回复[:：]|this is an auto(?:matic|mated) (?:reply|response)|i am (?:currently )?out of (?:the )?office|我(?:正在|目前在)?(?:休假|出差|休产假)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEFT = Pattern.compile(
            "(?:已(?:经)?|正式)(?:于[^,，。;；\\n]{1,16})?(?:从[^,，。\\n]{1,16})?(?:正式)?离职|已(?:经)?(?:于[^,，。;；\\n]{1,16})?离开(?!办公|工位|北京|上海|广州|深圳|座位|会议)[^,，。;；\\n]{0,12}|不再(?:担任|任职|就职|供职|在[^,，。\\n]{1,16}(?:工作|任职|就职))|已(?:不在|非)(?:本公司|我司|该公司|公司)(?:任职|工作|员工)?|(?:has|have|'ve) (?:now )?left (?:the (?:company|firm|organi[sz]ation|team)|our company|us\\b|[A-Z]\\w+)|no longer (?:(?:with|employed (?:by|at)|an employee of|part of|a member of) |works? (?:at|for|with|here)|working (?:at|for|with|here))|left (?:the company|the firm|the organi[sz]ation) (?:on|in|as of)|my last (?:working )?day (?:at|with|was)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_LEFT =
            Pattern.compile("尚未|还没|没有|并未|将于|即将|预计|will leave|leaving soon|not left", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_CONTACT = Pattern.compile(
            "(?:我的|本人)(?:的)?(?:新|个人|私人|常用|最新)?(?:邮箱|邮件|手机|电话|联系方式|微信)|(?:新|个人|私人)(?:邮箱|手机号?|联系方式)\\s*[:：]|(?:可|请)(?:以)?(?:通过|用|发送?到)[^,，。\\n]{0,60}(?:联系|找)(?:到)?(?:我|本人)|(?:联系|找)我\\s*[:：]|my (?:new|personal|private) (?:e-?mail|address|phone|mobile|number|contact)|(?:reach|contact|write to|e-?mail) me (?:at|on|via|under)",
            Pattern.CASE_INSENSITIVE);

    AbsenceNote {
        reachable = List.copyOf(reachable);
    }

    /** Empty when the mail is no automatic answer of a person. */
    static Optional<AbsenceNote> of(MailText mail, LocalDate said) {
        boolean subject = SUBJECT.matcher(RuleTable.simplified(mail.subject())).find();
        boolean machine = mail.bulk()
                && AUTOMATIC_WORDS.matcher(RuleTable.simplified(mail.own())).find();
        boolean leftOnly =
                mail.bulk() && mail.inReplyTo() != null && leaves(mail).isPresent();
        if (!subject && !machine && !leftOnly) {
            return Optional.empty();
        }
        Optional<String> leaves = leaves(mail);
        List<NoteSegment.Numbered> reachable = new ArrayList<>();
        String[] lines = (mail.own() + '\n' + mail.signature()).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            for (String sentence : lines[i].split("[。;；]|\\.\\s")) {
                if (OWN_CONTACT.matcher(RuleTable.simplified(sentence)).find()) {
                    reachable.add(new NoteSegment.Numbered(i + 1, sentence));
                }
            }
        }
        PartialDate on = leaves.flatMap(words -> day(words, said)).orElse(null);
        return Optional.of(new AbsenceNote(leaves.isPresent(), on, leaves.orElse(""), reachable));
    }

    private static Optional<String> leaves(MailText mail) {
        for (String sentence : (mail.subject() + '\n' + mail.own()).split("[。;；!！\\n]|\\.\\s")) {
            String plain = RuleTable.simplified(sentence);
            if (LEFT.matcher(plain).find() && !NOT_LEFT.matcher(plain).find()) {
                return Optional.of(FactList.clip(sentence, 200));
            }
        }
        return Optional.empty();
    }

    private static final Pattern DATE = Pattern.compile(
            "\\d{4}\\s*[年./-]\\s*\\d{1,2}\\s*(?:[月./-]\\s*(?:\\d{1,2}\\s*[日号]?)?)?|\\d{1,2}月\\d{1,2}[日号]|(?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? (?:\\d{1,2},? )?\\d{4}",
            Pattern.CASE_INSENSITIVE);

    private static Optional<PartialDate> day(String words, LocalDate said) {
        Matcher date = DATE.matcher(words.toLowerCase(Locale.ROOT));
        return date.find() ? DateReader.read(date.group().strip(), said) : Optional.empty();
    }
}
