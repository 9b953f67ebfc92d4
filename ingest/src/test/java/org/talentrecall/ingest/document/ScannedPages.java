package org.talentrecall.ingest.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws pages as a scanner would give them: pictures of lines. */
final class ScannedPages {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 700;
    private static final int LINE = 80;

    private ScannedPages() {}

    static byte[] png(Font font, List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture(font, lines), "png", bytes);
        return bytes.toByteArray();
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
