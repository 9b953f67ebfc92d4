package org.talentrecall.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.resume.ResumeReader;
import tools.jackson.databind.json.JsonMapper;

class RenderedFormTest {
    private static final String TEXT = "个人简历\n姓名：林远舟\t性别：男\n手机：13900000001\n工作经历\n负责仓库系统。";

    @SuppressWarnings("NullAway") // Word needs no font.
    private static XWPFDocument word(RenderedForm form) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(form.render(TEXT, null)));
    }

    @Test
    void a_line_becomes_a_paragraph() throws IOException {
        try (XWPFDocument document = word(RenderedForm.DOCX)) {
            assertEquals(5, document.getParagraphs().size());
            assertTrue(document.getParagraphs().get(0).getRuns().get(0).isBold());
        }
    }

    @Test
    void labels_and_columns_become_cells() throws IOException {
        try (XWPFDocument document = word(RenderedForm.DOCX_TABLES)) {
            assertEquals(1, document.getTables().size());
            assertEquals(
                    "13900000001",
                    document.getTables().get(0).getRow(1).getCell(1).getText());
        }
    }

    @Test
    void a_form_that_loses_a_name_is_told() {
        Labels labels = new Labels(JsonMapper.shared().readTree("{\"file\":\"a.txt\",\"name\":\"林远舟\"}"));
        ResumeMeasure plain = measure(labels, TEXT);
        ResumeMeasure lost = measure(labels, TEXT.replace("姓名：林远舟", ""));

        assertEquals(0, new RenderLoss(plain, Map.of(RenderedForm.DOCX, plain)).greatest());
        RenderLoss loss = new RenderLoss(plain, Map.of(RenderedForm.PDF, lost));
        assertEquals(1, loss.greatest());
        assertEquals(1, loss.broken().size());
    }

    private static ResumeMeasure measure(Labels labels, String text) {
        ResumeMeasure measure = new ResumeMeasure("test");
        measure.add(
                labels,
                new ResumeReader(Vocabulary.standard())
                        .read(DocumentText.of(text), (page, line) -> new Locator.Document("a", page, line)));
        return measure;
    }
}
