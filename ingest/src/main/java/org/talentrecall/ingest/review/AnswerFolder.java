package org.talentrecall.ingest.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.spreadsheet.WorkbookFeed;

/** The home's folder for filled reviews. A source like any other, which nobody has to set up. */
public final class AnswerFolder {
    /** The source's name. */
    public static final SourceId SOURCE = new SourceId("data-review");

    private static final String FOLDER = "data/review";

    private AnswerFolder() {}

    /** The folder as a source of workbooks; empty as long as nobody has put anything there. */
    public static Optional<WorkbookFeed.Source> in(Path home) {
        Path folder = home.resolve(FOLDER);
        return Files.isDirectory(folder)
                ? Optional.of(new WorkbookFeed.Source(SOURCE, folder, List.of()))
                : Optional.empty();
    }
}
