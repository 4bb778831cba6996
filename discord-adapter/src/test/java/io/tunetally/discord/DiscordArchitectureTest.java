package io.tunetally.discord;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tunetally.Requirement;
import io.tunetally.Room;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.FileProxy;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the adapter: each package has one row in {@link #table()}, which lists the adapter's packages it may import. */
class DiscordArchitectureTest {
    private static final String ROOT = "io.tunetally";
    private static final JavaClasses ADAPTER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT + ".discord");

    /** From the ground up. Every room may use bot-core, the command line excepted, and JDA. */
    private static Stream<Room> table() {
        return Stream.of(
                room("discord.jda", ""),
                room("discord.api", ""),
                room("discord.message", "discord.api"),
                room("discord.send", "discord.message discord.api discord.jda"),
                room("discord.install", "discord.message discord.api discord.jda"),
                room("discord.event", "discord.install discord.send discord.message discord.api"),
                room("discord.transport", "discord.event discord.install discord.send discord.api discord.jda"),
                room(
                        "discord",
                        "discord.transport discord.event discord.install discord.send discord.message discord.api",
                        // The stand-ins of a training run.
                        "com.sun.net.httpserver..",
                        "org.java_websocket.."));
    }

    private static Room room(String name, String ours, String... libraries) {
        Stream<String> usual =
                Stream.of("net.dv8tion..", "okhttp3..", "okio..", "com.neovisionaries.ws..", "org.apache.commons..");
        return Room.ofAdapter(
                ROOT, name, ours, Stream.concat(usual, Stream.of(libraries)).toArray(String[]::new));
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
    void drivesJdaInternalsInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".discord.jda")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.dv8tion.jda.internal..")
                .because("an upgrade of JDA may change its internals without a word")
                .check(ADAPTER);
    }

    @Test
    void doesNotSeeAnotherPlatform() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".slack..", "com.slack..")
                .because("adapters scale and fail apart")
                .check(ADAPTER);
    }

    /**
     * Addresses and files in messages are not fetched: only JDA opens connections, and before it
     * {@code GatewayAdvice} to the API of the settings.
     */
    @Requirement("discord-32")
    @Test
    void fetchesNothing() {
        noClasses()
                .that()
                .haveNameNotMatching(".*GatewayAdvice(\\$.*)?")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("java.net.http..")
                        .or(JavaClass.Predicates.belongToAnyOf(
                                        URL.class,
                                        URLConnection.class,
                                        Socket.class,
                                        SocketChannel.class,
                                        OkHttpClient.class,
                                        Request.class,
                                        okhttp3.Call.class,
                                        FileProxy.class,
                                        Message.Attachment.class)
                                .and(not(JavaClass.Predicates.equivalentTo(OkHttpClient.Builder.class)))))
                .because("an address in a question could be one inside of the operator's network")
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
                .haveNameMatching(".*\\.Discord" + ROLES)
                .because("a reader of one adapter knows the other")
                .check(ADAPTER);
    }
}
