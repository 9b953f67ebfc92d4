package org.talentrecall.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** Builds openings by hand. */
public final class Post {
    private final String id;
    private final String title;
    private String city;
    private boolean remote;
    private Pay budget;
    private final List<String> mustHaves = new ArrayList<>();
    private final List<String> wishes = new ArrayList<>();
    private OpeningDescription.Status status = OpeningDescription.Status.OPEN;
    private String openedOn;
    private String because;
    private String department;

    private Post(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public static Post of(String id, String title) {
        return new Post(id, title);
    }

    public Post in(String where) {
        city = where;
        return this;
    }

    public Post remote() {
        remote = true;
        return this;
    }

    public Post department(String name) {
        department = name;
        return this;
    }

    public Post pays(long from, long to) {
        budget = Told.pay(from, to);
        return this;
    }

    public Post must(String... texts) {
        mustHaves.addAll(List.of(texts));
        return this;
    }

    public Post wish(String... texts) {
        wishes.addAll(List.of(texts));
        return this;
    }

    public Post status(OpeningDescription.Status value) {
        status = value;
        return this;
    }

    public Post because(String day, String words) {
        openedOn = day;
        because = words;
        return this;
    }

    public Opening opening() {
        OpeningDescription description = new OpeningDescription(
                id,
                title,
                department,
                null,
                city,
                remote,
                budget,
                mustHaves,
                wishes,
                null,
                status,
                Told.date(openedOn),
                because,
                null);
        Evidence evidence = new Evidence(
                RecordId.of(new SourceId("openings"), id),
                new Locator.Cell("openings.xlsx", "岗位", 2, null),
                1,
                null,
                Instant.EPOCH);
        return new Opening(description, List.of(evidence));
    }
}
