package org.talentrecall.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReading;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.resume.ResumeReader;
import org.talentrecall.ingest.resume.ResumeReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures resume reading: {@code resumes DIR [--render]}, where DIR holds {@code labels.json} (see {@link Labels}) and
 * {@code texts/}. Prints precision, recall and F1 of each field after normalisation and of all together, the files read
 * worst, and the time a resume takes. Exit 1 when a field stays below what it has to reach. With {@code --render} the same
 * texts are also read as Word and PDF, and exit 1 means that a form loses more than {@value RenderLoss#MOST} of a field.
 */
public final class ResumesHarness {
    private final ResumeReader reader = new ResumeReader(Vocabulary.standard());
    private final List<Labels> labels = new ArrayList<>();
    private final Path directory;

    ResumesHarness(Path directory) throws IOException {
        this.directory = directory;
        JsonNode nodes = JsonMapper.shared().readTree(Files.readString(directory.resolve("labels.json")));
        nodes.forEach(node -> labels.add(new Labels(node)));
    }

    public static void main(String[] args) throws IOException {
        List<String> given = new ArrayList<>(List.of(args));
        boolean render = given.remove("--render");
        if (given.size() != 1) {
            System.err.println("Usage: resumes DIR [--render], where DIR holds labels.json and texts/");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ResumesHarness harness = new ResumesHarness(Path.of(given.get(0)));
        if (!render) {
            System.exit(harness.run(out) ? 0 : 1);
        }
        Optional<CjkFont> font = CjkFont.find();
        if (font.isEmpty()) {
            System.err.println("No TrueType font with Chinese characters is installed here, so no PDF can be made:"
                    + " install one, for example fonts-wqy-zenhei.");
            System.exit(2);
        }
        try (CjkFont found = font.orElseThrow()) {
            System.exit(harness.compare(out, found) ? 0 : 1);
        }
    }

    /** The same texts as Word and PDF, through the product's document reader. */
    private boolean compare(PrintStream out, CjkFont font) throws IOException {
        ResumeMeasure plain = measure(directory, "text");
        Map<RenderedForm, ResumeMeasure> forms = new EnumMap<>(RenderedForm.class);
        try (DocumentReader documents = new DocumentReader(DocumentLimits.USUAL)) {
            for (RenderedForm form : RenderedForm.values()) {
                forms.put(form, rendered(form, font, documents));
            }
        }
        RenderLoss loss = new RenderLoss(plain, forms);
        out.print(loss.faults());
        out.println();
        out.print(loss.table());
        loss.broken().forEach(out::println);
        out.println(String.format(Locale.ROOT, "greatest loss %.3f", loss.greatest()));
        return loss.broken().isEmpty();
    }

    private ResumeMeasure rendered(RenderedForm form, CjkFont font, DocumentReader documents) throws IOException {
        ResumeMeasure measure = new ResumeMeasure(form.name());
        for (Labels label : labels) {
            byte[] bytes = form.render(text(directory, label), font);
            if (!(documents.read(bytes) instanceof DocumentReading.Read read)) {
                throw new IOException(label.file() + " as " + form + " has no text");
            }
            measure.add(label, read(label.file(), read.text()));
        }
        return measure;
    }

    private static String text(Path set, Labels label) throws IOException {
        return Files.readString(set.resolve("texts").resolve(label.file()));
    }

    private boolean run(PrintStream out) throws IOException {
        List<String> broken = new ArrayList<>();
        ResumeMeasure plain = measure(directory, "text");
        long begin = System.nanoTime();
        measure(directory, "again");
        double each = (System.nanoTime() - begin) / 1e6 / Math.max(1, labels.size());
        out.print(plain.table());
        out.println();
        out.print(plain.worst());
        broken.addAll(plain.broken());
        broken.forEach(out::println);
        out.println(String.format(Locale.ROOT, "%.2f ms a resume", each));
        out.println(String.format(Locale.ROOT, "F1 %.3f", plain.f1()));
        return broken.isEmpty();
    }

    /** @param way how the texts reached the reader */
    ResumeMeasure measure(Path set, String way) throws IOException {
        ResumeMeasure measure = new ResumeMeasure(way);
        for (Labels label : labels) {
            measure.add(label, read(label.file(), DocumentText.of(text(set, label))));
        }
        return measure;
    }

    private ResumeReading read(String file, DocumentText text) {
        return reader.read(text, (page, line) -> new Locator.Document(file, page, line));
    }
}
