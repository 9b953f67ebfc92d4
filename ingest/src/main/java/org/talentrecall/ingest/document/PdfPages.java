package org.talentrecall.ingest.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.jspecify.annotations.Nullable;

/**
 * The text of a sound PDF in one pass: its pages as lines that the margins broke no more, below each page where its links
 * lead and what notes upon it say, and behind the pages the filled-in fields of its form. Damaged and protected files, and
 * forms without pages of their own (XFA), are for a parser that tells what is wrong with them (docs/adr/0057).
 */
final class PdfPages {
    /** Forms nest their fields without bounds, also in circles. */
    private static final int MOST_FIELDS = 10_000;

    private final List<String> pages;
    private final int limit;
    private int characters;

    private PdfPages(List<String> pages, int limit) {
        this.pages = new ArrayList<>(pages);
        this.limit = limit;
        pages.forEach(page -> characters += page.length());
    }

    /**
     * @param limit how many characters at most
     * @return the pages, at least one; empty where it cannot be read this way
     */
    static Optional<List<String>> read(byte[] content, int limit) {
        try (PDDocument document = Loader.loadPDF(content)) {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (!document.getCurrentAccessPermission().canExtractContent() || form != null && form.hasXFA()) {
                return Optional.empty();
            }
            PlacedLines lines = new PlacedLines(limit);
            lines.writeText(document, java.io.Writer.nullWriter());
            PdfPages read = new PdfPages(new BrokenLines(lines.pages(document.getNumberOfPages())).join(), limit);
            read.annotations(document);
            read.fields(form);
            return Optional.of(read.pages);
        } catch (IOException | RuntimeException e) {
            // PDFBox throws anything at a damaged file. What is wrong with it is told by the one who reads it next.
            return Optional.empty();
        }
    }

    private void annotations(PDDocument document) throws IOException {
        int number = 0;
        for (PDPage page : document.getPages()) {
            List<String> below = new ArrayList<>();
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI action) {
                    add(action.getURI(), below);
                } else if (annotation instanceof PDAnnotationMarkup note) {
                    add(note.getSubject(), below);
                    add(note.getContents(), below);
                }
            }
            if (!below.isEmpty()) {
                String lines = String.join("\n", below);
                pages.set(number, pages.get(number).isEmpty() ? lines : pages.get(number) + "\n" + lines);
            }
            number++;
        }
    }

    private void fields(@Nullable PDAcroForm form) throws IOException {
        if (form == null) {
            return;
        }
        List<String> filled = new ArrayList<>();
        int seen = 0;
        for (PDField field : form.getFieldTree()) {
            String value = field instanceof PDTerminalField ? field.getValueAsString() : null;
            if (value != null && !value.isBlank()) {
                String label = field.getAlternateFieldName();
                add((label == null ? field.getPartialName() : label) + ": " + value.strip(), filled);
            }
            if (++seen > MOST_FIELDS) {
                throw new IOException("more fields than the limit");
            }
        }
        if (!filled.isEmpty()) {
            pages.add(String.join("\n", filled));
        }
    }

    private void add(@Nullable String text, List<String> into) throws IOException {
        if (text == null || text.isBlank()) {
            return;
        }
        characters += text.length();
        if (characters > limit) {
            throw new IOException("more text than the limit");
        }
        into.add(text.strip().replace("\r\n", "\n").replace('\r', '\n'));
    }
}
