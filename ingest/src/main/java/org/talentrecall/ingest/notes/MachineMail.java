package org.talentrecall.ingest.notes;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.Subjects;
import org.talentrecall.ingest.notes.MailClassifier.Verdict;
import org.talentrecall.ingest.notes.MailReading.Kind;

/** Tells mails that programs write, and answers to what this program writes, by their form. */
final class MachineMail {
    /** The nightly mail's Message-ID is {@code night-2026-11-20@talent-recall}; answers name it. */
    private static final Pattern OUR_REPORT = Pattern.compile("night-\\d{4}-\\d{2}-\\d{2}@talent-recall");

    private static final GatedPattern REPORT = GatedPattern.compile(
            "召回(?:日报|推荐|名单|报告|夜报)|人才召回|talent recall|recall (?:list|report)|^今晚建议(?:联系|召回)|people to call back");
    private static final GatedPattern REPORT_ACT = GatedPattern.compile(
            "(?m)^\\s*\\d{1,3}(?:\\s*[,，、]\\s*\\d{1,3}){0,30}[.、:：]?\\s*(?:contacted|called|snooze|wrong person|not now|done|declined|joined|skip|已联系|联系了|已电话|推迟|延后|不是本人|不合适|已入职|跳过|暂缓)");
    private static final GatedPattern NEWS = GatedPattern.compile(
            "退订|取消订阅|unsubscribe|邀请函|峰会|论坛|周报第|月刊|本期要点|报名电话|续费|会员(?:即将|将于)|到期|优惠|促销|折扣|限时|直播课|公开课|newsletter|webinar|weekly digest|special offer|查看网页版|view (?:this email )?in (?:your )?browser");
    private static final Pattern SYSTEM_SENDER = Pattern.compile(
            "(?:no-?reply|do-?not-?reply|noreply|notification|notifications|notify|alert|alerts|system|service|billing|security|monitor|jira|gitlab|jenkins|oa|helpdesk|it-?support)(?:[+._-][^@]*)?@.*");
    private static final GatedPattern SYSTEM = GatedPattern.compile(
            "验证码|verification code|校验码|密码(?:重置|修改|即将)|reset your password|password (?:reset|expire)|登录提醒|异地登录|new sign-?in|security alert|订单(?:号|已)|order confirmation|发货|快递|电子发票|您的发票|(?<!对)账单|invoice attached|your invoice|receipt|系统(?:维护|升级|通知)|maintenance|build (?:failed|passed)|pipeline|审批(?:通知|提醒|单)|待办|打卡|日程提醒|磁盘|告警|alarm|已成功提交|问卷");

    private MachineMail() {}

    static Optional<Verdict> classify(MailText mail, LocalDate said) {
        Optional<DeliveryReport> report = DeliveryReport.of(mail);
        if (report.isPresent()) {
            boolean gone = !report.get().failed().isEmpty();
            return verdict(gone ? Kind.BOUNCE : Kind.DELIVERY_TROUBLE, 0.97);
        }
        Optional<AbsenceNote> absence = AbsenceNote.of(mail, said);
        if (absence.isPresent()) {
            return verdict(absence.get().left() ? Kind.LEFT_EMPLOYER : Kind.ABSENCE, 0.95);
        }
        String subject = RuleTable.plain(mail.subject());
        String own = RuleTable.plain(mail.own());
        return ofReport(mail, subject, own).or(() -> ofStranger(mail, subject, own));
    }

    private static Optional<Verdict> ofReport(MailText mail, String subject, String own) {
        if (OUR_REPORT.matcher(mail.messageId()).matches()) {
            return verdict(Kind.SYSTEM, 0.99);
        }
        boolean named =
                mail.inReplyTo() != null && OUR_REPORT.matcher(mail.inReplyTo()).matches()
                        || mail.references().stream()
                                .anyMatch(id -> OUR_REPORT.matcher(id).matches());
        if (named && !Subjects.isForward(mail.subject())) {
            return verdict(Kind.REPORT_ANSWER, 0.99);
        }
        boolean ours = mail.from() != null && mail.from().ours();
        boolean acts = REPORT_ACT.matcher(own).find();
        if (ours && REPORT.matcher(subject).find() && (Subjects.isAnswer(mail.subject()) || acts)) {
            return verdict(Kind.REPORT_ANSWER, 0.9);
        }
        return Optional.empty();
    }

    private static Optional<Verdict> ofStranger(MailText mail, String subject, String own) {
        String from = mail.from() == null ? "" : mail.from().mail();
        boolean ours = mail.from() != null && mail.from().ours();
        if (ours) {
            boolean toOthers = mail.to().stream().anyMatch(to -> !to.ours());
            boolean system = !toOthers
                    && SYSTEM_SENDER.matcher(from).matches()
                    && SYSTEM.matcher(subject).find();
            return system ? verdict(Kind.SYSTEM, 0.9) : Optional.empty();
        }
        boolean papers = MailClassifier.hasPapers(mail);
        String whole = own + '\n' + mail.quoted().toLowerCase(Locale.ROOT);
        double board = JobBoards.likeness(from, subject, whole, papers);
        if (board >= 0.75) {
            return verdict(Kind.JOB_BOARD, board);
        }
        boolean message = JobBoards.isBoard(from) && Subjects.isAnswer(mail.subject());
        boolean leaveMe = MailClassifier.MAY_CONTACT.matcher(own).find();
        boolean system =
                SYSTEM.matcher(subject).find() || SYSTEM_SENDER.matcher(from).matches() && !message;
        if (system && !papers && !leaveMe) {
            boolean news = NEWS.matcher(subject).find()
                    || NEWS.matcher(own).find() && !SYSTEM.matcher(subject).find();
            return verdict(news ? Kind.NEWSLETTER : Kind.SYSTEM, 0.9);
        }
        boolean news = mail.bulk()
                || board > 0
                || NEWS.matcher(subject).find()
                || NEWS.matcher(own).find() && mail.inReplyTo() == null && !Subjects.isAnswer(mail.subject());
        if (news && !papers && !leaveMe && !message) {
            return verdict(Kind.NEWSLETTER, mail.bulk() ? 0.95 : 0.85);
        }
        return Optional.empty();
    }

    private static Optional<Verdict> verdict(Kind kind, double confidence) {
        return Optional.of(new Verdict(kind, confidence, Kind.OTHER));
    }
}
