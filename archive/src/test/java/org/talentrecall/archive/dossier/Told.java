package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.talentrecall.archive.dossier.DossierFold.Statement;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** A person's records as tests tell them, each with the day it was said. */
final class Told {
    private static final Instant READ = Instant.parse("2026-11-23T00:00:00Z");

    private final List<Statement> statements = new ArrayList<>();

    /** A record that says these facts on a day; null for a record without a date. */
    Told on(String day, Fact... facts) {
        RecordId record = RecordId.of(new SourceId("told"), "record " + statements.size());
        Locator place = new Locator.Document("record-" + statements.size() + ".txt", 1, null);
        List<StatedFact> stated = Arrays.stream(facts)
                .map(fact -> new StatedFact(fact, place, 0.9))
                .toList();
        Instant said = day == null
                ? null
                : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        statements.add(new Statement(record, said, READ, stated));
        return this;
    }

    Dossier dossier() {
        return DossierFold.fold(PersonId.of(statements.get(0).record()), statements);
    }

    Dossier shuffled(long seed) {
        List<Statement> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, new Random(seed));
        return DossierFold.fold(PersonId.of(statements.get(0).record()), shuffled);
    }

    static PartialDate date(String iso) {
        return iso == null ? null : PartialDate.parse(iso);
    }

    static Employment job(String company, String title, String from, String to) {
        return new Employment(company, title, null, date(from), date(to), false, null);
    }

    static Employment currentJob(String company, String title, String from) {
        return new Employment(company, title, null, date(from), null, true, null);
    }

    static CareerUpdate update(CareerUpdate.Kind kind, String date, String company, String title) {
        return new CareerUpdate(kind, date(date), company, title, kind + " " + company, null);
    }
}
