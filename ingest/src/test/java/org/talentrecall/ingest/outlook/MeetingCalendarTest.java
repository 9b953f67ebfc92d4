package org.talentrecall.ingest.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.ingest.calendar.CalendarReader;
import org.talentrecall.ingest.calendar.CalendarReading;
import org.talentrecall.ingest.outlook.MeetingCalendar.Person;

/** What Outlook keeps of an appointment is read as the calendar that went over the wire. */
class MeetingCalendarTest {
    private static final Person HR = new Person("何静", "hejing@corp.example.com");
    private static final Person CANDIDATE = new Person("张小三", "zhangxs@example.com");
    private static final Person COLLEAGUE = new Person("林岩", "linyan@corp.example.com");

    private static MeetingCalendar meeting(
            String messageClass,
            boolean cancelled,
            boolean recurring,
            Person sender,
            List<Person> people,
            String subject) {
        return new MeetingCalendar(
                messageClass,
                "outlook-1-00ff",
                2,
                cancelled,
                recurring,
                Instant.parse("2026-03-05T06:00:00Z"),
                Instant.parse("2026-03-05T07:00:00Z"),
                Instant.parse("2026-03-01T01:02:03Z"),
                sender,
                people,
                subject,
                "三楼, 会议室",
                "二面; 请准时。\n候选人电话：135 0000 2233\r\nEND:VEVENT");
    }

    private static CalendarReading read(MeetingCalendar meeting) {
        return new CalendarReader(mail -> mail.endsWith("@corp.example.com"), ZoneId.of("Asia/Shanghai"))
                .read(
                        meeting.text().getBytes(StandardCharsets.UTF_8),
                        (page, line) -> new Locator.Mail("box", "id@x", "calendar.ics", page, line));
    }

    private static <T extends PersonFact> T only(CalendarReading reading, Class<T> type) {
        assertThat(reading).isInstanceOf(CalendarReading.Interviews.class);
        List<List<StatedFact>> persons = ((CalendarReading.Interviews) reading).persons();
        assertThat(persons).hasSize(1);
        return persons.get(0).stream()
                .filter(stated -> type.isInstance(stated.fact()))
                .map(stated -> type.cast(stated.fact()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_entry_of_the_calendar_is_an_interview() {
        CalendarReading reading =
                read(meeting("IPM.Appointment", false, false, HR, List.of(CANDIDATE, COLLEAGUE), "面试:张小三 - 高级Java工程师"));

        assertThat(only(reading, PersonName.class).text()).isEqualTo("张小三");
        assertThat(only(reading, Contact.class).value()).isEqualTo("zhangxs@example.com");
        Appointment appointment = only(reading, Appointment.class);
        assertThat(appointment.word()).isEqualTo(Appointment.Word.PLANNED);
        assertThat(appointment.start()).isEqualTo(LocalDateTime.of(2026, 3, 5, 14, 0));
        assertThat(appointment.end()).isEqualTo(LocalDateTime.of(2026, 3, 5, 15, 0));
        assertThat(appointment.organiser()).isEqualTo("何静");
        assertThat(appointment.interviewers()).containsExactly("林岩");
        assertThat(appointment.place()).isEqualTo("三楼, 会议室");
        assertThat(appointment.sequence()).isEqualTo(2);
    }

    @Test
    void what_is_called_off_is_cancelled_as_entry_and_as_message() {
        String title = "面试:张小三 - 高级Java工程师";
        for (MeetingCalendar meeting : List.of(
                meeting("IPM.Appointment", true, false, HR, List.of(CANDIDATE), title),
                meeting("IPM.Schedule.Meeting.Canceled", false, false, HR, List.of(CANDIDATE), title))) {
            assertThat(only(read(meeting), Appointment.class).word()).isEqualTo(Appointment.Word.CANCELLED);
        }
    }

    @Test
    void an_answer_is_the_candidates() {
        assertThat(only(
                                read(meeting(
                                        "IPM.Schedule.Meeting.Resp.Pos",
                                        false,
                                        false,
                                        CANDIDATE,
                                        List.of(HR),
                                        "Accepted: 面试:张小三")),
                                Appointment.class)
                        .word())
                .isEqualTo(Appointment.Word.ACCEPTED);
        assertThat(only(
                                read(meeting(
                                        "IPM.Schedule.Meeting.Resp.Neg",
                                        false,
                                        false,
                                        CANDIDATE,
                                        List.of(HR),
                                        "Declined: 面试:张小三")),
                                Appointment.class)
                        .word())
                .isEqualTo(Appointment.Word.DECLINED);
        assertThat(read(meeting(
                        "IPM.Schedule.Meeting.Resp.Pos", false, false, COLLEAGUE, List.of(HR), "Accepted: 面试:张小三")))
                .isInstanceOf(CalendarReading.LeftOut.class);
    }

    @Test
    void what_recurs_and_what_is_something_else_is_left_out() {
        assertThat(read(meeting("IPM.Appointment", false, true, HR, List.of(COLLEAGUE), "面试沟通周会")))
                .isInstanceOf(CalendarReading.LeftOut.class);
        assertThat(read(new MeetingCalendar(
                        "IPM.Appointment",
                        "",
                        0,
                        false,
                        false,
                        Instant.EPOCH,
                        null,
                        null,
                        HR,
                        List.of(),
                        "年会",
                        null,
                        null)))
                .isInstanceOf(CalendarReading.LeftOut.class);
    }

    @Test
    void knows_the_classes_of_messages_about_appointments() {
        assertThat(List.of("IPM.Appointment", "IPM.Schedule.Meeting.Request", "IPM.Schedule.Meeting.Resp.Tent"))
                .allMatch(MeetingCalendar::isAbout);
        assertThat(List.of("IPM.Note", "IPM.Contact", "IPM.Task", "")).noneMatch(MeetingCalendar::isAbout);
    }
}
