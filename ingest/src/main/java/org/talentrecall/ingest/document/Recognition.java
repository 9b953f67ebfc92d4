package org.talentrecall.ingest.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.ingest.child.ChildAnswer;
import org.talentrecall.ingest.child.ChildProcesses;
import org.talentrecall.ingest.child.ChildRequest;
import org.talentrecall.ingest.document.DocumentReading.Read;
import org.talentrecall.ingest.document.DocumentReading.Unread;
import org.talentrecall.ingest.document.DocumentReading.Why;

/**
 * Has text in pictures read by tesseract, page by page in a child process. What came before the time ended counts. Safe for
 * use by several threads.
 */
final class Recognition {
    /** What tesseract opens. */
    private static final Set<String> LEGIBLE = Set.of(
            "image/png",
            "image/jpeg",
            "image/tiff",
            "image/bmp",
            "image/x-ms-bmp",
            "image/gif",
            "image/webp",
            "image/jp2");
    /** Which kind of picture it is, tesseract finds out; but a TIFF is taken page by page. */
    private static final String PICTURE = "image/png";
    /** Fewer letters and digits on a page than this are a stamp of the scanner's, not the page. */
    private static final int STAMP = 40;

    /** A logo or a photo comes with every mail of a sender; what was made out in it is remembered. */
    private static final int KEPT = 1000;

    private static final int KEPT_LENGTH = 4000;
    /** Seconds that a page may take longer than all of them. */
    private static final int BEYOND_TIME = 30;

    private final Map<ContentHash, DocumentReading> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, DocumentReading> eldest) {
            return size() > KEPT;
        }
    };
    private final ChildProcesses children;
    private final OcrSettings settings;
    private final int characters;
    private @Nullable Tesseract program;

    Recognition(ChildProcesses children, OcrSettings settings, int characters) {
        this.children = children;
        this.settings = settings;
        this.characters = characters;
    }

    static boolean isLegible(String type) {
        return LEGIBLE.contains(type);
    }

    /** What is read of a picture or of a PDF whose pages are pictures. */
    DocumentReading read(byte[] content, String type, Deadline end) {
        long points = type.equals("application/pdf") ? 0 : PictureSize.points(content);
        if (points > 0 && points < PictureSize.LEAST) {
            return new Unread(type, Why.SMALL_PICTURE);
        }
        Tesseract tesseract = program();
        if (!tesseract.ready()) {
            return new Unread(type, Why.NEEDS_OCR);
        }
        ContentHash hash = ContentHash.of(content);
        DocumentReading known = known(hash);
        return known != null ? known : recognised(content, type, tesseract, hash, end);
    }

    private @Nullable DocumentReading known(ContentHash hash) {
        synchronized (read) {
            return read.get(hash);
        }
    }

    private DocumentReading recognised(
            byte[] content, String type, Tesseract tesseract, ContentHash hash, Deadline end) {
        ChildRequest request = ChildRequest.of(
                ParserMain.OCR,
                content,
                type,
                Integer.toString(characters),
                settings.folder() == null ? "" : settings.folder().toString(),
                tesseract.data(),
                String.join("+", tesseract.usable()),
                // That the time is over is told by who waits here, so that it is the same reason on a busy machine.
                Long.toString(settings.time().toSeconds() + BEYOND_TIME),
                Integer.toString(settings.pages()));
        Deadline sooner = Deadline.in(end.left(settings.time()));
        List<String> pages = new ArrayList<>();
        boolean cut = false;
        try (ChildProcesses.Conversation conversation = children.begin(request, sooner.left(settings.time()))) {
            ChildAnswer answer = conversation.next(sooner.left(settings.time()));
            while (answer instanceof ChildAnswer.Value value) {
                List<String> next = ParserMain.pages(value.bytes());
                cut |= next.isEmpty();
                pages.addAll(next);
                answer = conversation.next(sooner.left(settings.time()));
            }
            boolean whole = answer instanceof ChildAnswer.End;
            DocumentText text = new DocumentText(pages, true, cut || !whole);
            DocumentReading reading =
                    !text.isBlank() ? new Read(type, text) : new Unread(type, whole ? Why.NO_TEXT : reason(answer));
            if (whole && text.whole().length() <= KEPT_LENGTH) {
                synchronized (read) {
                    read.put(hash, reading);
                }
            }
            return reading;
        }
    }

    /**
     * What is read of a document whose pages are pictures.
     *
     * @param pictures in the document's order, one more than is read when there are more
     */
    DocumentReading read(List<byte[]> pictures, String type, Deadline end) {
        if (!program().ready()) {
            return new Unread(type, Why.NEEDS_OCR);
        }
        Deadline sooner = Deadline.in(end.left(settings.time()));
        List<String> pages = new ArrayList<>();
        boolean cut = pictures.size() > settings.pages();
        Why why = Why.NO_TEXT;
        for (byte[] picture : pictures.subList(0, Math.min(pictures.size(), settings.pages()))) {
            DocumentReading reading =
                    sooner.passed() ? new Unread(type, Why.OCR_TOO_SLOW) : read(picture, PICTURE, sooner);
            if (reading instanceof Read read) {
                pages.addAll(read.text().pages());
                cut |= read.text().cut();
            } else if (((Unread) reading).code() != Why.NO_TEXT) {
                why = ((Unread) reading).code();
                cut = true;
            }
        }
        DocumentText text = new DocumentText(pages, true, cut);
        return text.isBlank() ? new Unread(type, why) : new Read(type, text);
    }

    /** How many pictures of a document are looked for: one more than is read tells that there are more. */
    int pictures() {
        return settings.pages() + 1;
    }

    private static Why reason(ChildAnswer failure) {
        Why why = DocumentReader.reason(failure);
        return why == Why.TOO_SLOW ? Why.OCR_TOO_SLOW : why;
    }

    /** A scan on which the program that made it has left a word or two of its own as text, read as the picture it is. */
    DocumentReading beneath(Read stamp, byte[] content, Deadline end) {
        DocumentText text = stamp.text();
        return isStamp(text) && program().ready() ? better(read(content, stamp.type(), end), stamp) : stamp;
    }

    /** Whether there are so few words that pictures may hold more. */
    boolean isStamp(DocumentText text) {
        return letters(text) < (long) STAMP * text.pages().size();
    }

    /** What was made out in pictures if it is clearly more than the words beside them. */
    static DocumentReading better(DocumentReading picture, Read stamp) {
        DocumentText text = stamp.text();
        return picture instanceof Read read && letters(read.text()) > 2 * letters(text) ? picture : stamp;
    }

    private static long letters(DocumentText text) {
        return text.pages().stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetterOrDigit)
                .count();
    }

    private synchronized Tesseract program() {
        Tesseract known = program;
        if (known == null) {
            known = settings.enabled() ? Tesseract.find(settings) : Tesseract.missing();
            program = known;
        }
        return known;
    }
}
