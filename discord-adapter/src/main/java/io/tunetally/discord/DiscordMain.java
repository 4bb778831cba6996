package io.tunetally.discord;

/** Runs the Discord adapter as a process of its own. */
public final class DiscordMain {
    private DiscordMain() {}

    /** Takes no arguments; the settings stand in the environment and {@code tunetally.yaml}. */
    public static void main(String[] args) {
        System.exit(new DiscordPlatform(System.err).run(System.getenv()));
    }
}
