package org.talentrecall.scoring.night;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.talentrecall.archive.night.Nights;
import org.talentrecall.scoring.report.RenderedReport;
import org.talentrecall.scoring.report.ReportFiles;

/** The open questions of the latest night, from the archive alone. */
public final class LatestQuestions {
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final RenderedReport lists;

    private LatestQuestions(RenderedReport lists) {
        this.lists = lists;
    }

    /** Empty when no night was scored. */
    public static Optional<LatestQuestions> of(Nights nights) {
        return nights.before(END)
                .flatMap(night -> KeptLists.of(nights, night))
                .map(kept -> new LatestQuestions(kept.lists()));
    }

    public LocalDate night() {
        return lists.date();
    }

    public List<RenderedReport.Review> all() {
        return lists.review();
    }

    /** The workbook that takes the answers: the same bytes as the night's {@code review.xlsx}. */
    public byte[] workbook() throws IOException {
        return ReportFiles.review(lists);
    }
}
