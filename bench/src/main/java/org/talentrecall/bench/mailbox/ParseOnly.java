package org.talentrecall.bench.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.jsoup.Jsoup;
import org.talentrecall.ingest.document.HtmlText;
import org.talentrecall.ingest.document.TextDecoder;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The loop that somebody would write with the same libraries who wants the words of a mailbox and nothing else. It
 *
 * <ol>
 *   <li>cuts the mbox file on disk at its From lines;
 *   <li>takes each message through MIME4J's pull parser, which is faster than its tree of messages, and decodes the subject;
 *   <li>decodes the transfer encoding of each part, and the charset of each text part with the same detection as the
 *       product, because labels like gb2312 are not to be trusted by anybody;
 *   <li>takes the text out of HTML with jsoup and out of every other file with Tika's {@code AutoDetectParser}, both in the
 *       same process, in one thread; pictures, alone or within a document, are passed over, since looking for text in
 *       photos and logos would take it ten times as long as all the rest.
 * </ol>
 *
 * It sets no limits of size, depth, count or time, runs no parser apart from itself, hashes and keeps nothing, tells no body
 * from its quotes and its signature, and reads no meaning.
 */
final class ParseOnly {
    private static final int CHARACTERS = 1_000_000;

    private final AutoDetectParser tika = new AutoDetectParser();

    /** Characters of text in all messages of an mbox file and in their files. */
    long read(Path mbox) throws IOException, MimeException, TikaException, SAXException {
        long characters = 0;
        try (PlainMbox messages = new PlainMbox(mbox)) {
            for (byte[] message = messages.next(); message != null; message = messages.next()) {
                characters += read(message);
            }
        }
        return characters;
    }

    private long read(byte[] message) throws IOException, MimeException, TikaException, SAXException {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.parse(new java.io.ByteArrayInputStream(message));
        long characters = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            if (state == EntityState.T_FIELD && stream.getField().getName().equalsIgnoreCase("subject")) {
                characters += DecoderUtil.decodeEncodedWords(stream.getField().getBody(), DecodeMonitor.SILENT)
                        .length();
            } else if (state == EntityState.T_BODY) {
                try (InputStream content = stream.getDecodedInputStream()) {
                    characters += text(stream.getBodyDescriptor(), content.readAllBytes())
                            .length();
                }
            }
        }
        return characters;
    }

    private String text(BodyDescriptor descriptor, byte[] content) throws IOException, TikaException, SAXException {
        String charset = descriptor.getCharset();
        switch (descriptor.getMimeType()) {
            case "text/plain" -> {
                return TextDecoder.decode(content, charset);
            }
            case "text/html" -> {
                return Jsoup.parse(HtmlText.decode(content, charset)).wholeText();
            }
            default -> {
                if (descriptor.getMimeType().startsWith("image/")) {
                    return "";
                }
                BodyContentHandler handler = new BodyContentHandler(CHARACTERS);
                ParseContext context = new ParseContext();
                context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
                try (TikaInputStream input = TikaInputStream.get(content)) {
                    tika.parse(input, handler, new Metadata(), context);
                }
                return handler.toString();
            }
        }
    }

    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {
            // Nothing is wanted of it.
        }
    }
}
