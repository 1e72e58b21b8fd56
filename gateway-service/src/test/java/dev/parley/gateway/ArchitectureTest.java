package dev.parley.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.parley.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_ARE_NOT_ENTANGLED = slices().matching("dev.parley.gateway.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature is read, tested and replaced alone");

    @ArchTest
    static final ArchRule PROTOCOL_IS_PLAIN = noClasses()
            .that()
            .resideInAPackage("..protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.apache.kafka..", "io.lettuce..", "org.eclipse.jetty..",
                    "..gateway.session..", "..gateway.commands..", "..gateway.mailbox..")
            .because("the rules of the wire are tested without any server, and serve every framing");

    @ArchTest
    static final ArchRule ONLY_TWO_KNOW_REDIS = noClasses()
            .that()
            .resideOutsideOfPackages("..gateway.mailbox..", "..gateway.redis..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lettuce..", "org.springframework.data..", "org.springframework.boot.data..")
            .because("what has to be done when Redis goes or comes back is decided where its lines are kept");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_KNOWS_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.commands..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "org.springframework.boot.kafka..")
            .because("the order of a session's sends, and their deadline, are kept in one place");

    @ArchTest
    static final ArchRule ONLY_SESSION_KNOWS_SOCKETS = noClasses()
            .that()
            .resideOutsideOfPackage("..gateway.session..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..")
            .because("another server under the sockets must stay a change of one class");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("what happened is logged");
}
