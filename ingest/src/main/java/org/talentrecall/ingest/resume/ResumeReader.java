package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import org.talentrecall.archive.fact.PersonalAttribute;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;

/**
 * Reads resumes in Chinese and English: forms, tables, job boards' exports, free prose. Never throws on any text; what is
 * no resume gives no facts. Sex, age, marriage and the like become {@link PersonalAttribute}s, which nothing scores or finds;
 * numbers of identity documents are left out. Immutable;
 * safe for use by several threads.
 */
public final class ResumeReader {
    /** Lines behind these are not read. */
    public static final int MOST_LINES = Line.MOST_LINES;

    private final Vocabulary vocabulary;

    /** @param vocabulary the skills and domains to look for */
    public ResumeReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @param places names the document's pages and lines; pages and lines count from 1 */
    public ResumeReading read(DocumentText document, PlaceNamer places) {
        if (document.isBlank()) {
            return new ResumeReading(ResumeReading.Kind.EMPTY, List.of(), 1, true);
        }
        List<Line> lines = new ArrayList<>();
        boolean whole = Line.all(document, lines);
        List<Row> rows = FormTables.rows(SectionFinder.place(lines));
        List<Found> found = new ArrayList<>();
        found.addAll(PersonNames.find(rows));
        found.addAll(Contacts.read(rows));
        found.addAll(PersonalDetails.read(rows));
        found.addAll(Career.read(rows));
        found.addAll(Projects.read(rows));
        KindJudge.Verdict verdict = KindJudge.judge(rows, found);
        if (verdict.kind() != ResumeReading.Kind.RESUME) {
            return new ResumeReading(
                    whole ? verdict.kind() : ResumeReading.Kind.TOO_LONG, List.of(), verdict.confidence(), whole);
        }
        found.addAll(Skills.read(rows, vocabulary));
        List<Found> qualifications = Qualifications.read(rows, vocabulary);
        found.addAll(Skills.of(qualifications, found, vocabulary));
        found.addAll(qualifications);
        Readiness.read(rows).ifPresent(found::add);
        found.addAll(PersonalAttributes.read(rows));
        List<StatedFact> facts = found.stream()
                .map(one -> new StatedFact(
                        one.fact(), places.at(one.line().page(), one.line().number()), one.confidence()))
                .toList();
        return new ResumeReading(verdict.kind(), facts, verdict.confidence(), whole);
    }
}
