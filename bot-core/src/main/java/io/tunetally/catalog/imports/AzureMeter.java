package io.tunetally.catalog.imports;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a fine-tuning meter's name, e.g. {@code gpt-4o-0806-cached-FT-inp-glbl Tokens}.
 *
 * @param model the model as the meter spells it
 * @param reinforcement whether it is about reinforcement fine-tuning
 * @param words the words after the model, lower case
 */
record AzureMeter(
        String name,
        String unit,
        BigDecimal usd,
        LocalDate start,
        List<String> regions,
        String model,
        boolean reinforcement,
        Set<String> words) {
    private static final Pattern NAME = Pattern.compile(
            "(?<model>.+?)[- ](?<before>(dev-|cached-)*)(?<kind>R?FT)[- ](?<rest>.+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> HOSTING = Set.of("hstng", "hosting");
    private static final Set<String> TRAINING = Set.of("trng", "training");
    private static final Set<String> CACHED = Set.of("cached", "cchd", "cched");
    private static final Set<String> INPUT = Set.of("inp", "inpt", "input");
    private static final Set<String> OUTPUT = Set.of("outp", "opt", "output");
    private static final Set<String> GLOBAL = Set.of("glbl", "global");
    private static final Set<String> REGIONAL = Set.of("regnl", "regional");
    private static final Set<String> FILLING = Set.of("tkn", "tokens", "unit", "dev");
    private static final Set<String> GRADING = Set.of("grdr", "grader");
    private static final List<Set<String>> VOCABULARY =
            List.of(HOSTING, TRAINING, CACHED, INPUT, OUTPUT, GLOBAL, REGIONAL, FILLING);

    static @Nullable AzureMeter read(String name, String unit, BigDecimal usd, LocalDate start, List<String> regions) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        String words = (matcher.group("before") + " " + matcher.group("rest")).toLowerCase(Locale.ROOT);
        return new AzureMeter(
                name,
                unit,
                usd,
                start,
                regions,
                matcher.group("model"),
                matcher.group("kind").length() == 3,
                Set.of(words.strip().split("[- ]+")));
    }

    /** Grader tokens are priced at API rates; the catalog has no figure for them. */
    boolean isGrader() {
        return says(GRADING);
    }

    /** Returns the first unknown word, or null. */
    @Nullable String unknownWord() {
        return words.stream()
                .filter(word -> VOCABULARY.stream().noneMatch(known -> known.contains(word)))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    boolean isHourly() {
        return unit.equals("1 Hour");
    }

    boolean isPerThousandTokens() {
        return unit.equals("1K");
    }

    @Nullable Meter figure() {
        if (says(HOSTING)) {
            return isHourly() ? Meter.HOSTING_HOUR : null;
        }
        if (says(TRAINING)) {
            return isHourly() ? Meter.TRAINING_HOUR : isPerThousandTokens() ? Meter.TRAINING : null;
        }
        if (!isPerThousandTokens()) {
            return null;
        }
        if (says(INPUT)) {
            return says(CACHED) ? Meter.TUNED_CACHED : Meter.TUNED_INPUT;
        }
        return says(OUTPUT) ? Meter.TUNED_OUTPUT : null;
    }

    @Nullable Deployment deployment() {
        if (words.contains("dev")) {
            return Deployment.DEVELOPER;
        }
        if (says(GLOBAL)) {
            return Deployment.GLOBAL;
        }
        return says(REGIONAL) ? Deployment.REGIONAL : null;
    }

    private boolean says(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }
}
