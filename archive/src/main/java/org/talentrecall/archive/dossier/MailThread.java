package org.talentrecall.archive.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.talentrecall.archive.dossier.Conversation.Turn;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.text.Subjects;

/**
 * Mails of a conversation that answer each other: those that name each other in References or In-Reply-To; and, where a mail
 * names none, those with the same subject but for its {@code Re:} and {@code 转发:}, within thirty days, when the later one
 * is marked as an answer or goes the other way.
 *
 * @param subject of the first mail, without marks; empty when it has none
 * @param turns in the conversation's order
 */
public record MailThread(String subject, List<Turn> turns) {
    private static final Duration WINDOW = Duration.ofDays(30);

    public MailThread {
        turns = List.copyOf(turns);
    }

    /** The threads of these turns, the one that began first at the beginning; what was no mail belongs to none. */
    static List<MailThread> of(List<Turn> turns) {
        List<Turn> letters =
                turns.stream().filter(turn -> turn.said().letter() != null).toList();
        int[] head = new int[letters.size()];
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < head.length; i++) {
            head[i] = i;
            for (String id : ids(letters.get(i))) {
                Integer before = byId.putIfAbsent(id, i);
                if (before != null) {
                    join(head, before, i);
                }
            }
        }
        for (int later = 1; later < head.length; later++) {
            for (int earlier = later - 1; earlier >= 0; earlier--) {
                if (root(head, earlier) != root(head, later) && answers(letters.get(earlier), letters.get(later))) {
                    join(head, earlier, later);
                    break;
                }
            }
        }
        Map<Integer, List<Turn>> threads = new LinkedHashMap<>();
        for (int i = 0; i < head.length; i++) {
            threads.computeIfAbsent(root(head, i), any -> new ArrayList<>()).add(letters.get(i));
        }
        return threads.values().stream()
                .map(thread ->
                        new MailThread(Subjects.bare(letter(thread.get(0)).subject()), thread))
                .toList();
    }

    private static boolean answers(Turn earlier, Turn later) {
        Communication.Letter answer = letter(later);
        String subject = Subjects.thread(answer.subject());
        boolean turned = earlier.said().direction() != later.said().direction();
        Instant before = earlier.evidence().firstSaid();
        Instant after = later.evidence().firstSaid();
        return answer.earlier().isEmpty()
                && !subject.isEmpty()
                && subject.equals(Subjects.thread(letter(earlier).subject()))
                && (turned || Subjects.isAnswer(answer.subject()))
                && before != null
                && after != null
                && Duration.between(before, after).compareTo(WINDOW) <= 0;
    }

    private static Communication.Letter letter(Turn turn) {
        return java.util.Objects.requireNonNull(turn.said().letter());
    }

    private static List<String> ids(Turn turn) {
        List<String> ids = new ArrayList<>(letter(turn).earlier());
        ids.add(letter(turn).messageId());
        return ids;
    }

    private static void join(int[] head, int one, int other) {
        int a = root(head, one);
        int b = root(head, other);
        head[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] head, int i) {
        int at = i;
        while (head[at] != at) {
            at = head[at];
        }
        return at;
    }
}
