package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.mailbox.MailContainer.Messages;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

class MboxTest {
    private static final String FIRST = "From a@example.cn Mon Mar  6 09:30:00 2023\nSubject: one\n\nhello\n\n";
    private static final String SECOND = "From b@example.cn Mon Mar  6 09:31:00 2023\nSubject: two\n\nbye\n\n";
    private static final String THIRD = "From - Mon Mar 06 09:32:00 2023\nSubject: three\n\nagain\n\n";

    @TempDir
    Path folder;

    private static List<String> cut(String mbox) throws IOException {
        List<String> messages = new ArrayList<>();
        InputStream input = new ByteArrayInputStream(mbox.getBytes(StandardCharsets.UTF_8));
        try (MboxScanner scanner = new MboxScanner(input, 0, 1 << 20)) {
            for (MboxScanner.Cut cut = scanner.next(); cut != null; cut = scanner.next()) {
                messages.add(new String(cut.content(), StandardCharsets.UTF_8));
            }
        }
        return messages;
    }

    private MboxFile file(Path path) throws SourceUnreadable {
        return new MboxSource(new SourceId("inbox"), path, null, 1 << 20)
                .containers(problem -> {})
                .get(0);
    }

    private record Round(List<String> subjects, Container end) {}

    /** Reads on behind what is known, as the feed does. */
    private Round round(Path path, Container known) throws SourceUnreadable {
        Messages messages = file(path).open(Optional.ofNullable(known));
        if (messages == null) {
            return new Round(List.of(), known);
        }
        try (messages) {
            List<String> subjects = new ArrayList<>();
            Container progress = messages.start();
            for (RawMessage message = messages.next(); message != null; message = messages.next()) {
                subjects.add(new String(message.content(), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse(""));
                progress = progress.advanced(message.cursor(), 1, false);
            }
            return new Round(subjects, progress.advanced(progress.cursor(), 0, true));
        }
    }

    @Test
    void cuts_at_separators_and_unescapes_one_mark() throws IOException {
        assertThat(cut(FIRST + SECOND.replace("bye", ">From here on\n>>From there") + THIRD))
                .containsExactly(
                        "Subject: one\n\nhello\n\n",
                        "Subject: two\n\nFrom here on\n>From there\n\n",
                        "Subject: three\n\nagain\n\n");
    }

    @Test
    void does_not_cut_at_prose_that_begins_with_from() throws IOException {
        String prose =
                "Subject: x\n\nFrom Monday on.\n\nFrom Beijing at 10:30 in 2023 we fly\nto Shenzhen: a long trip\n";

        assertThat(cut("From a@example.cn Mon Mar  6 09:30:00 2023\n" + prose)).containsExactly(prose);
    }

    @Test
    void reads_crlf_and_lines_longer_than_its_pieces() throws IOException {
        String crlf = (FIRST + SECOND).replace("\n", "\r\n");
        assertThat(cut(crlf)).hasSize(2).first().asString().startsWith("Subject: one\r\n");

        String line = "x".repeat(50_000);
        assertThat(cut(FIRST.replace("hello", line) + SECOND))
                .hasSize(2)
                .first()
                .asString()
                .contains(line);
    }

    @Test
    void keeps_only_the_beginning_of_a_message_beyond_the_limit() throws IOException {
        byte[] mbox = (FIRST.replace("hello", "x\n".repeat(200_000)) + SECOND).getBytes(StandardCharsets.UTF_8);
        try (MboxScanner scanner = new MboxScanner(new ByteArrayInputStream(mbox), 0, 100_000)) {
            MboxScanner.Cut large = scanner.next();
            assertThat(large.whole()).isFalse();
            assertThat(large.content()).hasSizeLessThan(110_000);
            assertThat(scanner.next().whole()).isTrue();
            assertThat(scanner.next()).isNull();
        }
    }

    @Test
    void goes_on_where_a_grown_file_had_ended() throws Exception {
        Path path = Files.writeString(folder.resolve("in.mbox"), FIRST);
        Round first = round(path, null);
        assertThat(first.subjects()).containsExactly("Subject: one");
        assertThat(round(path, first.end()).subjects()).isEmpty();

        Files.writeString(path, SECOND, StandardOpenOption.APPEND);
        Round second = round(path, first.end());
        assertThat(second.subjects()).containsExactly("Subject: two");
        assertThat(second.end().scan()).isEqualTo(1);
        assertThat(second.end().read()).isEqualTo(2);
        assertThat(file(path).open(Optional.of(second.end()))).isNull();
    }

    @Test
    void reads_a_rebuilt_file_again() throws Exception {
        Path path = Files.writeString(folder.resolve("in.mbox"), FIRST + SECOND);
        Round before = round(path, null);

        Files.writeString(path, SECOND + THIRD);
        Round after = round(path, before.end());
        assertThat(after.subjects()).containsExactly("Subject: two", "Subject: three");
        assertThat(after.end().scan()).isEqualTo(2);

        // The head is the same, but something was taken out further behind.
        Files.writeString(path, SECOND + FIRST + FIRST);
        assertThat(round(path, after.end()).subjects()).hasSize(3);
    }

    @Test
    void reads_again_when_the_last_message_was_still_being_written() throws Exception {
        Path path = Files.writeString(
                folder.resolve("in.mbox"), FIRST + "From b@example.cn Mon Mar  6 09:31:00 2023\nSubject: t");
        Round before = round(path, null);
        assertThat(before.subjects()).hasSize(2);

        Files.writeString(path, "wo\n\nbye\n\n", StandardOpenOption.APPEND);
        assertThat(round(path, before.end()).subjects()).containsExactly("Subject: one", "Subject: two");
    }

    @Test
    void tells_a_file_that_is_no_mbox_and_one_that_is_not_there() throws Exception {
        Path text = Files.writeString(folder.resolve("note.txt"), "just words\n");

        assertThatThrownBy(() -> round(text, null))
                .isInstanceOfSatisfying(
                        SourceUnreadable.class,
                        e -> assertThat(e.problem().code()).isEqualTo(SourceProblem.Code.NOT_OF_ITS_KIND));
        assertThatThrownBy(() -> file(folder.resolve("gone")))
                .isInstanceOfSatisfying(
                        SourceUnreadable.class,
                        e -> assertThat(e.problem().code()).isEqualTo(SourceProblem.Code.MISSING));
    }

    @Test
    void takes_an_empty_file_for_an_empty_mailbox() throws Exception {
        Path path = Files.createFile(folder.resolve("empty.mbox"));

        Round round = round(path, null);
        assertThat(round.subjects()).isEmpty();
        Files.writeString(path, FIRST);
        assertThat(round(path, round.end()).subjects()).containsExactly("Subject: one");
    }

    @Test
    void reads_mboxcl_whose_lengths_say_nothing_new() throws IOException {
        String counted = SECOND.replace("\n\nbye", "\nContent-Length: 23\nStatus: RO\n\nbye")
                .replace("bye", ">From me to you\n\nbye");

        assertThat(cut(FIRST.replace("\n\nhello", "\nContent-Length: 6\n\nhello") + counted + THIRD))
                .containsExactly(
                        "Subject: one\nContent-Length: 6\n\nhello\n\n",
                        "Subject: two\nContent-Length: 23\nStatus: RO\n\nFrom me to you\n\nbye\n\n",
                        "Subject: three\n\nagain\n\n");
    }

    /** Content-Length is never trusted: one that lies would swallow the messages behind. */
    @Test
    void a_length_that_lies_swallows_no_message() throws IOException {
        assertThat(cut(FIRST.replace("\n\nhello", "\nContent-Length: 999999\n\nhello") + SECOND))
                .hasSize(2);
    }

    /** A message of so many bytes that numbers of 32 bits run over, made up as it is read. */
    @Test
    void streams_an_attachment_beyond_two_gigabytes_and_goes_on_behind_it() throws IOException {
        byte[] line = ("QUJD".repeat(2047) + "QUI=\n").getBytes(StandardCharsets.US_ASCII);
        long lines = 4_000;
        InputStream endless = new InputStream() {
            private long left = lines * line.length;

            @Override
            public int read() {
                return left == 0 ? -1 : line[(int) ((lines * line.length - left--) % line.length)];
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left == 0) {
                    return -1;
                }
                int at = (int) ((lines * line.length - left) % line.length);
                int count = (int) Math.min(Math.min(length, line.length - at), left);
                System.arraycopy(line, at, into, from, count);
                left -= count;
                return count;
            }
        };
        String head = "Subject: huge\nContent-Transfer-Encoding: base64\n\n";
        InputStream mbox = new java.io.SequenceInputStream(java.util.Collections.enumeration(List.of(
                new ByteArrayInputStream(
                        ("From x@example.cn Mon Mar  6 09:30:00 2023\n" + head).getBytes(StandardCharsets.UTF_8)),
                endless,
                new ByteArrayInputStream(("\n" + SECOND).getBytes(StandardCharsets.UTF_8)))));

        long begin = Integer.MAX_VALUE - 1000L;
        try (MboxScanner scanner = new MboxScanner(mbox, begin, 1 << 20)) {
            MboxScanner.Cut huge = scanner.next();
            MboxScanner.Cut behind = scanner.next();

            assertThat(huge.whole()).isFalse();
            assertThat(huge.content()).hasSizeLessThan((1 << 20) + 8192);
            assertThat(huge.end()).isGreaterThan(begin + lines * line.length);
            assertThat(new String(behind.content(), StandardCharsets.UTF_8)).startsWith("Subject: two");
        }
    }
}
