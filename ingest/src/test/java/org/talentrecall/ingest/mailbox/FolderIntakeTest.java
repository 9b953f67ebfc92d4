package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.IntakeFeed;

class FolderIntakeTest {
    private static final byte[] RESUME = resume(1);

    @TempDir
    Path folder;

    private static byte[] resume(int number) {
        return ("Person " + number + "\nPhone 138 0000 " + (1000 + number) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Charset names, Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding(names.name());
            zip.setUseLanguageEncodingFlag(names.equals(StandardCharsets.UTF_8));
            zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putArchiveEntry(new ZipArchiveEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        return zip(StandardCharsets.UTF_8, namesAndContents);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private byte[] sevenZip(String name, byte[] content) throws IOException {
        Path file = folder.resolve("packing.7z");
        try (SevenZOutputFile seven = new SevenZOutputFile(file.toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName(name);
            seven.putArchiveEntry(entry);
            seven.write(content);
            seven.closeArchiveEntry();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    private static String mail(int number) {
        return "From: Sender <s" + number + "@example.cn>\nTo: hr@corp.example.com\nSubject: mail " + number
                + "\nMessage-ID: <m" + number + "@example.cn>\nDate: Mon, 6 Mar 2023 09:30:00 +0800\n\nPerson " + number
                + "\nPhone 138 0000 " + (1000 + number) + "\n";
    }

    private static String carrying(String name, byte[] content) {
        return "From: a@example.cn\nTo: hr@corp.example.com\nMessage-ID: <carrier@example.cn>\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=B\n\n--B\n\nsee file\n--B\n"
                + "Content-Type: application/octet-stream; name=" + name + "\nContent-Disposition: attachment\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + java.util.Base64.getMimeEncoder().encodeToString(content)
                + "\n--B\nContent-Type: text/plain; name=last.txt\n\n"
                + "Person 9\nPhone 138 0000 1009\n--B--\n";
    }

    private static String outcome(Reading reading) {
        String how = reading.disposition() instanceof Disposition.Rejected rejected
                ? rejected.code()
                : reading.disposition() instanceof Disposition.Suppressed suppressed ? suppressed.code() : "STORED";
        return reading.record().naturalKey() + ' ' + how;
    }

    private List<String> outcomes(String name, byte[] content) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        org.springframework.util.FileSystemUtils.deleteRecursively(source);
        Files.createDirectories(source);
        Files.write(source.resolve(name), content);
        Archive archive = new Archive(folder);
        List<String> outcomes = new ArrayList<>();
        Mailbox.Files files = new Mailbox.Files(Mailbox.Form.FOLDER, source);
        try (IntakeFeed feed = archive.reader(new Mailbox(new SourceId("in"), null, files))
                .open(any -> true, null, archive.problems::add)) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                item.readings().forEach(reading -> outcomes.add(outcome(reading)));
                archive.store.intake().accept(archive.run, item.readings(), item.progress(), item.appended());
            }
        }
        assertThat(archive.problems).isEmpty();
        assertThat(archive.balance().balanced()).isTrue();
        return outcomes;
    }

    @Test
    void takes_each_file_for_what_it_is_whatever_its_name_says() throws IOException {
        assertThat(outcomes("a.txt", mail(1).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("m1@example.cn#body STORED");
        assertThat(outcomes("a.txt", RESUME)).containsExactly("a.txt STORED");
        assertThat(outcomes("a.txt", ("From x Mon Mar  6 09:30:00 2023\n" + mail(2)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("m2@example.cn#body STORED");
        assertThat(outcomes("a.txt", ("1000\n" + mail(3)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("m3@example.cn#body STORED");
    }

    @Test
    void reads_a_gzipped_mbox_message_by_message() throws IOException {
        String mbox = "From x Mon Mar  6 09:30:00 2023\n" + mail(1) + "\nFrom x Mon Mar  6 09:30:00 2023\n" + mail(2);
        assertThat(outcomes("old.mbox.gz", gzip(mbox.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("m1@example.cn#body STORED", "m2@example.cn#body STORED");
    }

    @Test
    void reads_the_files_in_packed_files_of_every_form() throws IOException {
        assertThat(outcomes("cvs.bin", zip("一/程远.txt", RESUME, "~$lock.docx", RESUME, "__MACOSX/x", RESUME)))
                .containsExactly("cvs.bin!一/程远.txt STORED");
        assertThat(outcomes("cvs.bin", sevenZip("cv.txt", RESUME))).containsExactly("cvs.bin!cv.txt STORED");
        assertThat(outcomes("cvs.bin", tar("cv.txt", RESUME))).containsExactly("cvs.bin!cv.txt STORED");
        assertThat(outcomes("cvs.tgz", gzip(tar("cv.txt", RESUME)))).containsExactly("cvs.tgz!cv.txt STORED");
        assertThat(outcomes("cv.txt.gz", gzip(RESUME))).containsExactly("cv.txt.gz!cv.txt STORED");
    }

    @Test
    void decodes_names_in_a_zip_made_by_a_chinese_windows() throws IOException {
        assertThat(outcomes("cvs.zip", zip(Charset.forName("GBK"), "程远的简历.txt", RESUME)))
                .containsExactly("cvs.zip!程远的简历.txt STORED");
    }

    @Test
    void reads_mails_and_packed_files_within_packed_files() throws IOException {
        byte[] inner = zip("a.eml", mail(1).getBytes(StandardCharsets.UTF_8), "b.txt", resume(2));
        assertThat(outcomes("all.zip", zip("inner.zip", inner, "c.txt", resume(3))))
                .containsExactlyInAnyOrder(
                        "all.zip!inner.zip!a.eml/m1@example.cn#body STORED",
                        "all.zip!inner.zip!b.txt STORED",
                        "all.zip!c.txt STORED");
    }

    @Test
    void reads_resumes_packed_into_an_attachment_and_what_follows_it() throws IOException {
        assertThat(outcomes("a.eml", carrying("cvs.zip", zip("a.txt", RESUME)).getBytes(StandardCharsets.UTF_8)))
                .contains("carrier@example.cn#2!a.txt STORED", "carrier@example.cn#3 STORED");
    }

    @Test
    void stops_a_zip_that_grows_a_thousandfold_and_keeps_what_came_before_and_beside_it() throws IOException {
        byte[] zeros = new byte[60 << 20];
        byte[] bomb = zip("first.txt", RESUME, "zeros.txt", zeros);
        assertThat(outcomes("a.eml", carrying("bomb.zip", bomb).getBytes(StandardCharsets.UTF_8)))
                .contains(
                        "carrier@example.cn#2!first.txt STORED",
                        "carrier@example.cn#2!zeros.txt INFLATES",
                        "carrier@example.cn#3 STORED");
    }

    @Test
    void stops_packed_files_nested_without_end() throws IOException {
        byte[] nested = zip("cv.txt", RESUME);
        for (int i = 0; i < 12; i++) {
            nested = zip("n.zip", nested);
        }
        assertThat(outcomes("nested.zip", nested)).singleElement().asString().endsWith("n.zip TOO_DEEP");
    }

    @Test
    void counts_the_files_of_a_zip_with_too_many() throws IOException {
        Object[] many = new Object[2 * 1005];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = i / 2 + ".txt";
            many[i + 1] = "x".getBytes(StandardCharsets.UTF_8);
        }
        assertThat(outcomes("many.zip", zip(many))).hasSize(1001).last().isEqualTo("many.zip TOO_MANY_FILES");
    }

    @Test
    void rejects_what_cannot_be_unpacked_with_its_reason() throws IOException {
        byte[] whole = zip("a.txt", RESUME, "b.txt", resume(2));
        assertThat(outcomes("cut.zip", java.util.Arrays.copyOf(whole, whole.length - 90)))
                .contains("cut.zip!a.txt STORED");
        assertThat(outcomes("empty.zip", zip())).containsExactly("empty.zip EMPTY");
        assertThat(outcomes("a.rar", "Rar!\u001A\u0007\u0000xxxx".getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly("a.rar RAR");
    }

    @Test
    void rejects_a_body_in_utf_7_and_reads_what_lies_beside_it() throws IOException {
        String mail = "From: a@example.cn\nTo: hr@corp.example.com\nMessage-ID: <seven@example.cn>\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain; charset=utf-7\n\n+ZeBxqw-\n"
                + "--B\nContent-Type: text/plain; name=cv.txt\n\nPerson 9\nPhone 138 0000 1009\n--B--\n";

        assertThat(outcomes("mail.eml", mail.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(outcome -> outcome.endsWith("#1 UTF_7"))
                .anyMatch(outcome -> outcome.endsWith("#2 STORED"));
    }

    @Test
    void a_damaged_zip_is_damaged_and_not_empty() throws IOException {
        byte[] whole = zip("a/", new byte[0], "a/cv.txt", RESUME);
        for (int kept : new int[] {30, 34, 40, 60, whole.length - 60, whole.length - 22, whole.length - 4}) {
            assertThat(outcomes("cut.zip", java.util.Arrays.copyOf(whole, kept)))
                    .as("%d of %d bytes", kept, whole.length)
                    .isNotEmpty()
                    .noneMatch(outcome -> outcome.endsWith(" EMPTY"));
        }
        byte[] listless = whole.clone();
        // The list at the end says that there is nothing (APPNOTE 4.3.16: entries here and in all).
        java.util.Arrays.fill(listless, whole.length - 14, whole.length - 10, (byte) 0);
        assertThat(outcomes("listless.zip", listless)).containsExactly("listless.zip!a/cv.txt STORED");
        assertThat(outcomes("empty.zip", zip())).containsExactly("empty.zip EMPTY");
    }

    /** From java-libpst's own tests (Apache License 2.0): a calendar, contacts named "contact name 1", nobody's mail. */
    private static byte[] outlookStore() throws IOException {
        try (var in = FolderIntakeTest.class.getResourceAsStream("dist-list.pst")) {
            return in.readAllBytes();
        }
    }

    @Test
    void reads_a_real_outlook_data_file_with_what_lies_within_its_items() throws IOException {
        List<String> outcomes = outcomes("archive.pst", outlookStore());

        assertThat(outcomes)
                .hasSize(7)
                // The one appointment comes as a calendar, which this test's readers leave out.
                .filteredOn(outcome -> !outcome.endsWith("#2 CALENDAR"))
                .hasSize(6)
                .allMatch(outcome -> outcome.endsWith("#body STORED"))
                .filteredOn(outcome -> outcome.contains("/sha256-"))
                .hasSize(2);
    }

    @Test
    void goes_on_in_an_outlook_data_file_where_a_run_was_killed() throws Exception {
        Path source = Files.createDirectories(folder.resolve("outlook"));
        Files.write(source.resolve("archive.pst"), outlookStore());
        Mailbox mailbox = new Mailbox(new SourceId("in"), null, new Mailbox.Files(Mailbox.Form.FOLDER, source));
        Archive whole = new Archive(folder.resolve("whole"));
        whole.read(mailbox);
        Archive killed = new Archive(folder.resolve("killed"));
        killed.read(2, mailbox);
        assertThat(killed.records().size()).isBetween(1, 6);
        killed.read(mailbox);

        assertThat(killed.records()).isEqualTo(whole.records()).hasSize(7);
        assertThat(killed.balance()).isEqualTo(whole.balance());
        assertThat(killed.balance().balanced()).isTrue();
    }
}
