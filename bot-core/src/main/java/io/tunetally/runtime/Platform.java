package io.tunetally.runtime;

import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A chat platform as seen by the console. Each adapter provides one to {@link java.util.ServiceLoader}, so that the
 * core does not name platforms.
 */
public interface Platform {
    /** Returns the name of its command, in lower case: {@code slack}. */
    String name();

    /** Returns the markup of its messages. */
    Markup markup();

    /**
     * Returns the settings that keep the adapter from running in this environment.
     *
     * @return one line per missing or malformed setting: its name, its meaning and where to get it; empty if all are
     *     set
     */
    List<String> missingSettings(Map<String, String> environment);

    /**
     * Returns the payload of a public answer, without its destination.
     *
     * @param environment the adapter's settings; may be incomplete
     * @return JSON in one or more lines, without a trailing newline
     * @throws io.tunetally.settings.SettingsException if a setting that affects the payload is malformed
     */
    String payload(Answer answer, Map<String, String> environment);

    /**
     * Runs the adapter until it is stopped.
     *
     * @return the exit code of the process; 78 if a setting is missing, 69 if it cannot run
     */
    int run(Map<String, String> environment);

    /**
     * Runs the adapter against a local stand-in for the platform, which asks {@link TrainingRun#questions}, then exits.
     * The launcher records the classes that Java loads and compiles meanwhile, so that later starts and first answers
     * are faster.
     *
     * @return the exit code of the process
     * @throws java.io.IOException if the stand-in gets no port
     */
    int rehearse(Map<String, String> environment) throws IOException;
}
