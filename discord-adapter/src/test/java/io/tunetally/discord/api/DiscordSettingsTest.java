package io.tunetally.discord.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.Secret;
import io.tunetally.settings.SettingsException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordSettingsTest {
    @Test
    void needATokenOnly() {
        DiscordSettings settings = DiscordSettings.read(Map.of("DISCORD_TOKEN", "t.o.k"));

        assertThat(settings.token()).isEqualTo(new Secret("t.o.k"));
        assertThat(settings.apiUrl()).isEqualTo(URI.create("https://discord.com/api/v10/"));
        assertThat(settings.gatewayUrl()).isEmpty();
        assertThat(settings.shards()).isEqualTo(new Shards.Auto());
        assertThat(settings.devGuild()).isEmpty();
        assertThat(settings.operations()).isEqualTo(new OperationsPort.On(9091));
        assertThat(settings.toString()).doesNotContain("t.o.k");
    }

    @Test
    void nameEverySettingThatIsMissingOrMalformed() {
        Map<String, String> environment = Map.of(
                "DISCORD_SHARDS", "3-2/4",
                "DISCORD_DEV_GUILD", "my server",
                "DISCORD_GATEWAY_URL", "https://gateway.example",
                "DISCORD_API_URL", "not a url");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> DiscordSettings.read(environment))
                .satisfies(e -> assertThat(e.problems())
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .startsWith("DISCORD_TOKEN: missing.")
                                        .contains("https://discord.com/developers/applications"),
                                line -> assertThat(line)
                                        .startsWith("DISCORD_API_URL: \"not a url\" is not a URL with http"),
                                line -> assertThat(line)
                                        .startsWith("DISCORD_GATEWAY_URL: ")
                                        .contains("ws or wss"),
                                line -> assertThat(line).startsWith("DISCORD_SHARDS: \"3-2/4\" names no shards."),
                                line -> assertThat(line)
                                        .startsWith("DISCORD_DEV_GUILD: \"my server\" is no server id.")));
    }

    @Test
    void takeATokenThatIsPastedWithItsSchemeForMalformed() {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> DiscordSettings.read(Map.of("DISCORD_TOKEN", "Bot t.o.k")))
                .withMessageStartingWith("DISCORD_TOKEN: has a blank in it.")
                .withMessageNotContaining("t.o.k");
    }

    @Test
    void readShards() {
        assertThat(Shards.parse("auto")).contains(new Shards.Auto());
        assertThat(Shards.parse("4")).contains(new Shards.Total(4));
        assertThat(Shards.parse("0-1/4")).contains(new Shards.Part(0, 1, 4));
        assertThat(Shards.parse("3-3/4")).contains(new Shards.Part(3, 3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0-1", "0-4/4", "2-1/4", "-1/4", "a", "999999", "1/4"})
    void refuseOtherShards(String text) {
        assertThat(Shards.parse(text)).isEmpty();
    }
}
