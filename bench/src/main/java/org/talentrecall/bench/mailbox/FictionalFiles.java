package org.talentrecall.bench.mailbox;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.talentrecall.bench.CjkFont;
import org.talentrecall.bench.PdfPages;

/**
 * Attached files as word processors write them. Setting a whole file anew for each of 20,000 messages would take longer than
 * reading it, so some dozens are set once; each message gets one of them with bytes of its own: a Word file with another name
 * and phone throughout, a PDF with another identifier.
 */
final class FictionalFiles {
    private static final int EACH = 24;
    private static final int STYLES = 60;
    private static final int ROWS = 12;
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2023, 3, 6, 9, 30);
    private static final String DOCUMENT = "word/document.xml";
    private static final byte[] END_OF_PDF = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final Random random;
    private final List<FictionalResume> people = new ArrayList<>();
    private final List<byte[]> words = new ArrayList<>();
    private final List<byte[]> pages = new ArrayList<>();
    private final byte[] logo;

    FictionalFiles(Random random) throws IOException {
        this.random = random;
        this.logo = jpeg(180, 60);
        try (CjkFont font = CjkFont.find()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "No TrueType font with Chinese characters is installed, without which there are no PDFs: install one, for example fonts-wqy-zenhei"))) {
            for (int i = 0; i < EACH; i++) {
                FictionalResume resume = FictionalResume.of(random);
                people.add(resume);
                words.add(word(resume, i % 3 == 0 ? null : jpeg(295 + 60 * (i % 8), 413 + 84 * (i % 8))));
                List<String> lines = new ArrayList<>(List.of("个人简历"));
                for (int k = 0; k < resume.details().size(); k += 2) {
                    lines.add(resume.details().get(k) + ":" + resume.details().get(k + 1));
                }
                lines.addAll(resume.lines());
                pages.add(PdfPages.of(String.join("\n", lines), font, i % 2 == 0 ? null : jpeg(295, 413)));
            }
        }
    }

    /** The picture under the signatures of a company. */
    byte[] logo() {
        return logo;
    }

    /** A Word file of somebody. */
    byte[] word(FictionalResume of) throws IOException {
        int which = random.nextInt(EACH);
        FictionalResume from = people.get(which);
        return with(
                words.get(which),
                DOCUMENT,
                content -> content.replace(from.name(), of.name()).replace(from.phone(), of.phone()));
    }

    /** The package with one of its parts changed and the time of its making left out. */
    private static byte[] with(byte[] packed, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(WRITTEN);
                out.putNextEntry(same);
                byte[] content = in.readAllBytes();
                out.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return bytes.toByteArray();
    }

    /** A PDF of somebody; what follows its end belongs to no page, as the marks that mail programs leave there. */
    byte[] pdf(int number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(pages.get(random.nextInt(EACH)));
        bytes.write(("% " + number + "\n").getBytes(StandardCharsets.US_ASCII));
        bytes.write(END_OF_PDF);
        return bytes.toByteArray();
    }

    /** A list of candidates, as agencies send it. */
    byte[] list() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream output = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("候选人");
            row(sheet, List.of("姓名", "电话", "应聘职位", "现居住地", "期望薪资"));
            for (int row = 0; row < ROWS; row++) {
                FictionalResume one = FictionalResume.of(random);
                row(sheet, List.of(one.name(), one.phone(), one.post(), one.detail("现居住地"), one.detail("期望薪资")));
            }
            workbook.getProperties().getCoreProperties().setCreated("2023-03-06T01:30:00Z");
            workbook.write(output);
            return with(output.toByteArray(), "", content -> content);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("The time is a time", e);
        }
    }

    private static void row(XSSFSheet sheet, List<String> cells) {
        XSSFRow row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int column = 0; column < cells.size(); column++) {
            row.createCell(column).setCellValue(cells.get(column));
        }
    }

    /** Made by a template: styles of its own, a table with a photo, headings, paragraphs. */
    private static byte[] word(FictionalResume resume, byte @org.jspecify.annotations.Nullable [] photo)
            throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream output = new ByteArrayOutputStream()) {
            XWPFStyles styles = document.createStyles();
            for (int i = 0; i < STYLES; i++) {
                styles.addStyle(style(i));
            }
            paragraph(document, "个人简历", "s1", true);
            int rows = resume.details().size() / 4;
            XWPFTable table = document.createTable(rows, photo == null ? 4 : 5);
            for (int i = 0; i < resume.details().size(); i++) {
                table.getRow(i / 4).getCell(i % 4).setText(resume.details().get(i));
            }
            if (photo != null) {
                XWPFRun run = table.getRow(0).getCell(4).getParagraphArray(0).createRun();
                run.addPicture(
                        new ByteArrayInputStream(photo),
                        PictureType.JPEG,
                        "photo.jpg",
                        Units.toEMU(72),
                        Units.toEMU(100));
            }
            for (String line : resume.lines()) {
                paragraph(document, line, line.length() <= 5 ? "s2" : "s3", line.length() <= 5);
            }
            document.getProperties().getCoreProperties().setCreated("2023-03-06T01:30:00Z");
            document.write(output);
            return output.toByteArray();
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("Word's own parts fit together", e);
        }
    }

    private static XWPFStyle style(int number) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("s" + number);
        style.addNewName().setVal("Template style " + number);
        style.addNewUiPriority().setVal(java.math.BigInteger.valueOf(number));
        style.addNewPPr().addNewSpacing().setAfter(java.math.BigInteger.valueOf(20L * number));
        style.addNewRPr().addNewSz().setVal(java.math.BigInteger.valueOf(20L + number % 8));
        return new XWPFStyle(style);
    }

    private static void paragraph(XWPFDocument document, String text, String style, boolean bold) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        // Word parts what was typed at different times and what its spelling has looked at.
        for (int at = 0; at < text.length(); at += 14) {
            XWPFRun run = paragraph.createRun();
            run.setFontFamily("微软雅黑");
            run.setFontSize(bold ? 14 : 10);
            run.setBold(bold);
            run.setText(text.substring(at, Math.min(text.length(), at + 14)));
        }
    }

    /** A photo: a face's worth of soft colours and the noise that a camera leaves. */
    private byte[] jpeg(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D paint = image.createGraphics();
        paint.setPaint(new GradientPaint(0, 0, new Color(90, 140, 210), width, height, new Color(30, 60, 120)));
        paint.fillRect(0, 0, width, height);
        paint.setColor(new Color(230, 190, 160));
        paint.fillOval(width / 4, height / 5, width / 2, height / 2);
        paint.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(24);
                image.setRGB(x, y, image.getRGB(x, y) + (noise << 8 | noise));
            }
        }
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", bytes);
            return bytes.toByteArray();
        }
    }
}
