package io.tunetally.discord.api;

import io.tunetally.settings.FileSettings;
import io.tunetally.settings.Links;
import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.Secret;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.SettingsReader;
import io.tunetally.settings.StorageSettings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the Discord adapter needs.
 *
 * @param apiUrl base of the REST API, ends with a slash
 * @param gatewayUrl the gateway to connect to instead of the one Discord names
 * @param devGuild id of the server in which commands are registered; none registers them everywhere
 * @param files the limits of training files
 * @param links the operator's own pages
 */
public record DiscordSettings(
        Secret token,
        URI apiUrl,
        Optional<URI> gatewayUrl,
        Shards shards,
        Optional<String> devGuild,
        OperationsPort operations,
        StorageSettings storage,
        FileSettings files,
        Links links) {
    /**
     * Reads the settings.
     *
     * @throws SettingsException with all that is missing or malformed
     */
    public static DiscordSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        Optional<Secret> token = reader.secret(DiscordSetting.TOKEN);
        if (token.isEmpty()) {
            reader.missing(DiscordSetting.TOKEN, "");
        }
        URI apiUrl = reader.baseUrl(DiscordSetting.API_URL, "https://discord.com/api/v10/");
        Optional<URI> gatewayUrl = reader.uri(DiscordSetting.GATEWAY_URL, Set.of("ws", "wss"));
        Shards shards = reader.parsed(DiscordSetting.SHARDS, Shards::parse, "names no shards")
                .orElse(new Shards.Auto());
        Optional<String> devGuild = reader.parsed(
                DiscordSetting.DEV_GUILD,
                id -> Optional.of(id).filter(it -> it.matches("\\d{1,20}")),
                "is no server id");
        OperationsPort operations = OperationsPort.from(reader, 9091);
        StorageSettings storage = StorageSettings.from(reader);
        FileSettings files = FileSettings.from(reader);
        Links links = Links.from(reader);
        reader.check();
        return new DiscordSettings(
                token.orElseThrow(), apiUrl, gatewayUrl, shards, devGuild, operations, storage, files, links);
    }
}
