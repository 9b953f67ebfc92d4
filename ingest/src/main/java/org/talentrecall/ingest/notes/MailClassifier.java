package org.talentrecall.ingest.notes;

import java.util.Locale;
import java.util.regex.Pattern;
import org.talentrecall.ingest.notes.MailReading.Kind;

/** Tells what a mail is from its sender, receivers, subject, words and attachments. */
final class MailClassifier {
    private static final Pattern BOUNCE_SENDER =
            Pattern.compile("(?:mailer-daemon|postmaster|mail-daemon|bounce)[^@]*@.*");
    private static final Pattern BOUNCE_SUBJECT = Pattern.compile(
            "undeliver|delivery (?:status|failure|has failed)|returned (?:mail|to sender)|failure notice|mail delivery|退信|投递失败|无法投递|系统退信|自动回复|automatic reply|out of office|自动答复");
    private static final Pattern BOARD_SUBJECT = Pattern.compile(
            "申请贵公司|应聘贵公司|投递(?:了)?贵公司|\\((?:.{1,10}(?:网|直聘|聘|招聘|猎|人才|英才|同城).{0,4})\\)|简历投递提醒|新简历|收到(?:新的?)?简历|来自.{1,12}的简历|【.{2,10}(?:直聘|招聘|网)】|new application (?:for|from)|applied (?:to|for) your");
    private static final Pattern BOARD_BODY = Pattern.compile(
            "您发布的职位|您在.{1,12}发布的职位|收到新的应聘简历|简历编号|在线查看(?:简历)?|该简历来自|投递了您发布|applied to your job|view (?:full )?application");
    private static final Pattern NEWS = Pattern.compile(
            "退订|取消订阅|unsubscribe|邀请函|峰会|论坛|周报第|月刊|本期要点|报名电话|续费|会员(?:即将|将于)|到期|优惠|促销|折扣|限时|直播课|公开课|newsletter|webinar|weekly digest|special offer|查看网页版");
    private static final Pattern REPORT =
            Pattern.compile("召回(?:日报|推荐|名单|报告)|人才召回|talent recall|recall (?:list|report)");
    private static final Pattern REPORT_ACT = Pattern.compile(
            "(?m)^\\s*\\d{1,3}[.、:：]?\\s*(?:contacted|snooze|wrong person|not now|done|declined|joined|已联系|联系了|推迟|延后|不是本人|不合适|已入职|跳过)");
    private static final Pattern INVITE = Pattern.compile(
            "面试(?:邀请|安排|通知|邀约|时间|预约|确认)(?!.*(?:结果|评价|反馈))|邀请.{0,10}面试|interview (?:invitation|invite|schedule|confirmation|appointment)|invitation: ");
    private static final Pattern NOTES = Pattern.compile(
            "面试(?:反馈|评价|情况|结论|意见|记录|结果|小结|总结|报告)?|面评|[一二三四初复终]面|谈薪|背调|背景调查|评价|反馈|feedback|interview (?:notes|feedback|result)|debrief|scorecard|不要再约|可以发offer");
    private static final Pattern APPLY = Pattern.compile(
            "应聘|求职|投递|申请|简历|求职信|自荐|内推|application|applying|apply for|resume|curriculum|\\bcv\\b|my profile|job seeker|lebenslauf");
    private static final Pattern REFER = Pattern.compile("推荐|内推|转发|^转|fwd?:|^fw:|引荐|referr|recommend");
    private static final Pattern REPLY = Pattern.compile("^\\s*(?:re|回复|答复|回覆|aw|sv)\\s*[:：]");
    private static final Pattern DOCUMENT = Pattern.compile(
            "pdf|word|opendocument|rtf|text/html|text/plain|officedocument|msword|image/|zip|message/rfc822|octet-stream");

    private MailClassifier() {}

    static Verdict classify(MailText mail) {
        String subject = RuleTable.halfWidth(mail.subject()).toLowerCase(Locale.ROOT);
        String own = RuleTable.halfWidth(mail.own()).toLowerCase(Locale.ROOT);
        String from = mail.from() == null ? "" : mail.from().mail();
        if (BOUNCE_SENDER.matcher(from).matches()
                || BOUNCE_SUBJECT.matcher(subject).find()) {
            return new Verdict(Kind.BOUNCE, 0.97);
        }
        boolean ours = mail.from() != null && mail.from().ours();
        return ours ? colleague(mail, subject, own) : stranger(mail, subject, own);
    }

    private static Verdict colleague(MailText mail, String subject, String own) {
        if (REPORT.matcher(subject).find()
                && (REPLY.matcher(subject).find() || REPORT_ACT.matcher(own).find())) {
            return new Verdict(Kind.REPORT_REPLY, 0.9);
        }
        boolean toCandidate = mail.to().stream().anyMatch(to -> !to.ours());
        if (INVITE.matcher(subject).find()
                || mail.attachments().stream().anyMatch(file -> file.type().equals("text/calendar"))) {
            return new Verdict(Kind.INVITATION, 0.9);
        }
        if (toCandidate) {
            return new Verdict(Kind.OUTREACH, mail.bulk() ? 0.6 : 0.9);
        }
        boolean papers = hasPapers(mail);
        boolean hinted = "interview-notes".equals(mail.folderHint());
        if (papers
                && (REFER.matcher(subject).find()
                        || APPLY.matcher(subject + own).find())
                && !NoteWords.saysOutcome(own)) {
            return new Verdict(Kind.FORWARDED_RESUME, 0.85);
        }
        if (REFER.matcher(subject).find()
                && !mail.quoted().isBlank()
                && own.length() < 80
                && !NoteWords.saysOutcome(own)) {
            return new Verdict(Kind.FORWARDED_RESUME, 0.7);
        }
        if (hinted || NOTES.matcher(subject).find() || NOTES.matcher(own).find() && NoteWords.speaksOfSomebody(mail)) {
            return new Verdict(Kind.INTERVIEW_NOTES, hinted ? 0.9 : 0.88);
        }
        boolean judges = NoteWords.saysOutcome(own)
                || OpinionRating.read(own).isPresent()
                || REPLY.matcher(subject).find();
        return judges && NoteWords.speaksOfSomebody(mail)
                ? new Verdict(Kind.INTERVIEW_NOTES, 0.75)
                : new Verdict(Kind.OTHER, 0.7);
    }

    private static Verdict stranger(MailText mail, String subject, String own) {
        boolean board =
                BOARD_BODY.matcher(own).find() || BOARD_SUBJECT.matcher(subject).find() && own.length() > 150;
        if (board) {
            return new Verdict(Kind.JOB_BOARD, 0.92);
        }
        boolean papers = hasPapers(mail);
        boolean news =
                mail.bulk() || NEWS.matcher(own).find() || NEWS.matcher(subject).find();
        if (news && !papers && !MAY_CONTACT.matcher(own).find()) {
            return new Verdict(Kind.NEWSLETTER, mail.bulk() ? 0.95 : 0.85);
        }
        boolean reply = REPLY.matcher(subject).find()
                || mail.inReplyTo() != null
                || !mail.quoted().isBlank();
        boolean applies = APPLY.matcher(subject).find() || APPLY.matcher(own).find();
        if (reply && !papers) {
            return new Verdict(Kind.CANDIDATE_REPLY, 0.9);
        }
        boolean answers = MAY_CONTACT.matcher(own).find() || subject.contains("offer") || subject.contains("婉拒");
        if (answers && !papers) {
            return new Verdict(Kind.CANDIDATE_REPLY, 0.85);
        }
        boolean ofAnother = own.contains("候选人") || own.contains("姓名") || own.contains("name:");
        if (REFER.matcher(subject).find() && ofAnother && !papers) {
            return new Verdict(Kind.FORWARDED_RESUME, 0.8);
        }
        if (papers || applies) {
            return new Verdict(Kind.APPLICATION, papers ? 0.9 : 0.8);
        }
        return new Verdict(Kind.OTHER, 0.6);
    }

    private static final Pattern MAY_CONTACT =
            Pattern.compile("请?勿再|不要再(?:联系|打|发)|do not contact|删(?:除|掉)|remove me|stop contacting");

    private static boolean hasPapers(MailText mail) {
        return mail.attachments().stream()
                .anyMatch(file ->
                        DOCUMENT.matcher(file.type().toLowerCase(Locale.ROOT)).find());
    }

    record Verdict(Kind kind, double confidence) {}
}
