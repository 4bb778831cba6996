package io.tunetally.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.runtime.Platform;
import io.tunetally.settings.SettingsException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordPlatformTest {
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
    void saysInOneLineThatTheTokenIsNotTaken(@TempDir Path folder) throws Exception {
        try (FakeDiscord discord = new FakeDiscord()) {
            Map<String, String> environment = new HashMap<>(RunningDiscord.environment(discord, folder));
            environment.put("DISCORD_TOKEN", "another.secret.token");

            assertThat(platform.run(environment)).isEqualTo(78);

            assertThat(diagnostics.toString(UTF_8).lines())
                    .singleElement()
                    .asString()
                    .startsWith("DISCORD_TOKEN: Discord does not take this token")
                    .doesNotContain("another.secret.token");
            assertThat(discord.waiting(FakeDiscord.Kind.OTHER)).isZero();
        }
    }

    @Test
    void rehearsesAgainstAStandInWithoutLookingAtTheEnvironment(@TempDir Path folder) throws Exception {
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
