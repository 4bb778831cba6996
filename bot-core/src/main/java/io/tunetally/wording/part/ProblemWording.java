package io.tunetally.wording.part;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ProviderId;
import io.tunetally.reply.Span;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.units.Exact;
import io.tunetally.units.Rounded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words what was corrected, unused or impossible in a message. */
public final class ProblemWording {
    private static final Pattern DIGITS = Pattern.compile("\\d+(\\.\\d+)?");

    /** {@link Numbers#count} rounds values below half of it to zero. */
    private static final BigDecimal SMALLEST_SHOWN = new BigDecimal("0.01");

    private ProblemWording() {}

    public static List<List<Span>> of(Interpretation interpretation) {
        return of(interpretation, _ -> false);
    }

    /** Returns the problems, without those mentioned elsewhere. */
    public static List<List<Span>> of(Interpretation interpretation, Predicate<Problem> toldElsewhere) {
        List<List<Span>> notes = repairs(interpretation, _ -> true);
        interpretation.problems().stream()
                .filter(problem -> !toldElsewhere.test(problem))
                .forEach(problem -> notes.add(spans(problem)));
        notes.addAll(forgone(interpretation));
        return notes;
    }

    /** Returns the spellings that were read as another word or number. */
    static List<List<Span>> repairs(Interpretation interpretation, Predicate<Interpretation.Repair> some) {
        return interpretation.repairs().stream()
                .filter(some)
                .map(repair -> List.of(
                        Span.plain("Read "),
                        Span.code(repair.from()),
                        Span.plain(" as "),
                        Span.code(repair.to()),
                        Span.plain(".")))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Returns the numbers that may be something else than they were read as, and the models that may be asked about or not. */
    static List<List<Span>> doubts(Interpretation interpretation) {
        return interpretation.doubts().stream().map(ProblemWording::doubt).toList();
    }

    private static List<Span> doubt(Interpretation.Doubt doubt) {
        SlotName<?> slot = doubt.slot();
        SlotName<?> other = doubt.other();
        if (slot == null) {
            return List.of(
                    Span.plain("Not sure that "),
                    Span.code(doubt.text()),
                    Span.plain(" is only background: it is not priced."));
        }
        if (slot == SlotName.MODELS) {
            return List.of(
                    Span.plain("Not sure that "),
                    Span.code(doubt.text()),
                    Span.plain(" is asked about: it is priced, too."));
        }
        return List.of(
                Span.plain("Not sure: read "),
                Span.code(doubt.text()),
                Span.plain(" as " + unit(slot) + (other == null ? "." : ", not " + unit(other) + ".")));
    }

    private static String unit(SlotName<?> slot) {
        return slot.echo().replace("#", "").strip();
    }

    /** Returns the values said before that no longer hold, and the part of the message that was not read. */
    static List<List<Span>> forgone(Interpretation interpretation) {
        List<List<Span>> notes = new ArrayList<>();
        interpretation.forgone().forEach(forgone -> notes.add(List.of(Span.plain(noLonger(forgone)))));
        if (interpretation.truncated() > 0) {
            notes.add(List.of(Span.plain("Your message is long: its last " + Numbers.count(interpretation.truncated())
                    + " characters were not read.")));
        }
        return notes;
    }

    private static String noLonger(Interpretation.Forgone forgone) {
        return switch (forgone.value()) {
            case Method method ->
                Text.capitalised(Labels.method(method))
                        + " was said before and is not offered here, so it no longer holds.";
            case ProviderId provider ->
                "\"" + provider.value() + "\" was said before and does not train this, so it no longer holds.";
            case Long tokens
            when forgone.slot() == SlotName.TOTAL_TOKENS ->
                "The total of " + Numbers.count(tokens) + " tokens said before no longer holds.";
            case Long tokens -> "The " + Numbers.count(tokens) + " tokens an example said before no longer hold.";
            default -> throw new IllegalArgumentException(forgone.slot() + " is replaced without a word");
        };
    }

    static List<Span> spans(Problem problem) {
        return switch (problem) {
            case Problem.OutOfRange range ->
                List.of(Span.code(range.text()), Span.plain(": " + outOfRange(range) + "."));
            case Problem.UnknownWord word -> quoted("I did not use ", word.text(), didYouMean(word.suggestions()));
            case Problem.AmbiguousModel model ->
                quoted("Several models could be ", model.text(), ": " + String.join(", ", model.suggestions()) + ".");
            case Problem.AmbiguousNumber number ->
                quoted(
                        "Read two ways: ",
                        number.text(),
                        " is "
                                + number.suggestions().stream()
                                        .map(ProblemWording::grouped)
                                        .collect(Collectors.joining(" or "))
                                + ".");
            case Problem.ForeignCurrency money ->
                money.amount() == null
                        ? quoted("Prices are in US dollars, not in ", money.text(), ": sums are not converted.")
                        : quoted(
                                "Prices are in US dollars and sums are not converted: say ",
                                money.text(),
                                " (" + money.code() + ") in USD.");
            case Problem.Conflict conflict ->
                quoted("These contradict each other: ", conflict.text(), ". Say one of them.");
            case Problem.TooComplex _ ->
                List.of(Span.plain(
                        "Your message is too long to read safely. Ask for one thing, in a sentence or two."));
            case Problem.TooMany many ->
                quoted(
                        "Only the first " + many.maximum() + " " + many.slot().word() + " were used, not ",
                        many.text(),
                        " and what follows. Ask for fewer, or for \"all\".");
            case Problem.UnpricedModel model ->
                quoted("No price of its own for ", model.text(), near(model.suggestions()));
            case Problem.NotOffered offer ->
                quoted(
                        offer.kind().equals("method")
                                ? "Not a choice for this model: "
                                : "No price for this model there: ",
                        offer.text(),
                        nearest(offer.suggestions()));
        };
    }

    /** Returns {@code epochs must be 1 to 100}. */
    public static String outOfRange(Problem.OutOfRange range) {
        return UnitNames.noun(range.slot()) + " must be " + allowed(range);
    }

    private static String allowed(Problem.OutOfRange range) {
        BigDecimal minimum = new BigDecimal(range.minimum());
        if (minimum.signum() > 0 && minimum.compareTo(SMALLEST_SHOWN) < 0) {
            return "more than 0 and at most " + grouped(range.maximum());
        }
        String fromTo = grouped(range.minimum()) + " to " + grouped(range.maximum());
        return range.slot().limits().whole() && !range.whole() ? "a whole number, " + fromTo : fromTo;
    }

    /** Adds thousands separators to a number; returns other text unchanged. */
    public static String grouped(String number) {
        return DIGITS.matcher(number).matches() ? Exact.grouped(Rounded.text(number)) : number;
    }

    private static List<Span> quoted(String before, String text, String after) {
        return List.of(Span.plain(before), Span.code(text), Span.plain(after));
    }

    private static String didYouMean(List<String> suggestions) {
        return suggestions.isEmpty() ? "." : "; did you mean " + String.join(" or ", suggestions) + "?";
    }

    private static String near(List<String> suggestions) {
        return suggestions.isEmpty() ? "." : "; near it: " + String.join(", ", suggestions) + ".";
    }

    private static String nearest(List<String> suggestions) {
        return suggestions.isEmpty() ? "." : "; there is " + String.join(", ", suggestions) + ".";
    }
}
