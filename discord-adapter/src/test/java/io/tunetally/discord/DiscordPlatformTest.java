package io.tunetally.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.runtime.Platform;
import io.tunetally.runtime.RunningPlatform;
import io.tunetally.settings.SettingsException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class DiscordPlatformTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream diagnostics = new ByteArrayOutputStream();
    private final DiscordPlatform platform = new DiscordPlatform(new PrintStream(diagnostics, true, UTF_8));

    @Test
    void isFoundByTheConsole() {
        assertThat(ServiceLoader.load(Platform.class))
                .singleElement()
                .isInstanceOf(DiscordPlatform.class)
                .extracting(Platform::name)
                .isEqualTo("discord");
    }

    @Test
    void namesEverySettingThatIsMissingOneALine() {
        assertThat(platform.run(Map.of())).isEqualTo(78);

        assertThat(diagnostics.toString(UTF_8).lines())
                .extracting(line -> line.replaceFirst(":.*", ""))
                .containsExactly("DISCORD_TOKEN");
        assertThat(diagnostics.toString(UTF_8).lines())
                .containsExactlyElementsOf(platform.missingSettings(Map.of()))
                .allMatch(line -> line.contains("https://"));
    }

    @Requirement("discord-3")
    @Test
    void endsWithOneLineWhereTheTokenIsNotTaken() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningPlatform running = start(discord, Map.of("DISCORD_TOKEN", "another.secret.token"))) {
            assertEndsWithOneLine(running, "DISCORD_TOKEN: Discord does not take this token");
            assertThat(running.diagnostics()).noneMatch(line -> line.contains("another.secret.token"));
            assertThat(running.log().text()).doesNotContain("another.secret.token");
            assertThat(discord.waiting(FakeDiscord.Kind.OTHER)).isZero();
        }
    }

    @Requirement("discord-3")
    @ParameterizedTest
    @CsvSource({"4004, DISCORD_TOKEN", "4011, DISCORD_SHARDS", "4014, DISCORD_TOKEN"})
    void endsWithOneLineWhereDiscordDoesNotTakeWhatItIsToldAtTheStart(int code, String setting) throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            discord.gateway().refuse(code);
            try (RunningPlatform running = start(discord, Map.of())) {
                assertEndsWithOneLine(running, setting + ": ");
            }
        }
    }

    private static void assertEndsWithOneLine(RunningPlatform running, String start) throws Exception {
        assertThat(running.awaitEnd()).isEqualTo(78);
        assertThat(running.diagnostics()).singleElement().asString().startsWith(start);
        assertThat(running.log().text()).doesNotContain("\tat ");
    }

    @Requirement("discord-27b")
    @Test
    void stopsAlsoWhileItsCommandsAreStillBeingRegistered() throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            discord.next(
                    FakeDiscord.Kind.REGISTRATION,
                    429,
                    Map.of("Retry-After", "30", "X-RateLimit-Scope", "user", "Via", "1.1 google"),
                    "{\"message\":\"You are being rate limited.\",\"retry_after\":30.0,\"global\":false}");
            try (RunningPlatform running = start(discord, Map.of())) {
                discord.take(FakeDiscord.Kind.REGISTRATION);
                assertStops(running);
            }
        }
    }

    @Requirement("discord-27b")
    @Test
    void stopsAlsoWhileDiscordCannotBeReached() throws Exception {
        try (FakeDiscord discord = new FakeDiscord();
                RunningPlatform running = start(discord, Map.of("DISCORD_API_URL", "http://127.0.0.1:1/api/"))) {
            running.awaitLogged("Discord cannot be reached, trying again in 2 s");
            assertThat(running.log().messages())
                    .filteredOn(line -> line.contains("Discord cannot be reached"))
                    .hasSize(2);
            assertStops(running);
        }
    }

    private static void assertStops(RunningPlatform running) throws Exception {
        assertThat(running.stop()).isZero();
        assertThat(running.log().messages())
                .anyMatch(line -> line.contains("Discord adapter stopped"))
                .noneMatch(line -> line.contains("cannot run"));
    }

    private RunningPlatform start(FakeDiscord discord, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(RunningDiscord.environment(discord, folder));
        environment.putAll(settings);
        return RunningPlatform.start(DiscordPlatform.SPEC, environment);
    }

    @Test
    void rehearsesAgainstAStandInWithoutLookingAtTheEnvironment() throws Exception {
        Path database = folder.resolve("rehearsal.db");

        int code = platform.rehearse(Map.of(
                "TUNETALLY_DB",
                "jdbc:sqlite:" + database,
                "DISCORD_SHARDS",
                "nonsense",
                "TUNETALLY_CONFIG",
                "/nowhere"));

        assertThat(code).as(diagnostics.toString(UTF_8)).isZero();
        assertThat(database).isNotEmptyFile();
    }

    @Test
    void rehearsesInNoDatabaseThatHoldsAnything() {
        assertThatThrownBy(() -> platform.rehearse(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("TUNETALLY_DB");
    }
}
