package org.talentrecall.scoring.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.Golden;
import org.talentrecall.scoring.Post;
import org.talentrecall.scoring.Told;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.reason.ReasonRules;
import org.talentrecall.scoring.reason.Reasons;
import org.talentrecall.scoring.recommendation.How;

class OutreachTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 10);
    private static final Contact PHONE = new Contact(Contact.Kind.PHONE, "+8613800001234", "138 0000 1234");

    @Test
    void chooses_the_channel_by_the_kind_of_post_and_reason() {
        assertThat(how(no(RejectionCode.HEADCOUNT_FROZEN), "Java开发工程师").channel())
                .isEqualTo(How.Channel.MAIL_AND_CALL);
        assertThat(how(no(RejectionCode.HEADCOUNT_FROZEN).add(PHONE), "大客户销售经理").channel())
                .isEqualTo(How.Channel.MESSAGE_AND_COFFEE);
        How offer = how(no(RejectionCode.SALARY).expects(20_000, "2025-06"), "大客户销售经理");
        assertThat(offer.channel()).isEqualTo(How.Channel.WRITTEN_OFFER);
        assertThat(offer.steps()).extracting("key").contains("step.salarytable");
        assertThat(offer.draft()).contains("薪资结构已作调整").contains("20-40K");
    }

    @Test
    void starts_with_the_channel_that_worked() {
        Told told = no(RejectionCode.HEADCOUNT_FROZEN)
                .talk("2025-01-10", Channel.PHONE, Stance.WILLING, "邀请面试", "可以", null);
        assertThat(how(told, "测试工程师").steps().get(0).key()).isEqualTo("step.worked");
    }

    @Test
    void falls_back_to_ways_that_need_no_mail_address() {
        How unreachable = how(without(no(RejectionCode.HEADCOUNT_FROZEN)), "会计");
        assertThat(unreachable.channel()).isEqualTo(How.Channel.MESSAGE);
        assertThat(unreachable.mailto()).isNull();
        Dossier phone = without(no(RejectionCode.HEADCOUNT_FROZEN));
        List<Evidenced<?>> entries = new java.util.ArrayList<>(phone.entries());
        entries.addAll(Told.of("某人").add(PHONE).dossier().of(Contact.class).stream()
                .filter(told -> told.fact().equals(PHONE))
                .toList());
        assertThat(how(new Dossier(phone.id(), phone.records(), entries), "会计").channel())
                .isEqualTo(How.Channel.CALL);
    }

    @Test
    void writes_in_the_candidates_language() {
        Told english = Told.of("Anna Kowalska")
                .post("Gdansk Devices", "Embedded Engineer", "2020-01", null, "Firmware for infusion pumps, RTOS")
                .no(RejectionCode.HEADCOUNT_FROZEN, null, "headcount freeze", "2025-12", "Senior Embedded Engineer");
        How how = how(english, "Senior Embedded Engineer");
        assertThat(how.language()).isEqualTo("en");
        assertThat(how.draft())
                .startsWith("Dear Anna Kowalska,")
                .contains("December 2025")
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(how(no(RejectionCode.HEADCOUNT_FROZEN), "会计").language()).isEqualTo("zh-CN");
    }

    @Test
    void writes_chinese_to_a_chinese_name_whatever_the_resume_says() {
        Told told = no(RejectionCode.HEADCOUNT_FROZEN).skill("CT reconstruction, CUDA, medical imaging pipelines");
        assertThat(how(told, "算法工程师").language()).isEqualTo("zh-CN");
        Told wrote = told.add(new Communication(
                PartialDate.parse("2025-07-01"),
                Channel.MAIL,
                Communication.Direction.IN,
                null,
                "Thank you for the interview, I look forward to hearing from you",
                null,
                Stance.NONE,
                null));
        assertThat(how(wrote, "算法工程师").language()).isEqualTo("en");
    }

    @Test
    void calls_a_post_in_an_english_letter_as_when_they_met() {
        Told english = Told.of("Kevin Zhao")
                .skill("B2B SaaS discovery, requirement analysis, product roadmaps")
                .no(RejectionCode.TIMING, null, "bad moment", "2025-05", "Product Manager (ToB)");
        How how = how(english, "产品经理(ToB方向)");
        assertThat(how.language()).isEqualTo("en");
        assertThat(how.draft()).contains("Product Manager (ToB)").doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void tells_of_no_practice_that_nobody_has_seen() {
        Told told = Told.of("某人").no(RejectionCode.EXPERIENCE_GAP, "区块链", "缺乏区块链经验", "2025-06", "风控分析师");
        assertThat(how(told, "会计").draft()).doesNotContain("区块链", "实践");
    }

    @Test
    void invites_to_reconsider_only_the_post_they_were_met_for() {
        assertThat(how(no(RejectionCode.HEADCOUNT_FROZEN), "会计").draft()).contains("重新考虑会计一职");
        assertThat(how(no(RejectionCode.HEADCOUNT_FROZEN), "仓库管理员").draft())
                .contains("了解仓库管理员一职")
                .doesNotContain("重新考虑");
        assertThat(how(Told.of("某人"), "会计").draft()).contains("投递简历").doesNotContain("交流");
    }

    @Test
    void sets_chinese_words_with_chinese_punctuation() {
        assertThat(Wording.of("启动\"高端影像\"项目, 扩编(4人)", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("启动“高端影像”项目，扩编（4人）");
        assertThat(Wording.of("Account Manager (Key)", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("Account Manager (Key)");
    }

    @Test
    void every_reason_has_a_template_in_both_languages_without_open_places() {
        for (RejectionCode code : RejectionCode.values()) {
            for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                Template template = new Templates(null).find(Templates.name(code), language);
                String draft = template.body(Map.of("name", "王", "post", "会计"), Set.of("named"));
                assertThat(draft)
                        .as("%s %s", code, language)
                        .isNotBlank()
                        .doesNotContain("{", "}", "?boss", "!named", "|");
                assertThat(template.subject(Map.of("post", "会计"))).contains("会计");
            }
        }
    }

    @Test
    void operators_templates_take_the_place_of_ours(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("headcount-frozen_zh_CN.txt"), "主题 {post}\n{name}：{because}！\n{nothing}\n?boss 老总\n");
        Template template = new Templates(folder).find("headcount-frozen", Locale.CHINA);
        assertThat(template.subject(Map.of("post", "会计"))).isEqualTo("主题 会计");
        assertThat(template.body(Map.of("name", "王", "because", "扩产"), Set.of()))
                .isEqualTo("王：扩产！");
        Files.writeString(folder.resolve("salary_en.txt"), "\n\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Templates(folder).find("salary", Locale.ENGLISH))
                .withMessageContaining("first line");
    }

    @Test
    void mailto_decodes_to_the_draft_and_is_short_enough_for_windows() {
        String link = MailtoLink.of("hr@example.com", "高级生产经理 & 您", "第一行\n第二行");
        assertThat(link)
                .startsWith("mailto:hr@example.com?subject=%E9%AB%98")
                .contains("%20%26%20")
                .doesNotContain(" ", "\n", "&&");
        assertThat(URLDecoder.decode(link, StandardCharsets.UTF_8)).endsWith("body=第一行\r\n第二行");
        String longLine = MailtoLink.of("a@example.com", "s", "长".repeat(3000));
        assertThat(longLine.length()).isBetween(1_850, MailtoLink.LONGEST);
        assertThat(URLDecoder.decode(longLine, StandardCharsets.UTF_8)).endsWith("长");
        String manyLines = MailtoLink.of("a@example.com", "s", "一行文字\n".repeat(500));
        assertThat(manyLines.length()).isLessThanOrEqualTo(MailtoLink.LONGEST);
        assertThat(URLDecoder.decode(manyLines, StandardCharsets.UTF_8)).endsWith("一行文字");
    }

    @Test
    void asks_instead_of_claiming_where_the_gap_is_not_proven() {
        Profile profile = Profile.of(Golden.product().dossier(), Golden.TODAY);
        How how = new Outreach(new Templates(null), Sender.unnamed())
                .of(
                        profile,
                        Golden.productPost().description(),
                        new Reasons(ReasonRules.standard()).judge(profile, Golden.productPost()));
        assertThat(how.draft()).contains("是否有了新的实践").doesNotContain("有了扎实的实践");
    }

    private static Told no(RejectionCode code) {
        return Told.of("某人").no(code, null, "words", "2025-06", "会计");
    }

    private static Dossier without(Told told) {
        Dossier dossier = told.dossier();
        return new Dossier(
                dossier.id(),
                dossier.records(),
                dossier.entries().stream()
                        .filter(entry -> !(entry.fact() instanceof Contact))
                        .toList());
    }

    private static How how(Told told, String title) {
        return how(told.dossier(), title);
    }

    private static How how(Dossier dossier, String title) {
        Opening opening = Post.of("O", title)
                .pays(20_000, 40_000)
                .because("2026-09", "产能扩张")
                .opening();
        Profile profile = Profile.of(dossier, TODAY);
        return new Outreach(new Templates(null), Sender.unnamed())
                .of(profile, opening.description(), new Reasons(ReasonRules.standard()).judge(profile, opening));
    }
}
