package org.talentrecall.scoring.outreach;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.vocabulary.Cities;
import org.talentrecall.archive.vocabulary.Seniority;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Subject;
import org.talentrecall.scoring.profile.Tone;
import org.talentrecall.scoring.profile.Words;
import org.talentrecall.scoring.reason.Judgement;
import org.talentrecall.scoring.reason.Verdict;
import org.talentrecall.scoring.recommendation.How;
import org.talentrecall.scoring.recommendation.How.Channel;
import org.talentrecall.scoring.recommendation.Reason.Standing;
import org.talentrecall.scoring.recommendation.Text;

/**
 * Chooses the way to speak to a person and drafts the message. The draft tells nothing of our notes: no opinion's words,
 * no reason's words, only what changed. Safe for use by several threads.
 */
public final class Outreach {
    /** From this rating on the boss may well call in person. */
    private static final int PRAISED = 80;
    /** Senior or team lead, see {@link Seniority}. */
    private static final int SENIOR = 3;

    private final Templates templates;
    private final Sender sender;

    public Outreach(Templates templates, Sender sender) {
        this.templates = templates;
        this.sender = sender;
    }

    public How of(Profile profile, OpeningDescription post, Verdict verdict) {
        Reach reach = Reach.of(profile.dossier());
        RejectionCode code = verdict.reason().code();
        boolean praised = praisedByBoss(profile);
        Channel channel = reachable(channel(post, code, praised, profile), reach);
        Locale language = Language.of(profile.dossier());
        String name = Templates.name(code);
        Template template = templates.find(name, language);
        Map<String, String> values = values(profile, post, verdict, language);
        Set<String> flags = flags(channel, praised, post);
        if (verdict.forThisPost().isPresent()) {
            flags.add("again");
        }
        if (verdict.interviewed()) {
            flags.add("interviewed");
        }
        if (verdict.reason().standing() == Standing.LIFTED) {
            flags.add("lifted");
        }
        if (profile.dossier().name().isPresent()) {
            flags.add("named");
        }
        String subject = template.subject(values);
        String draft = template.body(values, flags);
        return new How(
                channel,
                steps(channel, reach),
                name,
                language.toLanguageTag(),
                subject,
                draft,
                reach.mail()
                        .map(address -> MailtoLink.of(address, subject, draft))
                        .orElse(null));
    }

    private static Channel channel(OpeningDescription post, RejectionCode code, boolean praised, Profile profile) {
        if (code == RejectionCode.SALARY) {
            return Channel.WRITTEN_OFFER;
        }
        int level = Math.max(
                Seniority.of(post.title()),
                profile.posts().seniority(profile.today()).orElse(0));
        if (praised && level >= SENIOR) {
            return Channel.MAIL_AND_BOSS_CALL;
        }
        return PostKind.of(post) == PostKind.SALES ? Channel.MESSAGE_AND_COFFEE : Channel.MAIL_AND_CALL;
    }

    /** A way that needs an address we have not got gives place to one that needs none. */
    private static Channel reachable(Channel channel, Reach reach) {
        boolean byMail = channel != Channel.MESSAGE_AND_COFFEE;
        if (byMail && reach.mail().isEmpty()) {
            return reach.phone() ? Channel.CALL : Channel.MESSAGE;
        }
        if (!byMail && !reach.message() && !reach.phone()) {
            return Channel.MAIL_AND_CALL;
        }
        return channel;
    }

    private static List<Text> steps(Channel channel, Reach reach) {
        List<Text> steps = new ArrayList<>();
        reach.answersOn()
                .filter(worked -> worked != Communication.Channel.OTHER)
                .ifPresent(worked -> steps.add(Text.of("step.worked", Text.of("channel." + worked.name()))));
        switch (channel) {
            case MAIL_AND_CALL -> steps.addAll(List.of(Text.of("step.mail.papers"), Text.of("step.call")));
            case MESSAGE_AND_COFFEE -> steps.addAll(List.of(Text.of("step.message"), Text.of("step.coffee")));
            case WRITTEN_OFFER ->
                steps.addAll(List.of(Text.of("step.offer"), Text.of("step.salarytable"), Text.of("step.call")));
            case MAIL_AND_BOSS_CALL -> steps.addAll(List.of(Text.of("step.mail.papers"), Text.of("step.bosscall")));
            case CALL -> steps.add(Text.of("step.callonly"));
            case MESSAGE -> steps.add(Text.of("step.message"));
        }
        return steps;
    }

    private static Set<String> flags(Channel channel, boolean praised, OpeningDescription post) {
        Set<String> flags = new HashSet<>();
        if (praised) {
            flags.add("boss");
        }
        if (channel == Channel.MAIL_AND_BOSS_CALL) {
            flags.add("bosscall");
        }
        if (channel == Channel.MESSAGE_AND_COFFEE) {
            flags.add("coffee");
        }
        if (post.remote()) {
            flags.add("remote");
        }
        return flags;
    }

    private Map<String, String> values(Profile profile, OpeningDescription post, Verdict verdict, Locale language) {
        Map<String, String> values = new HashMap<>();
        values.put("name", profile.dossier().name().orElse(""));
        values.put("post", title(post, verdict, language));
        values.put("because", because(post, language));
        values.put("city", city(profile, post, language));
        values.put("budget", post.budget() == null ? "" : post.budget().asWritten());
        values.put("company", sender.company());
        values.put("sender", sender.name());
        Judgement main = verdict.main();
        if (main != null) {
            values.put("met", met(main.refusal().day(), language));
            values.put(
                    "earlier",
                    Wording.of(Objects.requireNonNullElse(main.refusal().no().post(), ""), language));
            if (!main.finding().unasked()) {
                values.put(main.standing() == Standing.LIFTED ? "gap" : "askgap", gap(main));
            }
        } else {
            values.put(
                    "met",
                    profile.lastInterview().map(day -> met(day, language)).orElse(""));
        }
        return values;
    }

    /** In an English letter the English name under which we met for such a post, where there is one. */
    private static String title(OpeningDescription post, Verdict verdict, Locale language) {
        if (Wording.suits(post.title(), language)) {
            return Wording.of(post.title(), language);
        }
        return verdict.judged().stream()
                .map(judgement -> judgement.refusal().no().post())
                .filter(Objects::nonNull)
                .filter(then -> Wording.suits(then, language) && Words.sameTrade(then, post.title()))
                .findFirst()
                .orElse(post.title());
    }

    /** In an English letter as they write it themselves, where the post is in their city. */
    private static String city(Profile profile, OpeningDescription post, Locale language) {
        String city = Objects.requireNonNullElse(post.city(), "");
        if (Wording.suits(city, language)) {
            return city;
        }
        return profile.residence()
                .map(home -> home.fact().city())
                .filter(home -> Wording.suits(home, language) && Cities.same(home, city))
                .orElse("");
    }

    /**
     * Why the post is open, where it is written in the language of the letter. The full stop at its end would stand in the
     * middle of our sentence.
     */
    private static String because(OpeningDescription post, Locale language) {
        String because = Objects.requireNonNullElse(post.openedBecause(), "").strip();
        return Wording.suits(because, language) ? Wording.of(because.replaceAll("[。.;；,，]+$", ""), language) : "";
    }

    private static String met(@Nullable LocalDate day, Locale language) {
        if (day == null) {
            return "";
        }
        return language.getLanguage().equals("zh")
                ? day.getYear() + "年" + day.getMonthValue() + "月"
                : day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
    }

    /** What was missing then, in one word of the field. */
    private static String gap(Judgement judgement) {
        String detail = judgement.refusal().no().detail();
        if (detail == null || detail.isBlank()) {
            return "";
        }
        Subject subject = Subject.missing(detail, judgement.refusal().no().text());
        Optional<Term> term =
                subject.terms().stream().min((one, other) -> one.id().compareTo(other.id()));
        return term.map(Term::label).orElse(subject.isPhrase() ? subject.name() : "");
    }

    private static boolean praisedByBoss(Profile profile) {
        return profile.dossier().of(Opinion.class).stream()
                .map(told -> told.fact())
                .filter(opinion -> opinion.role() == Opinion.Role.BOSS)
                .anyMatch(opinion ->
                        Objects.requireNonNullElseGet(opinion.rating(), () -> Tone.rating(opinion.text())) >= PRAISED);
    }
}
