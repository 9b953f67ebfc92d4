package org.talentrecall.config.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** Times are shown by the clock of the settings, wherever that is. */
class DossierZoneTest {
    private static Dossier dossier() {
        RecordId record = RecordId.of(new SourceId("box"), "m1@example.com#body");
        Communication mail = new Communication(
                PartialDate.of(LocalDate.of(2025, 3, 5)),
                Communication.Channel.MAIL,
                Communication.Direction.IN,
                null,
                "Thank you",
                null,
                Communication.Stance.NONE,
                null,
                new Communication.Letter("m1@example.com", "Hello", List.of()));
        Evidence evidence = new Evidence(
                record,
                new Locator.Mail("box", "m1@example.com", null, null, 1),
                0.9,
                Instant.parse("2025-03-05T23:30:00Z"),
                Instant.parse("2026-11-23T20:15:30Z"));
        return new Dossier(PersonId.of(record), List.of(record), List.of(new Evidenced<>(mail, List.of(evidence))));
    }

    @Test
    void conversations_and_readings_have_the_time_of_the_settings() {
        assertThat(DossierText.of(dossier(), List.of(), Locale.ENGLISH, ZoneId.of("Asia/Shanghai")))
                .contains("2025-03-06 07:30")
                .contains("2026-11-24T04:15:30+08:00");
        assertThat(DossierText.of(dossier(), List.of(), Locale.ENGLISH, ZoneId.of("America/New_York")))
                .contains("2025-03-05 18:30")
                .contains("2026-11-23T15:15:30-05:00");
        assertThat(DossierPage.of(dossier(), List.of(), Locale.ENGLISH, ZoneId.of("Europe/Berlin")))
                .contains("2025-03-06 00:30");
    }
}
