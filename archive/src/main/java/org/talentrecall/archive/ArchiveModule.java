package org.talentrecall.archive;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.identity.Identities;
import org.talentrecall.archive.identity.Resolve;
import org.talentrecall.archive.intake.Effects;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reconciliation;
import org.talentrecall.archive.intake.Undo;
import org.talentrecall.archive.night.Nights;
import org.talentrecall.archive.opening.Openings;
import org.talentrecall.archive.store.ArchiveStore;

/**
 * The archive as beans. Wants a data source with its transaction manager, a clock, and {@code recall.home}, below which
 * the raw bytes lie in {@code data/raw}. {@code recall.actor} says in whose name the audit enters what is done.
 */
@Configuration(proxyBeanMethods = false)
public class ArchiveModule {

    @Bean
    ArchiveStore archiveStore(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            @Value("${recall.home}") String home,
            @Value("${recall.actor:}") String actor,
            Clock clock) {
        return ArchiveStore.open(
                dataSource,
                transactions,
                Path.of(home).resolve("data").resolve("raw"),
                actor.isBlank() ? Actor.ofThisProcess() : new Actor(actor),
                clock);
    }

    @Bean
    Audit audit(ArchiveStore store) {
        return store.audit();
    }

    @Bean
    Intake intake(ArchiveStore store) {
        return store.intake();
    }

    @Bean
    Imports imports(ArchiveStore store) {
        return store.imports();
    }

    @Bean
    Effects effects(ArchiveStore store) {
        return store.effects();
    }

    @Bean
    Undo undo(ArchiveStore store) {
        return store.undo();
    }

    @Bean
    Reconciliation reconciliation(ArchiveStore store) {
        return store.reconciliation();
    }

    @Bean
    Resolve resolve(ArchiveStore store) {
        return store.resolve();
    }

    @Bean
    Identities identities(ArchiveStore store) {
        return store.identities();
    }

    @Bean
    Dossiers dossiers(ArchiveStore store) {
        return store.dossiers();
    }

    @Bean
    Openings openings(ArchiveStore store) {
        return store.openings();
    }

    @Bean
    Nights nights(ArchiveStore store) {
        return store.nights();
    }

    @Bean
    Marks marks(ArchiveStore store) {
        return store.marks();
    }

    @Bean
    RawStore rawStore(ArchiveStore store) {
        return store.raw();
    }
}
