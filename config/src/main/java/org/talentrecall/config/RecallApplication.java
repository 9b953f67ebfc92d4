package org.talentrecall.config;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.talentrecall.archive.ArchiveModule;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.config.database.Database;
import org.talentrecall.config.database.DatabaseSettings;
import org.talentrecall.config.database.SchemaOnce;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.Jobs;
import org.talentrecall.config.job.ResolveSteps;
import org.talentrecall.config.job.UndoSteps;
import org.talentrecall.enrich.EnrichModule;
import org.talentrecall.index.ElasticsearchSettings;
import org.talentrecall.index.IndexModule;
import org.talentrecall.index.SearchConnection;
import org.talentrecall.ingest.IngestModule;
import org.talentrecall.scoring.ScoringModule;

/** The composition root: the five modules, the one database, and the runner of jobs. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = QuartzAutoConfiguration.class)
@EnableConfigurationProperties({DatabaseSettings.class, ElasticsearchSettings.class})
@Import({
    ArchiveModule.class,
    IngestModule.class,
    EnrichModule.class,
    IndexModule.class,
    ScoringModule.class,
    ResolveSteps.class,
    UndoSteps.class
})
class RecallApplication {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(java.time.ZoneId.systemDefault());
    }

    @Bean
    Home home(@Value("${recall.home}") java.nio.file.Path root) {
        return new Home(root);
    }

    @Bean
    DataSource dataSource(DatabaseSettings settings, Home home) {
        DataSource dataSource = Database.open(settings, home);
        SchemaOnce.batch(dataSource);
        return dataSource;
    }

    @Bean
    Jobs jobs(ObjectProvider<Step> steps, JobRepository repository, ObjectProvider<SearchConnection> search) {
        return new Jobs(steps, repository, search);
    }

    @Bean
    JobRunner jobRunner(
            Jobs jobs,
            JobRepository repository,
            JobOperator operator,
            DataSource dataSource,
            Imports imports,
            Clock clock) {
        return new JobRunner(jobs, repository, operator, dataSource, imports, clock);
    }
}
