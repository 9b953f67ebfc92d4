package org.talentrecall.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeginningTest {
    private static final byte[] FOLLOWS = "\0\0\0\0 anything at all \0\1\2".getBytes(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @EnumSource(Beginning.class)
    void tika_tells_the_same_type(Beginning beginning) throws IOException {
        byte[] content = Arrays.copyOf(beginning.shortest(), beginning.shortest().length + FOLLOWS.length);
        System.arraycopy(FOLLOWS, 0, content, beginning.shortest().length, FOLLOWS.length);
        assertThat(Beginning.type(content)).contains(byTika(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void pictures_are_told(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, out);
        assertThat(Beginning.type(out.toByteArray())).contains(byTika(out.toByteArray()));
    }

    @Test
    void documents_are_told() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                XWPFDocument text = new XWPFDocument()) {
            document.addPage(new PDPage());
            document.save(pdf);
            text.write(word);
        }
        for (byte[] content : List.of(pdf.toByteArray(), word.toByteArray())) {
            assertThat(Beginning.type(content)).contains(byTika(content));
        }
    }

    @Test
    void what_needs_a_longer_look_is_left_to_tika() throws IOException {
        assertThat(Beginning.type(zip("mimetype"))).isEmpty();
        assertThat(Beginning.type(zip("resumes/one.txt"))).isEmpty();
        assertThat(Beginning.type("PK".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(Beginning.type(new byte[0])).isEmpty();
        assertThat(Beginning.type("%P".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    private static byte[] zip(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
        }
        return bytes.toByteArray();
    }

    private static String byTika(byte[] content) throws IOException {
        return MimeTypes.getDefaultMimeTypes()
                .detect(new ByteArrayInputStream(content), new Metadata())
                .getBaseType()
                .toString();
    }
}
