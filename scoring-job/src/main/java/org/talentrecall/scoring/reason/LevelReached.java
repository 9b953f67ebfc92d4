package org.talentrecall.scoring.reason;

import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.scoring.profile.Demand;
import org.talentrecall.scoring.profile.Stint;
import org.talentrecall.scoring.profile.Subject;
import org.talentrecall.scoring.profile.Titles;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Text;

/**
 * Too junior (or too senior) then: the years that the post asks for must be there now, and the step on the ladder, where a
 * title tells it, at most one below the post's.
 */
record LevelReached(String text) implements Condition {
    private static final Pattern TOO_SENIOR = Pattern.compile(
            "(?:资历|级别|职级|层级|经验|年限)[^,，。;；]{0,3}(?:过高|太高|过深|太深)|过于资深|超配|大材小用|(?i:over-?qualified|too senior)");
    private static final Pattern YEARS =
            Pattern.compile("资历|年限|年资|工作经验(?:不足|不够|偏少|较少)|(?i:too junior|years of (?:work |working )?experience)");
    private static final double MONTHS = 12;

    /** Whether a gap in experience is one in years and names no field: 资历偏浅，工作年限不足. */
    static boolean isMeant(@Nullable String detail, String text) {
        String told = detail == null || detail.isBlank() ? text : detail;
        return YEARS.matcher(told).find()
                && Subject.missing(detail, text).terms().isEmpty();
    }

    @Override
    public Finding test(Trial trial) {
        int wanted = Titles.seniority(trial.post().title());
        OptionalInt reached = trial.profile().posts().seniority(trial.today());
        if (TOO_SENIOR.matcher(text).find()) {
            return tooSenior(trial, wanted, reached);
        }
        OptionalDouble asked = trial.post().mustHaves().stream()
                .map(Demand::of)
                .map(Demand::years)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
        OptionalDouble years = trial.profile().years();
        if (asked.isPresent() && years.isPresent() && years.getAsDouble() < asked.getAsDouble()) {
            long missing = Math.round(Math.ceil((asked.getAsDouble() - years.getAsDouble()) * MONTHS));
            LocalDate then = trial.today().plusMonths(missing);
            return Finding.standsUntil(then, Text.of("why.level.years", years.getAsDouble(), asked.getAsDouble()));
        }
        if (asked.isPresent() && years.isEmpty() && reached.isEmpty()) {
            return Finding.unknown(Text.of("why.level.unknown"), Text.of("ask.level"));
        }
        if (reached.isPresent() && reached.getAsInt() < wanted - 1) {
            return Finding.stands(Text.of("why.level.below", trial.post().title()), Text.of("ask.level"));
        }
        if (reached.isEmpty() && years.isEmpty()) {
            return Finding.unknown(Text.of("why.level.unknown"), Text.of("ask.level"));
        }
        return Finding.lifted(Text.of("why.level.reached"), change(trial, years));
    }

    private static Finding tooSenior(Trial trial, int wanted, OptionalInt reached) {
        if (reached.isEmpty()) {
            return Finding.unknown(Text.of("why.level.unknown"), Text.of("ask.level"));
        }
        return wanted >= reached.getAsInt()
                ? Finding.lifted(
                        Text.of("why.level.reached"),
                        trial.ours(Text.of("change.level.higher", trial.post().title())))
                : Finding.stands(Text.of("why.level.above", trial.post().title()), Text.of("ask.level"));
    }

    /** The promotion or new post since, else the years gathered. */
    private static Change change(Trial trial, OptionalDouble years) {
        LocalDate day = trial.day();
        if (day != null) {
            for (Stint post : trial.profile().posts().since(day)) {
                String from = post.from() == null ? null : post.from().toString();
                return new Change(post.claim().claim(), from, post.claim().locator());
            }
        }
        String place = trial.profile()
                .yearsClaim()
                .map(claim -> claim.locator())
                .orElse(trial.refusal().place());
        Text what = years.isPresent() ? Text.of("change.years", years.getAsDouble()) : Text.of("change.level.fits");
        return new Change(what, trial.today().toString(), place);
    }
}
