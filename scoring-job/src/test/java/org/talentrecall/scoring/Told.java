package org.talentrecall.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.Skill;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** Builds dossiers by hand: each call adds one fact, said on the day of {@link #on} at a place of its own. */
public final class Told {
    private final String key;
    private final List<Evidenced<?>> entries = new ArrayList<>();
    private double sure = 0.9;
    private LocalDate said = LocalDate.of(2024, 1, 1);

    private Told(String key) {
        this.key = key;
    }

    public static Told of(String name) {
        return new Told(name)
                .add(new PersonName(name))
                .add(new Contact(Contact.Kind.MAIL, "someone@example.com", "someone@example.com"));
    }

    /** How sure the reading of what follows is. */
    public Told sure(double confidence) {
        sure = confidence;
        return this;
    }

    /** The day on which what follows was said. */
    public Told on(String day) {
        said = LocalDate.parse(day);
        return this;
    }

    public Told post(String company, String title, String from, String to, String description) {
        return add(new Employment(company, title, null, date(from), date(to), to == null, description));
    }

    public Told project(String name, String from, String description) {
        return add(new Project(name, null, date(from), null, description));
    }

    public Told skill(String name) {
        return add(new Skill(name, null));
    }

    public Told study(String school, String degree) {
        return add(new Education(school, degree, null, null, null));
    }

    public Told lives(String city) {
        return add(new Residence(city));
    }

    public Told interview(String day, String post) {
        return add(new Interview(date(day), post, null, null, null, null));
    }

    public Told no(RejectionCode code, String detail, String words, String day, String post) {
        return add(new NotHired(code, detail, words, date(day), post, null));
    }

    public Told boss(String words, Integer rating, String day) {
        return add(new Opinion(Opinion.Role.BOSS, null, words, rating, date(day), null));
    }

    public Told interviewer(String words, Integer rating, String day) {
        return add(new Opinion(Opinion.Role.INTERVIEWER, null, words, rating, date(day), null));
    }

    public Told expects(long monthly, String day) {
        return add(new SalaryStatement(SalaryStatement.Kind.EXPECTED, pay(monthly, monthly), date(day)));
    }

    public Told earns(long monthly, String day) {
        return add(new SalaryStatement(SalaryStatement.Kind.CURRENT, pay(monthly, monthly), date(day)));
    }

    public Told update(CareerUpdate.Kind kind, String day, String company, String title, String text) {
        return add(new CareerUpdate(kind, date(day), company, title, text, null));
    }

    public Told talk(
            String day,
            Communication.Channel channel,
            Communication.Stance stance,
            String content,
            String answer,
            String promised) {
        return add(new Communication(
                date(day), channel, Communication.Direction.OUT, "HR", content, answer, stance, date(promised)));
    }

    public Told add(PersonFact fact) {
        int place = entries.size() + 1;
        Evidence evidence = new Evidence(
                RecordId.of(new SourceId("test"), key + place),
                new Locator.Cell("facts.xlsx", "S", place, "A"),
                sure,
                said.atStartOfDay().toInstant(ZoneOffset.UTC),
                Instant.EPOCH);
        entries.add(new Evidenced<>(fact, List.of(evidence)));
        return this;
    }

    public Dossier dossier() {
        RecordId first = RecordId.of(new SourceId("test"), key);
        return new Dossier(PersonId.of(first), List.of(first), entries);
    }

    public static Pay pay(long from, long to) {
        String written = from == to ? from / 1000 + "K" : from / 1000 + "-" + to / 1000 + "K";
        return new Pay(from, to, "CNY", 12, written);
    }

    static PartialDate date(String text) {
        return text == null ? null : PartialDate.parse(text);
    }
}
