package org.talentrecall.ingest.notes;

import java.util.Locale;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;

/** Job boards: their addresses, and what their notifications of an application look like. */
final class JobBoards {
    private static final Pattern HOST = Pattern.compile(
            "(?:.*\\.)?(?:51job|zhaopin|zhaopinmail|zhilian|liepin|lietou|bosszhipin|zhipin|kanzhun|lagou|lagoujobs|linkedin|58|ganji|shixiseng|maimai|dajie|chinahr|nowcoder|yingjiesheng|cjol|jobcn|buildhr|jobui|doumi|indeed|indeedemail|glassdoor|monster|stepstone|jobsdb|seek|xing|ziprecruiter|jobstreet|wellfound)\\.(?:com|cn|net|de|com\\.cn|com\\.hk)");
    private static final GatedPattern NAME = GatedPattern.compile(
            "51job|前程无忧|智联招聘|智联|猎聘|boss\\s?直聘|拉勾|领英|linkedin|58同城|脉脉|实习僧|牛客|中华英才|应届生|indeed|glassdoor|stepstone",
            Pattern.CASE_INSENSITIVE);
    static final GatedPattern SUBJECT = GatedPattern.compile(
            "(?:申请|应聘|投递)(?:了)?(?:贵公司|您发布)|[(（【\\[](?:应聘|投递|申请)[)）】\\]]|\\((?:.{1,10}(?:网|直聘|聘|招聘|猎|人才|英才|同城|51job|无忧).{0,14})\\)|简历投递提醒|新简历|收到(?:新的?|一份)?(?:应聘)?简历|来自.{1,12}的简历|的简历[-_—|].{0,20}(?:直聘|招聘|猎聘|拉勾|无忧)|【.{2,10}(?:直聘|招聘|网|猎聘|拉勾)】|new applica(?:tion|nt)s? (?:for|from|to)|applied (?:to|for) your|new applicant|你有一位新的?(?:申请人|应聘者)|发来(?:了)?(?:一份)?简历|向您投递");
    private static final GatedPattern BODY = GatedPattern.compile(
            "您发布的职位|您在.{1,12}发布的职位|收到新的应聘简历|简历编号|(?:在线)?查看(?:完整|全部|候选人|详细|在线)?简历|该简历来自|投递了(?:您发布|贵公司|该职位|您的)|应聘(?:了贵公司|了?您发布的)|applied to your job|applied for (?:your|the)|view (?:full )?(?:application|applicant|profile|resume)|匹配度[:：]?\\s*\\d+%.{0,40}简历|来自(?:智联招聘|前程无忧|猎聘|boss直聘|拉勾)的(?:应聘)?简历");
    /** What boards also send: to sell, to remind, to propose people who have not applied. */
    private static final GatedPattern NO_APPLICATION = GatedPattern.compile(
            "续费|会员|到期|优惠|套餐|发票|验证码|密码|登录|刷新|下线|审核|直播|周报|月报|报告|为您推荐.{0,8}(?:人才|候选人|简历)|推荐给您的人才|可能(?:合适|感兴趣)|谁看过|浏览了|connection|connect with|wants to connect|invitation to connect|邀请您?加入|加为好友|people you may know|job alert|职位推荐|recommended (?:candidates|matches)|endorse|anniversary|your weekly|verify|security|receipt|invoice|expires|promot");

    /** A subject of a board with more text than this brings a form. */
    private static final int LETTER = 150;

    private JobBoards() {}

    /** Whether an address belongs to a board; it is never a candidate's. */
    static boolean isBoard(String address) {
        return HOST.matcher(address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
                .matches();
    }

    /** Whether the words name a board. */
    static boolean named(String text) {
        return NAME.matcher(text).find();
    }

    /**
     * How surely a mail passes an application on: 0 to 1.
     *
     * @param subject and {@code text} in half-width lower case
     */
    static double likeness(String address, String subject, String text, boolean papers) {
        boolean board = isBoard(address);
        boolean saysSubject = SUBJECT.matcher(subject).find();
        boolean saysBody = BODY.matcher(text).find();
        boolean other = NO_APPLICATION.matcher(subject).find()
                || !saysBody && !saysSubject && NO_APPLICATION.matcher(text).find();
        if (other) {
            boolean applies =
                    saysSubject && saysBody && !NO_APPLICATION.matcher(subject).find();
            return applies ? 0.8 : board ? 0.1 : 0;
        }
        if (board) {
            return saysSubject || saysBody
                    ? 0.97
                    : papers ? 0.85 : subject.matches(".*(?:应聘|简历|applica).*") ? 0.8 : 0.3;
        }
        boolean form = saysBody || saysSubject && text.length() > LETTER;
        return form ? 0.92 : saysSubject && papers && named(subject) ? 0.8 : 0;
    }
}
