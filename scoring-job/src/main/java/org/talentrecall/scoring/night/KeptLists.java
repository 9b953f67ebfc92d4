package org.talentrecall.scoring.night;

import java.time.LocalDate;
import java.util.Optional;
import org.talentrecall.archive.night.Nights;
import org.talentrecall.scoring.report.RenderedReport;
import org.talentrecall.scoring.report.ReportJson;

/**
 * A night's lists as the archive keeps them.
 *
 * @param basis hash of all that they depend on
 * @param lists without a proof of completeness, which is made when the report is written
 */
record KeptLists(String basis, RenderedReport lists) {
    static Optional<KeptLists> of(Nights nights, LocalDate night) {
        return nights.lists(night).map(json -> ReportJson.read(json, KeptLists.class));
    }

    void keep(Nights nights) {
        nights.keepLists(lists.date(), ReportJson.text(this));
    }
}
