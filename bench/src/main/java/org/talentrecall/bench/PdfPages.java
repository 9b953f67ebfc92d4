package org.talentrecall.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/** Sets a text on pages as a word processor does: 10 point, lines broken at the margin, tabs at stops. */
public final class PdfPages implements AutoCloseable {
    private static final float SIZE = 10;
    private static final float LEADING = 15;
    private static final float MARGIN = 50;
    private static final float PHOTO_WIDTH = 72;
    private static final float PHOTO_HEIGHT = 100;
    private static final float STOP = 4 * SIZE;

    private final PDDocument document = new PDDocument();
    private final CjkFont glyphs;
    private final PDFont font;
    private PDPageContentStream page;
    private float left = MARGIN;
    private float height;

    private PdfPages(CjkFont glyphs) throws IOException {
        this.glyphs = glyphs;
        this.font = glyphs.in(document);
        this.page = turn();
    }

    /** @param photo a JPEG for the upper right corner of the first page; null for none */
    public static byte[] of(String text, CjkFont font, byte @Nullable [] photo) throws IOException {
        try (PdfPages pages = new PdfPages(font);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            if (photo != null) {
                PDImageXObject image = JPEGFactory.createFromByteArray(pages.document, photo);
                float right = PDRectangle.A4.getWidth() - MARGIN - PHOTO_WIDTH;
                float top = PDRectangle.A4.getHeight() - MARGIN - PHOTO_HEIGHT;
                pages.page.drawImage(image, right, top, PHOTO_WIDTH, PHOTO_HEIGHT);
            }
            for (String line : text.split("\\r?\\n|\\r")) {
                pages.line(line);
            }
            pages.page.close();
            // The time of day would take part in a PDF's identifier.
            pages.document.setDocumentId(1L);
            pages.document.save(out);
            return out.toByteArray();
        }
    }

    private PDPageContentStream turn() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        height = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, next);
    }

    private void line(String text) throws IOException {
        StringBuilder run = new StringBuilder();
        float start = MARGIN;
        left = MARGIN;
        for (int codePoint : text.codePoints().toArray()) {
            if (codePoint == '\t') {
                show(run, start);
                left = (float) (Math.floor(left / STOP) + 1) * STOP;
                start = left;
                continue;
            }
            String character = glyphs.has(codePoint) ? Character.toString(codePoint) : " ";
            float width = font.getStringWidth(character) / 1000 * SIZE;
            if (left + width > PDRectangle.A4.getWidth() - MARGIN) {
                show(run, start);
                newLine();
                start = MARGIN;
            }
            run.append(character);
            left += width;
        }
        show(run, start);
        newLine();
    }

    private void show(StringBuilder run, float start) throws IOException {
        if (!run.isEmpty()) {
            page.beginText();
            page.setFont(font, SIZE);
            page.newLineAtOffset(start, height);
            page.showText(run.toString());
            page.endText();
            run.setLength(0);
        }
    }

    private void newLine() throws IOException {
        left = MARGIN;
        height -= LEADING;
        if (height < MARGIN) {
            page.close();
            page = turn();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
