package io.tunetally.wording.part;

import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.engine.Quote;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The missing prices that prevent a verdict. */
public final class MissingPrices {
    private MissingPrices() {}

    /** Returns {@code no price is known for inference of Gemini 1.5 Flash, LoRA on Google}. */
    public static String of(Collection<Quote> quotes) {
        return none(quotes.stream().filter(quote -> !quote.unpriced().isEmpty()).toList(), MissingPrices::running);
    }

    /** Returns the missing prices of comparisons, including those of untuned models. */
    public static String ofUncompared(Collection<BreakEvenOutcome.Uncompared> uncompared) {
        return none(
                uncompared,
                one -> one.tuned().unpriced().isEmpty()
                        ? "the untuned " + one.untuned().model().name() + " on "
                                + one.untuned().provider().name()
                        : running(one.tuned()));
    }

    private static <T> String none(Collection<T> all, Function<T, String> what) {
        return "no price is known for " + all.stream().map(what).collect(Collectors.joining(" and for "));
    }

    private static String running(Quote quote) {
        return quote.unpriced().stream().map(Labels::part).sorted().collect(Collectors.joining(" and ")) + " of "
                + Labels.offer(quote);
    }
}
