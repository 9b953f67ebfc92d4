package org.talentrecall.scoring.night;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.intake.Reconciliation;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.night.Nights;
import org.talentrecall.index.IndexState;
import org.talentrecall.scoring.report.RenderedReport;
import org.talentrecall.scoring.report.ReportFiles;

/** Writes a night's report from the lists it kept, with the proof of completeness as it stands now. */
public final class NightReporting {
    private final Nights nights;
    private final Dossiers dossiers;
    private final Reconciliation reconciliation;
    private final IndexState index;
    private final ReportFiles files;

    NightReporting(
            Nights nights, Dossiers dossiers, Reconciliation reconciliation, IndexState index, ReportFiles files) {
        this.nights = nights;
        this.dossiers = dossiers;
        this.reconciliation = reconciliation;
        this.index = index;
        this.files = files;
    }

    /**
     * Writes the files.
     *
     * @return the report as written
     * @throws NightFailure when the night was not scored
     */
    public RenderedReport write(LocalDate night) throws IOException {
        KeptLists kept = KeptLists.of(nights, night)
                .orElseThrow(() -> new NightFailure(
                        "The night of " + night + " was not scored; run: recall score --date " + night));
        RenderedReport report = kept.lists().with(balance());
        files.write(report);
        return report;
    }

    /**
     * Lets a report pass only when everything read is accounted for and the index agrees with the archive (M23).
     *
     * @throws NightFailure saying what does not agree
     */
    void requireBalance(LocalDate night) throws IOException {
        RenderedReport.Reconciliation balance = files.read(night).report().reconciliation();
        if (balance.balanced()) {
            return;
        }
        String sources = balance.sources().stream()
                .filter(source ->
                        source.read() != source.stored() + source.merged() + source.rejected() + source.suppressed())
                .map(RenderedReport.Source::source)
                .collect(Collectors.joining(", "));
        throw new NightFailure("The report of " + night + " is held back: "
                + (sources.isEmpty()
                        ? "the archive has " + balance.archive() + " people and the index " + balance.index()
                                + ", or other ones; run: recall index --rebuild"
                        : "not all that was read is accounted for in " + sources + "; run: recall ingest")
                + ", then the night again");
    }

    private RenderedReport.Reconciliation balance() {
        List<SourceBalance> sources = reconciliation.sources();
        IndexState.Holdings holdings = index.candidates();
        long people = dossiers.count();
        boolean balanced = sources.stream().allMatch(SourceBalance::balanced)
                && people == holdings.count()
                && dossiers.checksum().equals(holdings.checksum());
        return new RenderedReport.Reconciliation(
                sources.stream()
                        .map(source -> new RenderedReport.Source(
                                source.source().value(),
                                source.read(),
                                source.stored(),
                                source.merged(),
                                source.rejected(),
                                source.suppressed()))
                        .toList(),
                people,
                holdings.count(),
                balanced);
    }
}
