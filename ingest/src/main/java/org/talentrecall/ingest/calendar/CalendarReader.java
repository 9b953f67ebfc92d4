package org.talentrecall.ingest.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.document.TextDecoder;

/**
 * Reads invitations to interviews, their changes, cancellations and answers. Never throws for what it reads. Immutable; safe
 * for use by several threads.
 */
public final class CalendarReader {
    private static final Pattern ABOUT_INTERVIEWS = Pattern.compile(
            "面试官(?:培训|会|交流|认证)|面试(?:技巧|培训|流程|方法|总结会|复盘|题|标准|安排会)|(?:校招|面试|招聘)(?:讨论|沟通|例|周)会|interview(?:er)?s? (?:training|skills|process|workshop|guide|debrief)|debrief",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERVIEW = Pattern.compile(
            "面试|面谈|初试|复试|终面|[一二三四]面(?![性对向积])|interview|phone screen|on-?site (?:loop|interview)|technical screen",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CANDIDATE =
            Pattern.compile("(?:候选人|应聘者|candidate)\\s*(?:姓名|name)?\\s*[:：]", Pattern.CASE_INSENSITIVE);

    private final Predicate<String> ours;
    private final ZoneId zone;

    /**
     * @param ours tells colleagues' mail addresses
     * @param zone where floating times are, and in which interviews are shown
     */
    public CalendarReader(Predicate<String> ours, ZoneId zone) {
        this.ours = ours;
        this.zone = zone;
    }

    /** @param places names the calendar; called without page and line */
    public CalendarReading read(byte[] content, PlaceNamer places) {
        CalendarFile file = CalendarFile.read(TextDecoder.decode(content, "utf-8"));
        List<List<StatedFact>> persons = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        CalendarReading.Rejected rejected = null;
        for (CalendarEvent event : file.events()) {
            CalendarReading reading = read(event, places);
            if (reading instanceof CalendarReading.Interviews interviews) {
                persons.addAll(interviews.persons());
            } else if (reading instanceof CalendarReading.Rejected fault) {
                rejected = fault;
            } else if (reading instanceof CalendarReading.LeftOut left) {
                leftOut.add(left.reason());
            }
        }
        if (!persons.isEmpty()) {
            return new CalendarReading.Interviews(persons);
        }
        if (rejected != null) {
            return rejected;
        }
        if (file.broken() && leftOut.isEmpty()) {
            return new CalendarReading.Rejected(
                    "BROKEN_CALENDAR",
                    "The calendar breaks off or is none: ask for the invitation again if it was to an interview.");
        }
        return new CalendarReading.LeftOut(leftOut.isEmpty() ? "CALENDAR_OTHER" : leftOut.get(0));
    }

    private CalendarReading read(CalendarEvent event, PlaceNamer places) {
        if (!isInterview(event)) {
            return new CalendarReading.LeftOut("CALENDAR_OTHER");
        }
        if (event.recurring()) {
            return new CalendarReading.LeftOut("CALENDAR_RECURRING");
        }
        return new InterviewEvent(event, colleagues(event), zone, places).read();
    }

    private static boolean isInterview(CalendarEvent event) {
        if (ABOUT_INTERVIEWS.matcher(event.summary()).find()) {
            return false;
        }
        return INTERVIEW.matcher(event.summary()).find()
                || CANDIDATE.matcher(event.description()).find()
                        && INTERVIEW.matcher(event.description()).find();
    }

    /** Without own domains in the settings, those who share the organiser's domain are taken for colleagues. */
    private Predicate<String> colleagues(CalendarEvent event) {
        String host = event.organiser() == null ? "" : domain(event.organiser().mail());
        boolean company = !host.isEmpty() && !FREE_MAIL.matcher(host).matches() && !ours.test("x@" + host);
        boolean someOurs = event.attendees().stream().anyMatch(one -> ours.test(one.mail()));
        return company && !someOurs ? mail -> ours.test(mail) || domain(mail).equals(host) : ours;
    }

    private static String domain(String mail) {
        return mail.substring(mail.lastIndexOf('@') + 1);
    }

    private static final Pattern FREE_MAIL = Pattern.compile(
            "(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|aliyun|gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|msn|proton|protonmail|gmx)\\.\\w+(?:\\.\\w+)?");
}
