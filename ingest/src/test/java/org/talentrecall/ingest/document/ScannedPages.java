package org.talentrecall.ingest.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Draws pages as a scanner would give them: pictures of lines. */
public final class ScannedPages {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 700;
    private static final int LINE = 80;

    private ScannedPages() {}

    public static byte[] png(Font font, List<String> lines) throws IOException {
        return picture("png", font, lines);
    }

    /** @param format png, jpeg, bmp or gif */
    public static byte[] picture(String format, Font font, List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture(font, lines), format, bytes);
        return bytes.toByteArray();
    }

    public static byte[] tiff(Font font, List<List<String>> pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (List<String> page : pages) {
                writer.writeToSequence(new IIOImage(picture(font, page), null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A PDF of one grey picture a page, which is all that a scanner puts there. */
    public static byte[] pdf(Font font, List<List<String>> pages) {
        return pdf(font, pages, "");
    }

    /** @param stamp what the scanner's program leaves on each page as text */
    static byte[] pdf(Font font, List<List<String>> pages, String stamp) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        pdf.writeBytes(ascii("%PDF-1.4\n"));
        String kids = IntStream.range(0, pages.size())
                .mapToObj(page -> (3 + 3 * page) + " 0 R")
                .collect(Collectors.joining(" "));
        object(pdf, places, "<</Type/Catalog/Pages 2 0 R>>", null);
        object(pdf, places, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>", null);
        for (int page = 0; page < pages.size(); page++) {
            int number = 3 + 3 * page;
            String box = "[0 0 " + WIDTH / 2 + " " + HEIGHT / 2 + "]";
            object(
                    pdf,
                    places,
                    "<</Type/Page/Parent 2 0 R/MediaBox" + box + "/Contents " + (number + 1)
                            + " 0 R/Resources<</XObject<</I " + (number + 2) + " 0 R>>"
                            + "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
                    null);
            object(
                    pdf,
                    places,
                    "",
                    ascii("q " + WIDTH / 2 + " 0 0 " + HEIGHT / 2 + " 0 0 cm /I Do Q"
                            + (stamp.isEmpty() ? "" : " BT /F 8 Tf 10 10 Td (" + stamp + ") Tj ET")));
            byte[] grey =
                    ((DataBufferByte) picture(font, pages.get(page)).getRaster().getDataBuffer()).getData();
            object(
                    pdf,
                    places,
                    "/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width " + WIDTH + "/Height "
                            + HEIGHT,
                    grey);
        }
        int table = pdf.size();
        pdf.writeBytes(ascii("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n"));
        places.forEach(place -> pdf.writeBytes(ascii("%010d 00000 n \n".formatted(place))));
        pdf.writeBytes(
                ascii("trailer\n<</Size " + (places.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static void object(ByteArrayOutputStream pdf, List<Integer> places, String said, byte[] stream) {
        places.add(pdf.size());
        pdf.writeBytes(ascii(places.size() + " 0 obj\n"));
        if (stream == null) {
            pdf.writeBytes(ascii(said));
        } else {
            pdf.writeBytes(ascii("<<" + said + "/Length " + stream.length + ">>\nstream\n"));
            pdf.writeBytes(stream);
            pdf.writeBytes(ascii("\nendstream"));
        }
        pdf.writeBytes(ascii("\nendobj\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static BufferedImage picture(Font font, List<String> lines) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        pen.setFont(font);
        for (int i = 0; i < lines.size(); i++) {
            pen.drawString(lines.get(i), LINE, LINE * (i + 2));
        }
        pen.dispose();
        return picture;
    }
}
