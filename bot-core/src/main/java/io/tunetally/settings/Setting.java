package io.tunetally.settings;

/**
 * A setting an operator can give in the environment, under the constant's name, or in {@code tunetally.yaml}, under its
 * key. The environment comes first.
 */
public enum Setting {
    TUNETALLY_DB(
            "storage.url",
            "the JDBC URL of the database",
            "leave it out for a file in your data folder, or give"
                    + " jdbc:postgresql://host/database?user=...&password=..."),
    TUNETALLY_KEY(
            "storage.key",
            "the key that encrypts stored secrets",
            "leave it out for a key file in your data folder, or make one with openssl rand -base64 32"),
    TUNETALLY_OPS_PORT(
            "operations.port",
            "the port of /healthz, /readyz and /metrics",
            "a number from 1 to 65535, 0 for any free port, or off"),
    TUNETALLY_OPS_ADDRESS(
            "operations.address",
            "the address at which /healthz, /readyz and /metrics are served",
            "leave it out for 127.0.0.1, which only this machine reaches, or give an IP address of this machine, 0.0.0.0 or :: for"
                    + " all of them: the pages ask for no password"),

    TUNETALLY_PRIVACY_URL(
            "links.privacy",
            "the address of your privacy policy, shown by the bots",
            "a page of yours, or leave it out: what is stored is said in any case"),
    TUNETALLY_TERMS_URL(
            "links.terms",
            "the address of your terms of service, shown by the bots",
            "a page of yours, or leave it out: Discord asks for one before it verifies an app"),
    TUNETALLY_SUPPORT_URL(
            "links.support", "where people get help with the bots", "a page of yours or mailto:somebody@example.com"),

    SLACK_BOT_TOKEN(
            "slack.botToken",
            "the token the bot speaks with (xoxb-...)",
            "https://api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token"),
    SLACK_APP_TOKEN(
            "slack.appToken",
            "the token of Socket Mode (xapp-...)",
            "https://api.slack.com/apps > your app > Basic Information > App-Level Tokens, scope connections:write"),
    SLACK_SIGNING_SECRET(
            "slack.signingSecret",
            "the secret that proves in HTTP mode that a request comes from Slack",
            "https://api.slack.com/apps > your app > Basic Information > App Credentials > Signing Secret"),
    SLACK_PORT(
            "slack.port",
            "the port of HTTP mode and of the installation pages",
            "a number from 0 (any free port) to 65535"),
    SLACK_ADDRESS(
            "slack.address",
            "the address that the port of HTTP mode and of the installation pages listens at",
            "an address of this machine, 0.0.0.0 or :: for all; leave it out for 127.0.0.1, where a proxy on this"
                    + " machine reaches it"),
    SLACK_DEFAULTS_BY(
            "slack.defaultsBy", "who may change a workspace's defaults", "admins or everyone; leave it out for admins"),
    SLACK_CLIENT_ID(
            "slack.clientId",
            "the app's id for installation into many workspaces",
            "https://api.slack.com/apps > your app > Basic Information > App Credentials > Client ID"),
    SLACK_CLIENT_SECRET(
            "slack.clientSecret",
            "the secret that belongs to the client id",
            "https://api.slack.com/apps > your app > Basic Information > App Credentials > Client Secret"),
    SLACK_SCOPES(
            "slack.scopes",
            "the scopes an installation asks for, separated by commas",
            "leave it out for the ones of config/slack-manifest.yaml"),
    SLACK_NEW_BLOCKS(
            "slack.newBlocks",
            "whether answers use Slack's newest blocks, tables to sort and line charts",
            "on or off; leave it out for off"),
    SLACK_API_URL("slack.apiUrl", "the base of Slack's Web API", "leave it out for https://slack.com/api/"),

    DISCORD_TOKEN(
            "discord.token",
            "the bot's token",
            "https://discord.com/developers/applications > your application > Bot > Reset Token"),
    DISCORD_API_URL(
            "discord.apiUrl", "the base of Discord's REST API", "leave it out for https://discord.com/api/v10/"),
    DISCORD_GATEWAY_URL(
            "discord.gatewayUrl", "the gateway to connect to", "leave it out to connect to the one Discord names"),
    DISCORD_SHARDS(
            "discord.shards",
            "the shards of this process",
            "auto, a total such as 4, or first-last/total such as 0-1/4"),
    DISCORD_DEV_GUILD(
            "discord.devGuild",
            "the server in which commands are registered at once, for development",
            "Discord > User Settings > Advanced > Developer Mode, then right-click the server > Copy Server ID");

    private final String key;
    private final String what;
    private final String where;

    Setting(String key, String what, String where) {
        this.key = key;
        this.what = what;
        this.where = where;
    }

    /** The key in {@code tunetally.yaml}, e.g. {@code slack.botToken}. */
    public String key() {
        return key;
    }

    /** What it is, in a few words. */
    public String what() {
        return what;
    }

    /** Where an operator gets it, or what may be put there. */
    public String where() {
        return where;
    }
}
