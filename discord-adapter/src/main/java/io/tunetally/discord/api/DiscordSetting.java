package io.tunetally.discord.api;

import io.tunetally.settings.PlatformSettings;
import io.tunetally.settings.Setting;
import java.util.List;

/** The settings of Discord's adapter. */
public final class DiscordSetting implements PlatformSettings {
    public static final Setting TOKEN = new Setting(
            "DISCORD_TOKEN",
            "discord.token",
            "the bot's token",
            "https://discord.com/developers/applications > your application > Bot > Reset Token");

    public static final Setting API_URL = new Setting(
            "DISCORD_API_URL",
            "discord.apiUrl",
            "the base of Discord's REST API",
            "leave it out for https://discord.com/api/v10/");

    public static final Setting GATEWAY_URL = new Setting(
            "DISCORD_GATEWAY_URL",
            "discord.gatewayUrl",
            "the gateway to connect to",
            "leave it out to connect to the one Discord names");

    public static final Setting SHARDS = new Setting(
            "DISCORD_SHARDS",
            "discord.shards",
            "the shards of this process",
            "auto, a total such as 4, or first-last/total such as 0-1/4");

    public static final Setting DEV_GUILD = new Setting(
            "DISCORD_DEV_GUILD",
            "discord.devGuild",
            "the server in which commands are registered at once, for development",
            "Discord > User Settings > Advanced > Developer Mode, then right-click the server > Copy Server ID");

    @Override
    public List<Setting> settings() {
        return List.of(TOKEN, API_URL, GATEWAY_URL, SHARDS, DEV_GUILD);
    }
}
