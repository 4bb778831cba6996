package io.tunetally.trainingconfig;

import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A training config as a job.
 *
 * @param file its path, or the name of another source
 * @param framework the title of the framework or service
 * @param slots what the config says in terms of a request; the number of tokens is not among it
 * @param numbers the numbers that are not slots
 * @param fractionalEpochs the epochs if they are no whole number, which a request does not take; else null
 * @param said what was read, as written in the config, by the name of the value
 */
public record TrainingConfig(
        String file,
        String framework,
        Slots slots,
        Map<JobProperty, Long> numbers,
        @Nullable BigDecimal fractionalEpochs,
        Padding padding,
        Data data,
        Map<String, String> said,
        List<Note> notes) {
    /** The name of the training data among what was said. */
    public static final String DATA = "data";

    /** The same of the validation data. */
    public static final String VALIDATION_DATA = "validationData";

    public TrainingConfig {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
        numbers = Map.copyOf(numbers);
        notes = List.copyOf(notes);
    }

    /**
     * What becomes of examples that are not as long as a sequence, or longer.
     *
     * @param packed whether several share a sequence
     * @param padded whether each is filled up
     * @param dropsLong whether longer ones are left out, not cut
     */
    public record Padding(boolean packed, boolean padded, boolean dropsLong) {
        /** True if every example counts as a whole sequence. */
        public boolean fillsUp() {
            return padded && !packed;
        }
    }

    /**
     * The data sets by name: a file, a name on a hub or an address.
     *
     * @param heldShare the share of the training data that is held back for validation, from 0
     */
    public record Data(List<String> training, List<String> validation, double heldShare) {
        public Data {
            training = List.copyOf(training);
            validation = List.copyOf(validation);
        }
    }

    /** A remark on a key. */
    public record Note(Kind kind, String written, String detail) {
        /** The kinds of remarks. */
        public enum Kind {
            /** No model of this name is known; the detail is the size in its name, if it has one. */
            UNKNOWN_MODEL,
            /** The key is not set, and the framework's default applies. */
            STANDARD,
            /** The value is priced as another, the detail. */
            PRICED_AS,
            /** The key changes the price and is not priced, for the reason in the detail. */
            NOT_PRICED,
            /** The key is not read and resembles another, the detail. */
            MISSPELT
        }
    }

    /** Returns the file's own name, without its folders. */
    public String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** Returns the note on a model of which none is known by its name. */
    public Optional<Note> unknownModel() {
        return notes.stream()
                .filter(note -> note.kind() == Note.Kind.UNKNOWN_MODEL)
                .findFirst();
    }

    /** Returns the examples that one change of the weights takes, on one device. */
    public long examplesPerStep() {
        return numbers.getOrDefault(JobProperty.BATCH, 1L) * numbers.getOrDefault(JobProperty.ACCUMULATION, 1L);
    }
}
