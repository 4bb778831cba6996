package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the nearest offer that can be started instead of a model that cannot. */
final class Nearest {
    /** Ids that share fewer first letters are no relatives. */
    private static final int LETTERS_OF_A_FAMILY = 4;

    private static final String WORD_ENDS = " :-";

    /** An offer at this many times the price of another is no reasonable choice beside it. */
    private static final long OUTLANDISH = 5;

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
                .filter(selection::canStart)
                .filter(quote -> isComplete(inquiry, quote))
                .min(Quote.CHEAPEST_FIRST);
        // Only the fee of an endpoint makes a price outlandish, and pricing all models takes long.
        if (sound.filter(quote -> !hasFee(quote)).isPresent()) {
            return null;
        }
        Optional<Quote> nearest = to(quotes.getFirst().offer().model(), inquiry, _ -> true);
        return (sound.isEmpty() ? nearest : nearest.filter(other -> isFarBelow(other, sound.get()))).orElse(null);
    }

    /** Returns what to start instead of a model without any offer. */
    static @Nullable Quote insteadOf(Model model, Inquiry inquiry) {
        return to(model, inquiry, _ -> true).orElse(null);
    }

    /** Returns the same of the offers whose sellers run the tuned model and bill its requests alone. */
    static @Nullable Quote byTheToken(Model model, Inquiry inquiry) {
        return to(model, inquiry, _ -> true, inquiry::isRunByTheToken).orElse(null);
    }

    /** Returns the same of the models with open weights, where those of the one that was asked for cannot be had. */
    static @Nullable Quote openInsteadOf(Model model, Inquiry inquiry) {
        return to(model, inquiry, Model::open).orElse(null);
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
        return cheapestOf(ofAnyModel(inquiry));
    }

    /** Returns the cheapest that costs less a month than a bill of today, where the tuned model of a comparison does not; else null. */
    static @Nullable Quote belowBill(Inquiry inquiry, BreakEven comparison) {
        boolean pays = comparison.result() instanceof BreakEven.Result.PaysBack
                && new Selection(inquiry).canStart(comparison.tuned());
        return pays
                ? null
                : cheapest(inquiry)
                        .filter(quote -> quote.monthly()
                                        .high()
                                        .compareTo(comparison.base().low())
                                < 0)
                        .filter(quote ->
                                !quote.offer().equals(comparison.tuned().offer()))
                        .orElse(null);
    }

    private static boolean isComplete(Inquiry inquiry, Quote quote) {
        return quote.unpriced().isEmpty()
                && !quote.isCut()
                && !quote.shutDown()
                && !quote.isTooSmall()
                && inquiry.isWithinMonthlyLimit(quote);
    }

    private static boolean isFarBelow(Quote quote, Quote other) {
        Money limit = quote.ranking().high().times(BigDecimal.valueOf(OUTLANDISH));
        return limit.compareTo(other.ranking().low()) < 0;
    }

    /**
     * Returns the closest offer: first one without an endpoint that waits at a fee, then one of a model of about the size,
     * then by name and by size, by the method that was said, and by price for the same job. Its running costs not many times
     * as much as the cheapest.
     */
    private static Optional<Quote> to(Model model, Inquiry inquiry, Predicate<Model> may) {
        return to(model, inquiry, may, _ -> true);
    }

    private static Optional<Quote> to(Model model, Inquiry inquiry, Predicate<Model> may, Predicate<Quote> isSound) {
        Inquiry open = ofAnyModel(inquiry);
        Predicate<Quote> isReasonable = open.running() ? reasonable(open) : _ -> true;
        Selection selection = new Selection(open);
        Quoting quoting = Quoting.of(open);
        Optional<Quote> waiting = Optional.empty();
        // The closest models are priced first, and the others only if none of these will do.
        List<Model> others = selection.asked().stream().filter(may).toList();
        for (List<Model> asClose : closestFirst(model, others)) {
            List<Quote> quotes = ofMethodSaid(
                    inquiry,
                    asClose.stream()
                            .flatMap(other -> startable(open, selection, quoting, other))
                            .filter(isReasonable.and(isSound))
                            .toList());
            Optional<Quote> nearest = quotes.stream()
                    .filter(quote -> isFullSaid(inquiry, quote) || !waitsOnEndpoint(open, quote))
                    .min(Quote.CHEAPEST_FIRST);
            if (nearest.isPresent()) {
                return nearest;
            }
            waiting = waiting.or(() -> quotes.stream().min(Quote.CHEAPEST_FIRST));
        }
        return waiting;
    }

    /** LoRA runs without an endpoint at some sellers; full fine-tuning, where it is wanted, hardly does. */
    private static boolean isFullSaid(Inquiry inquiry, Quote quote) {
        return inquiry.filled().value(SlotName.METHOD) == Method.FULL
                && quote.offer().method() == Method.FULL;
    }

    /** Returns the quotes of the method that was said, if there are any. */
    private static List<Quote> ofMethodSaid(Inquiry inquiry, List<Quote> quotes) {
        Method said = inquiry.filled().value(SlotName.METHOD);
        List<Quote> ofMethod = quotes.stream()
                .filter(quote -> said == null || quote.offer().method() == said)
                .toList();
        return ofMethod.isEmpty() ? quotes : ofMethod;
    }

    /** Groups models by how close they are, the closest first. */
    private static Collection<List<Model>> closestFirst(Model model, List<Model> others) {
        Set<String> words = words(model.id().value());
        Map<Closeness, List<Model>> byCloseness = new TreeMap<>();
        for (Model other : others) {
            byCloseness
                    .computeIfAbsent(Closeness.of(model, words, other), _ -> new ArrayList<>())
                    .add(other);
        }
        return byCloseness.values();
    }

    private static Predicate<Quote> reasonable(Inquiry open) {
        Optional<Quote> cheapest = cheapestOf(open);
        return quote -> !isFarBelow(cheapest.orElse(quote), quote);
    }

    /** True if the tuned model costs without any request. */
    private static boolean waitsOnEndpoint(Inquiry open, Quote quote) {
        return !open.engine().standingMonth(quote.offer(), quote.objective()).isZero();
    }

    private static Optional<Quote> cheapestOf(Inquiry open) {
        Selection selection = new Selection(open);
        Quoting quoting = Quoting.of(open);
        Optional<Quote> cheapest = Optional.empty();
        for (Model model : selection.asked()) {
            if (cheapest.isEmpty()
                    || quoting.mayCost(model, cheapest.get().ranking().high())) {
                cheapest = Stream.concat(cheapest.stream(), startable(open, selection, quoting, model))
                        .min(Quote.CHEAPEST_FIRST);
            }
        }
        return cheapest;
    }

    private static Stream<Quote> startable(Inquiry open, Selection selection, Quoting quoting, Model model) {
        return quoting.quotes(model).quotes().stream()
                .filter(quote -> selection.canStart(quote) && isComplete(open, quote));
    }

    private static Inquiry ofAnyModel(Inquiry inquiry) {
        Slots slots = inquiry.filled();
        for (SlotName<?> name : OF_THE_MODEL) {
            slots = slots.without(name);
        }
        Slots anyModel = EuPlace.within(slots, inquiry.request().intent(), inquiry.engine());
        return new Inquiry(inquiry.interpretation(), inquiry.request(), anyModel, inquiry.running(), inquiry.engine());
    }

    /**
     * How close another model is, the closest first: of about the size, by the common beginning of the ids, by the words that
     * relatives share, where a shorter id wins, and by size.
     */
    private record Closeness(int sizeClass, int beginning, long sharedWords, int words, double distance)
            implements Comparable<Closeness> {
        /** A model of another class is more than twice, four times, eight times as large, or as small. */
        private static final int SIZE_CLASSES = 4;

        static Closeness of(Model model, Set<String> words, Model other) {
            int beginning = commonBeginning(model.id().value(), other.id().value());
            double distance = Nearest.distance(model, other);
            int sizeClass = sizeClass(distance);
            if (beginning == 0) {
                return new Closeness(sizeClass, 0, 0, 0, distance);
            }
            Set<String> others = Nearest.words(other.id().value());
            long shared = others.stream().filter(words::contains).count();
            return new Closeness(sizeClass, beginning, shared, others.size(), distance);
        }

        private static int sizeClass(double distance) {
            int sizeClass = 0;
            for (double times = 2; distance > times && sizeClass < SIZE_CLASSES; times *= 2) {
                sizeClass++;
            }
            return sizeClass;
        }

        @Override
        public int compareTo(Closeness other) {
            if (sizeClass != other.sizeClass) {
                return Integer.compare(sizeClass, other.sizeClass);
            }
            if (beginning != other.beginning) {
                return Integer.compare(other.beginning, beginning);
            }
            if (sharedWords != other.sharedWords) {
                return Long.compare(other.sharedWords, sharedWords);
            }
            return words == other.words
                    ? Double.compare(distance, other.distance)
                    : Integer.compare(words, other.words);
        }
    }

    private static Set<String> words(String id) {
        Set<String> words = new HashSet<>();
        for (StringTokenizer tokens = new StringTokenizer(id, WORD_ENDS); tokens.hasMoreTokens(); ) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    private static int commonBeginning(String id, String other) {
        int shared = 0;
        while (shared < Math.min(id.length(), other.length()) && id.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared < LETTERS_OF_A_FAMILY ? 0 : shared;
    }

    /** Returns the factor between two comparable sizes in tenths, from 1; an unknown size is the most distant. */
    private static double distance(Model model, Model other) {
        BigDecimal size = model.comparableSize();
        BigDecimal otherSize = other.comparableSize();
        if (size == null || otherSize == null) {
            return Double.MAX_VALUE;
        }
        double ratio = size.doubleValue() / otherSize.doubleValue();
        return Math.round(10 * Math.max(ratio, 1 / ratio)) / 10.0;
    }
}
