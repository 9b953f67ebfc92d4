package org.talentrecall.ingest.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.Appointment.Word;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;

class CalendarReaderTest {
    private static final CalendarReader READER =
            new CalendarReader(mail -> mail.endsWith("@corp.example.com"), ZoneId.of("Asia/Shanghai"));

    @Test
    void reads_an_invitation_of_outlook_with_a_windows_zone() {
        List<List<StatedFact>> persons = interviews(event("REQUEST", """
                UID:u1
                SEQUENCE:2
                DTSTAMP:20260301T010203Z
                ORGANIZER;CN="何静":mailto:hejing@corp.example.com
                ATTENDEE;ROLE=REQ-PARTICIPANT;CN="张小三":mailto:ZhangXS@example.com
                ATTENDEE;CN=林岩:mailto:linyan@corp.example.com
                ATTENDEE;CUTYPE=ROOM;CN=三楼会议室:mailto:room3@corp.example.com
                DTSTART;TZID=China Standard Time:20260305T140000
                DTEND;TZID=China Standard Time:20260305T150000
                LOCATION:三楼会议室
                SUMMARY:面试:张小三 - 高级Java工程师
                DESCRIPTION:二面\\, 请准时。\\n候选人电话：135 0000 2233"""));

        assertThat(persons).hasSize(1);
        assertThat(of(persons.get(0), PersonName.class)).containsExactly(new PersonName("张小三"));
        assertThat(of(persons.get(0), Contact.class))
                .extracting(Contact::value)
                .containsExactly("zhangxs@example.com", "+8613500002233");
        Appointment appointment = of(persons.get(0), Appointment.class).get(0);
        assertThat(appointment.word()).isEqualTo(Word.PLANNED);
        assertThat(appointment.start()).isEqualTo(LocalDateTime.of(2026, 3, 5, 14, 0));
        assertThat(appointment.end()).isEqualTo(LocalDateTime.of(2026, 3, 5, 15, 0));
        assertThat(appointment.zone()).isEqualTo("Asia/Shanghai");
        assertThat(appointment.organiser()).isEqualTo("何静");
        assertThat(appointment.interviewers()).containsExactly("林岩");
        assertThat(appointment.post()).isEqualTo("高级Java工程师");
        assertThat(appointment.round()).isEqualTo("二面");
        assertThat(appointment.place()).isEqualTo("三楼会议室");
        assertThat(appointment.sequence()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20260305T060000Z | 2026-03-05T14:00",
                "DTSTART:20260305T140000 | 2026-03-05T14:00",
                "DTSTART;TZID=Asia/Shanghai:20260305T140000 | 2026-03-05T14:00",
                "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260305T070000 | 2026-03-05T14:00",
                "DTSTART;TZID=W. Europe Standard Time:20260305T070000 | 2026-03-05T14:00",
                "DTSTART;TZID=\"(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi\":20260305T140000 | 2026-03-05T14:00",
                "DTSTART;TZID=GMT+0800:20260305T140000 | 2026-03-05T14:00",
                "DTSTART;TZID=中国标准时间:20260305T140000 | 2026-03-05T14:00",
                "DTSTART;TZID=Customized Time Zone:20260305T140000 | 2026-03-05T14:00",
                "DTSTART:20260304T233000Z | 2026-03-05T07:30",
            })
    void shows_every_time_on_the_companys_clock(String start, String shown) {
        String zone = start.contains("Customized")
                ? "BEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
                        + "TZOFFSETFROM:+0800\nTZOFFSETTO:+0800\nEND:STANDARD\nEND:VTIMEZONE\n"
                : "";
        List<List<StatedFact>> persons = interviews(
                calendar("REQUEST", zone + "BEGIN:VEVENT\nUID:u\n" + start + "\nSUMMARY:面试：张小三 产品经理\nEND:VEVENT"));

        assertThat(of(persons.get(0), Appointment.class).get(0).start()).isEqualTo(LocalDateTime.parse(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "CANCEL,NEEDS-ACTION,CANCELLED",
        "REPLY,ACCEPTED,ACCEPTED",
        "REPLY,TENTATIVE,TENTATIVE",
        "REPLY,DECLINED,DECLINED",
        "COUNTER,TENTATIVE,OTHER_TIME",
        "PUBLISH,NEEDS-ACTION,PLANNED",
    })
    void tells_what_the_calendar_says(String method, String answer, Word word) {
        List<List<StatedFact>> persons = interviews(event(method, """
                UID:u1
                ORGANIZER:mailto:hejing@corp.example.com
                ATTENDEE;PARTSTAT=%s;CN=Kevin Zhao:mailto:kzhao@example.com
                DTSTART:20260305T060000Z
                SUMMARY:Accepted: Interview - Kevin Zhao\\, Java Developer""".formatted(answer)));

        assertThat(of(persons.get(0), Appointment.class).get(0).word()).isEqualTo(word);
        assertThat(of(persons.get(0), PersonName.class)).contains(new PersonName("Kevin Zhao"));
        assertThat(of(persons.get(0), Doubt.class)).hasSize(word == Word.OTHER_TIME ? 1 : 0);
    }

    @Test
    void a_colleagues_answer_says_nothing_of_the_candidate() {
        assertThat(read(event("REPLY", """
                UID:u1
                ORGANIZER:mailto:hejing@corp.example.com
                ATTENDEE;PARTSTAT=DECLINED:mailto:linyan@corp.example.com
                DTSTART:20260305T060000Z
                SUMMARY:Declined: 面试：张小三"""))).isEqualTo(new CalendarReading.LeftOut("CALENDAR_ANSWER_OF_OURS"));
    }

    @Test
    void several_candidates_have_appointments_of_their_own() {
        List<List<StatedFact>> persons = interviews(event("REQUEST", """
                UID:u1
                ORGANIZER:mailto:hejing@corp.example.com
                ATTENDEE;CN=张小三:mailto:zxs@example.com
                ATTENDEE;CN=李小四:mailto:lxs@example.com
                DTSTART:20260305T060000Z
                SUMMARY:面试：张小三、李小四"""));

        assertThat(persons).hasSize(2);
        assertThat(persons)
                .extracting(person -> of(person, Appointment.class).get(0).uid())
                .containsExactly("u1#zxs@example.com", "u1#lxs@example.com");
    }

    @Test
    void an_agency_that_is_invited_for_the_candidate_is_asked_about() {
        List<StatedFact> person = interviews(event("REQUEST", """
                        UID:u1
                        ORGANIZER:mailto:hejing@corp.example.com
                        ATTENDEE;CN=王顾问:mailto:wang@agency.example.net
                        ATTENDEE;CN=林岩:mailto:linyan@corp.example.com
                        DTSTART:20260305T060000Z
                        SUMMARY:面试：张小三 财务经理""")).get(0);

        assertThat(of(person, PersonName.class)).contains(new PersonName("张小三"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUMMARY:周例会 | CALENDAR_OTHER",
                "SUMMARY:面试官培训 | CALENDAR_OTHER",
                "SUMMARY:Interview training for managers | CALENDAR_OTHER",
                "SUMMARY:和客户讨论方案 | CALENDAR_OTHER",
                "SUMMARY:面试：张小三@RRULE:FREQ=WEEKLY | CALENDAR_RECURRING",
            })
    void leaves_out_what_is_no_interview(String properties, String reason) {
        assertThat(read(event("REQUEST", "UID:u\nDTSTART:20260305T060000Z\n" + properties.replace('@', '\n'))))
                .isEqualTo(new CalendarReading.LeftOut(reason));
    }

    @Test
    void an_interview_of_nobody_or_at_no_time_is_rejected_with_a_sentence() {
        assertThat(code(event("REQUEST", "UID:u\nDTSTART:20260305T060000Z\nSUMMARY:面试")))
                .isEqualTo("CALENDAR_NO_CANDIDATE");
        assertThat(code(event("REQUEST", "UID:u\nDTSTART:tomorrow\nSUMMARY:面试：张小三")))
                .isEqualTo("CALENDAR_WITHOUT_TIME");
        assertThat(code("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEV")).isEqualTo("BROKEN_CALENDAR");
        assertThat(code("")).isEqualTo("BROKEN_CALENDAR");
    }

    @Test
    void an_event_before_the_break_is_kept() {
        String whole = event("REQUEST", "UID:u\nDTSTART:20260305T060000Z\nSUMMARY:面试：张小三");

        assertThat(interviews(whole.replace("END:VCALENDAR", "BEGIN:VEVENT\nUID:2")))
                .hasSize(1);
    }

    @Test
    void folded_lines_and_lines_without_carriage_returns_are_read() {
        String folded = event("REQUEST", "UID:u\nDTSTART:20260305T060000Z\nSUMMARY:面试：张\n 小三 高级\n\tJava工程师");

        assertThat(of(interviews(folded).get(0), PersonName.class)).containsExactly(new PersonName("张小三"));
    }

    @Test
    void hostile_calendars_do_no_harm() {
        String nested = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n".repeat(20_000);
        String many = "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nSUMMARY:面试：张小三\nEND:VEVENT\n".repeat(20_000);
        String quotes = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;CN=\"" + "x".repeat(100_000);
        for (String text :
                List.of(nested, many, quotes, "\"".repeat(10_000), "BEGIN:VCALENDAR\nX;" + ";=".repeat(9_999))) {
            assertThatCode(() -> read(text)).doesNotThrowAnyException();
        }
        String whole = event("REQUEST", "UID:u\nDTSTART:20260305T060000Z\nSUMMARY:面试：张小三");
        Random random = new Random(20260305);
        for (int i = 0; i < 500; i++) {
            StringBuilder broken = new StringBuilder(whole);
            for (int j = 0; j < 4; j++) {
                broken.setCharAt(random.nextInt(broken.length()), (char) random.nextInt(32, 127));
            }
            assertThatCode(() -> read(broken.toString())).as(broken.toString()).doesNotThrowAnyException();
        }
    }

    private static String event(String method, String properties) {
        return calendar(method, "BEGIN:VEVENT\n" + properties + "\nEND:VEVENT");
    }

    private static String calendar(String method, String components) {
        return "BEGIN:VCALENDAR\nPRODID:-//test\nVERSION:2.0\nMETHOD:" + method + "\n" + components
                + "\nEND:VCALENDAR\n";
    }

    private static CalendarReading read(String text) {
        return READER.read(
                text.getBytes(StandardCharsets.UTF_8),
                (page, line) -> new Locator.Mail("box", "id", "invite.ics", page, line));
    }

    private static List<List<StatedFact>> interviews(String text) {
        CalendarReading reading = read(text);
        assertThat(reading).isInstanceOf(CalendarReading.Interviews.class);
        return ((CalendarReading.Interviews) reading).persons();
    }

    private static String code(String text) {
        CalendarReading reading = read(text);
        assertThat(reading).isInstanceOf(CalendarReading.Rejected.class);
        return ((CalendarReading.Rejected) reading).code();
    }

    private static <T extends PersonFact> List<T> of(List<StatedFact> facts, Class<T> type) {
        return facts.stream()
                .flatMap(
                        stated -> type.isInstance(stated.fact()) ? Stream.of(type.cast(stated.fact())) : Stream.empty())
                .toList();
    }
}
