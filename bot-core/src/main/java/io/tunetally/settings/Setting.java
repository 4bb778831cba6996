package io.tunetally.settings;

import java.util.List;

/**
 * A setting that an operator can give in the environment, by name, or in {@code tunetally.yaml}, by key. The
 * environment takes precedence. Adapters declare the settings of their platforms.
 *
 * @param name the variable, e.g. {@code SLACK_BOT_TOKEN}
 * @param key the key in {@code tunetally.yaml}, e.g. {@code slack.botToken}
 * @param what its meaning, in a few words
 * @param where its source, or the allowed values
 */
public record Setting(String name, String key, String what, String where) {
    public static final Setting TUNETALLY_DB = new Setting(
            "TUNETALLY_DB",
            "storage.url",
            "the JDBC URL of the database",
            "leave it out for a file in your data folder, or give"
                    + " jdbc:postgresql://host/database?user=...&password=...");

    public static final Setting TUNETALLY_KEY = new Setting(
            "TUNETALLY_KEY",
            "storage.key",
            "the key that encrypts stored secrets",
            "leave it out for a key file in your data folder, or make one with openssl rand -base64 32");

    public static final Setting TUNETALLY_OPS_PORT = new Setting(
            "TUNETALLY_OPS_PORT",
            "operations.port",
            "the port of /healthz, /readyz and /metrics",
            "a number from 1 to 65535, 0 for any free port, or off");

    public static final Setting TUNETALLY_OPS_ADDRESS = new Setting(
            "TUNETALLY_OPS_ADDRESS",
            "operations.address",
            "the address at which /healthz, /readyz and /metrics are served",
            "leave it out for 127.0.0.1, which only this machine reaches, or give an IP address of this machine, 0.0.0.0 or :: for"
                    + " all of them: the pages ask for no password");

    public static final Setting TUNETALLY_PRIVACY_URL = new Setting(
            "TUNETALLY_PRIVACY_URL",
            "links.privacy",
            "the address of your privacy policy, shown by the bots",
            "a page of yours, optional: the bot lists the stored data in any case");

    public static final Setting TUNETALLY_TERMS_URL = new Setting(
            "TUNETALLY_TERMS_URL",
            "links.terms",
            "the address of your terms of service, shown by the bots",
            "a page of yours, or leave it out: some platforms ask for one before they verify an app");

    public static final Setting TUNETALLY_SUPPORT_URL = new Setting(
            "TUNETALLY_SUPPORT_URL",
            "links.support",
            "where people get help with the bots",
            "a page of yours or mailto:help@example.com");

    /** The settings shared by all platforms. */
    public static final Setting TUNETALLY_FILE_MEGABYTES = new Setting(
            "TUNETALLY_FILE_MEGABYTES",
            "files.megabytes",
            "the largest training file that is read in a chat, in megabytes",
            "a number from 1 to 1000; leave it out for 25");

    public static final Setting TUNETALLY_FILE_SECONDS = new Setting(
            "TUNETALLY_FILE_SECONDS",
            "files.seconds",
            "the longest time for receiving and measuring a training file in a chat, in seconds",
            "a number from 1 to 600; leave it out for 60");

    static final List<Setting> COMMON = List.of(
            TUNETALLY_DB,
            TUNETALLY_KEY,
            TUNETALLY_OPS_PORT,
            TUNETALLY_OPS_ADDRESS,
            TUNETALLY_PRIVACY_URL,
            TUNETALLY_TERMS_URL,
            TUNETALLY_SUPPORT_URL,
            TUNETALLY_FILE_MEGABYTES,
            TUNETALLY_FILE_SECONDS);

    /** Returns the name used in problem messages. */
    @Override
    public String toString() {
        return name;
    }
}
