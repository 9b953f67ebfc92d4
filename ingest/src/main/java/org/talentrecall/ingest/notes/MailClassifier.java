package org.talentrecall.ingest.notes;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.Subjects;
import org.talentrecall.ingest.notes.MailReading.Kind;

/**
 * Tells what a mail is. Programs' mails are told by their form ({@link MachineMail}); for people's mails each sign adds its
 * weight to the kinds it speaks for, and the lead of the best kind over the second gives the confidence.
 */
final class MailClassifier {
    /** A lead below this leaves doubt. */
    private static final double CLEAR = 1;

    private static final GatedPattern INVITE = GatedPattern.compile(
            "面试(?:邀请|安排|通知|邀约|时间|预约|确认)(?!.*(?:结果|评价|反馈))|邀请.{0,10}面试|interview (?:invitation|invite|schedule|confirmation|appointment)|invitation: ");
    private static final GatedPattern INVITE_WORDS = GatedPattern.compile(
            "(?:邀请|诚邀|约)您.{0,16}面试|面试时间\\s*[:：]|面试地点\\s*[:：]|(?:invite|inviting) you (?:to|for) (?:an? )?(?:.{0,20})interview|interview (?:time|date|venue)\\s*:");
    private static final GatedPattern NOTES = GatedPattern.compile(
            "面试(?:反馈|评价|情况|结论|意见|记录|结果|小结|总结|报告)?|面评|[一二三四初复终]面|谈薪|背调|背景调查|评价|反馈|feedback|interview (?:notes|feedback|result)|debrief|scorecard|不要再约|可以发offer");
    private static final GatedPattern ABOUT_INTERVIEWS = GatedPattern.compile(
            "面试官?(?:培训|技巧|流程|题库|题|标准|模板|会议室)|interview(?:er)? (?:training|guide|process|template|questions)|(?:体检|培训|员工|客户|产品|活动|用户|会议|食堂|满意度)(?:的)?(?:反馈|评价|调查)|(?:customer|user|product|training) feedback");
    private static final GatedPattern APPLY = GatedPattern.compile(
            "应聘|应征|求职|投递|申请|简历|求职信|自荐|内推|application|applying|apply for|resume|curriculum|\\bcv\\b|my profile|job seeker|lebenslauf");
    /** Also written with 申请 and application, and no application for a post. */
    private static final GatedPattern OTHER_APPLICATION = GatedPattern.compile(
            "(?:采购|报销|付款|请假|休假|加班|用印|合作|专利|商标|发票|开票|退款|试用|账号|权限|项目|贷款|加盟|报价|立项)的?申请|申请(?:开票|发票|退款|试用|付款|报销|请假|合作|加盟)|(?:loan|patent|leave|vendor|supplier|visa|grant) application|application (?:note|server|form for vendors|error|log)");

    private static final GatedPattern REFER = GatedPattern.compile("推荐(?!信)|内推|转发|^转|fwd?:|^fw:|引荐|referr|recommend");
    private static final GatedPattern OF_A_CANDIDATE = GatedPattern.compile(
            "候选人|人选|猎头|推荐(?:一位|一个|一名|如下|以下|.{0,6}给(?:您|贵))|姓名\\s*[:：]|name:|my client|our candidate|candidate (?:profile|for|:)|i would like to (?:introduce|recommend|present)|on behalf of (?:a|my|our) (?:candidate|client)");
    private static final GatedPattern OF_ONESELF = GatedPattern.compile(
            "自荐|本人|我(?:想|希望|要|来)?(?:应聘|申请|投递)|我的简历|my (?:resume|cv|application)|i am (?:writing to apply|applying|interested)");
    private static final GatedPattern RECRUITING = GatedPattern.compile(
            "岗位|职位|机会|面试|录用|录取|不考虑|有兴趣|感兴趣|简历|offer|应聘|入职|候选|薪资|薪酬|期望|跳槽|求职|人才|加入我们|到岗|离职|聊聊|沟通一下|position|role|opportunit|interview|resume|career|salary|candidate|application|hiring|job");
    private static final GatedPattern BUSINESS = GatedPattern.compile(
            "报价|合同|发票|付款|采购|对账|订单|交货|物流|供应商|投标|招标|会议室|快递|租赁|样品|账款|invoice|quotation|\\bquote\\b|purchase order|payment|shipment|delivery (?:date|schedule)|vendor|supplier|lease|tender|proposal for your");
    private static final GatedPattern DOCUMENT = GatedPattern.compile(
            "pdf|word|opendocument|rtf|text/html|text/plain|officedocument|msword|ms-excel|spreadsheet|image/|zip|message/rfc822|octet-stream");
    private static final GatedPattern NO_PAPERS = GatedPattern.compile(
            "(?:发票|合同|报价|账单|对账|协议|邀请函|日程|议程|手册|方案|invoice|contract|quotation|agenda|brochure|terms|statement)",
            Pattern.CASE_INSENSITIVE);
    static final GatedPattern MAY_CONTACT =
            GatedPattern.compile("请?勿再|不要再(?:联系|打|发)|do not contact|删(?:除|掉)|remove me|stop contacting");
    private static final int SHORT = 80;

    private final MailText mail;
    private final String subject;
    private final String own;
    private final Map<Kind, Double> weights = new EnumMap<>(Kind.class);

    private MailClassifier(MailText mail) {
        this.mail = mail;
        this.subject = RuleTable.plain(mail.subject());
        this.own = RuleTable.plain(mail.own());
    }

    /** @param said the day the mail was written */
    static Verdict classify(MailText mail, LocalDate said) {
        return MachineMail.classify(mail, said).orElseGet(() -> new MailClassifier(mail).people());
    }

    private Verdict people() {
        add(Kind.OTHER, true, 2);
        boolean business = BUSINESS.matcher(subject).find()
                || BUSINESS.matcher(own).find()
                        && !RECRUITING.matcher(subject + own).find();
        add(Kind.OTHER, business, 3);
        add(Kind.OTHER, ABOUT_INTERVIEWS.matcher(subject).find(), 6);
        add(Kind.OTHER, OTHER_APPLICATION.matcher(subject).find(), 3);
        if (mail.from() != null && mail.from().ours()) {
            colleague();
        } else {
            stranger();
        }
        return verdict();
    }

    private void colleague() {
        boolean toCandidate = mail.to().stream().anyMatch(to -> !to.ours());
        boolean calendar =
                mail.attachments().stream().anyMatch(file -> file.type().equals("text/calendar"));
        boolean speaks = NoteWords.speaksOfSomebody(mail);
        add(Kind.INVITATION, INVITE.matcher(subject).find(), toCandidate || calendar ? 9 : 7);
        add(Kind.INVITATION, calendar, 4);
        add(Kind.INVITATION, toCandidate && INVITE_WORDS.matcher(own).find(), 8);
        if (toCandidate) {
            add(Kind.OUTREACH, true, 2.5);
            add(Kind.OUTREACH, RECRUITING.matcher(subject + '\n' + own).find(), 3.5);
            add(Kind.OUTREACH, isReply(), 1);
            add(Kind.OUTREACH, "outreach".equals(mail.folderHint()), 4);
            add(Kind.OUTREACH, mail.bulk(), -2);
            return;
        }
        boolean hinted = "interview-notes".equals(mail.folderHint());
        boolean outcome = NoteWords.saysOutcome(own);
        boolean refers = REFER.matcher(subject).find();
        boolean passesPapers = hasPapers(mail)
                && (refers || APPLY.matcher(subject + own).find())
                && !OTHER_APPLICATION.matcher(subject).find();
        boolean passesMail = refers && !mail.quoted().isBlank() && own.length() < SHORT;
        add(Kind.FORWARDED_RESUME, !outcome && passesPapers, 12);
        add(Kind.FORWARDED_RESUME, !outcome && passesMail, 4);
        add(Kind.FORWARDED_RESUME, !outcome && passesMail && tellsOfApplication(), 5);
        boolean judges = outcome || OpinionRating.read(own).isPresent();
        add(Kind.INTERVIEW_NOTES, hinted, 6);
        add(Kind.INTERVIEW_NOTES, NOTES.matcher(subject).find() && !mail.own().isBlank(), 5);
        add(Kind.INTERVIEW_NOTES, NOTES.matcher(own).find() && speaks, 5);
        add(Kind.INTERVIEW_NOTES, judges && speaks, 3.5);
        add(Kind.INTERVIEW_NOTES, outcome && !speaks && mail.inReplyTo() != null && isReply(), 2.5);
        add(Kind.INTERVIEW_NOTES, !judges && isReply() && speaks, 2.5);
    }

    /** Whether what is passed on is an application, a resume or a board's notification. */
    private boolean tellsOfApplication() {
        String passed = RuleTable.plain(mail.quoted());
        return APPLY.matcher(subject).find() || APPLY.matcher(passed).find() || JobBoards.named(passed);
    }

    private void stranger() {
        boolean papers = hasPapers(mail);
        boolean applies = (APPLY.matcher(subject).find() || APPLY.matcher(own).find())
                && !OTHER_APPLICATION.matcher(subject + ' ' + own).find();
        boolean recruiting = RECRUITING
                .matcher(subject + '\n' + own + '\n' + mail.quoted().toLowerCase(Locale.ROOT))
                .find();
        boolean ofAnother = OF_A_CANDIDATE.matcher(own).find()
                        && (REFER.matcher(subject).find()
                                || OF_A_CANDIDATE.matcher(subject).find()
                                || papers)
                || subject.matches(".*(?:候选人推荐|推荐候选人|人选推荐|推荐人选|candidate (?:profile|submission|referral)).*");
        boolean ofOneself =
                OF_ONESELF.matcher(own).find() || OF_ONESELF.matcher(subject).find();
        add(Kind.FORWARDED_RESUME, ofAnother && !ofOneself, 8);
        add(Kind.FORWARDED_RESUME, ofAnother && ofOneself, 4);
        add(Kind.CANDIDATE_REPLY, isReply() && !papers, 2.5);
        add(Kind.CANDIDATE_REPLY, isReply() && !papers && recruiting, 3.5);
        add(Kind.CANDIDATE_REPLY, isReply() && papers, 2);
        boolean answers = subject.contains("offer") || subject.contains("婉拒");
        add(Kind.CANDIDATE_REPLY, answers && !papers, 5);
        add(Kind.CANDIDATE_REPLY, MAY_CONTACT.matcher(own).find() && !papers, 8);
        add(Kind.APPLICATION, papers && (applies || mail.own().isBlank()), 5);
        // A file alone makes no application: the file says itself whether it is a resume.
        add(Kind.APPLICATION, papers && !applies && !mail.own().isBlank(), recruiting ? 4 : 2.5);
        add(Kind.APPLICATION, applies && !papers, 3.5);
        add(Kind.APPLICATION, ofOneself, 2);
        add(Kind.APPLICATION, "applications".equals(mail.folderHint()), 2);
    }

    private boolean isReply() {
        return Subjects.isAnswer(mail.subject())
                || mail.inReplyTo() != null
                || !mail.quoted().isBlank() && !Subjects.isForward(mail.subject());
    }

    private void add(Kind kind, boolean applies, double weight) {
        if (applies) {
            weights.merge(kind, weight, Double::sum);
        }
    }

    private Verdict verdict() {
        Kind best = Kind.OTHER;
        Kind second = Kind.OTHER;
        double most = Double.NEGATIVE_INFINITY;
        double next = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Kind, Double> entry : weights.entrySet()) {
            if (entry.getValue() > most) {
                next = most;
                second = best;
                best = entry.getKey();
                most = entry.getValue();
            } else if (entry.getValue() > next) {
                second = entry.getKey();
                next = entry.getValue();
            }
        }
        double lead = next == Double.NEGATIVE_INFINITY ? 3 : most - next;
        return new Verdict(best, 1 - 0.5 * Math.exp(-0.6 * lead), second);
    }

    static boolean hasPapers(MailText mail) {
        return mail.attachments().stream()
                .filter(file -> !file.type().equals("message/delivery-status")
                        && !file.type().equals("text/rfc822-headers"))
                .filter(file ->
                        file.name() == null || !NO_PAPERS.matcher(file.name()).find())
                .anyMatch(file ->
                        DOCUMENT.matcher(file.type().toLowerCase(Locale.ROOT)).find());
    }

    /**
     * @param confidence 0.5 to 1: how clearly the kind is ahead of the second
     * @param second what it would be otherwise
     */
    record Verdict(Kind kind, double confidence, Kind second) {
        /** Whether the second kind is too near to decide without a person. */
        boolean isDoubtful() {
            return confidence < 1 - 0.5 * Math.exp(-0.6 * CLEAR);
        }
    }
}
