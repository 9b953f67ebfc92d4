package org.talentrecall.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.child.ChildLoop;
import org.talentrecall.ingest.child.ChildRequest;
import org.talentrecall.ingest.child.ChildText;
import org.talentrecall.ingest.outlook.OutlookMessages;
import org.talentrecall.ingest.outlook.OutlookStore;
import org.talentrecall.ingest.spreadsheet.file.SentRows;
import org.xml.sax.SAXException;

/** The program of the child processes in which formats are parsed whose parsers hostile files are written for. */
final class ParserMain {
    /** Words: none. One piece: the media type. */
    static final String TYPE = "type";
    /** Words: characters. One piece: the media type; if that is a document's, another: pages. */
    static final String LOOK = "look";
    /** Words: type, characters. One piece: pages. */
    static final String TEXT = "text";
    /** Words: type, pictures at most, bytes of all. A piece for each picture. */
    static final String PICTURES = "pictures";
    /** Words: charset or an empty one. One piece: pages. */
    static final String HTML = "html";
    /**
     * Words: type, characters, folder, folder of languages, languages, seconds, pages. A piece for each page, and one
     * without pages when there are more of them.
     */
    static final String OCR = "ocr";
    /** Words: type, name, folder to unpack into, entries, bytes of a file, bytes in all. A piece for each entry. */
    static final String UNPACK = "unpack";
    /** Words: type, depth, bytes. One piece: a MIME message. */
    static final String MESSAGE = "message";
    /** Words: path, messages to pass over, depth, bytes. A piece for each message. */
    static final String STORE = "store";

    /** Words: path, passwords. Pieces: see {@link SentRows}. */
    static final String ROWS = "rows";

    private @Nullable DocumentParsing parsing;

    private ParserMain() {}

    public static void main(String[] args) throws IOException {
        ParserMain program = new ParserMain();
        ChildLoop.run(program::work, failure -> DocumentParsing.reason(failure).name());
    }

    private void work(ChildRequest request, ChildLoop.Pieces pieces) throws IOException, TikaException, SAXException {
        String[] words = request.words();
        switch (request.work()) {
            case TYPE -> pieces.send(parsing().detect(request.content()).getBytes(StandardCharsets.UTF_8));
            case LOOK -> look(request, pieces);
            case TEXT ->
                pieces.send(bytes(parsing().pages(request.content(), words[0], Math.toIntExact(request.number(1)))));
            case PICTURES ->
                parsing()
                        .pictures(
                                request.content(),
                                words[0],
                                Math.toIntExact(request.number(1)),
                                request.number(2),
                                pieces::send);
            case HTML ->
                pieces.send(bytes(List.of(
                        HtmlText.of(HtmlText.decode(request.content(), words[0].isEmpty() ? null : words[0])))));
            case OCR -> recognise(request, pieces);
            case UNPACK ->
                new Unpacking(Path.of(words[2]), request.number(3), request.number(4), request.number(5), pieces)
                        .unpack(request.content(), words[0], words[1]);
            case MESSAGE ->
                pieces.send(OutlookMessages.mime(
                        request.content(), words[0], Math.toIntExact(request.number(1)), request.number(2)));
            case STORE ->
                OutlookStore.read(
                        Path.of(words[0]),
                        request.number(1),
                        Math.toIntExact(request.number(2)),
                        request.number(3),
                        pieces);
            case ROWS -> SentRows.send(request, pieces);
            default -> throw new IllegalArgumentException(request.work());
        }
    }

    private static void recognise(ChildRequest request, ChildLoop.Pieces pieces)
            throws IOException, TikaException, SAXException {
        String[] words = request.words();
        boolean whole = new OcrParsing(
                        words[2],
                        words[3],
                        words[4],
                        Math.toIntExact(request.number(5)),
                        page -> pieces.send(bytes(List.of(page))))
                .read(
                        request.content(),
                        words[0],
                        Math.toIntExact(request.number(1)),
                        Math.toIntExact(request.number(6)));
        if (!whole) {
            pieces.send(bytes(List.of()));
        }
    }

    private void look(ChildRequest request, ChildLoop.Pieces pieces) throws IOException, TikaException, SAXException {
        parsing().look(request.content(), Math.toIntExact(request.number(0)), new DocumentParsing.Found() {
            @Override
            public void type(String type) throws IOException {
                pieces.send(type.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void pages(List<String> pages) throws IOException {
                pieces.send(bytes(pages));
            }
        });
    }

    private DocumentParsing parsing() throws IOException, TikaException, SAXException {
        DocumentParsing ready = parsing;
        if (ready == null) {
            ready = new DocumentParsing();
            parsing = ready;
        }
        return ready;
    }

    private static byte[] bytes(List<String> pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        ChildText.writeAll(out, pages);
        return bytes.toByteArray();
    }

    /** Reads what the pieces of texts hold, on the parent's side. */
    static List<String> pages(byte[] piece) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(piece))) {
            return ChildText.readAll(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A child gave half a text", e);
        }
    }
}
