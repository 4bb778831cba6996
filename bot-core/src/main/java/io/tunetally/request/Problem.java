package io.tunetally.request;

import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a message that could not be used as it is; data beside the result, never an exception. */
public sealed interface Problem {
    /** Returns the kind in the JSON contract: {@code epochs}, {@code unknown-word}, ... */
    String kind();

    /** Returns the typed text. */
    String text();

    TextSpan span();

    /** Returns possible replacements, likeliest first. */
    default List<String> suggestions() {
        return List.of();
    }

    /**
     * A value outside its slot's limits; the slot stays empty.
     *
     * @param whole whether it is a whole number
     */
    record OutOfRange(
            String kind, SlotName<?> slot, String text, boolean whole, String minimum, String maximum, TextSpan span)
            implements Problem {}

    /** A word without any known meaning. */
    record UnknownWord(String text, List<String> suggestions, TextSpan span) implements Problem {
        public UnknownWord {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public String kind() {
            return "unknown-word";
        }
    }

    /** Several models fit; the slot stays empty. */
    record AmbiguousModel(String text, List<String> suggestions, TextSpan span) implements Problem {
        public AmbiguousModel {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public String kind() {
            return "ambiguous-model";
        }
    }

    /** A number with several readings, e.g. {@code 1.000}; the slot stays empty. */
    record AmbiguousNumber(SlotName<?> slot, String text, List<String> suggestions, TextSpan span) implements Problem {
        public AmbiguousNumber {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public String kind() {
            return "ambiguous-number";
        }
    }

    /**
     * Money that is not US dollars; the slot stays empty.
     *
     * @param code of ISO 4217
     * @param amount null if the currency is asked for the answer: {@code cost gpt-4o in euros}
     * @param slot what the amount would be in US dollars
     */
    record ForeignCurrency(
            String text, String code, @Nullable BigDecimal amount, SlotName<BigDecimal> slot, TextSpan span)
            implements Problem {
        /** True of a sum that the price of a job judges, so that it need not be said in dollars. */
        public boolean isJudged() {
            return amount != null && SlotName.JUDGED_SUMS.contains(slot);
        }

        @Override
        public String kind() {
            return "currency";
        }
    }

    /**
     * Two values for one slot (neither is taken), or slots that contradict each other (all are kept).
     *
     * @param values the values of the one slot, in the order of their spans; empty where several slots contradict
     */
    record Conflict(List<SlotName<?>> slots, String text, List<TextSpan> spans, List<BigDecimal> values, TextSpan span)
            implements Problem {
        public Conflict {
            slots = List.copyOf(slots);
            spans = List.copyOf(spans);
            values = List.copyOf(values);
        }

        public Conflict(List<SlotName<?>> slots, String text, List<TextSpan> spans, TextSpan span) {
            this(slots, text, spans, List.of(), span);
        }

        @Override
        public String kind() {
            return "conflict";
        }
    }

    /**
     * The message would have taken too long to read, so all of it was dropped.
     *
     * @param text its beginning
     */
    record TooComplex(String text, TextSpan span) implements Problem {
        @Override
        public String kind() {
            return "too-complex";
        }
    }

    /**
     * More values than a slot takes; the first ones are used.
     *
     * @param text the first unused one
     */
    record TooMany(String kind, SlotName<?> slot, int maximum, String text, TextSpan span) implements Problem {}

    /** A model without a price, or priced by size only without a provider; the slot is kept. */
    record UnpricedModel(String text, List<String> suggestions, TextSpan span) implements Problem {
        public UnpricedModel {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public String kind() {
            return "model";
        }
    }

    /** A method or provider that is unknown, or not offered for the model; {@code kind} says which of the two. */
    record NotOffered(String kind, String text, String model, List<String> suggestions, TextSpan span)
            implements Problem {
        public NotOffered {
            suggestions = List.copyOf(suggestions);
        }
    }
}
