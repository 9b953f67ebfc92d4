package org.talentrecall.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.Marks;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.opening.Openings;
import org.talentrecall.archive.text.Embedder;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.document.CandidateDocuments;
import org.talentrecall.index.document.OpeningDocuments;
import org.talentrecall.index.node.EmbeddedNode;
import org.talentrecall.index.node.NodeSettings;

/**
 * The index as beans. Wants the archive's beans, {@code recall.home}, and {@link ElasticsearchSettings} enabled. No bean
 * touches Elasticsearch or loads the model before it is used: a command that needs no search never starts the node.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
public class IndexModule {

    @Bean(destroyMethod = "close")
    SearchConnection searchConnection(ElasticsearchSettings settings, @Value("${recall.home}") String home) {
        Path base = Path.of(home).toAbsolutePath().normalize();
        return new SearchConnection(settings, base, settings.usesEmbeddedNode() ? node(settings, base) : null);
    }

    private static EmbeddedNode node(ElasticsearchSettings settings, Path home) {
        ElasticsearchSettings.Embedded embedded = settings.embedded();
        try {
            return new EmbeddedNode(new NodeSettings(
                    DistributionArchive.find(embedded.archive() == null ? null : home.resolve(embedded.archive())),
                    EmbeddedNode.reachable(home.resolve(embedded.folder())),
                    Path.of(System.getProperty("java.home")),
                    embedded.heap(),
                    embedded.javaOptions(),
                    embedded.startWithin()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + home.resolve(embedded.folder())
                            + " for the embedded Elasticsearch cannot be made: check its owner and the disk's room",
                    e);
        }
    }

    @Bean
    Embedder embedder() {
        return new BgeEmbedder();
    }

    @Bean
    IndexState indexState(SearchConnection connection) {
        return new IndexState(connection);
    }

    @Bean
    CandidateSearch candidateSearch(SearchConnection connection, Embedder embedder) {
        return new CandidateSearch(connection, embedder, Vocabulary.standard());
    }

    @Bean
    CandidateProposals candidateProposals(SearchConnection connection, Embedder embedder) {
        return new CandidateProposals(connection, embedder, Vocabulary.standard());
    }

    @Bean
    RecommendationIndex recommendationIndex(SearchConnection connection) {
        return new RecommendationIndex(connection);
    }

    @Bean
    RecentTalks recentTalks(SearchConnection connection) {
        return new RecentTalks(connection);
    }

    @Bean
    RunIndex runIndex(SearchConnection connection) {
        return new RunIndex(connection);
    }

    @Bean
    Step indexCandidatesStep(
            JobRepository repository,
            PlatformTransactionManager transactions,
            SearchConnection connection,
            ElasticsearchSettings settings,
            Dossiers dossiers,
            Marks marks,
            Embedder embedder,
            @Value("${recall.language:zh-CN}") String language) {
        ChangeFeed.Page pages = new CandidatePages(
                dossiers,
                new CandidateDocuments(Vocabulary.standard(), Locale.forLanguageTag(language)),
                new StoredVectors(connection, embedder),
                new BulkWriter(connection));
        ChangeFeed feed = new ChangeFeed(
                dossiers, marks, new IndexVersions(connection), IndexName.CANDIDATES, settings.bulkItems(), pages);
        return step("index.candidates", repository, transactions, new ChangeFeedTasklet(feed));
    }

    @Bean
    Step indexCommunicationsStep(
            JobRepository repository,
            PlatformTransactionManager transactions,
            SearchConnection connection,
            ElasticsearchSettings settings,
            Dossiers dossiers,
            Marks marks) {
        ChangeFeed.Page pages = new CommunicationPages(connection, dossiers, new BulkWriter(connection));
        ChangeFeed feed = new ChangeFeed(
                dossiers, marks, new IndexVersions(connection), IndexName.COMMUNICATIONS, settings.bulkItems(), pages);
        return step("index.communications", repository, transactions, new ChangeFeedTasklet(feed));
    }

    @Bean
    Step indexOpeningsStep(
            JobRepository repository,
            PlatformTransactionManager transactions,
            SearchConnection connection,
            Openings openings) {
        Tasklet tasklet = new OpeningsTasklet(
                openings, new OpeningDocuments(Vocabulary.standard()), new IndexSet(connection, IndexName.OPENINGS));
        return step("index.openings", repository, transactions, tasklet);
    }

    private static Step step(
            String name, JobRepository repository, PlatformTransactionManager transactions, Tasklet tasklet) {
        var builder = new StepBuilder(name, repository).tasklet(tasklet, transactions);
        if (tasklet instanceof ChangeFeedTasklet feed) {
            builder.listener(feed);
        }
        return builder.allowStartIfComplete(true).build();
    }
}
