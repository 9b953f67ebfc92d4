package org.talentrecall.scoring.night;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.identity.Identities;
import org.talentrecall.archive.intake.Reconciliation;
import org.talentrecall.archive.night.Nights;
import org.talentrecall.archive.opening.Openings;
import org.talentrecall.archive.text.Embedder;
import org.talentrecall.index.CandidateProposals;
import org.talentrecall.index.IndexState;
import org.talentrecall.index.RecentTalks;
import org.talentrecall.index.RecommendationIndex;
import org.talentrecall.scoring.ScoringSettings;
import org.talentrecall.scoring.followup.FollowUps;
import org.talentrecall.scoring.mail.MailSettings;
import org.talentrecall.scoring.mail.ReportMail;
import org.talentrecall.scoring.outreach.Outreach;
import org.talentrecall.scoring.outreach.Templates;
import org.talentrecall.scoring.ranking.Ranking;
import org.talentrecall.scoring.report.ReportFiles;
import org.talentrecall.scoring.score.MeaningSimilarity;
import org.talentrecall.scoring.score.Scorer;
import org.talentrecall.scoring.timing.Timing;

/** Puts the night's work together from the settings. */
@Configuration(proxyBeanMethods = false)
public class NightConfiguration {
    private static final String TEMPLATES = "config/templates";

    @Bean
    Ranking ranking(ScoringSettings settings, Embedder embedder, @Value("${recall.home}") Path home) {
        return new Ranking(
                new Scorer(settings.scoreRules(), new MeaningSimilarity(embedder)),
                settings.scoreRules(),
                new Timing(settings.timingRules()),
                new Outreach(new Templates(home.resolve(TEMPLATES)), settings.draftSender()),
                settings.followUpRules(),
                settings.rankingRules());
    }

    @Bean
    NightScoring nightScoring(
            NightScoring.Archive archive,
            Ranking ranking,
            ScoringSettings settings,
            NightScoring.Search search,
            @Value("${recall.home}") Path home,
            @Value("${recall.language:zh-CN}") String language) {
        NightScoring.Rules rules = new NightScoring.Rules(
                ranking,
                new FollowUps(settings.followUpRules()),
                settings.proposals(),
                settings.followUp().forgetAfterDays() + settings.followUp().askAgainDays(),
                new Basis(settings, language, home.resolve(TEMPLATES)));
        return new NightScoring(archive, rules, search, Locale.forLanguageTag(language));
    }

    @Bean
    NightScoring.Archive nightArchive(Openings openings, Dossiers dossiers, Nights nights, Identities identities) {
        return new NightScoring.Archive(openings, dossiers, nights, identities);
    }

    @Bean
    NightScoring.Search nightSearch(
            CandidateProposals proposals, RecentTalks talks, RecommendationIndex recommendations) {
        return new NightScoring.Search(proposals, talks, recommendations);
    }

    @Bean
    ReportFiles reportFiles(@Value("${recall.home}") Path home) {
        return new ReportFiles(home.resolve("data").resolve("reports"), home.resolve(TEMPLATES));
    }

    @Bean
    NightReporting nightReporting(
            Nights nights, Dossiers dossiers, Reconciliation reconciliation, IndexState index, ReportFiles files) {
        return new NightReporting(nights, dossiers, reconciliation, index, files);
    }

    @Bean
    ReportMail reportMail(
            MailSettings settings,
            ReportFiles files,
            @Value("${recall.home}") Path home,
            @Value("${recall.schedule.zone:}") String zone) {
        return new ReportMail(
                settings,
                files,
                home.resolve("data").resolve("outbox"),
                zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone));
    }

    @Bean
    NightSteps nightSteps(JobRepository repository, PlatformTransactionManager transactions, Audit audit) {
        return new NightSteps(repository, transactions, audit);
    }

    @Bean
    Step scoreOpenings(NightSteps steps, NightScoring scoring) {
        return steps.score(scoring);
    }

    @Bean
    Step reportWrite(NightSteps steps, NightReporting reporting) {
        return steps.write(reporting);
    }

    @Bean
    Step reportMailStep(NightSteps steps, ReportMail mail, NightReporting reporting) {
        return steps.mail(mail, reporting);
    }
}
