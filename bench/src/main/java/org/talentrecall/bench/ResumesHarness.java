package org.talentrecall.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.resume.ResumeReader;
import org.talentrecall.ingest.resume.ResumeReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures resume reading: {@code resumes DIR}, where DIR holds {@code labels.json} (see {@link Labels}) and
 * {@code texts/}. Prints precision, recall and F1 of each field after normalisation and of all together, the files read
 * worst, and the time a resume takes. Exit 1 when a field stays below what it has to reach.
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
        if (args.length != 1) {
            System.err.println("Usage: resumes DIR, where DIR holds labels.json and texts/");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new ResumesHarness(Path.of(args[0])).run(out) ? 0 : 1);
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
            String text = Files.readString(set.resolve("texts").resolve(label.file()));
            measure.add(label, read(label.file(), DocumentText.of(text)));
        }
        return measure;
    }

    private ResumeReading read(String file, DocumentText text) {
        return reader.read(text, (page, line) -> new Locator.Document(file, page, line));
    }
}
