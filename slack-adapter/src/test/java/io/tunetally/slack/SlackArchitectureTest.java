package io.tunetally.slack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tunetally.Room;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the adapter: each package has one row in {@link #table()}, which lists the adapter's packages it may import. */
class SlackArchitectureTest {
    private static final String ROOT = "io.tunetally";
    private static final JavaClasses ADAPTER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT + ".slack");

    /** From the ground up. Every room may use bot-core, the command line excepted, and Slack's SDK; only {@code slack.http} may not. */
    private static Stream<Room> table() {
        return Stream.of(
                Room.of(ROOT, "slack.http", "", "org.slf4j.."),
                room("slack.api", ""),
                room("slack.message", "slack.api"),
                room("slack.send", "slack.message slack.api"),
                room("slack.event", "slack.send slack.message slack.api"),
                room("slack.install", "slack.event slack.send slack.message slack.api slack.http"),
                room("slack.transport", "slack.message slack.api slack.http"),
                room(
                        "slack",
                        "slack.transport slack.install slack.event slack.send slack.message slack.api slack.http"));
    }

    private static Room room(String name, String ours) {
        return Room.ofAdapter(
                ROOT,
                name,
                ours,
                "com.slack..",
                "okhttp3..",
                "okio..",
                "com.google.gson..",
                "org.java_websocket..",
                "org.apache.commons.text..",
                "com.sun.net.httpserver..");
    }

    @ParameterizedTest
    @MethodSource("table")
    void importsOnlyWhatTheTableAllows(Room room) {
        room.check(ADAPTER);
    }

    @Test
    void knowsEveryPackage() {
        classes()
                .should()
                .resideInAnyPackage(table().map(Room::packageName).toArray(String[]::new))
                .check(ADAPTER);
    }

    @Test
    void hasNoCyclesOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(ADAPTER);
    }

    @Test
    void doesNotSeeAnotherPlatform() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".discord..", "net.dv8tion..")
                .because("adapters scale and fail apart")
                .check(ADAPTER);
    }

    private static final String ROLES = "(Events|Formatter|Limits|Sender|Platform|Main)";

    @Test
    void twinRolesCarryTwinNames() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveNameMatching(".*" + ROLES)
                .should()
                .haveNameMatching(".*\\.Slack" + ROLES)
                .because("a reader of one adapter knows the other")
                .check(ADAPTER);
    }
}
