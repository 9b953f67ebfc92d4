package org.talentrecall.archive.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.talentrecall.archive.dossier.DossierFold;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKeys;
import org.talentrecall.archive.identity.PersonFields;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.text.PayReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Forms that somebody damaged or forged: no form, or one whose answer is taken or refused; never a fault of the program. */
class HostileFormTest {
    private static final SourceId LOG = new SourceId("log");
    private static final RecordId RECORD = RecordId.of(LOG, "1");
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    private static final PartialDate DAY = PartialDate.of(LocalDate.of(2025, 3, 1));
    private static final String[] ANSWERS = {
        "",
        "SALARY",
        "SKILL_GAP",
        "CHOICE_0",
        "CHOICE_7",
        "VERIFIED",
        "RIGHT",
        "WRONG",
        "OTHER",
        "SAME",
        "DIFFERENT",
        "NOT_KNOWN",
        "看情况"
    };

    private static Pay pay(String written) {
        return PayReader.read(written).orElseThrow();
    }

    private static ReviewForm form(Review.Kind kind, PersonFact about, PersonFact... choices) {
        RecordId other = kind == Review.Kind.SAME_PERSON ? RecordId.of(LOG, "2") : null;
        return new ReviewForm("0123456789abcdef", kind, RECORD, other, about, List.of(choices));
    }

    static Stream<ReviewForm> forms() {
        Employment post = new Employment("远图信息", "产品经理", "市场部", DAY, null, true, "做过 ToB");
        return Stream.of(
                form(Review.Kind.REASON, new NotHired(RejectionCode.UNKNOWN, null, "未录用", DAY, "产品经理", "P1")),
                form(
                        Review.Kind.SALARY,
                        null,
                        new SalaryStatement(SalaryStatement.Kind.EXPECTED, pay("20K"), DAY),
                        new SalaryStatement(SalaryStatement.Kind.EXPECTED, pay("35K"), DAY)),
                form(Review.Kind.VERIFICATION, new Education("江南理工大学", "硕士", "自动化", DAY, null)),
                form(Review.Kind.VERIFICATION, post),
                form(Review.Kind.FIELD, new PersonName("林某")),
                form(Review.Kind.FIELD, post),
                form(
                        Review.Kind.CAREER_UPDATE,
                        new CareerUpdate(CareerUpdate.Kind.NEW_JOB, DAY, "链上科技", "风控负责人", "加入链上科技", null)),
                form(Review.Kind.SAME_PERSON, null),
                form(
                        Review.Kind.DOUBT,
                        new Doubt(
                                Doubt.Kind.MEANING,
                                "WHICH_KIND_OF_MAIL",
                                "你好",
                                List.of("APPLICATION", "NEWSLETTER"),
                                DAY)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_as_it_was_written_is_read(ReviewForm form) {
        assertThat(ReviewForm.read(form.line())).contains(form);
        assertThat(tried(form.line())).isPositive();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_changed_in_any_place_harms_nothing(ReviewForm form) {
        JsonNode whole = ArchiveJson.mapper().readTree(form.line());
        List<String> changed = new ArrayList<>();
        change(whole, whole, changed);
        for (int cut = 0; cut < form.line().length(); cut += 3) {
            changed.add(form.line().substring(0, cut));
        }
        assertThat(changed).hasSizeGreaterThan(40);
        for (String line : changed) {
            assertThatCode(() -> tried(line)).as(line).doesNotThrowAnyException();
        }
    }

    @Test
    void what_the_program_always_writes_must_be_there() {
        ReviewForm form = form(Review.Kind.FIELD, new PersonName("林某"));
        assertThat(ReviewForm.read(form.line().replace("\"text\":\"林某\"", "\"text\":null")))
                .isEmpty();
        assertThat(ReviewForm.read(form.line().replace("0123456789abcdef", " ")))
                .isEmpty();
        assertThat(ReviewForm.read(form.line().replace("0123456789abcdef", "0".repeat(4000))))
                .isEmpty();
    }

    @Test
    void texts_too_long_are_refused() {
        ReviewForm form = form(Review.Kind.FIELD, new PersonName("林某"));
        assertThat(Answers.read(form, new Given("OTHER", "长".repeat(501), "", "周敏", NOW)))
                .isInstanceOfSatisfying(
                        Answered.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("ANSWER_TOO_LONG"));
        assertThat(Answers.read(form, new Given("OTHER", "长\u0000林\u0007", "", "周敏", NOW)))
                .isInstanceOfSatisfying(
                        Answered.Taken.class,
                        taken -> assertThat(taken.facts()).containsExactly(new PersonName("长 林")));
    }

    /** Puts each other thing into each place of the tree, one at a time. */
    private static void change(JsonNode whole, JsonNode node, List<String> changed) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode before = object.get(name);
                for (JsonNode other : others()) {
                    object.set(name, other);
                    changed.add(whole.toString());
                }
                object.remove(name);
                changed.add(whole.toString());
                object.set(name, before);
                change(whole, before, changed);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode before = array.get(i);
                for (JsonNode other : others()) {
                    array.set(i, other);
                    changed.add(whole.toString());
                }
                array.set(i, before);
                change(whole, before, changed);
            }
        }
    }

    private static List<JsonNode> others() {
        return Stream.of(
                        "null",
                        "\"\"",
                        "\" \"",
                        "-1",
                        "1e400",
                        "true",
                        "[]",
                        "[null]",
                        "{}",
                        "{\"type\":\"Skill\"}",
                        "{\"type\":\"Review\"}",
                        "\"SALARY\"",
                        "\"" + "9".repeat(300) + "\"",
                        "\"2025-13-45\"")
                .map(json -> ArchiveJson.mapper().readTree(json))
                .toList();
    }

    /** Answers the form in every way and does with the answers what the archive does; how many were taken. */
    private static int tried(String line) {
        ReviewForm form = ReviewForm.read(line).orElse(null);
        int taken = 0;
        for (String answer : form == null ? new String[0] : ANSWERS) {
            for (String value : new String[] {"", "18K", "链上科技; 总监; 2021-03 - 至今"}) {
                if (Answers.read(form, new Given(answer, value, "", "周敏", NOW)) instanceof Answered.Taken given) {
                    List<PersonFact> facts = new ArrayList<>(given.facts());
                    facts.add(given.review());
                    store(facts);
                    taken++;
                }
            }
        }
        return taken;
    }

    private static void store(List<PersonFact> facts) {
        Locator where = new Locator.Cell("review.xlsx", "1", 2, "F");
        List<StatedFact> stated =
                facts.stream().map(fact -> new StatedFact(fact, where, 1)).toList();
        PersonFields.of(stated, IdentityKeys.of(stated)).blocks();
        var dossier =
                DossierFold.fold(PersonId.of(RECORD), List.of(new DossierFold.Statement(RECORD, NOW, NOW, stated)));
        OpenQuestions.of(ArchiveJson.dossier(ArchiveJson.dossier(dossier)));
    }
}
