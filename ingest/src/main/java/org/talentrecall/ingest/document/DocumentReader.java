package org.talentrecall.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.ingest.document.DocumentReading.Read;
import org.talentrecall.ingest.document.DocumentReading.Unread;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.xml.sax.SAXException;

/**
 * Reads documents of any format as text, within limits. Nothing a document holds makes it throw or wait for longer than
 * the limit; it may be used by several threads.
 *
 * <p>The parsers run on threads of their own, because some hostile files keep a parser busy for ever and a Java thread
 * cannot be stopped from outside: such a thread is left behind, and when several are, further documents of the formats
 * concerned are refused until one of them ends.
 */
public final class DocumentReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);
    private static final String UNKNOWN = "application/octet-stream";
    private static final int PDF_TRAILER_WITHIN = 2048;
    private static final int LEFT_BEHIND_AT_MOST = 4;

    private final DocumentLimits limits;
    private final TikaConfig tika;
    private final AtomicInteger leftBehind = new AtomicInteger();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "document-reader");
        thread.setDaemon(true);
        return thread;
    });

    public DocumentReader(DocumentLimits limits) {
        this.limits = limits;
        this.tika = configuration();
    }

    private static TikaConfig configuration() {
        try (InputStream config = DocumentReader.class.getResourceAsStream("tika-config.xml")) {
            return new TikaConfig(config);
        } catch (TikaException | SAXException | IOException e) {
            throw new IllegalStateException("The parsers that belong to this build could not be set up", e);
        }
    }

    /** The media type by content alone; {@value #UNKNOWN} when nothing is known. */
    public String type(byte[] content) {
        if (content.length == 0) {
            return "application/x-empty";
        }
        String type =
                guarded(() -> DocumentParsing.detect(tika, content)).value().orElse(UNKNOWN);
        // Short Chinese texts in the old charsets are taken for binary by detectors made for Latin letters.
        return type.equals(UNKNOWN) && TextDecoder.isText(content) ? "text/plain" : type;
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
        if (content.length == 0) {
            return new Unread(type, Why.EMPTY);
        }
        if (content.length > limits.bytes()) {
            return new Unread(type, Why.TOO_LARGE);
        }
        return switch (MediaKind.of(type)) {
            case PLAIN -> text(type, plain(TextDecoder.decode(content, null)));
            case HTML -> guardedText(type, () -> List.of(HtmlText.of(HtmlText.decode(content, null))));
            case MESSAGE ->
                guardedText(type, () -> List.of(SavedPage.text(content).orElse("")));
            case OFFICE -> {
                DocumentReading reading =
                        guardedText(type, () -> DocumentParsing.pages(tika, content, type, limits.characters()));
                boolean empty = reading instanceof Unread unread && unread.code() == Why.NO_TEXT;
                yield empty && cutOff(type, content) ? new Unread(type, Why.CORRUPT) : reading;
            }
            case PROTECTED -> new Unread(type, Why.ENCRYPTED);
            case PICTURE -> new Unread(type, Why.NO_TEXT);
            case WORKBOOK -> new Unread(type, Why.WORKBOOK);
            case ARCHIVE -> new Unread(type, Why.ARCHIVE);
            case OTHER -> new Unread(type, Why.UNSUPPORTED);
        };
    }

    private static List<String> plain(String text) {
        return List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\f")).stream()
                .map(String::stripTrailing)
                .toList();
    }

    private DocumentReading guardedText(String type, Work<List<String>> work) {
        Outcome<List<String>> outcome = guarded(work);
        Why failure = outcome.failure();
        if (failure != null) {
            return new Unread(type, failure);
        }
        return text(type, outcome.value().orElse(List.of()));
    }

    /** Parsers make the best of a cut-off PDF; when nothing is left, that it was cut off is the reason. */
    private static boolean cutOff(String type, byte[] content) {
        int from = Math.max(0, content.length - PDF_TRAILER_WITHIN);
        return type.equals("application/pdf")
                && !new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private DocumentReading text(String type, List<String> pages) {
        if (pages.stream().mapToLong(String::length).sum() > limits.characters()) {
            return new Unread(type, Why.TOO_LARGE);
        }
        DocumentText text = new DocumentText(pages);
        return text.isBlank() ? new Unread(type, Why.NO_TEXT) : new Read(type, text);
    }

    private <T> Outcome<T> guarded(Work<T> work) {
        if (leftBehind.get() >= LEFT_BEHIND_AT_MOST) {
            LOG.warn("{} documents still keep their readers busy; this one is refused", leftBehind.get());
            return new Outcome<>(Optional.empty(), Why.TOO_SLOW);
        }
        AtomicInteger standing = new AtomicInteger();
        Future<T> future = workers.submit(() -> {
            try {
                return work.run();
            } finally {
                // 2: the waiting side has given up and counted this thread.
                if (standing.getAndSet(1) == 2) {
                    leftBehind.decrementAndGet();
                }
            }
        });
        try {
            return new Outcome<>(Optional.of(future.get(limits.time().toMillis(), TimeUnit.MILLISECONDS)), null);
        } catch (TimeoutException e) {
            if (standing.compareAndSet(0, 2)) {
                leftBehind.incrementAndGet();
            }
            future.cancel(true);
            return new Outcome<>(Optional.empty(), Why.TOO_SLOW);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            return new Outcome<>(Optional.empty(), Why.TOO_SLOW);
        } catch (ExecutionException e) {
            LOG.debug("A parser gave a document up", e.getCause());
            return new Outcome<>(Optional.empty(), DocumentParsing.reason(e.getCause()));
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** Something that may fail in any way a parser can. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException, TikaException, SAXException;
    }

    private record Outcome<T>(
            Optional<T> value,
            @org.jspecify.annotations.Nullable Why failure) {}
}
