package dev.parley.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.parley.search", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule TEXT_IS_PLAIN = noClasses()
            .that()
            .resideInAPackage("..search.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "java.sql..", "javax.sql..", "org.postgresql..",
                    "org.opensearch..", "dev.parley.contracts..", "..search.index..", "..search.indexing..",
                    "..search.query..")
            .because("what a word is must not depend on who asks");

    @ArchTest
    static final ArchRule ONLY_TEXT_KNOWS_LUCENE = noClasses()
            .that()
            .resideOutsideOfPackage("..search.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene..", "org.tartarus.snowball..", "com.ibm.icu..")
            .because("two readings of a text would not find each other's words");

    @ArchTest
    static final ArchRule ONLY_ONE_ENGINE_KNOWS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage("..index.postgres..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc..")
            .because("the engine below the index is a setting");

    @ArchTest
    static final ArchRule ONLY_ONE_ENGINE_KNOWS_OPENSEARCH = noClasses()
            .that()
            .resideOutsideOfPackage("..index.opensearch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.opensearch..")
            .because("the engine below the index is a setting");

    @ArchTest
    static final ArchRule NOBODY_NAMES_AN_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackages("..index.postgres..", "..index.opensearch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..index.postgres..", "..index.opensearch..")
            .because("all that is asked of an engine stands in MessageIndex and IndexCatalog");

    @ArchTest
    static final ArchRule ENGINES_DO_NOT_READ_TEXT = noClasses()
            .that()
            .resideInAnyPackage("..index..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("TextAnalyzer")
            .because("engines get words and clauses that are read already, by the rules of their generation");

    @ArchTest
    static final ArchRule READS_DO_NOT_FOLLOW_THE_LOG = noClasses()
            .that()
            .resideInAPackage("..search.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
            .because("a search reads what is indexed, and the indexing says how old that is");

    @ArchTest
    static final ArchRule FEATURES_ARE_NOT_ENTANGLED = slices().matching("dev.parley.search.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature is read, tested and replaced alone");

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_SYSTEM_FOR_THE_TIME = noClasses()
            .that()
            .resideInAPackage("dev.parley.search..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .because("time comes from the Clock that was handed in");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("what happened is logged");
}
