package org.talentrecall.bench.mailbox;

import java.util.Random;

/** What people write in mails about an application: short, polite, with a signature, often above what was written before. */
final class MailWords {
    private MailWords() {}

    static String letter(FictionalResume resume, Random random, boolean answer) {
        String words = "尊敬的HR:\n\n您好!我叫" + resume.name() + ",在招聘网站上看到贵公司招聘" + resume.post() + ",有"
                + resume.detail("工作年限") + "相关工作经验,现就职于" + FictionalResume.company(random) + ",希望应聘该职位。期望薪资"
                + resume.detail("期望薪资") + "。附件是我的简历,期待您的回复。\n\n电话:" + resume.phone() + "\n邮箱:"
                + resume.detail("电子邮箱") + "\n\n此致\n敬礼\n" + resume.name() + "\n";
        return answer ? "您好,周三下午两点可以参加面试,谢谢。\n" + resume.name() + "\n" + resume.phone() + "\n" + quoted(words) : words;
    }

    static String note(FictionalResume resume, Random random) {
        return "候选人:" + resume.name() + "\n应聘职位:" + resume.post() + "\n面试时间:2023年3月" + (1 + random.nextInt(28))
                + "日\n面试官评价:专业基础扎实,沟通清楚,缺乏ToB项目经验,稳定性一般。\n老总评价:值得后续关注,岗位冻结,暂不录用。\n电话:"
                + resume.phone() + "\n\n陈经理\n研发部 部门经理\n远图科技有限公司\n电话:021-5555" + (1000 + random.nextInt(9000))
                + "\n" + quoted("请各位面试官在周五前反馈" + resume.name() + "的面试意见,谢谢。\n" + letter(resume, random, false));
    }

    static String invitation(FictionalResume resume) {
        return resume.name() + " 您好:\n\n感谢您应聘远图科技有限公司" + resume.post() + "一职,邀请您参加面试。\n地点:上海市浦东新区示例路100号\n联系人:李女士\n";
    }

    static String calendar(int number, FictionalResume resume, Random random) {
        String day = "202303%02d".formatted(1 + random.nextInt(28));
        return "BEGIN:VCALENDAR\nPRODID:-//Example//Mail//CN\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:bench-"
                + number
                + "@yuantu.example.com\nDTSTAMP:" + day + "T010000Z\nDTSTART:" + day + "T060000Z\nDTEND:" + day
                + "T070000Z\nSUMMARY:面试 " + resume.name() + " " + resume.post()
                + "\nORGANIZER;CN=HR:mailto:hr@yuantu.example.com\nATTENDEE;CN=" + resume.name() + ":mailto:"
                + resume.detail("电子邮箱") + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    private static String quoted(String words) {
        return "\n------------------ 原始邮件 ------------------\n发件人: \"HR\" <hr@yuantu.example.com>\n发送时间: 2023年3月3日 16:20\n收件人: \"应聘者\"\n主题: 应聘\n\n"
                + words;
    }
}
