package io.tunetally.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.Platform;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class DiscordPlatformTest {
    private static final Map<String, String> COMPLETE = Map.of("DISCORD_TOKEN", "t.o.k");

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

    @Test
    void doesNotPretendToWork() {
        assertThat(platform.missingSettings(COMPLETE)).isEmpty();
        assertThat(platform.run(COMPLETE)).isEqualTo(69);

        assertThat(diagnostics.toString(UTF_8)).contains("does not connect yet");
    }
}
