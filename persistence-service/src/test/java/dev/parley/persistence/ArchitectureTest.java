package dev.parley.persistence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.parley.persistence", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FOLD_IS_PURE = noClasses()
            .that().resideInAPackage("..conversation..")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "io.lettuce..", "java.sql..", "javax.sql..",
                    "java.util.concurrent..", "dev.parley.persistence.store..", "dev.parley.persistence.writer..")
            .because("the fold decides from its arguments alone, so that a batch can be decided again");

    @ArchTest
    static final ArchRule FOLD_HAS_NO_CLOCK = noClasses()
            .that().resideInAPackage("..conversation..")
            .should().callMethod(java.time.Instant.class, "now")
            .orShould().callMethod(java.util.UUID.class, "randomUUID")
            .because("deciding a command twice has to come to the same");

    @ArchTest
    static final ArchRule REDIS_IS_FOR_DELIVERY = noClasses()
            .that().resideOutsideOfPackage("..delivery..")
            .should().dependOnClassesThat().resideInAnyPackage("io.lettuce..", "org.springframework.data.redis..")
            .because("Redis may be away without anything but pushes noticing");

    @ArchTest
    static final ArchRule READS_DO_NOT_WRITE = noClasses()
            .that().resideInAPackage("..history..")
            .should().dependOnClassesThat().resideInAnyPackage("..store..", "..writer..", "org.apache.kafka..")
            .because("all that changes a conversation goes through the log");

    @ArchTest
    static final ArchRule SYNC_ONLY_READS = noClasses()
            .that().resideInAPackage("..sync..")
            .should().dependOnClassesThat().resideInAnyPackage("..store..", "..writer..", "..change..")
            .because("a client that asks what changed changes nothing");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.parley.persistence.(*)..").should().beFreeOfCycles();
}
