package io.tunetally.console.prices;

import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Validity;
import io.tunetally.console.json.QuoteJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The wording of a rate's subject in {@code prices} commands. */
public final class PriceWords {
    public static final String UNDATED = "undated";
    private static final String PER = " per ";

    private PriceWords() {}

    /** Returns the name of a figure as typed in a command: {@code tuned-input}. */
    public static String figure(Meter figure) {
        return figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name of a figure for display: {@code tuned input}. */
    static String figureWithoutUnit(Meter figure) {
        return figure.label().substring(0, figure.label().indexOf(PER));
    }

    /** Returns the unit of a figure: {@code 1M tokens}, {@code hour}. */
    static String per(Meter figure) {
        return figure.label().substring(figure.label().indexOf(PER) + PER.length());
    }

    public static String subject(PriceScope priceScope) {
        return switch (priceScope) {
            case PriceScope.OfModel one -> one.model().value();
            case PriceScope.OfSize size -> size(size.overBillion(), size.upToBillion());
            case PriceScope.OfAny _ -> "any model";
        };
    }

    private static String size(@Nullable BigDecimal over, @Nullable BigDecimal upTo) {
        List<String> bounds = new ArrayList<>();
        if (over != null) {
            bounds.add("over " + over.toPlainString() + "B");
        }
        if (upTo != null) {
            bounds.add("up to " + upTo.toPlainString() + "B");
        }
        return String.join(" ", bounds);
    }

    static List<String> methods(Rate rate) {
        return namesOf(rate.methods());
    }

    /** Returns the objectives; empty if the rate applies to all of them. */
    static List<String> objectives(Rate rate) {
        return rate.objectives().size() == Objective.values().length ? List.of() : namesOf(rate.objectives());
    }

    static String deployment(Rate rate) {
        return rate.deployment() == null ? "" : QuoteJson.word(rate.deployment());
    }

    private static List<String> namesOf(Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(QuoteJson::word).toList();
    }

    /** Returns method, objective and variant, as far as the price depends on them. */
    public static String purpose(Rate rate) {
        List<String> words = new ArrayList<>(methods(rate));
        words.addAll(objectives(rate));
        words.add(rate.variant());
        return words(words);
    }

    /** Returns method, objective, deployment and variant, as far as the price depends on them. */
    public static String circumstances(Rate rate) {
        return words(List.of(deployment(rate), purpose(rate)));
    }

    private static String words(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Parses a day. */
    public static LocalDate day(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException unreadable) {
            throw new CommandLine.TypeConversionException(
                    "'" + word + "' is not a date; write year-month-day, e.g. 2026-11-25");
        }
    }

    /** Parses an enum constant, ignoring case. */
    public static <E extends Enum<E>> E constant(String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> QuoteJson.word(constant).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("'" + word + "' is not one of "
                        + String.join(", ", namesOf(List.of(type.getEnumConstants())))));
    }

    static String source(Rate rate) {
        return rate.provenance().sources().getFirst().id();
    }

    static String observed(Provenance provenance) {
        LocalDate observed = provenance.lastSeen();
        return observed == null ? UNDATED : observed.toString();
    }

    /** Returns a note on the validity of a price on a day; empty if it has no end in sight. */
    static String days(Validity validity, LocalDate day) {
        LocalDate from = validity.from();
        LocalDate until = validity.until();
        if (from != null && day.isBefore(from)) {
            return "from " + from;
        }
        if (until == null) {
            return "";
        }
        return (day.isBefore(until) ? "until " : "ended ") + until;
    }
}
