package io.tunetally.slack;

/** Runs the Slack adapter as a process of its own. */
public final class SlackMain {
    private SlackMain() {}

    /** Takes no arguments; the settings stand in the environment and {@code tunetally.yaml}. */
    public static void main(String[] args) {
        System.exit(new SlackPlatform(System.err).run(System.getenv()));
    }
}
