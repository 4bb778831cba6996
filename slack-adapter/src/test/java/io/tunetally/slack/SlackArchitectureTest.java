package io.tunetally.slack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.tunetally.slack")
class SlackArchitectureTest {
    @ArchTest
    static final ArchRule doesNotSeeAnotherPlatform = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tunetally.discord..", "net.dv8tion..")
            .because("adapters scale and fail apart");

    private static final String ROLES = "(Events|Formatter|Limits|Sender|Platform|Main)";

    @ArchTest
    static final ArchRule twinRolesCarryTwinNames = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .haveNameMatching(".*" + ROLES)
            .should()
            .haveNameMatching(".*\\.Slack" + ROLES)
            .because("who knows one adapter finds the way in the other");
}
