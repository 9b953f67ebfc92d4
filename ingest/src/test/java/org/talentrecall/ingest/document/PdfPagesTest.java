package org.talentrecall.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDNonTerminalField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.interactive.form.PDXFAResource;
import org.junit.jupiter.api.Test;

class PdfPagesTest {
    private static final int LIMIT = 10_000;

    /** What a test does to a document before it is read. */
    @FunctionalInterface
    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    private static byte[] changed(SetPages pages, Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(pages.pdf());
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            change.to(document);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static SetPages resume() {
        return new SetPages().line(50, "姓名：林远舟").page().line(50, "采购经理");
    }

    @Test
    void tells_below_a_page_where_its_links_lead_and_what_notes_say() throws IOException {
        byte[] content = changed(resume(), document -> {
            PDActionURI action = new PDActionURI();
            action.setURI("https://github.example.com/linyz");
            PDAnnotationLink link = new PDAnnotationLink();
            link.setAction(action);
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("可随时到岗");
            document.getPage(0).setAnnotations(List.of(link, note));
        });

        assertThat(PdfPages.read(content, LIMIT))
                .contains(List.of("姓名：林远舟\nhttps://github.example.com/linyz\n可随时到岗", "采购经理"));
    }

    @Test
    void tells_behind_the_pages_what_is_filled_into_a_form() throws IOException {
        byte[] content = changed(resume(), document -> {
            PDAcroForm form = form(document);
            PDNonTerminalField group = new PDNonTerminalField(form);
            group.setPartialName("person");
            PDTextField phone = field(form, "phone", "13800001234");
            phone.setAlternateFieldName("联系电话");
            group.setChildren(List.of(phone, field(form, "City", "Hangzhou"), field(form, "wish", "")));
            form.setFields(List.of(group));
        });

        assertThat(PdfPages.read(content, LIMIT))
                .contains(List.of("姓名：林远舟", "采购经理", "联系电话: 13800001234\nCity: Hangzhou"));
    }

    @Test
    void counts_pages_that_show_nothing() throws IOException {
        byte[] content = changed(new SetPages().line(50, "姓名：林远舟"), document -> {
            document.getPages().insertBefore(new PDPage(), document.getPage(0));
            document.addPage(new PDPage());
        });

        assertThat(PdfPages.read(content, LIMIT)).contains(List.of("", "姓名：林远舟", ""));
    }

    @Test
    void leaves_to_others_what_is_damaged_locked_too_long_or_made_of_xfa() throws IOException {
        assertThat(PdfPages.read(resume().pdf(), 5)).isEmpty();
        byte[] sound = resume().pdf();
        assertThat(PdfPages.read(java.util.Arrays.copyOf(sound, 40), LIMIT)).isEmpty();
        assertThat(PdfPages.read(protectedBy("", false), LIMIT)).isEmpty();
        assertThat(PdfPages.read(protectedBy("secret", true), LIMIT)).isEmpty();
        assertThat(PdfPages.read(protectedBy("", true), LIMIT)).isPresent();
        byte[] xfa = changed(resume(), document -> {
            PDAcroForm form = form(document);
            COSStream stream = document.getDocument().createCOSStream();
            stream.createOutputStream().close();
            form.setXFA(new PDXFAResource(stream));
        });
        assertThat(PdfPages.read(xfa, LIMIT)).isEmpty();
    }

    private static byte[] protectedBy(String user, boolean extraction) throws IOException {
        return changed(resume(), document -> {
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(extraction);
            document.protect(new StandardProtectionPolicy("owner", user, permission));
        });
    }

    private static PDAcroForm form(PDDocument document) {
        PDAcroForm form = new PDAcroForm(document);
        PDResources fonts = new PDResources();
        fonts.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(fonts);
        document.getDocumentCatalog().setAcroForm(form);
        return form;
    }

    private static PDTextField field(PDAcroForm form, String name, String value) throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        field.setDefaultAppearance("/Helv 10 Tf 0 g");
        field.getCOSObject().setString(COSName.V, value);
        return field;
    }
}
