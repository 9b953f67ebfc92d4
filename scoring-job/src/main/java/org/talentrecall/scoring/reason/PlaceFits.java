package org.talentrecall.scoring.reason;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Residence;
import org.talentrecall.archive.vocabulary.Cities;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Text;

/** The place did not fit: the post must be remote, where the person wanted to be, or where they live now. */
record PlaceFits(@Nullable String wanted) implements Condition {
    @Override
    public Finding test(Trial trial) {
        if (trial.post().remote()) {
            return Finding.lifted(Text.of("why.place.fits"), trial.ours(Text.of("change.place.remote")));
        }
        String city = trial.post().city();
        if (city == null || city.isBlank()) {
            return Finding.unknown(Text.of("why.place.unknown"), Text.of("ask.place"));
        }
        if (wanted != null && !wanted.isBlank() && Cities.same(wanted, city)) {
            return Finding.lifted(Text.of("why.place.fits"), trial.ours(Text.of("change.place.post", city)));
        }
        Optional<Evidenced<Residence>> home = trial.profile().residence();
        if (home.isPresent()) {
            return judge(trial, city, home.get());
        }
        return wanted == null || wanted.isBlank()
                ? Finding.unknown(Text.of("why.place.unknown"), Text.of("ask.place"))
                : Finding.stands(Text.of("why.place.stands", wanted, city), Text.of("ask.place"));
    }

    private static Finding judge(Trial trial, String city, Evidenced<Residence> home) {
        String lives = home.fact().city();
        if (!Cities.same(lives, city)) {
            return Finding.stands(Text.of("why.place.stands", lives, city), Text.of("ask.place"));
        }
        LocalDate said = Claims.day(home.lastSaid());
        LocalDate day = trial.day();
        Change change = said != null && day != null && said.isAfter(day)
                ? new Change(Text.of("change.place.moved", lives), said.toString(), Claims.place(home.evidence()))
                : trial.ours(Text.of("change.place.post", city));
        return Finding.lifted(Text.of("why.place.fits"), change);
    }
}
