package io.tunetally.slack.api;

import io.tunetally.settings.PlatformSettings;
import io.tunetally.settings.Setting;
import java.util.List;

/** The settings of Slack's adapter. */
public final class SlackSetting implements PlatformSettings {
    public static final Setting BOT_TOKEN = new Setting(
            "SLACK_BOT_TOKEN",
            "slack.botToken",
            "the token the bot speaks with (xoxb-...)",
            "https://api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token");

    public static final Setting APP_TOKEN = new Setting(
            "SLACK_APP_TOKEN",
            "slack.appToken",
            "the token of Socket Mode (xapp-...)",
            "https://api.slack.com/apps > your app > Basic Information > App-Level Tokens, scope connections:write");

    public static final Setting SIGNING_SECRET = new Setting(
            "SLACK_SIGNING_SECRET",
            "slack.signingSecret",
            "the secret that proves in HTTP mode that a request comes from Slack",
            "https://api.slack.com/apps > your app > Basic Information > App Credentials > Signing Secret");

    public static final Setting PORT = new Setting(
            "SLACK_PORT",
            "slack.port",
            "the port of HTTP mode and of the installation pages",
            "a number from 0 (any free port) to 65535");

    public static final Setting ADDRESS = new Setting(
            "SLACK_ADDRESS",
            "slack.address",
            "the address that the port of HTTP mode and of the installation pages listens at",
            "an address of this machine, 0.0.0.0 or :: for all; leave it out for 127.0.0.1, where a proxy on this"
                    + " machine reaches it");

    public static final Setting DEFAULTS_BY = new Setting(
            "SLACK_DEFAULTS_BY",
            "slack.defaultsBy",
            "who may change a workspace's defaults",
            "admins or everyone; leave it out for admins");

    public static final Setting CLIENT_ID = new Setting(
            "SLACK_CLIENT_ID",
            "slack.clientId",
            "the app's id for installation into many workspaces",
            "https://api.slack.com/apps > your app > Basic Information > App Credentials > Client ID");

    public static final Setting CLIENT_SECRET = new Setting(
            "SLACK_CLIENT_SECRET",
            "slack.clientSecret",
            "the secret that belongs to the client id",
            "https://api.slack.com/apps > your app > Basic Information > App Credentials > Client Secret");

    public static final Setting SCOPES = new Setting(
            "SLACK_SCOPES",
            "slack.scopes",
            "the scopes an installation asks for, separated by commas",
            "leave it out for the ones of config/slack-manifest.yaml");

    public static final Setting NEW_BLOCKS = new Setting(
            "SLACK_NEW_BLOCKS",
            "slack.newBlocks",
            "whether answers use Slack's newest blocks, tables to sort and line charts",
            "on or off; leave it out for off");

    public static final Setting FILES = new Setting(
            "SLACK_FILES",
            "slack.files",
            "whether the bot measures training files that people send it, for which the app needs the scope files:read",
            "on or off; leave it out for off");

    public static final Setting API_URL = new Setting(
            "SLACK_API_URL", "slack.apiUrl", "the base of Slack's Web API", "leave it out for https://slack.com/api/");

    @Override
    public List<Setting> settings() {
        return List.of(
                BOT_TOKEN,
                APP_TOKEN,
                SIGNING_SECRET,
                PORT,
                ADDRESS,
                DEFAULTS_BY,
                CLIENT_ID,
                CLIENT_SECRET,
                SCOPES,
                NEW_BLOCKS,
                FILES,
                API_URL);
    }
}
