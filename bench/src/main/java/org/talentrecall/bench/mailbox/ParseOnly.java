package org.talentrecall.bench.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.jsoup.Jsoup;
import org.xml.sax.SAXException;

/** The least that anybody who reads mail with these libraries does: parse, decode, extract text. */
final class ParseOnly {
    private static final int CHARACTERS = 1_000_000;

    private final AutoDetectParser tika = new AutoDetectParser();

    /** Characters of text in a message and its files. */
    int read(byte[] message) throws IOException, MimeException, TikaException, SAXException {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.parse(new ByteArrayInputStream(message));
        int characters = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            if (state == EntityState.T_BODY) {
                try (InputStream content = stream.getDecodedInputStream()) {
                    characters += text(stream.getBodyDescriptor(), content.readAllBytes())
                            .length();
                }
            }
        }
        return characters;
    }

    private String text(BodyDescriptor descriptor, byte[] content) throws IOException, TikaException, SAXException {
        String type = descriptor.getMimeType();
        if (type.equals("text/plain") || type.equals("text/html")) {
            Charset charset = "utf-8".equalsIgnoreCase(descriptor.getCharset())
                    ? StandardCharsets.UTF_8
                    : Charset.forName("GB18030");
            String decoded = new String(content, charset);
            return type.equals("text/html") ? Jsoup.parse(decoded).wholeText() : decoded;
        }
        BodyContentHandler handler = new BodyContentHandler(CHARACTERS);
        tika.parse(new ByteArrayInputStream(content), handler, new Metadata(), new ParseContext());
        return handler.toString();
    }
}
