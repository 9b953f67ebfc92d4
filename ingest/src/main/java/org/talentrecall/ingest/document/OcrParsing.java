package org.talentrecall.ingest.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.SAXException;

/** Tika's way to tesseract: pictures as they are, PDF pages one by one as pictures. Runs in a child process. */
final class OcrParsing {
    /** Tika gives pictures to tesseract under types of its own; which of them is all the same to tesseract. */
    private static final String PICTURE = "image/ocr-png";

    private static final String CONFIG = """
            <properties><parsers>
              <parser class="org.apache.tika.parser.pdf.PDFParser"><params>
                <param name="ocrStrategy" type="string">ocr_only</param>
                <param name="ocrDPI" type="int">200</param>
                <param name="catchIntermediateExceptions" type="bool">false</param>
              </params></parser>
              <parser class="org.apache.tika.parser.ocr.TesseractOCRParser"><params>
                <param name="tesseractPath" type="string">FOLDER</param>
                <param name="tessdataPath" type="string">DATA</param>
                <param name="language" type="string">LANGUAGES</param>
                <param name="timeout" type="int">SECONDS</param>
                <param name="minFileSizeToOcr" type="long">0</param>
                <param name="preserveInterwordSpacing" type="bool">true</param>
                PAGE
              </params></parser>
            </parsers></properties>
            """;
    private static final String PAGE = """
            <param name="otherTesseractSettings" type="list"><string>tessedit_page_number NUMBER</string></param>
            """;

    private final String config;
    private final Pages done;

    /** Takes pages as soon as they are read. */
    @FunctionalInterface
    interface Pages {
        void done(String page) throws IOException;
    }

    /**
     * @param folder of the executable, or empty for the PATH
     * @param data folder of the languages, or empty for where the program looks by itself
     * @param languages installed ones
     * @param seconds for one page
     */
    OcrParsing(String folder, String data, String languages, int seconds, Pages done) {
        this.config = CONFIG.replace("SECONDS", Integer.toString(seconds))
                .replace("LANGUAGES", languages)
                .replace("FOLDER", escaped(folder))
                .replace("DATA", escaped(data));
        this.done = done;
    }

    /**
     * Reads a picture, or the first pages of a TIFF or PDF.
     *
     * @param characters of all pages at most
     * @return whether those were all its pages
     */
    boolean read(byte[] content, String type, int characters, int pages)
            throws IOException, TikaException, SAXException {
        if (type.equals("application/pdf")) {
            PageText text = new PageText(characters, pages, this::page);
            parse(content, type, "", text);
            return !text.cut();
        }
        if (PictureSize.pointsByReading(content) > PictureSize.AT_MOST) {
            throw new PictureSize.TooLarge();
        }
        if (!type.equals("image/tiff")) {
            parse(content, PICTURE, "", new PageText(characters, 1, this::page));
            return true;
        }
        int all = pagesOfTiff(content);
        int count = Math.min(pages, all);
        for (int i = 0; i < count; i++) {
            parse(
                    content,
                    PICTURE,
                    PAGE.replace("NUMBER", Integer.toString(i)),
                    new PageText(characters / count, 1, this::page));
        }
        return count == all;
    }

    private void parse(byte[] content, String type, String page, PageText text)
            throws IOException, TikaException, SAXException {
        byte[] xml = config.replace("PAGE", page).getBytes(StandardCharsets.UTF_8);
        Parser parser = new TikaConfig(new ByteArrayInputStream(xml)).getParser();
        ParseContext context = new ParseContext();
        // Where the parser of PDF looks for the one of pictures.
        context.set(Parser.class, parser);
        DocumentParsing.parse(parser, context, content, type, text);
        text.finish();
    }

    private void page(String text) throws IOException {
        done.done(RecognisedLines.tidied(text));
    }

    /** A TIFF that cannot be looked through has one page. */
    private static int pagesOfTiff(byte[] content) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return 1;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                return Math.max(1, reader.getNumImages(true));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers of pictures throw what they like at damaged ones; tesseract has its own.
            return 1;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
