package org.talentrecall.scoring.timing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.talentrecall.scoring.followup.Dialogue;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Stint;
import org.talentrecall.scoring.reason.Verdict;
import org.talentrecall.scoring.recommendation.Text;
import org.talentrecall.scoring.recommendation.When;

/**
 * Finds the moment. What makes contact pointless before a day (their own word, an obstacle that time lifts, a post just
 * begun) moves it there however far that is; what only makes it better (a year in post, the bonus paid) moves it no
 * farther than an open post waits.
 */
public final class Timing {
    private final TimingRules rules;

    public Timing(TimingRules rules) {
        this.rules = rules;
    }

    public When of(Profile profile, Verdict verdict) {
        List<Later> later = new ArrayList<>();
        LocalDate today = profile.today();
        Dialogue.of(profile)
                .promised()
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> later.add(new Later(day, Text.of("when.promised", day))));
        verdict.obstacles().forEach(obstacle -> {
            LocalDate lifts = obstacle.finding().liftsOn();
            if (lifts != null && lifts.isAfter(today)) {
                later.add(new Later(lifts, obstacle.finding().why()));
            }
        });
        profile.posts().current().ifPresent(post -> later.addAll(better(post, today)));
        Optional<Later> last = later.stream().max(Comparator.comparing(Later::day));
        return last.map(moment -> new When(moment.day(), false, moment.why()))
                .orElseGet(() -> new When(today, true, now(profile)));
    }

    private List<Later> better(Stint post, LocalDate today) {
        List<Later> later = new ArrayList<>();
        LocalDate patience = today.plusDays(rules.patienceDays());
        if (post.from() != null) {
            LocalDate year = post.from().earliest().plusMonths(rules.tenureMonths());
            int held = post.months(today).orElse(rules.tenureMonths());
            boolean justBegun = held < rules.settledMonths();
            if (year.isAfter(today) && (justBegun || !year.isAfter(patience))) {
                later.add(new Later(year, Text.of("when.year", year, post.company())));
            }
        }
        BonusDay.ahead(today, rules.patienceDays(), rules.bonusPaid())
                .ifPresent(day -> later.add(new Later(day, Text.of("when.bonus", day))));
        return later;
    }

    private Text now(Profile profile) {
        Optional<Stint> current = profile.posts().current();
        if (current.isEmpty()) {
            return Text.of(profile.posts().all().isEmpty() ? "when.now.open" : "when.now.free");
        }
        Stint post = current.get();
        int months = post.months(profile.today()).orElse(0);
        if (post.from() != null && months >= rules.tenureMonths()) {
            return Text.of("when.now.tenure", post.from().toString(), months / 12);
        }
        return post.from() == null || months == 0 ? Text.of("when.now.open") : Text.of("when.now.settled", months);
    }

    private record Later(LocalDate day, Text why) {}
}
