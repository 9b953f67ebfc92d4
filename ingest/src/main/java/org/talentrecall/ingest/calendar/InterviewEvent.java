package org.talentrecall.ingest.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Appointment;
import org.talentrecall.archive.fact.Appointment.Word;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.archive.text.PhoneNumbers;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.ingest.calendar.CalendarEvent.Attendee;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.SubjectWords;

/** One event that speaks of an interview: who the candidate is, and what the event says of it. */
final class InterviewEvent {
    private static final int CANDIDATES_AT_MOST = 5;
    private static final double SURE = 0.95;
    private static final double BY_TITLE = 0.85;
    private static final Pattern ANSWERED = Pattern.compile(
            "^\\s*(?:accepted|declined|tentative(?:ly accepted)?|cancell?ed(?: event)?|updated(?: invitation)?|invitation|new time proposed|已接受|已拒绝|已谢绝|暂定|暂时接受|已取消|取消|已更新|更新|邀请|建议新时间|提议新时间)\\s*[:：]\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            "(?:候选人|应聘者|candidate)\\s*(?:姓名|name)?\\s*[:：]\\s*(?<name>[^\\n,，;；(（/|]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERVIEWER =
            Pattern.compile("(?:面试官|interviewers?)\\s*[:：]\\s*(?<name>[^\\n;；(（|]{2,60})", Pattern.CASE_INSENSITIVE);
    private static final Pattern THEIR_PHONE = Pattern.compile(
            "(?:候选人|应聘者|candidate)(?:的|'s)?\\s*(?:电话|手机|联系电话|联系方式|phone|mobile)[^\\n]*", Pattern.CASE_INSENSITIVE);

    private final CalendarEvent event;
    private final Predicate<String> ours;
    private final ZoneId zone;
    private final PlaceNamer places;
    private final String title;
    private final SubjectWords words;

    InterviewEvent(CalendarEvent event, Predicate<String> ours, ZoneId zone, PlaceNamer places) {
        this.event = event;
        this.ours = ours;
        this.zone = zone;
        this.places = places;
        this.title = bare(event.summary());
        this.words = SubjectWords.of(title, colleagues());
    }

    CalendarReading read() {
        Word word = word();
        if (word == null) {
            return new CalendarReading.LeftOut("CALENDAR_ANSWER_OF_OURS");
        }
        if (event.start() == null && word == Word.PLANNED) {
            return new CalendarReading.Rejected(
                    "CALENDAR_WITHOUT_TIME",
                    "The invitation to an interview tells no time that can be read: enter the interview in a workbook, or ask for the invitation again.");
        }
        List<Person> candidates = candidates();
        if (candidates.isEmpty()) {
            return new CalendarReading.Rejected(
                    "CALENDAR_NO_CANDIDATE",
                    "The calendar speaks of an interview and neither invites nor names a candidate: write the candidate's name into the event's title and send it again.");
        }
        List<List<StatedFact>> persons = new ArrayList<>();
        for (Person candidate : candidates) {
            persons.add(facts(candidate, word, candidates.size() == 1));
        }
        return new CalendarReading.Interviews(persons);
    }

    private static String bare(String summary) {
        String title = summary;
        Matcher answered = ANSWERED.matcher(title);
        while (answered.find()) {
            title = title.substring(answered.end());
            answered = ANSWERED.matcher(title);
        }
        return title;
    }

    private Set<String> colleagues() {
        Set<String> names = new TreeSet<>();
        for (Attendee attendee : event.attendees()) {
            if (attendee.name() != null && ours.test(attendee.mail())) {
                names.add(NameForms.fold(attendee.name()));
            }
        }
        Attendee organiser = event.organiser();
        if (organiser != null && organiser.name() != null) {
            names.add(NameForms.fold(organiser.name()));
        }
        return names;
    }

    /** Null for an answer of a colleague, or one that says nothing. */
    private @Nullable Word word() {
        return switch (event.method()) {
            case "CANCEL" -> Word.CANCELLED;
            case "REPLY" -> {
                List<Attendee> theirs = strangers();
                String answer = theirs.size() == 1 ? theirs.get(0).answer() : "";
                yield switch (answer) {
                    case "ACCEPTED" -> Word.ACCEPTED;
                    case "TENTATIVE" -> Word.TENTATIVE;
                    case "DECLINED" -> Word.DECLINED;
                    default -> null;
                };
            }
            case "COUNTER" -> strangers().isEmpty() ? null : Word.OTHER_TIME;
            case "DECLINECOUNTER", "REFRESH" -> null;
            default -> event.cancelled() ? Word.CANCELLED : Word.PLANNED;
        };
    }

    private List<Attendee> strangers() {
        String organiser = event.organiser() == null ? "" : event.organiser().mail();
        return event.attendees().stream()
                .filter(one -> !one.mail().isEmpty() && !one.thing())
                .filter(one -> !ours.test(one.mail()) && !one.mail().equals(organiser))
                .toList();
    }

    /** @param doubt whom else it may be about, or null */
    private record Person(
            List<String> names,
            @Nullable String mail,
            @Nullable String doubt) {}

    private List<Person> candidates() {
        List<String> named = named();
        List<Attendee> strangers = strangers();
        if (strangers.isEmpty()) {
            return named.stream()
                    .limit(CANDIDATES_AT_MOST)
                    .map(name -> new Person(List.of(name), null, null))
                    .toList();
        }
        if (strangers.size() == 1 && named.size() <= 1) {
            return List.of(one(strangers.get(0), named.isEmpty() ? null : named.get(0)));
        }
        List<Person> persons = new ArrayList<>();
        for (String name : named) {
            persons.add(strangers.stream()
                    .filter(one -> one.name() != null && same(name, one.name()))
                    .findFirst()
                    .map(one -> one(one, name))
                    .orElseGet(() -> new Person(List.of(name), null, null)));
        }
        if (named.isEmpty()) {
            strangers.forEach(one -> persons.add(one(one, null)));
        }
        return persons.stream().limit(CANDIDATES_AT_MOST).toList();
    }

    private static Person one(Attendee attendee, @Nullable String named) {
        String shown = attendee.name() != null && isName(attendee.name()) ? attendee.name() : null;
        if (shown == null || named == null || same(named, shown)) {
            List<String> names = new ArrayList<>();
            Optional.ofNullable(named).ifPresent(names::add);
            Optional.ofNullable(shown).filter(name -> !names.contains(name)).ifPresent(names::add);
            return new Person(names, attendee.mail(), null);
        }
        boolean otherScript = TextFolding.hasHan(shown) != TextFolding.hasHan(named);
        return otherScript
                ? new Person(List.of(named), attendee.mail(), null)
                // An agency that is invited on behalf of the candidate, or the other way round.
                : new Person(List.of(named), null, shown);
    }

    private static boolean isName(String text) {
        return NameForms.looksLikeChineseName(text) || NameForms.looksLikeEnglishName(text);
    }

    private static boolean same(String one, String other) {
        Set<String> readings = new TreeSet<>(NameForms.pinyin(one));
        readings.retainAll(NameForms.pinyin(other));
        return NameForms.fold(one).equals(NameForms.fold(other)) || !readings.isEmpty();
    }

    private List<String> named() {
        List<String> names = new ArrayList<>(words.names());
        Matcher label = NAMED.matcher(event.description());
        if (names.isEmpty() && label.find() && isName(label.group("name").strip())) {
            names.add(label.group("name").strip());
        }
        return names;
    }

    private List<StatedFact> facts(Person candidate, Word word, boolean alone) {
        List<StatedFact> facts = new ArrayList<>();
        for (String name : candidate.names()) {
            add(facts, new PersonName(name), candidate.mail() == null ? BY_TITLE : 0.9);
        }
        String mail = candidate.mail();
        if (mail != null) {
            add(facts, new Contact(Contact.Kind.MAIL, mail, mail), SURE);
        }
        Matcher phones = THEIR_PHONE.matcher(event.description());
        if (alone && phones.find()) {
            for (Found phone : PhoneNumbers.findAll(phones.group())) {
                add(facts, new Contact(Contact.Kind.PHONE, phone.value(), phone.asWritten()), 0.9);
            }
        }
        String who = mail != null ? mail : candidate.names().get(0);
        add(facts, appointment(alone ? uid() : uid() + '#' + who, word), SURE);
        String doubt = candidate.doubt();
        if (doubt != null) {
            add(
                    facts,
                    new Doubt(
                            Doubt.Kind.IDENTITY,
                            "WHOSE_INTERVIEW",
                            cut(event.summary(), 200),
                            List.of(candidate.names().get(0), doubt),
                            null),
                    0.5);
        }
        if (word == Word.OTHER_TIME && event.start() != null) {
            add(
                    facts,
                    new Doubt(
                            Doubt.Kind.VALUE,
                            "MOVE_THE_INTERVIEW",
                            local(event.start()).toString().replace('T', ' ') + ' ' + zone,
                            List.of("MOVE", "KEEP"),
                            null),
                    SURE);
        }
        return facts;
    }

    private void add(List<StatedFact> facts, PersonFact fact, double confidence) {
        facts.add(new StatedFact(fact, places.at(null, null), confidence));
    }

    private Appointment appointment(String uid, Word word) {
        String description = cut(event.description(), 2_000);
        SubjectWords told = SubjectWords.of(title + ' ' + description, colleagues());
        return new Appointment(
                uid,
                event.sequence(),
                event.stamp(),
                word,
                event.start() == null || word == Word.OTHER_TIME ? null : local(event.start()),
                event.end() == null || word == Word.OTHER_TIME ? null : local(event.end()),
                zone.getId(),
                event.organiser() == null ? null : shown(event.organiser()),
                interviewers(),
                event.location().isEmpty() ? null : cut(event.location(), 200),
                words.post(),
                told.openingId(),
                words.round() == null ? told.round() : words.round());
    }

    private String uid() {
        if (!event.uid().isBlank()) {
            return cut(event.uid(), 300);
        }
        String said = event.summary() + '\n' + event.start();
        return "without-uid-"
                + ContentHash.of(said.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .value()
                        .substring(0, 24);
    }

    private List<String> interviewers() {
        String organiser = event.organiser() == null ? "" : event.organiser().mail();
        List<String> invited = event.attendees().stream()
                .filter(one ->
                        !one.thing() && ours.test(one.mail()) && !one.mail().equals(organiser))
                .map(InterviewEvent::shown)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Matcher label = INTERVIEWER.matcher(event.description());
        if (invited.isEmpty() && label.find()) {
            invited.add(label.group("name").strip());
        }
        return invited;
    }

    private static String shown(Attendee attendee) {
        return attendee.name() == null ? attendee.mail().toLowerCase(Locale.ROOT) : attendee.name();
    }

    /** On the clock of the company, so that 06:00Z is the right day. */
    private LocalDateTime local(LocalDateTime time) {
        if (event.zone() == null) {
            return time;
        }
        try {
            return time.atZone(ZoneId.of(event.zone()))
                    .withZoneSameInstant(zone)
                    .toLocalDateTime();
        } catch (DateTimeException e) {
            // A time at the end of all times.
            return time;
        }
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
