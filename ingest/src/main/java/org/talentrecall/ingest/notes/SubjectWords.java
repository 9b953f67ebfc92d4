package org.talentrecall.ingest.notes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a subject line, or the title of an event, says of a candidate: {@code 面试:张三 - 高级Java工程师},
 * {@code (应聘)产品经理_张三_5年_上海}, {@code Interview - Kevin Zhao, Java Developer}.
 *
 * @param names of candidates in the line's order; several in a line such as {@code 面试：张三、李四}
 * @param openingId our requisition number, or null
 * @param round such as 二面, or null
 */
public record SubjectWords(
        List<String> names,
        @Nullable String post,
        @Nullable String openingId,
        @Nullable String round) {
    static final Pattern ROUND = Pattern.compile(
            "[一二三四]面|初试|复试|终面|初面|技术面|HR面|(?:first|second|final|technical) (?:round|interview)",
            Pattern.CASE_INSENSITIVE);

    public SubjectWords {
        names = List.copyOf(names);
    }

    /** @param colleagues folded names that are no candidate's */
    public static SubjectWords of(String line, Set<String> colleagues) {
        List<String> names = NoteWords.namesIn(line, colleagues);
        Optional<String> post = Posts.inSubject(line, names.isEmpty() ? null : names.get(0));
        Matcher round = ROUND.matcher(line);
        return new SubjectWords(
                names,
                post.orElse(null),
                NoteWords.requisition(line).orElse(null),
                round.find() ? round.group() : null);
    }
}
