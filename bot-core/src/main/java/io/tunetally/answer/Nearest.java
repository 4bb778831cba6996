package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Model;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the nearest offer that can be started instead of a model that cannot. */
final class Nearest {
    /** Ids that share fewer first letters are no relatives. */
    private static final int LETTERS_OF_A_FAMILY = 4;

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
        // Only the fee of an endpoint makes a price outlandish, and pricing all models takes long.
        if (sound.filter(quote -> !hasFee(quote)).isPresent()) {
            return null;
        }
        Optional<Quote> nearest = to(quotes.getFirst().offer().model(), inquiry);
        return (sound.isEmpty() ? nearest : nearest.filter(other -> isFarBelow(other, sound.get()))).orElse(null);
    }

    /** Returns what to start instead of a model without any offer. */
    static @Nullable Quote insteadOf(Model model, Inquiry inquiry) {
        return to(model, inquiry).orElse(null);
    }

    private static boolean hasFee(Quote quote) {
        return quote.total() != null && !quote.sum(Part.HOSTING).isZero();
    }

    /** Returns the newest model of the same family and about the same size, if a later version than this can be started. */
    static Optional<Model> newer(Model model, Inquiry inquiry) {
        Optional<Version> version = Version.of(model);
        BigDecimal size = model.billionParameters();
        if (version.isEmpty() || size == null) {
            return Optional.empty();
        }
        Predicate<Model> isOfSize = inquiry.engine().offers().ofAbout(size);
        return new Selection(ofAnyModel(inquiry))
                .asked().stream()
                        .filter(isOfSize)
                        .filter(other -> Version.of(other)
                                .filter(version.get()::isBefore)
                                .isPresent())
                        .max(Comparator.comparing(
                                other -> Version.of(other).orElseThrow().number()));
    }

    /** The family and the version in a model's id: {@code llama-3.3-70b}. */
    private record Version(String family, BigDecimal number) {
        private static final Pattern ID = Pattern.compile("([a-z]+)-?(\\d+(?:\\.\\d+)?)-\\d.*");

        static Optional<Version> of(Model model) {
            Matcher id = ID.matcher(model.id().value());
            return id.matches() ? Optional.of(new Version(id.group(1), new BigDecimal(id.group(2)))) : Optional.empty();
        }

        boolean isBefore(Version other) {
            return family.equals(other.family) && number.compareTo(other.number) < 0;
        }
    }

    /** Returns the cheapest of all models for the same job. */
    static Optional<Quote> cheapest(Inquiry inquiry) {
        return startable(ofAnyModel(inquiry)).stream().min(Quote.CHEAPEST_FIRST);
    }

    private static boolean isComplete(Quote quote) {
        return quote.unpriced().isEmpty() && !quote.isCut() && !quote.shutDown();
    }

    private static boolean isFarBelow(Quote quote, Quote other) {
        Money limit = quote.ranking().high().times(BigDecimal.valueOf(OUTLANDISH));
        return limit.compareTo(other.ranking().low()) < 0;
    }

    /**
     * Returns the closest model by name, then by size, then by price for the same job, among those whose running costs not
     * many times as much as the cheapest; where running was not asked for, among relatives and those without a fee.
     */
    private static Optional<Quote> to(Model model, Inquiry inquiry) {
        Inquiry open = ofAnyModel(inquiry);
        Selection selection = new Selection(open);
        Quoting quoting = Quoting.of(open);
        Predicate<Quote> isReasonable =
                open.running() ? reasonable(open) : quote -> isRelative(model, quote) || hasNoFee(open, quote);
        Set<String> words = words(model.id().value());
        SortedMap<Closeness, List<Model>> byCloseness = selection.asked().stream()
                .collect(Collectors.groupingBy(
                        other -> Closeness.of(model, words, other), TreeMap::new, Collectors.toList()));
        return byCloseness.values().stream()
                .map(models -> models.stream()
                        .flatMap(other -> startable(selection, quoting, other))
                        .filter(isReasonable)
                        .min(Quote.CHEAPEST_FIRST))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> startable(open).stream().min(Quote.CHEAPEST_FIRST));
    }

    private static Predicate<Quote> reasonable(Inquiry open) {
        Optional<Quote> cheapest = startable(open).stream().min(Quote.CHEAPEST_FIRST);
        return quote -> !isFarBelow(cheapest.orElse(quote), quote);
    }

    private static boolean isRelative(Model model, Quote quote) {
        return commonBeginning(model.id().value(), quote.offer().model().id().value()) > 0;
    }

    private static boolean hasNoFee(Inquiry open, Quote quote) {
        return open.engine().isRunPriced(quote.offer(), quote.objective())
                && open.engine().standingMonth(quote.offer(), quote.objective()).isZero();
    }

    private static List<Quote> startable(Inquiry open) {
        Selection selection = new Selection(open);
        Quoting quoting = Quoting.of(open);
        return selection.asked().stream()
                .flatMap(model -> startable(selection, quoting, model))
                .toList();
    }

    private static Stream<Quote> startable(Selection selection, Quoting quoting, Model model) {
        return quoting.quotes(model).quotes().stream()
                .filter(quote -> selection.canStart(quote.offer()) && isComplete(quote));
    }

    private static Inquiry ofAnyModel(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        for (SlotName<?> name : OF_THE_MODEL) {
            slots = slots.without(name);
        }
        return new Inquiry(inquiry.interpretation(), inquiry.request(), slots, inquiry.running(), inquiry.engine());
    }

    /**
     * How close another model is, the closest first: by the common beginning of the ids, then by the words that relatives
     * share, where a shorter id wins, then by size.
     */
    private record Closeness(int beginning, long sharedWords, int words, double distance)
            implements Comparable<Closeness> {
        private static final Comparator<Closeness> ORDER = Comparator.comparingInt(Closeness::beginning)
                .thenComparingLong(Closeness::sharedWords)
                .reversed()
                .thenComparingInt(Closeness::words)
                .thenComparingDouble(Closeness::distance);

        static Closeness of(Model model, Set<String> words, Model other) {
            int beginning = commonBeginning(model.id().value(), other.id().value());
            double distance = Nearest.distance(model, other);
            if (beginning == 0) {
                return new Closeness(0, 0, 0, distance);
            }
            Set<String> others = Nearest.words(other.id().value());
            return new Closeness(
                    beginning, others.stream().filter(words::contains).count(), others.size(), distance);
        }

        @Override
        public int compareTo(Closeness other) {
            return ORDER.compare(this, other);
        }
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
