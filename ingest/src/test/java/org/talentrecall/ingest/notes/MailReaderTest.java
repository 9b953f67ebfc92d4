package org.talentrecall.ingest.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.talentrecall.ingest.notes.Mails.bulk;
import static org.talentrecall.ingest.notes.Mails.mail;
import static org.talentrecall.ingest.notes.Mails.pdf;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.MailReading.Kind;
import org.talentrecall.ingest.resume.ResumeReader;

class MailReaderTest {
    private static final PlaceNamer PLACES =
            (page, line) -> new Locator.Mail("box", "id@example.com", null, page, line);
    private static final String HR = "何静 <hejing@corp.example.com>";
    private static final String INTERVIEWER = "林岩 <linyan@corp.example.com>";
    private static final String BOSS = "钱总 <qian@corp.example.com>";
    private final MailReader reader = new MailReader(
            new ResumeReader(Vocabulary.standard()),
            new RejectionClassifier(),
            Set.of("qian@corp.example.com"),
            ZoneOffset.UTC);

    @Test
    void reads_a_filled_form_of_interview_notes() {
        MailReading reading = read(mail(INTERVIEWER, HR, "面试评价-周启航", """
                候选人：周启航    手机：135 0000 3456
                应聘职位：产品经理
                需求编号：YT-2026-003
                面试时间：2025年6月10日 14:00
                面试官：林岩
                评价：逻辑清晰，对行业趋势判断准确
                老总评价：具备行业资源，值得后续关注
                期望薪资：28K
                未录取原因：缺乏ToB项目经验"""));
        assertEquals(Kind.INTERVIEW_NOTES, reading.kind());
        assertEquals(List.of(new PersonName("周启航")), facts(reading, PersonName.class));
        assertEquals("+8613500003456", facts(reading, Contact.class).get(0).value());
        Interview interview = facts(reading, Interview.class).get(0);
        assertEquals(PartialDate.parse("2025-06-10"), interview.date());
        assertEquals("产品经理", interview.post());
        assertEquals("YT-2026-003", interview.openingId());
        assertEquals("林岩", interview.interviewer());
        NotHired no = facts(reading, NotHired.class).get(0);
        assertEquals(RejectionCode.EXPERIENCE_GAP, no.code());
        assertEquals("ToB", no.detail());
        List<Opinion> opinions = facts(reading, Opinion.class);
        assertTrue(opinions.stream()
                .anyMatch(one -> one.role() == Opinion.Role.BOSS
                        && one.text().equals("具备行业资源，值得后续关注")
                        && Integer.valueOf(80).equals(one.rating())));
        assertTrue(opinions.stream()
                .anyMatch(one ->
                        one.role() == Opinion.Role.INTERVIEWER && one.text().contains("逻辑清晰")));
        assertEquals(28_000, facts(reading, SalaryStatement.class).get(0).pay().minMonthly());
    }

    @Test
    void parts_praise_reason_and_wish_in_prose() {
        MailReading reading = read(mail(INTERVIEWER, HR, "答复: 应聘生产经理-魏大勇", """
                何静，
                昨天面的魏大勇，整体很好。现场管理扎实，300人的厂他是真的管下来的。
                期望38K，我觉得值。
                但是这个岗位需求暂时冻结，今年招不了。

                林岩"""));
        assertEquals(Kind.INTERVIEW_NOTES, reading.kind());
        assertEquals(List.of(new PersonName("魏大勇")), facts(reading, PersonName.class));
        assertEquals(
                RejectionCode.HEADCOUNT_FROZEN,
                facts(reading, NotHired.class).get(0).code());
        assertEquals("生产经理", facts(reading, NotHired.class).get(0).post());
        assertEquals(
                PartialDate.parse("2025-06-11"),
                facts(reading, Interview.class).get(0).date());
        Opinion opinion = facts(reading, Opinion.class).get(0);
        assertTrue(opinion.text().contains("现场管理扎实"));
        assertFalse(opinion.text().contains("冻结"));
        assertTrue(opinion.rating() != null && opinion.rating() >= 70);
    }

    @Test
    void a_mail_about_two_people_gives_two_segments() {
        MailReading reading = read(mail(INTERVIEWER, HR, "回复：供应链经理 两份简历", """
                都面了。
                夏小秋（13600001111）：全面，有想法，首选。
                方磊（13900002222）：采购强，计划弱，备选。
                但编制四季度之前批不下来，岗位冻结，都先稳住。"""));
        assertEquals(2, reading.segments().size());
        for (MailReading.Segment segment : reading.segments()) {
            List<NotHired> no = facts(segment, NotHired.class);
            assertEquals(
                    List.of(RejectionCode.HEADCOUNT_FROZEN),
                    no.stream().map(NotHired::code).toList());
        }
        int first = rating(reading.segments().get(0));
        int second = rating(reading.segments().get(1));
        assertTrue(first > second, first + " and " + second);
    }

    @Test
    void the_boss_is_known_by_address() {
        MailReading reading = read(mail(BOSS, HR, "回复：魏大勇", "魏大勇（生产经理）的材料我看了。具备大型生产团队管理经验，值得后续关注。"));
        Opinion opinion = facts(reading, Opinion.class).get(0);
        assertEquals(Opinion.Role.BOSS, opinion.role());
        assertTrue(opinion.text().contains("具备大型生产团队管理经验"));
    }

    @Test
    void the_boss_is_known_by_being_quoted() {
        MailReading reading =
                read(mail(INTERVIEWER, HR, "程小诺 面试", "程小诺，150 0000 1882，算法工程师。肺结节做得扎实。研发HC冻结，暂缓。钱总：不错，等项目。"));
        assertTrue(facts(reading, Opinion.class).stream()
                .anyMatch(one -> one.role() == Opinion.Role.BOSS && one.text().contains("等项目")));
        assertEquals(
                RejectionCode.HEADCOUNT_FROZEN,
                facts(reading, NotHired.class).get(0).code());
    }

    @Test
    void what_is_quoted_says_nothing_new() {
        MailReading reading = read(mail(
                INTERVIEWER,
                HR,
                "Re: 应聘测试工程师-唐小满",
                "表达清楚，基础扎实，建议录用。",
                "发件人: <tangxm@example.com>\n主题: 应聘测试工程师-唐小满\n\n我上一家公司因为薪资预期不符离开，期望30K。",
                List.of()));
        assertEquals(List.of(), facts(reading, NotHired.class));
        assertEquals(List.of(), facts(reading, SalaryStatement.class));
        assertEquals("tangxm@example.com", facts(reading, Contact.class).get(0).value());
    }

    @Test
    void a_no_without_reason_is_unknown() {
        MailReading reading = read(mail(INTERVIEWER, HR, "唐小满", "唐小满昨天聊过了，应聘产品经理，电话19800003244。仓储行业熟。这次就不往下走了。"));
        assertEquals(
                RejectionCode.UNKNOWN, facts(reading, NotHired.class).get(0).code());
    }

    @Test
    void reads_an_application_from_its_letter() {
        MailReading reading = read(mail(
                "顾小帆 <guxf@example.cn>", HR, "【产品经理】顾小帆 5年经验", "您好，简历见附件。手机同微信：15900003172，期望22K", "", pdf("顾小帆.pdf")));
        assertEquals(Kind.APPLICATION, reading.kind());
        assertEquals("产品经理", facts(reading, Application.class).get(0).post());
        assertEquals(
                List.of("guxf@example.cn", "+8615900003172"),
                facts(reading, Contact.class).stream().map(Contact::value).toList());
    }

    @Test
    void reads_a_resume_in_the_body() {
        MailReading reading = read(mail("田小满 <tianxm@example.com>", HR, "应聘生产主管", """
                您好！我叫田小满，现住安徽芜湖，电话15100006622。
                2019年7月至今，在芜湖江淼汽车零部件有限公司任生产主管，管注塑车间38个人。
                2015年9月至2019年6月就读于安徽工程大学材料成型专业，本科学历。"""));
        assertEquals(Kind.APPLICATION, reading.kind());
        assertEquals("生产主管", facts(reading, Employment.class).get(0).title());
        assertEquals("生产主管", facts(reading, Application.class).get(0).post());
    }

    @Test
    void reads_a_job_boards_notification() {
        MailReading reading = read(mail("职桥网 <resume@jobs.example.net>", HR, "(职桥网)申请贵公司风控分析师－曹小允", """
                您在职桥网发布的职位  风控分析师  收到新的应聘简历。 在线查看
                曹小允
                男 | 1992年1月 | 现居住于上海虹口
                13400004444(手机)
                E-mail: caoxy@example.com
                工作经验
                2017/7 -- 至今
                上海临屿金融信息服务有限公司 | 风控经理"""));
        assertEquals(Kind.JOB_BOARD, reading.kind());
        assertEquals("曹小允", facts(reading, PersonName.class).get(0).text());
        assertEquals("风控分析师", facts(reading, Application.class).get(0).post());
        assertFalse(facts(reading, Contact.class).stream()
                .anyMatch(contact -> contact.value().contains("jobs.example.net")));
    }

    @Test
    void our_letter_is_a_communication_with_its_receiver() {
        MailReading reading = read(mail(HR, "袁小野 <yuanxy@example.com>", "岗位重新开放", "袁小野您好，岗位现在重新开放，方便的话这周约个时间？"));
        assertEquals(Kind.OUTREACH, reading.kind());
        Communication letter = facts(reading, Communication.class).get(0);
        assertEquals(Direction.OUT, letter.direction());
        assertEquals("何静", letter.by());
        assertEquals(Stance.NONE, letter.stance());
        assertEquals(List.of(new PersonName("袁小野")), facts(reading, PersonName.class));
    }

    @Test
    void an_answer_carries_stance_and_promise() {
        MailReading reading = read(mail("石小蕾 <shixl@example.cn>", HR, "Re: 薪资结构调整说明", "谢谢还记得我，需要考虑一周。"));
        assertEquals(Kind.CANDIDATE_REPLY, reading.kind());
        Communication answer = facts(reading, Communication.class).get(0);
        assertEquals(Direction.IN, answer.direction());
        assertEquals(Stance.WANTS_TIME, answer.stance());
        assertEquals(PartialDate.parse("2025-06-19"), answer.promised());
    }

    @Test
    void an_answer_to_an_address_without_a_name_is_to_nobody_in_particular() {
        MailReading reading =
                read(mail("石小蕾 <shixl@example.cn>", "hr@corp.example.com", "Re: 薪资结构调整说明", "谢谢还记得我，需要考虑一周。"));
        assertEquals(Kind.CANDIDATE_REPLY, reading.kind());
        assertNull(facts(reading, Communication.class).get(0).by());
    }

    @Test
    void who_wants_to_be_left_alone_is_heard() {
        MailReading reading = read(mail("曹小允 <caoxy@example.com>", HR, "请勿再联系", "我决定放弃，请勿再联系我，也请把我的简历删掉。"));
        assertFalse(facts(reading, ContactPreference.class).get(0).mayContact());
        assertEquals(
                RejectionCode.CANDIDATE_DECLINED,
                facts(reading, NotHired.class).get(0).code());
    }

    @Test
    void who_turns_an_offer_down_gives_the_reason() {
        MailReading reading = read(mail("daniel.o@example.net", HR, "Re: Your offer", """
                Hi,
                thanks for the offer. I have accepted another offer, so I have to decline.
                Daniel Osei"""));
        assertEquals(
                RejectionCode.COMPETING_OFFER,
                facts(reading, NotHired.class).get(0).code());
        assertEquals("Daniel Osei", facts(reading, PersonName.class).get(0).text());
    }

    @Test
    void an_invitation_is_an_interview_to_come() {
        MailReading reading =
                read(mail(HR, "魏大勇 <weidy@example.com>", "面试邀请：魏大勇 生产经理", "时间：2025年6月15日 14:00-15:00\n地点：三楼会议室"));
        assertEquals(Kind.INVITATION, reading.kind());
        assertEquals(
                PartialDate.parse("2025-06-15"),
                facts(reading, Interview.class).get(0).date());
    }

    @Test
    void the_interview_of_an_invitation_with_a_calendar_is_the_calendars() {
        MailReading reading = read(mail(
                HR,
                "魏大勇 <weidy@example.com>",
                "面试邀请：魏大勇 生产经理",
                "时间：2025年6月15日 14:00-15:00",
                "",
                List.of(new MailText.AttachmentNote("invite.ics", "text/calendar"))));
        assertEquals(Kind.INVITATION, reading.kind());
        assertEquals(List.of(), facts(reading, Interview.class));
        assertEquals(1, facts(reading, Communication.class).size());
    }

    @Test
    void who_joined_is_out_of_the_pool() {
        MailReading reading = read(mail(HR, INTERVIEWER, "入职通知", "今日入职：严小一（大区经理，18600004663），召回成功。"));
        assertEquals(Outcome.Kind.JOINED, facts(reading, Outcome.class).get(0).kind());
        assertEquals("严小一", facts(reading, PersonName.class).get(0).text());
    }

    @Test
    void what_is_no_recruiting_is_left_out() {
        assertEquals(
                Kind.BOUNCE,
                read(mail(
                                "MAILER-DAEMON@mx.example.com",
                                HR,
                                "Undelivered Mail Returned to Sender",
                                "<gone@example.net>: 550 5.1.1 user unknown"))
                        .kind());
        assertEquals(
                Kind.NEWSLETTER,
                read(bulk("news@newsletter.example.com", "HR周报第218期", "本期要点……退订请点击"))
                        .kind());
        assertEquals(
                Kind.NEWSLETTER,
                read(mail("培训 <edm@training.example.org>", HR, "【邀请函】数字化峰会", "诚邀莅临，报名电话 400-000-0099"))
                        .kind());
        assertEquals(
                Kind.OTHER,
                read(mail(HR, INTERVIEWER, "食堂菜单调整", "各位，下周起二楼食堂增加素食窗口。")).kind());
        for (MailText mail : List.of(mail(HR, INTERVIEWER, "", ""), mail("x@example.com", HR, "", ""))) {
            assertEquals(List.of(), facts(read(mail), NotHired.class));
        }
    }

    @Test
    void a_report_reply_is_told_apart() {
        assertEquals(
                Kind.REPORT_ANSWER,
                read(mail(HR, "recall@corp.example.com", "Re: 人才召回日报 2025-06-11", "1 contacted, 3 snooze 90d"))
                        .kind());
    }

    @Test
    void endless_repetition_neither_overflows_nor_hangs() {
        for (String unit : List.of(
                "1、", "在", "公司", "缺乏", "没有问题，", "【姓名】", "a@", "王小明（13800001234）好\n", "2019.1-2020.2 上海某某有限公司 会计\n")) {
            String endless = unit.repeat(200_000 / unit.length());
            assertTimeout(Duration.ofSeconds(20), () -> {
                read(mail(INTERVIEWER, HR, "面试反馈", endless));
                read(mail("x@example.com", HR, "应聘", endless));
                new RejectionClassifier().read(endless);
            });
        }
    }

    private MailReading read(MailText mail) {
        return reader.read(mail, PLACES);
    }

    private static int rating(MailReading.Segment segment) {
        Integer rating = facts(segment, Opinion.class).get(0).rating();
        assertTrue(rating != null);
        return rating;
    }

    private static <T extends PersonFact> List<T> facts(MailReading reading, Class<T> type) {
        return reading.segments().stream()
                .flatMap(segment -> facts(segment, type).stream())
                .toList();
    }

    private static <T extends PersonFact> List<T> facts(MailReading.Segment segment, Class<T> type) {
        return segment.facts().stream()
                .flatMap(
                        stated -> type.isInstance(stated.fact()) ? Stream.of(type.cast(stated.fact())) : Stream.empty())
                .toList();
    }
}
