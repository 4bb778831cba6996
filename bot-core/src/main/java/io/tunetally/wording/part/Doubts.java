package io.tunetally.wording.part;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.reply.Span;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an answer says about the message itself.
 *
 * @param unused what was said and not used, which is always in sight
 * @param corrections spellings that were read as another word
 */
record Doubts(List<List<Span>> unused, List<List<Span>> corrections) {
    /**
     * Returns the doubts about a message.
     *
     * @param warnedOf whether a warning of a kind already says it
     */
    static Doubts of(Inquiry inquiry, Predicate<String> warnedOf) {
        Interpretation read = inquiry.interpretation();
        List<Problem> problems = read.problems().stream()
                .filter(problem -> !isSaid(problem, warnedOf))
                .toList();
        List<List<Span>> unused = new ArrayList<>();
        List<Problem> brief = problems.stream().filter(Doubts::isBrief).toList();
        List<String> named = Stream.concat(
                        read.unused().stream().map(Interpretation.Unused::text),
                        brief.stream().map(Doubts::brief))
                .toList();
        if (!named.isEmpty()) {
            unused.add(List.of(Span.plain("Not used: " + String.join(" · ", named))));
        }
        problems.stream()
                .filter(problem -> !isBrief(problem))
                .forEach(problem -> unused.add(ProblemWording.spans(problem)));
        unused.addAll(ProblemWording.forgone(read));
        IdleValues.of(inquiry).forEach(idle -> unused.add(List.of(Span.plain(idle))));
        return new Doubts(unused, ProblemWording.repairs(read));
    }

    private static boolean isSaid(Problem problem, Predicate<String> warnedOf) {
        return switch (problem) {
            case Problem.NotOffered offer -> warnedOf.test(offer.kind());
            case Problem.UnpricedModel _ -> warnedOf.test("tier");
            case Problem.OutOfRange _,
                    Problem.UnknownWord _,
                    Problem.AmbiguousModel _,
                    Problem.AmbiguousNumber _,
                    Problem.ForeignCurrency _,
                    Problem.Conflict _,
                    Problem.TooComplex _,
                    Problem.TooMany _ -> false;
        };
    }

    private static boolean isBrief(Problem problem) {
        return problem instanceof Problem.UnknownWord || problem instanceof Problem.ForeignCurrency;
    }

    private static String brief(Problem problem) {
        return switch (problem) {
            case Problem.UnknownWord word ->
                word.text()
                        + (word.suggestions().isEmpty()
                                ? ""
                                : " (did you mean " + String.join(" or ", word.suggestions()) + "?)");
            case Problem.ForeignCurrency money ->
                money.text()
                        + (money.amount() == null
                                ? " (prices are in US dollars)"
                                : " (prices are in US dollars: say it in USD)");
            default -> throw new IllegalArgumentException(problem + " has a sentence of its own");
        };
    }
}
