package org.talentrecall.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.poi.hslf.exceptions.EncryptedPowerPointFileException;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.AccessPermissionException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.SecureContentHandler;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The calls to Tika, and what its failures mean. Runs in a child process. */
final class DocumentParsing {
    private static final String PDF = "application/pdf";
    private static final int LARGEST_CHUNK = 8 << 20;

    private final TikaConfig tika;
    private final Detector containers;

    DocumentParsing() throws IOException, TikaException, SAXException {
        try (InputStream config = DocumentParsing.class.getResourceAsStream("tika-config.xml")) {
            tika = new TikaConfig(config);
        }
        containers = new CompositeDetector(((CompositeDetector) tika.getDetector())
                .getDetectors().stream()
                        .filter(detector -> !(detector instanceof MimeTypes))
                        .toList());
    }

    /** The media type by what lies within; only where that tells no document, the patterns of all formats are tried too. */
    private String detectWithin(TikaInputStream stream) throws IOException {
        String type = containers.detect(stream, new Metadata()).getBaseType().toString();
        return MediaKind.of(type) == MediaKind.OFFICE ? type : detect(stream);
    }

    String detect(byte[] content) throws IOException {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            return detect(stream);
        }
    }

    private String detect(TikaInputStream stream) throws IOException {
        return tika.getDetector().detect(stream, new Metadata()).getBaseType().toString();
    }

    /** Detects and reads in one go, so that a package is opened once. Hands on the type, and the pages if it is a document. */
    void look(byte[] content, int characters, Found found) throws IOException, TikaException, SAXException {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            String type = detectWithin(stream);
            found.type(type);
            if (MediaKind.of(type) == MediaKind.OFFICE) {
                found.pages(withChunks(content, type, characters, pages(stream, type, characters)));
            }
        }
    }

    /** Takes what is found out of a file, each as soon as it is known. */
    interface Found {
        void type(String type) throws IOException;

        void pages(List<String> pages) throws IOException;
    }

    List<String> pages(byte[] content, String type, int characters) throws IOException, TikaException, SAXException {
        return withChunks(content, type, characters, parsed(content, type, characters));
    }

    private List<String> parsed(byte[] content, String type, int characters)
            throws IOException, TikaException, SAXException {
        if (type.equals(PDF)) {
            Optional<List<String>> pages = PdfPages.read(content, characters);
            if (pages.isPresent()) {
                return told(pages.orElseThrow());
            }
        }
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            return pages(stream, type, characters);
        }
    }

    /** The pages with what documents within the document say behind them. */
    private List<String> withChunks(byte[] content, String type, int characters, List<String> pages)
            throws IOException, TikaException, SAXException {
        if (!type.contains("wordprocessingml") && !type.contains("ms-word.")) {
            return pages;
        }
        List<String> all = new ArrayList<>(pages);
        for (byte[] chunk : AltChunks.in(content, LARGEST_CHUNK)) {
            String words = words(chunk, characters);
            if (!words.isBlank()) {
                all.add(words);
            }
        }
        if (all.stream().mapToLong(String::length).sum() > characters) {
            throw new PageText.TooLong();
        }
        return all.size() == pages.size()
                ? pages
                : List.of(String.join("\n", all).strip());
    }

    /** What lies within a document is read once: what lies within that is not. */
    private String words(byte[] chunk, int characters) throws IOException, TikaException, SAXException {
        String type = detect(chunk);
        return switch (MediaKind.of(type)) {
            case HTML -> HtmlText.isUtf7(chunk, null) ? "" : HtmlText.of(HtmlText.decode(chunk, null));
            case OFFICE -> String.join("\n", parsed(chunk, type, characters));
            default -> {
                if (SavedPage.isMessage(chunk)) {
                    yield SavedPage.words(chunk)
                            .filter(words -> !words.utf7())
                            .map(SavedPage.Words::text)
                            .orElse("");
                }
                yield TextDecoder.isText(chunk) ? TextDecoder.decode(chunk, null) : "";
            }
        };
    }

    /** Hands on the pictures that stand in a document, in its order, as long as they are wanted. */
    void pictures(byte[] content, String type, int most, long bytes, Pictures into)
            throws IOException, TikaException, SAXException {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            // The words are known; none of them is kept.
            parse(
                    tika.getParser(),
                    new ParseContext(),
                    stream,
                    type,
                    new DefaultHandler(),
                    new PicturesWithin(most, bytes, into));
        } catch (PicturesWithin.Enough e) {
            return;
        } catch (TikaException | SAXException | RuntimeException e) {
            if (!PicturesWithin.Enough.is(e)) {
                throw e;
            }
        }
    }

    /** Takes pictures. */
    @FunctionalInterface
    interface Pictures {
        void take(byte[] picture) throws IOException;
    }

    private List<String> pages(TikaInputStream stream, String type, int characters)
            throws IOException, TikaException, SAXException {
        PageText text = new PageText(characters);
        parse(tika.getParser(), new ParseContext(), stream, type, text);
        return told(text.pages());
    }

    /** PDF fonts without a mapping give U+FFFD, nearly always for a bullet or a middle dot. */
    private static List<String> told(List<String> pages) {
        return pages.stream()
                .map(page -> page.replace('\uFFFD', '·').replace('\u00A0', ' '))
                .toList();
    }

    /** Has a parser read a document of a type; that it was ended because the text had enough is no failure. */
    static void parse(Parser parser, ParseContext context, byte[] content, String type, PageText text)
            throws IOException, TikaException, SAXException {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            parse(parser, context, stream, type, text);
        }
    }

    private static void parse(Parser parser, ParseContext context, TikaInputStream stream, String type, PageText text)
            throws IOException, TikaException, SAXException {
        try {
            parse(parser, context, stream, type, text, new NothingEmbedded());
        } catch (IOException | TikaException | SAXException | RuntimeException e) {
            if (!text.enough()) {
                throw e;
            }
        }
    }

    private static void parse(
            Parser parser,
            ParseContext context,
            TikaInputStream stream,
            String type,
            ContentHandler text,
            EmbeddedDocumentExtractor within)
            throws IOException, TikaException, SAXException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, type);
        metadata.set(Metadata.CONTENT_TYPE, type);
        context.set(EmbeddedDocumentExtractor.class, within);
        parser.parse(stream, new SecureContentHandler(text, stream), metadata, context);
    }

    /** What a failure inside a parser means to the one who sent the file. */
    static Why reason(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof AccessPermissionException
                    || cause instanceof PasswordRequiredException
                    || cause instanceof EncryptedPowerPointFileException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return Why.ENCRYPTED;
            }
            if (cause instanceof PageText.TooLong || cause instanceof StackOverflowError) {
                return Why.TOO_LARGE;
            }
            if (cause instanceof TikaMemoryLimitException || cause instanceof MemoryLimitException) {
                return Why.OUT_OF_MEMORY;
            }
            if (cause instanceof PictureSize.TooLarge) {
                return Why.PICTURE_TOO_LARGE;
            }
            if (cause instanceof UnsupportedFormatException) {
                return Why.UNSUPPORTED;
            }
        }
        return Why.CORRUPT;
    }

    /** Pictures and files inside a document are not followed: they are where bombs hide, and resumes do not need them. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {
            // See above.
        }
    }
}
