package io.tunetally.wording.part;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Spelling;
import io.tunetally.reply.Span;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an answer says about the message itself.
 *
 * @param unused what was said and not used, and numbers whose notation is open, which are always in sight
 * @param corrections spellings that were read as another word
 */
record Doubts(List<List<Span>> unused, List<List<Span>> corrections) {
    private static final List<SlotName<Long>> SIZES =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.BILLED_TOKENS);

    /**
     * Returns the doubts about a message.
     *
     * @param warnedOf whether a warning of a kind already says it
     * @param sumJudged whether the answer judges the sum that was quoted or paid
     */
    static Doubts of(Inquiry inquiry, Predicate<String> warnedOf, boolean sumJudged) {
        Interpretation read = inquiry.interpretation();
        List<Problem> problems = read.problems().stream()
                .filter(problem -> !isSaid(problem, warnedOf)
                        && !(sumJudged && problem instanceof Problem.ForeignCurrency money && money.isJudged())
                        && !isNameWithoutVersion(problem, inquiry)
                        && !isListedFamily(problem, inquiry))
                .toList();
        List<List<Span>> unused = new ArrayList<>();
        List<Problem> brief = problems.stream().filter(Doubts::isBrief).toList();
        List<String> named = Stream.concat(
                        read.unused().stream()
                                .map(one -> isSizeSaid(inquiry) && one.fewestTokens() > 0 ? one.text() : unused(one)),
                        brief.stream().map(Doubts::brief))
                .toList();
        if (!named.isEmpty()) {
            unused.add(List.of(Span.plain("Not used: " + String.join(" · ", named))));
        }
        problems.stream()
                .filter(problem -> !isBrief(problem))
                .forEach(problem -> unused.add(ProblemWording.spans(problem)));
        unused.addAll(ProblemWording.repairs(read, Interpretation.Repair::isOfNumber));
        unused.addAll(ProblemWording.doubts(read));
        unused.addAll(ProblemWording.forgone(read));
        if (!sumJudged) {
            IdleValues.sum(inquiry.filled()).ifPresent(idle -> unused.add(List.of(Span.plain(idle))));
        }
        IdleValues.of(inquiry).forEach(idle -> unused.add(List.of(Span.plain(idle))));
        List<List<Span>> corrections = ProblemWording.repairs(read, repair -> !repair.isOfNumber());
        read.problems().stream()
                .filter(problem -> isNameWithoutVersion(problem, inquiry))
                .forEach(
                        problem -> corrections.add(
                                List.of(
                                        Span.code(problem.text()),
                                        Span.plain(
                                                " has no version: the price is of the latest of that size that you can start today."))));
        return new Doubts(unused, corrections);
    }

    /** True if the price books list each model that is priced, so that a name they do not list stands for one of these. */
    private static boolean isNameWithoutVersion(Problem problem, Inquiry inquiry) {
        List<ModelId> priced = inquiry.filled().value(SlotName.MODELS);
        return problem instanceof Problem.UnpricedModel
                && priced != null
                && priced.stream()
                        .allMatch(id ->
                                inquiry.engine().prices().catalog().model(id).isPresent());
    }

    /** True if a list of models has been asked for by the name of a family: {@code list the qwen models}. */
    private static boolean isListedFamily(Problem problem, Inquiry inquiry) {
        return problem instanceof Problem.UnpricedModel named
                && inquiry.request().intent() == Intent.MODELS
                && inquiry.engine().prices().catalog().models().stream()
                        .anyMatch(model -> Spelling.fold(model.id().value()).startsWith(Spelling.fold(named.text())));
    }

    private static boolean isSizeSaid(Inquiry inquiry) {
        return SIZES.stream()
                .map(inquiry.filled()::get)
                .anyMatch(slot -> slot != null && slot.origin() != Origin.DEFAULT);
    }

    /** A size of text is no number of tokens; roughly how many it is helps to say one. */
    private static String unused(Interpretation.Unused quantity) {
        String hint = switch (quantity.kind()) {
            case PEOPLE -> " (say how many requests a day they send together)";
            case NOT_TEXT -> " (only text is priced)";
            case DOCUMENTS -> " (to look answers up in them, RAG, is no training on them)";
            case STAGE -> " (a job of its own: ask for it, and add the two)";
            case GROWTH -> " (every month is priced alike)";
            case OTHER -> "";
        };
        return quantity.fewestTokens() == 0
                ? quantity.text() + hint
                : quantity.text() + " (roughly " + rounded(quantity.fewestTokens()) + "-"
                        + rounded(quantity.mostTokens()) + " tokens of text; to price that, say \""
                        + rounded(quantity.usualTokens()) + " tokens in total\")";
    }

    private static String rounded(long number) {
        return Numbers.count(BigDecimal.valueOf(number).round(new MathContext(2)));
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
