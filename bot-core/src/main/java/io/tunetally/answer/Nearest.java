package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Model;
import io.tunetally.engine.Quote;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the nearest offer that can be started instead of a model that cannot. */
final class Nearest {
    /** Ids that share fewer first letters are no relatives. */
    private static final int LETTERS_OF_A_FAMILY = 3;

    private static final Pattern WORD_END = Pattern.compile("[ .:-]");

    /** An offer at this many times the price of another is no reasonable choice beside it. */
    private static final long OUTLANDISH = 10;

    private static final List<SlotName<?>> OF_THE_MODEL = List.of(
            SlotName.MODELS,
            SlotName.SIZE_B,
            SlotName.METHOD,
            SlotName.METHODS,
            SlotName.PROVIDER,
            SlotName.PROVIDERS,
            SlotName.DEPLOYMENT,
            SlotName.VARIANT);

    private Nearest() {}

    /**
     * Returns null if one of the quotes can be started, runs over the whole period and is priced for all of it, at no
     * outlandish price; else what to start instead of the first.
     */
    static @Nullable Quote unlessSound(Inquiry inquiry, List<Quote> quotes) {
        Selection selection = new Selection(inquiry);
        Optional<Quote> sound = quotes.stream()
                .filter(quote -> selection.canStart(quote.offer()))
                .filter(Nearest::isComplete)
                .min(Quote.CHEAPEST_FIRST);
        Optional<Quote> nearest = to(quotes.getFirst().offer().model(), inquiry);
        return sound.isEmpty()
                ? nearest.orElse(null)
                : nearest.filter(other -> other.total() != null && isFarBelow(other, sound.get()))
                        .orElse(null);
    }

    /** Returns the cheapest of all models for the same job. */
    static Optional<Quote> cheapest(Inquiry inquiry) {
        return startable(inquiry).stream().min(Quote.CHEAPEST_FIRST);
    }

    private static boolean isComplete(Quote quote) {
        return quote.unpriced().isEmpty() && !quote.isCut() && !quote.shutDown();
    }

    private static boolean isFarBelow(Quote quote, Quote other) {
        Money limit = quote.ranking().high().times(BigDecimal.valueOf(OUTLANDISH));
        return limit.compareTo(other.ranking().low()) < 0;
    }

    /**
     * Returns the closest relative of a model by name, then by size, then by price for the same job; the cheapest of all
     * models where running a relative costs many times as much.
     */
    private static Optional<Quote> to(Model model, Inquiry inquiry) {
        List<Quote> startable = startable(inquiry);
        Optional<Quote> cheapest = startable.stream().min(Quote.CHEAPEST_FIRST);
        return startable.stream()
                .min(Comparator.comparing((Quote quote) -> quote.offer().model(), relativesFirst(model))
                        .thenComparingDouble(
                                quote -> distance(model, quote.offer().model()))
                        .thenComparing(Quote.CHEAPEST_FIRST))
                .filter(relative -> relative.total() == null || !isFarBelow(cheapest.orElseThrow(), relative))
                .or(() -> cheapest);
    }

    private static List<Quote> startable(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        for (SlotName<?> name : OF_THE_MODEL) {
            slots = slots.without(name);
        }
        Inquiry open =
                new Inquiry(inquiry.interpretation(), inquiry.request(), slots, inquiry.running(), inquiry.engine());
        Selection selection = new Selection(open);
        Quoting quoting = new Quoting(open);
        return selection.asked().stream()
                .flatMap(model -> quoting.quotes(model).quotes().stream())
                .filter(quote -> selection.canStart(quote.offer()) && isComplete(quote))
                .toList();
    }

    /** Compares by the common beginning of two ids, then by the words that relatives share; a shorter id wins. */
    private static Comparator<Model> relativesFirst(Model model) {
        String id = model.id().value();
        Set<String> words = words(id);
        return Comparator.comparingInt(
                        (Model other) -> -commonBeginning(id, other.id().value()))
                .thenComparingLong(other -> commonBeginning(id, other.id().value()) == 0 ? 0 : -shared(words, other))
                .thenComparingInt(other -> commonBeginning(id, other.id().value()) == 0
                        ? 0
                        : words(other.id().value()).size());
    }

    private static long shared(Set<String> words, Model other) {
        return words(other.id().value()).stream().filter(words::contains).count();
    }

    private static Set<String> words(String id) {
        return WORD_END.splitAsStream(id).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static int commonBeginning(String id, String other) {
        int shared = 0;
        while (shared < Math.min(id.length(), other.length()) && id.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared < LETTERS_OF_A_FAMILY ? 0 : shared;
    }

    /** Returns the factor between two sizes, from 1; a size that is not published is the most distant. */
    private static double distance(Model model, Model other) {
        BigDecimal size = model.billionParameters();
        BigDecimal otherSize = other.billionParameters();
        if (size == null || otherSize == null) {
            return Double.MAX_VALUE;
        }
        double ratio = size.doubleValue() / otherSize.doubleValue();
        return Math.max(ratio, 1 / ratio);
    }
}
