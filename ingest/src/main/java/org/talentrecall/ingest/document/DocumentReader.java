package org.talentrecall.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.child.ChildAnswer;
import org.talentrecall.ingest.child.ChildProcesses;
import org.talentrecall.ingest.child.ChildRequest;
import org.talentrecall.ingest.document.DocumentReading.Read;
import org.talentrecall.ingest.document.DocumentReading.Unread;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.spreadsheet.file.Passwords;
import org.talentrecall.ingest.spreadsheet.file.SentRows;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;

/**
 * Reads documents of any format as text, within limits. Nothing a document holds makes it throw, wait for longer than the
 * limit or use this process's memory without bounds; it may be used by several threads.
 *
 * <p>Plain text, small pages and MIME are read here. Every other parser runs in a child process, which is ended when it
 * takes too long and dies alone when its memory ends (docs/adr/0032).
 */
public final class DocumentReader implements AutoCloseable {
    private static final String UNKNOWN = "application/octet-stream";
    private static final int PDF_TRAILER_WITHIN = 2048;
    private static final int SMALL_PAGE = 512 << 10;
    /** Forms of containers whose meaning their first bytes do not tell. */
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-msoffice", "application/x-tika-ooxml");

    private final DocumentLimits limits;
    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final ChildProcesses children;
    private final Recognition recognition;

    public DocumentReader(DocumentLimits limits) {
        this.limits = limits;
        this.children = new ChildProcesses(ParserMain.class.getName(), limits.memory());
        this.recognition = new Recognition(children, limits.ocr(), limits.characters());
    }

    /** The media type by content alone; {@value #UNKNOWN} when nothing is known. */
    public String type(byte[] content) {
        return type(content, Deadline.in(limits.time()));
    }

    /** @param end when an answer must be there; {@link #type(byte[])} */
    public String type(byte[] content, Deadline end) {
        if (content.length == 0) {
            return "application/x-empty";
        }
        return type(content, byMagic(content), end);
    }

    private String type(byte[] content, String type, Deadline end) {
        if (CONTAINERS.contains(type) && content.length <= limits.packed().expandedBytes()) {
            ChildProcesses.Answer answer =
                    children.ask(ChildRequest.of(ParserMain.TYPE, content), end.left(limits.time()));
            return answer.pieces().isEmpty() ? type : new String(answer.pieces().get(0), StandardCharsets.UTF_8);
        }
        // Short Chinese texts in the old charsets are taken for binary by detectors made for Latin letters.
        return type.equals(UNKNOWN) && TextDecoder.isText(content) ? "text/plain" : type;
    }

    /**
     * What a file is by its content.
     *
     * @param text how reading it ended, where that came along; null when it has not been read
     */
    public record Look(String type, @Nullable DocumentReading text) {}

    /** The media type, and for documents that lie in a container, whose type it takes a child to tell, the text with it. */
    public Look look(byte[] content, Deadline end) {
        if (content.length == 0) {
            return new Look("application/x-empty", null);
        }
        String form = byMagic(content);
        if (!CONTAINERS.contains(form) || content.length > limits.bytes()) {
            return new Look(type(content, form, end), null);
        }
        Look look = look(content, form, end);
        return look.text() == null ? look : new Look(look.type(), withPictures(look.text(), content, look.type(), end));
    }

    private Look look(byte[] content, String form, Deadline end) {
        try (ChildProcesses.Conversation conversation =
                children.begin(ChildRequest.of(ParserMain.LOOK, content, characters()), end.left(limits.time()))) {
            Deadline sooner = Deadline.in(end.left(limits.time()));
            if (!(conversation.next(sooner.left(limits.time())) instanceof ChildAnswer.Value found)) {
                return new Look(form, null);
            }
            String type = new String(found.bytes(), StandardCharsets.UTF_8);
            ChildAnswer answer = conversation.next(sooner.left(limits.time()));
            if (answer instanceof ChildAnswer.End) {
                return new Look(type, null);
            }
            if (!(answer instanceof ChildAnswer.Value pages)) {
                return new Look(type, new Unread(type, reason(answer)));
            }
            // Told only now that the child is free again.
            conversation.next(sooner.left(limits.time()));
            return new Look(type, text(type, ParserMain.pages(pages.bytes())));
        }
    }

    /** What the first bytes of a file say, which for containers is only their form. */
    public String typeByBeginning(byte[] beginning) {
        return beginning.length == 0 ? "application/x-empty" : byMagic(beginning);
    }

    /** How long one document may take. */
    public Duration time() {
        return limits.time();
    }

    private String byMagic(byte[] content) {
        return Beginning.type(content).orElseGet(() -> byTika(content));
    }

    private String byTika(byte[] content) {
        try {
            return types.detect(new ByteArrayInputStream(content), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Bytes in memory cannot be read", e);
        }
    }

    public DocumentReading read(byte[] content) {
        if (content.length == 0) {
            return new Unread("application/x-empty", Why.EMPTY);
        }
        if (content.length > limits.bytes()) {
            return new Unread(UNKNOWN, Why.TOO_LARGE);
        }
        return read(content, type(content));
    }

    /** @param type as {@link #type} found it */
    public DocumentReading read(byte[] content, String type) {
        return read(content, type, Deadline.in(limits.time().plus(limits.ocr().time())));
    }

    /** @param end when it must have ended, if the limits do not end it before */
    public DocumentReading read(byte[] content, String type, Deadline end) {
        if (content.length == 0) {
            return new Unread(type, Why.EMPTY);
        }
        if (content.length > limits.bytes()) {
            return new Unread(type, Why.TOO_LARGE);
        }
        return switch (MediaKind.of(type)) {
            case PLAIN -> text(type, plain(TextDecoder.decode(content, null)));
            case HTML -> page(content, type, end);
            case MESSAGE -> savedPage(content, type, end);
            case OFFICE -> office(content, type, end);
            case PROTECTED -> new Unread(type, Why.ENCRYPTED);
            case PICTURE ->
                Recognition.isLegible(type) ? recognition.read(content, type, end) : new Unread(type, Why.NO_TEXT);
            case WORKBOOK -> new Unread(type, Why.WORKBOOK);
            case RAR -> new Unread(type, Why.RAR);
            case PACKED, OUTLOOK, MAILBOX, OTHER -> new Unread(type, Why.UNSUPPORTED);
        };
    }

    /** The text of a file that was looked at. */
    public DocumentReading read(byte[] content, Look look, Deadline end) {
        return look.text() == null ? read(content, look.type(), end) : look.text();
    }

    /** Whether {@link #unpack} takes it. */
    public static boolean isPacked(String type) {
        return MediaKind.of(type) == MediaKind.PACKED;
    }

    /** Whether {@link #message} takes it. */
    public static boolean isOutlook(String type) {
        return MediaKind.of(type) == MediaKind.OUTLOOK;
    }

    /** Whether a type is one of a workbook. */
    public static boolean isWorkbook(String type) {
        return MediaKind.of(type) == MediaKind.WORKBOOK;
    }

    private DocumentReading savedPage(byte[] content, String type, Deadline end) {
        if (!SavedPage.isMessage(content)) {
            return text("text/plain", plain(TextDecoder.decode(content, null)));
        }
        SavedPage.Words words = SavedPage.words(content).orElse(null);
        if (words == null) {
            return new Unread(type, Why.NO_TEXT);
        }
        if (words.utf7()) {
            return new Unread(type, Why.UTF_7);
        }
        if (!words.html() || words.bytes().length <= SMALL_PAGE) {
            return text(type, List.of(words.text()));
        }
        String charset = words.charset() == null ? "" : words.charset();
        return asked(type, ChildRequest.of(ParserMain.HTML, words.bytes(), charset), end.left(limits.time()));
    }

    private static List<String> plain(String text) {
        return List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\f")).stream()
                .map(String::stripTrailing)
                .toList();
    }

    private DocumentReading page(byte[] content, String type, Deadline end) {
        if (HtmlText.isUtf7(content, null)) {
            return new Unread(type, Why.UTF_7);
        }
        if (content.length <= SMALL_PAGE) {
            return text(type, List.of(HtmlText.of(HtmlText.decode(content, null))));
        }
        return asked(type, ChildRequest.of(ParserMain.HTML, content, ""), end.left(limits.time()));
    }

    private DocumentReading office(byte[] content, String type, Deadline end) {
        DocumentReading reading =
                asked(type, ChildRequest.of(ParserMain.TEXT, content, type, characters()), end.left(limits.time()));
        if (!type.equals("application/pdf")) {
            return withPictures(reading, content, type, end);
        }
        if (reading instanceof Read read) {
            return recognition.beneath(read, content, end);
        }
        boolean empty = reading instanceof Unread unread && unread.code() == Why.NO_TEXT;
        if (!empty) {
            return reading;
        }
        return cutOff(content) ? new Unread(type, Why.CORRUPT) : recognition.read(content, type, end);
    }

    /** A document that says nothing or next to nothing, read by the pictures in it: a scan that was pasted into Word. */
    private DocumentReading withPictures(DocumentReading reading, byte[] content, String type, Deadline end) {
        boolean empty = reading instanceof Unread unread && unread.code() == Why.NO_TEXT;
        boolean stamp = reading instanceof Read read && recognition.isStamp(read.text());
        if (!empty && !stamp) {
            return reading;
        }
        List<byte[]> pictures = children.ask(
                        ChildRequest.of(
                                ParserMain.PICTURES,
                                content,
                                type,
                                Integer.toString(recognition.pictures()),
                                Long.toString(limits.bytes())),
                        end.left(limits.time()))
                .pieces();
        if (pictures.isEmpty()) {
            return reading;
        }
        DocumentReading seen = recognition.read(pictures, type, end);
        return reading instanceof Read words ? Recognition.better(seen, words) : seen;
    }

    private String characters() {
        return Integer.toString(limits.characters());
    }

    private DocumentReading asked(String type, ChildRequest request, Duration time) {
        ChildProcesses.Answer answer = children.ask(request, time);
        ChildAnswer failure = answer.failure();
        return failure == null
                ? text(type, ParserMain.pages(answer.pieces().get(0)))
                : new Unread(type, reason(failure));
    }

    static Why reason(ChildAnswer failure) {
        if (failure instanceof ChildAnswer.Failed failed) {
            return Why.valueOf(failed.code());
        }
        return switch (((ChildAnswer.Lost) failure).cause()) {
            case OVER_TIME -> Why.TOO_SLOW;
            case OUT_OF_MEMORY -> Why.OUT_OF_MEMORY;
            case CRASHED -> Why.PARSER_CRASHED;
        };
    }

    /** Parsers make the best of a cut-off PDF; when nothing is left, that it was cut off is the reason. */
    private static boolean cutOff(byte[] content) {
        int from = Math.max(0, content.length - PDF_TRAILER_WITHIN);
        return !new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private DocumentReading text(String type, List<String> pages) {
        if (pages.stream().mapToLong(String::length).sum() > limits.characters()) {
            return new Unread(type, Why.TOO_LARGE);
        }
        DocumentText text = new DocumentText(pages);
        return text.isBlank() ? new Unread(type, Why.NO_TEXT) : new Read(type, text);
    }

    /** A message of another form as a MIME message, or why there is none. The array is not copied. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Mime(byte @Nullable [] bytes, @Nullable Why fault) {}

    /** Turns a message of Outlook's, or its winmail.dat, into a MIME message. */
    public Mime message(byte[] content, String type, Deadline end) {
        ChildProcesses.Answer answer = children.ask(
                ChildRequest.of(
                        ParserMain.MESSAGE,
                        content,
                        type,
                        Integer.toString(limits.packed().depth()),
                        Long.toString(limits.packed().expandedBytes() / 4)),
                end.left(limits.time()));
        ChildAnswer failure = answer.failure();
        return failure == null ? new Mime(answer.pieces().get(0), null) : new Mime(null, reason(failure));
    }

    /**
     * Unpacks a packed file into a temporary folder. The caller closes it.
     *
     * @param name the file's name, which that of a single compressed file derives from
     * @param entries how many files may come out
     * @param bytes how many bytes they may have together
     * @param end when it must have ended
     */
    public PackedFile unpack(byte[] content, String type, String name, int entries, long bytes, Deadline end)
            throws IOException {
        Path folder = Files.createTempDirectory("recall-unpacked");
        try (ChildProcesses.Conversation conversation = children.begin(
                ChildRequest.of(
                        ParserMain.UNPACK,
                        content,
                        type,
                        name,
                        folder.toString(),
                        Integer.toString(entries),
                        Long.toString(limits.bytes()),
                        Long.toString(Math.min(bytes, limits.packed().room(content.length)))),
                limits.time())) {
            return PackedFile.of(conversation, folder, Deadline.in(end.left(limits.time())), limits.time());
        }
    }

    /** Opens a PST or OST file behind the first {@code pass} messages. The caller closes it. */
    public StoredMessages store(Path file, long pass) {
        return new StoredMessages(
                children.begin(
                        ChildRequest.of(
                                ParserMain.STORE,
                                new byte[0],
                                file.toAbsolutePath().toString(),
                                Long.toString(pass),
                                Integer.toString(limits.packed().depth()),
                                Long.toString(limits.packed().expandedBytes() / 4)),
                        limits.time()),
                limits.time());
    }

    /**
     * Opens a workbook. The caller closes its rows.
     *
     * @param passwords tried when it is protected
     * @param end when all rows must have come, if the limits do not end it before
     * @throws UnreadableWorkbook when it is no workbook that can be read
     */
    public ParsedRows rows(Path file, Passwords passwords, Deadline end) throws UnreadableWorkbook {
        return new ParsedRows(
                children.begin(SentRows.request(ParserMain.ROWS, file, passwords), end.left(limits.time())),
                limits.time(),
                end);
    }

    /** How large a file may be. */
    public long bytesAtMost() {
        return limits.bytes();
    }

    /** What unpacking may bring. */
    public PackedLimits packedLimits() {
        return limits.packed();
    }

    @Override
    public void close() {
        children.close();
    }
}
