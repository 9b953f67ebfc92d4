package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.NameForms;

/**
 * The part of a notes mail that is about one candidate.
 *
 * @param name as written; null when only the thread tells who is meant
 * @param sure whether the name stands beside a label or a contact, not only at the beginning of a line
 */
record NoteSegment(@Nullable String name, boolean sure, List<Numbered> lines) {
    /** A line and its number in the body, from 1. */
    record Numbered(int number, String text) {}

    private static final Pattern WITH_CONTACT = Pattern.compile(
            "(?<name>[\\u4e00-\\u9fa5]{2,12}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})\\s*(?:[(（][^)）]{0,40}?|[,，]\\s?(?:[^,，。]{1,12}[,，])?(?:电话|手机)?\\s?|\\s+(?:[\\u4e00-\\u9fa5A-Za-z]{2,12}\\s+)?)(?:\\+?\\d[\\d\\s-]{9,16}|[\\w.+-]+@[\\w-]+\\.[\\w.]+)");
    /** A closing line about everybody named before. */
    private static final Pattern ALL_OF_THEM =
            Pattern.compile("都|均|两[个位人]|三[个位人]|几[个位]|\\bboth\\b|all of them", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_LINES = 300;
    private static final List<Integer> NAME_LENGTHS = List.of(3, 2, 4);

    /** Parts the writer's own words by the people they are about; lines of greeting and farewell are left out. */
    static List<NoteSegment> of(MailText mail) {
        List<Numbered> lines = ownLines(mail);
        Set<String> colleagues = NoteWords.colleagues(mail);
        List<Integer> starts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Optional<String> subject = NoteWords.nameInSubject(mail);
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> name = sureName(lines.get(i), colleagues, subject);
            if (name.isPresent() && !names.contains(name.get())) {
                starts.add(i);
                names.add(name.get());
            }
        }
        if (names.size() >= 2) {
            return parted(lines, starts, names);
        }
        if (names.size() == 1) {
            return List.of(new NoteSegment(names.get(0), true, lines));
        }
        return unsure(mail, lines, colleagues);
    }

    private static List<NoteSegment> parted(List<Numbered> lines, List<Integer> starts, List<String> names) {
        List<NoteSegment> segments = new ArrayList<>();
        List<Numbered> shared = lines.subList(starts.get(starts.size() - 1) + 1, lines.size()).stream()
                .filter(line -> ALL_OF_THEM.matcher(line.text()).find())
                .toList();
        for (int i = 0; i < names.size(); i++) {
            int to = i + 1 < names.size() ? starts.get(i + 1) : lines.size();
            List<Numbered> part = new ArrayList<>(lines.subList(starts.get(i), to));
            shared.stream().filter(line -> !part.contains(line)).forEach(part::add);
            segments.add(new NoteSegment(names.get(i), true, part));
        }
        return segments;
    }

    private static List<NoteSegment> unsure(MailText mail, List<Numbered> lines, Set<String> colleagues) {
        List<Integer> starts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> name = NoteWords.leadingName(lines.get(i).text(), colleagues);
            if (name.isPresent() && !names.contains(name.get())) {
                starts.add(i);
                names.add(name.get());
            }
        }
        Optional<String> subject = NoteWords.nameInSubject(mail);
        if (subject.isPresent()) {
            return List.of(new NoteSegment(subject.get(), true, lines));
        }
        return names.size() >= 2
                ? parted(lines, starts, names)
                : List.of(new NoteSegment(names.isEmpty() ? null : names.get(0), false, lines));
    }

    private static Optional<String> sureName(Numbered line, Set<String> colleagues, Optional<String> subject) {
        for (NoteLine labelled : NoteLine.read(line.text(), line.number())) {
            if (labelled.label() == NoteLine.Label.NAME && !labelled.value().isEmpty()) {
                return Optional.of(cutName(labelled.value()));
            }
        }
        Matcher matcher = WITH_CONTACT.matcher(line.text());
        while (matcher.find()) {
            String run = matcher.group("name");
            Optional<String> named = subject.filter(run::contains);
            Optional<String> leading =
                    line.text().startsWith(run) ? NoteWords.leadingName(line.text(), colleagues) : Optional.empty();
            Optional<String> name = named.or(() -> leading).or(() -> nameAtEnd(run, colleagues));
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private static String cutName(String value) {
        return value.replaceAll("\\s*[(（/|,，;；].*$|\\s{2,}.*$", "")
                .replaceAll("(?<=[\\u4e00-\\u9fa5])\\s+(?:电话|手机|邮箱).*$", "")
                .strip();
    }

    /** Of "生产经理候选人郝东升" the last characters are the name. */
    private static Optional<String> nameAtEnd(String run, Set<String> colleagues) {
        if (!FactList.hasHan(run)) {
            return NameForms.looksLikeEnglishName(run) ? Optional.of(run) : Optional.empty();
        }
        if (run.length() <= 4 && NoteWords.isCandidate(run, colleagues)) {
            return Optional.of(run);
        }
        for (int length : NAME_LENGTHS) {
            if (run.length() >= length) {
                String name = run.substring(run.length() - length);
                if (NoteWords.isCandidate(name, colleagues) && !name.matches(".*[了过的面来说聊谈]")) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Numbered> ownLines(MailText mail) {
        List<Numbered> lines = new ArrayList<>();
        Set<String> colleagues = NoteWords.colleagues(mail);
        String sender = mail.from() == null || mail.from().name() == null
                ? ""
                : mail.from().name();
        String[] own = mail.own().split("\n", -1);
        for (int i = 0; i < own.length && lines.size() < MOST_LINES; i++) {
            String text = FactList.clip(own[i], LONGEST_LINE);
            if (!sender.isEmpty() && !lines.isEmpty() && signsOff(text, sender)) {
                break;
            }
            boolean greeting = text.length() <= 12
                    && (colleagues.contains(NameForms.fold(text.replaceAll("[,，:：!！。]|您好|你好|好", "")))
                            || text.matches("(?i)(?:hi|hello|dear)?\\s?(?:all|各位|大家好|您好|你好|hr)[,，:：!！。]?"));
            if (!text.isEmpty() && !greeting) {
                lines.add(new Numbered(i + 1, text));
            }
        }
        return lines;
    }

    private static boolean signsOff(String text, String sender) {
        return text.equals(sender)
                || text.length() <= sender.length() + 24
                        && text.startsWith(sender)
                        && text.matches(".{2,}?[\\s/|（(].*");
    }
}
