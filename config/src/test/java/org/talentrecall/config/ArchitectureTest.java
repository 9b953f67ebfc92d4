package org.talentrecall.config;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The shape of the whole, as far as bytecode shows it. It lives in {@code config} because only here are all modules on
 * the class path.
 *
 * <p>A rule that matches no class fails, so that a renamed package cannot switch its rule off.
 */
class ArchitectureTest {

    private static final String[] FRAMEWORKS = {
        "org.springframework..",
        "co.elastic..",
        "org.elasticsearch..",
        "java.sql..",
        "javax.sql..",
        "org.h2..",
        "org.postgresql..",
        "org.flywaydb.."
    };

    private static final DescribedPredicate<JavaClass> ARCHIVE_DOMAIN = resideInAPackage("org.talentrecall.archive..")
            .and(not(resideInAPackage("org.talentrecall.archive.store..")))
            .and(not(simpleName("ArchiveModule")))
            .as("archive's domain");

    private static final DescribedPredicate<JavaClass> SCORING_DOMAIN = resideInAnyPackage(
                    "org.talentrecall.scoring.recommendation..",
                    "org.talentrecall.scoring.profile..",
                    "org.talentrecall.scoring.followup..",
                    "org.talentrecall.scoring.ranking..",
                    "org.talentrecall.scoring.score..",
                    "org.talentrecall.scoring.reason..",
                    "org.talentrecall.scoring.timing..",
                    "org.talentrecall.scoring.outreach..",
                    "org.talentrecall.scoring.review..")
            .as("scoring's domain");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.talentrecall");

    @Test
    void modules_see_only_what_the_design_allows() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.talentrecall..")
                .layer("archive")
                .definedBy("org.talentrecall.archive..")
                .layer("ingest")
                .definedBy("org.talentrecall.ingest..")
                .layer("enrich")
                .definedBy("org.talentrecall.enrich..")
                .layer("index")
                .definedBy("org.talentrecall.index..")
                .layer("scoring")
                .definedBy("org.talentrecall.scoring..")
                .layer("config")
                .definedBy("org.talentrecall.config..")
                .ensureAllClassesAreContainedInArchitecture()
                .whereLayer("archive")
                .mayNotAccessAnyLayer()
                .whereLayer("ingest")
                .mayOnlyAccessLayers("archive")
                .whereLayer("enrich")
                .mayOnlyAccessLayers("archive")
                .whereLayer("index")
                .mayOnlyAccessLayers("archive")
                .whereLayer("scoring")
                .mayOnlyAccessLayers("archive", "index")
                .whereLayer("config")
                .mayNotBeAccessedByAnyLayer()
                .check(PRODUCTION);
    }

    @Test
    void modules_form_no_cycle() {
        slices().matching("org.talentrecall.(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void archive_domain_knows_no_framework() {
        noClasses()
                .that(ARCHIVE_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("facts and their fold must be testable and reusable without a container or a database")
                .check(PRODUCTION);
    }

    @Test
    void scoring_domain_knows_no_framework() {
        noClasses()
                .that(SCORING_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("a score is a pure function of a dossier and an opening")
                .check(PRODUCTION);
    }

    @Test
    void neither_score_nor_index_see_what_must_not_count() {
        noClasses()
                .that(SCORING_DOMAIN.or(resideInAPackage("org.talentrecall.index..")))
                .should()
                .dependOnClassesThat(simpleName("PersonalAttribute").or(simpleName("BirthYear")))
                .because("sex, age, marriage and the like must neither rank nor find anybody")
                .check(PRODUCTION);
    }

    @Test
    void only_index_knows_elasticsearch_and_its_jackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.talentrecall.index..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "co.elastic..",
                        "org.elasticsearch..",
                        "com.fasterxml.jackson.core..",
                        "com.fasterxml.jackson.databind..")
                .because("the 8.19 client wants Jackson 2, everything else uses Jackson 3")
                .check(PRODUCTION);
    }

    @Test
    void packages_are_named_after_what_they_are_about() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..impl..", "..service..", "..manager..", "..common..")
                .check(PRODUCTION);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(PRODUCTION.getPackage("org.talentrecall").getSubpackagesInTree())
                .filteredOn(javaPackage -> !javaPackage.getClasses().isEmpty())
                .isNotEmpty()
                .filteredOn(javaPackage -> !javaPackage.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .as("packages without @NullMarked in their package-info.java")
                .isEmpty();
    }
}
