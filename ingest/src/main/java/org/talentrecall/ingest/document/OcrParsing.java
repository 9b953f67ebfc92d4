package org.talentrecall.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.xml.sax.SAXException;

/** Tika's way to tesseract: pictures as they are, PDF pages one by one as pictures. Runs in a child process. */
final class OcrParsing {
    private static final String CONFIG = """
            <properties><parsers>
              <parser class="org.apache.tika.parser.pdf.PDFParser"><params>
                <param name="ocrStrategy" type="string">ocr_only</param>
                <param name="ocrDPI" type="int">200</param>
                <param name="catchIntermediateIOExceptions" type="bool">false</param>
              </params></parser>
              <parser class="org.apache.tika.parser.ocr.TesseractOCRParser"><params>
                <param name="tesseractPath" type="string">FOLDER</param>
                <param name="language" type="string">LANGUAGES</param>
                <param name="timeoutSeconds" type="int">SECONDS</param>
                <param name="minFileSizeToOcr" type="long">0</param>
              </params></parser>
            </parsers></properties>
            """;

    private OcrParsing() {}

    /**
     * The text of a picture or of the first pages of a PDF.
     *
     * @param folder of the executable, or empty for the PATH
     * @param languages installed ones
     */
    static List<String> pages(
            byte[] content, String type, int characters, String folder, String languages, int seconds, int pages)
            throws IOException, TikaException, SAXException {
        String config = CONFIG.replace("SECONDS", Integer.toString(seconds))
                .replace("LANGUAGES", languages)
                .replace("FOLDER", escaped(folder));
        TikaConfig tika = new TikaConfig(new ByteArrayInputStream(config.getBytes(StandardCharsets.UTF_8)));
        return DocumentParsing.pages(
                tika.getParser(), new ParseContext(), content, type, new PageText(characters, pages));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
