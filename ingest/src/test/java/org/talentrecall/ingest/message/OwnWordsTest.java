package org.talentrecall.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "------------------ 原始邮件 ------------------",
                "-----原始邮件-----",
                "-------- 转发的消息 --------",
                "----- 转发的邮件信息 -----",
                "主题: 应聘\n日期: 2025-09-28 21:14\n发件人: 张宁 <zhang@example.cn>\n收件人: hr@example.cn",
                "-----Original Message-----",
                "------------------ Original ------------------",
                "------------------\u00A0原始邮件\u00A0------------------",
                "开始转发的邮件：",
                "发件人：张宁 <zhang@example.cn>\n日\u3000期：2023年3月6日 09:30\n收件人：hr\n主\u3000题：应聘",
                "Von: Zhang Ning\nGesendet: Montag, 6. März 2023 09:30\nAn: HR\nBetreff: Bewerbung",
                "2023年3月6日 09:30，张宁 <zhang@example.cn> 写道：",
                "---------- Forwarded message ---------",
                "---- 回复的原邮件 ----",
                "在 2023年3月6日，09:30，张宁 <zhang@example.cn> 写道：",
                "在 2023-03-06 09:30:00，\"张宁\" <zhang@example.cn> 写道：",
                "At 2023-03-06 09:30:00, \"zhang\" <zhang@example.cn> wrote:",
                "On Mon, 6 Mar 2023 at 09:30, Zhang Ning <zhang@example.cn> wrote:",
                "张宁 <zhang@example.cn> 于2023年3月6日周一 09:30写道：",
                "On Mon, 6 Mar 2023 at 09:30, Zhang Ning\n<zhang@example.cn> wrote:",
                "发件人: 张宁 <zhang@example.cn>\n发送时间: 2023年3月6日 9:30\n收件人: 人力资源\n主题: 应聘",
                "From: Zhang Ning\nSent: Monday, March 6, 2023 9:30 AM\nTo: HR\nSubject: application",
            })
    void parts_an_answer_from_what_it_answers(String introduction) {
        OwnWords words = OwnWords.of("好的，谢谢。\n\n" + introduction + "\n\n请问何时方便面试？");

        assertThat(words.own()).isEqualTo("好的，谢谢。");
        assertThat(words.quoted()).endsWith("请问何时方便面试？").startsWith(introduction.substring(0, 4));
        assertThat(words.quotedFrom()).isEqualTo(3);
    }

    @Test
    void keeps_lines_in_place_when_answers_stand_between_quotes() {
        OwnWords words = OwnWords.of("On Monday, HR <hr@example.cn> wrote:\n> salary?\n20K\n> when?\nnext week");

        assertThat(words.own()).isEqualTo("\n\n20K\n\nnext week");
        assertThat(words.quoted()).isEqualTo("On Monday, HR <hr@example.cn> wrote:\nsalary?\n\nwhen?");
        assertThat(words.quotedFrom()).isEqualTo(1);
    }

    @Test
    void parts_signatures_of_devices_dashes_and_cards() {
        assertThat(OwnWords.of("可以。\n\n发自我的iPhone").signature()).isEqualTo("发自我的iPhone");
        assertThat(OwnWords.of("yes\n-- \nTom").own()).isEqualTo("yes");
        OwnWords card = OwnWords.of("明天见。\n\n李娜\n人力资源部\n电话：010-00001234\n地址：深圳");
        assertThat(card.own()).isEqualTo("明天见。");
        assertThat(card.signature()).startsWith("李娜").endsWith("地址：深圳");
    }

    @Test
    void parts_a_colleagues_signature_with_a_single_phone() {
        String body = "研发岗位暂时冻结。\n\n李娜 | 人力资源\n电话 0512-0000 8101";

        assertThat(OwnWords.of(body, "李娜").own()).isEqualTo("研发岗位暂时冻结。");
        assertThat(OwnWords.of(body, null).own()).isEqualTo(body);
    }

    @Test
    void keeps_what_is_written_below_a_quote() {
        OwnWords words = OwnWords.of("> 您期望的薪资是多少？\n>> 您好\n\n期望 30K。\n\n> 何时到岗？\n\n下月。");

        assertThat(words.own()).isEqualTo("\n\n\n期望 30K。\n\n\n\n下月。");
        assertThat(words.quoted()).startsWith("您期望的薪资是多少？\n您好").endsWith("何时到岗？");
    }

    @Test
    void takes_company_and_phone_for_a_card() {
        OwnWords words = OwnWords.of("下周给您答复。\n\n韦一笑\n质量经理\n海岳电气有限公司\n电话：138 0000 6677");

        assertThat(words.own()).isEqualTo("下周给您答复。");
        assertThat(words.signature()).contains("海岳电气有限公司");
    }

    @Test
    void takes_a_body_that_is_only_a_card_for_what_was_said() {
        assertThat(OwnWords.of("-- \n电话：13800001234").own()).contains("13800001234");
    }

    @Test
    void does_not_take_a_resume_for_a_quote() {
        String resume = "姓名：张宁\n时间：2019-2023\n主题：质量\n在 2019 年写道路规划软件\nFrom: 2019 to 2023 at a plant";

        assertThat(OwnWords.of(resume).own()).isEqualTo(resume);
    }
}
