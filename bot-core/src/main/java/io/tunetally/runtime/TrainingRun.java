package io.tunetally.runtime;

import io.tunetally.settings.Setting;
import io.tunetally.settings.SettingsException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Halves the start of an adapter: the run that the launcher records the loaded classes of; see {@link Platform#rehearse}.
 *
 * @param adapter takes events
 * @param play asks it {@link #questions} after it has started
 */
public record TrainingRun(PlatformProcess.Adapter adapter, Play play) {
    /** Enough to load every class that answers need, including those used only for repeated questions. */
    private static final int QUESTIONS = 96;

    private static final int DIFFERENT = 32;

    /** A throwaway key: stored data does not outlive the training run. */
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    /** The script of a training run. */
    @FunctionalInterface
    public interface Play {
        /** Asks the questions and waits for the answers. */
        void run() throws Exception;
    }

    /** Creates a training run from an adapter's parts. */
    @FunctionalInterface
    public interface Maker {
        TrainingRun make(PlatformProcess.Parts parts) throws Exception;
    }

    /**
     * Returns the settings of a training run: the adapter's own, plus only the database of the environment, which is
     * written to.
     *
     * @throws SettingsException if no database is named: the default one must not be used
     */
    public static Map<String, String> settings(Map<String, String> environment, Map<String, String> own) {
        String database = environment.get(Setting.TUNETALLY_DB.name());
        if (database == null) {
            throw new SettingsException(List.of("TUNETALLY_DB: a training run needs its own database"));
        }
        Map<String, String> settings = new HashMap<>(own);
        settings.put(Setting.TUNETALLY_DB.name(), database);
        settings.put(Setting.TUNETALLY_KEY.name(), KEY);
        settings.put(Setting.TUNETALLY_OPS_PORT.name(), "off");
        return settings;
    }

    /** Returns questions of every intent, each several times. */
    public static List<String> questions() {
        List<String> different = SampleQuestions.builtIn().first(DIFFERENT);
        return IntStream.range(0, QUESTIONS)
                .mapToObj(n -> different.get(n % DIFFERENT))
                .toList();
    }
}
