package io.tunetally.runtime;

import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A chat platform as the console reaches it. Each adapter provides one to {@link java.util.ServiceLoader}, so that the
 * core names no platform.
 */
public interface Platform {
    /** The name of its command, in lower case: {@code slack}. */
    String name();

    /** The markup of its messages. */
    Markup markup();

    /**
     * What keeps the adapter from running with this environment.
     *
     * @return one line a missing or malformed setting: its name, what it is and where to get it; empty when all is there
     */
    List<String> missingSettings(Map<String, String> environment);

    /**
     * What the adapter would send for an answer that everybody sees, without the place it goes to.
     *
     * @param environment the settings that the adapter would run with; none need be complete
     * @return JSON in one or more lines, without a newline at its end
     * @throws io.tunetally.settings.SettingsException where a setting that changes the payload is malformed
     */
    String payload(Answer answer, Map<String, String> environment);

    /**
     * Runs the adapter until it is stopped.
     *
     * @return the exit code of the process; 78 where a setting is missing, 69 where it cannot run
     */
    int run(Map<String, String> environment);

    /**
     * Runs the adapter against a stand-in for the platform on this machine, which asks {@link TrainingRun#questions}, and ends.
     * The launcher records what Java loads and compiles meanwhile: later starts, and the first answers after them, take less.
     *
     * @return the exit code of the process
     * @throws java.io.IOException where the stand-in can have no port
     */
    int rehearse(Map<String, String> environment) throws IOException;
}
