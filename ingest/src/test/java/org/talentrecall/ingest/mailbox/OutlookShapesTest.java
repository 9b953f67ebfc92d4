package org.talentrecall.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReading;
import org.talentrecall.ingest.document.DocumentReading.Unread;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.MessageLimits;
import org.talentrecall.ingest.message.MessageReader;

/** Mail in Outlook's forms and in others that are met now and then, made here of fictional people. */
class OutlookShapesTest {
    private static final DocumentReader DOCUMENTS = new DocumentReader(DocumentLimits.USUAL);
    private static final byte[] RESUME = "姓名：陈镕喆\n电话：13800001234\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @AfterAll
    static void close() {
        DOCUMENTS.close();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30));
    }

    private static void property(DirectoryEntry at, String tag, String value) throws IOException {
        at.createDocument(
                "__substg1.0_" + tag + "001F", new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_16LE)));
    }

    /** MS-OXMSG 2.2: a folder of streams, one for each property. */
    private static byte[] msg() throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            DirectoryEntry root = file.getRoot();
            property(root, "001A", "IPM.Note");
            property(root, "0037", "应聘 Java 工程师");
            property(root, "1000", "您好，简历见附件。");
            property(root, "0C1A", "陈镕喆");
            property(root, "5D01", "rongzhe@mail.example");
            property(root, "1035", "<outlook-1@mail.example>");
            property(root, "007D", "Date: Mon, 6 Mar 2023 09:30:00 +0800\r\nTo: hr@corp.example.com\r\n");
            DirectoryEntry attached = root.createDirectory("__attach_version1.0_#00000000");
            property(attached, "3707", "简历.txt");
            attached.createDocument("__substg1.0_37010102", new ByteArrayInputStream(RESUME));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static void attribute(ByteArrayOutputStream tnef, int level, int id, byte[] data) {
        int sum = 0;
        for (byte one : data) {
            sum += one & 0xFF;
        }
        ByteBuffer head = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN);
        tnef.writeBytes(head.put((byte) level).putInt(id).putInt(data.length).array());
        tnef.writeBytes(data);
        tnef.writeBytes(ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) sum)
                .array());
    }

    /** MS-OXTNEF 2.1.3: a signature, a key, and attributes with their sums. */
    private static byte[] winmail() {
        ByteArrayOutputStream tnef = new ByteArrayOutputStream();
        tnef.writeBytes(ByteBuffer.allocate(6)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x223E9F78)
                .putShort((short) 1)
                .array());
        attribute(tnef, 1, 0x00018004, "resume\0".getBytes(StandardCharsets.US_ASCII));
        attribute(tnef, 2, 0x00069002, new byte[14]);
        attribute(tnef, 2, 0x00018010, "cv.txt\0".getBytes(StandardCharsets.US_ASCII));
        attribute(tnef, 2, 0x0006800F, RESUME);
        return tnef.toByteArray();
    }

    @Test
    void reads_a_message_that_outlook_saved() throws IOException {
        byte[] msg = msg();
        assertThat(DOCUMENTS.type(msg)).isEqualTo("application/vnd.ms-outlook");

        Message message = MessageReader.read(
                DOCUMENTS.message(msg, "application/vnd.ms-outlook", soon()).bytes());

        assertThat(message.subject()).isEqualTo("应聘 Java 工程师");
        assertThat(message.id()).isEqualTo("outlook-1@mail.example");
        assertThat(message.from()).isEqualTo(new Message.Mailbox("陈镕喆", "rongzhe@mail.example"));
        assertThat(message.body()).isEqualTo("您好，简历见附件。");
        assertThat(message.attachments()).extracting(AttachedFile::name).containsExactly("简历.txt");
        assertThat(message.attachments().get(0).content()).isEqualTo(RESUME);
    }

    @Test
    void says_of_a_damaged_message_of_outlooks_that_it_is_damaged() throws IOException {
        byte[] half = java.util.Arrays.copyOf(msg(), 2048);

        assertThat(DOCUMENTS.message(half, "application/vnd.ms-outlook", soon()).fault())
                .isEqualTo(Why.CORRUPT);
    }

    @Test
    void takes_the_files_out_of_a_winmail_dat_and_keeps_one_that_is_damaged() {
        byte[] winmail = winmail();
        assertThat(DOCUMENTS.type(winmail)).isEqualTo("application/vnd.ms-tnef");

        assertThat(unwrapped(winmail).attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("cv.txt");
            assertThat(file.content()).isEqualTo(RESUME);
        });
        assertThat(unwrapped(java.util.Arrays.copyOf(winmail, 12)).attachments())
                .extracting(AttachedFile::name)
                .containsExactly("winmail.dat");
    }

    private static Message unwrapped(byte[] winmail) {
        String carrier = "From: a@example.cn\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\n"
                + "see file\n--B\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(winmail) + "\n--B--\n";
        Message message = MessageReader.read(carrier.getBytes(StandardCharsets.US_ASCII));
        return Winmail.unwrapped(message, DOCUMENTS, MessageLimits.USUAL, soon());
    }

    private static byte[] savedPage(String charset, String page) {
        return ("From: <Saved by Blink>\nSubject: cv\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/related; type=\"text/html\"; boundary=B\n\n--B\n"
                        + "Content-Type: text/html; charset=" + charset + "\n\n" + page + "\n--B--\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void reads_a_saved_page_and_refuses_one_in_utf_7() {
        DocumentReading reading = DOCUMENTS.read(savedPage("utf-8", "<p>姓名：陈镕喆</p>"));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        DocumentReading.Read.class,
                        read -> assertThat(read.text().whole()).isEqualTo("姓名：陈镕喆"));

        assertThat(DOCUMENTS.read(savedPage("utf-7", "<p>+ZeBxqw-</p>")))
                .isInstanceOfSatisfying(
                        Unread.class, unread -> assertThat(unread.code()).isEqualTo(Why.UTF_7));
    }

    @Test
    void reads_as_text_what_only_speaks_of_headers() {
        byte[] text = "<message>\nReceived: from a by b\nFrom: x@example.cn\nTo: y@example.cn\n</message>\n"
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(DOCUMENTS.read(text, "message/rfc822"))
                .isInstanceOfSatisfying(
                        DocumentReading.Read.class,
                        read -> assertThat(read.text().whole()).contains("Received: from a by b"));
    }

    @Test
    void names_the_folders_of_a_maildir_by_their_whole_path() throws Exception {
        for (String path : new String[] {"cur", ".Notes.2023/new", ".&kAFP5W4IMH8-/cur"}) {
            Files.write(Files.createDirectories(folder.resolve(path)).resolve("1.x:2,S".replace(':', ';')), RESUME);
        }

        assertThat(new MaildirSource(new SourceId("in"), folder, null, 1 << 20).containers(problem -> {}))
                .extracting(MessageFile::path)
                .containsExactlyInAnyOrder("1.x", "Notes.2023/1.x", "&kAFP5W4IMH8-/1.x");
    }
}
