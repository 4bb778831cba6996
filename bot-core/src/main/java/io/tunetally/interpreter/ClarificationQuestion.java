package io.tunetally.interpreter;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.intent.FollowUpIntent;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The single open question of a message, with a complete request for each answer: model first, then counts, conflicts,
 * number style, usage.
 */
final class ClarificationQuestion {
    private static final int READINGS = 4;

    private static final String IN_DOLLARS = "in US dollars";

    /** The kind of the question which comparison is meant. */
    private static final String COMPARISON = "comparison";

    /** The kind of the question which model a bill is paid for. */
    private static final String BILLED_MODEL = "billed-model";

    private final Intent intent;
    private final Slots slots;

    private ClarificationQuestion(Intent intent, Slots slots) {
        this.intent = intent;
        this.slots = slots;
    }

    static Interpretation.@Nullable Question first(List<Problem> problems, Intent intent, Slots slots) {
        if (problems.isEmpty()) {
            return null;
        }
        ClarificationQuestion clarificationQuestion = new ClarificationQuestion(intent, slots);
        Interpretation.Question best = null;
        int bestRank = Integer.MAX_VALUE;
        for (Problem problem : problems) {
            int rank = rank(problem);
            if (rank < bestRank) {
                Interpretation.Question question = clarificationQuestion.about(problem);
                if (question != null) {
                    best = question;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    /** Asks which comparison is examined, and offers the widest ones. */
    static Interpretation.Question ofWhat() {
        Slots all = Slots.NONE.with(SlotName.MODELS, Slot.of(List.of(SlotName.ALL_MODELS), Origin.SAID));
        return new Interpretation.Question(
                COMPARISON,
                List.of(
                        new Interpretation.Reading("all models, with running", new Request.Tco(all).tippingPoints()),
                        new Interpretation.Reading(
                                "all models, training only", new Request.Compare(all).tippingPoints())));
    }

    /** Asks which model a bill of a month is paid for, since its traffic follows from that. */
    static Interpretation.Question ofBill(Intent intent, Slots slots, List<ModelId> models) {
        ClarificationQuestion question = new ClarificationQuestion(intent, slots);
        List<Interpretation.Reading> readings = new ArrayList<>(models.size());
        for (ModelId model : models.subList(0, Math.min(READINGS, models.size()))) {
            List<ModelId> billed = List.of(model);
            readings.add(question.reading(
                    model.value(),
                    slots.with(SlotName.MODELS, Slot.of(billed, Origin.SAID))
                            .with(SlotName.UNTUNED, Slot.of(billed, Origin.SAID))));
        }
        return new Interpretation.Question(BILLED_MODEL, readings);
    }

    private static int rank(Problem problem) {
        return switch (problem) {
            case Problem.AmbiguousModel _ -> 1;
            case Problem.OutOfRange range ->
                range.kind().equals("examples") || range.kind().equals("tokens") ? 2 : 5;
            case Problem.Conflict _ -> 3;
            case Problem.AmbiguousNumber _ -> 4;
            case Problem.ForeignCurrency _ -> 6;
            case Problem.UnknownWord _,
                    Problem.UnpricedModel _,
                    Problem.NotOffered _,
                    Problem.TooComplex _,
                    Problem.TooMany _ -> 9;
        };
    }

    private Interpretation.@Nullable Question about(Problem problem) {
        return switch (problem) {
            case Problem.AmbiguousModel model -> models(model);
            case Problem.OutOfRange range -> numbers(range, range.slot(), instead(range));
            case Problem.Conflict conflict -> conflict(conflict);
            case Problem.AmbiguousNumber number -> ambiguous(number);
            case Problem.ForeignCurrency currency ->
                currency.amount() == null || currency.isJudged()
                        ? null
                        : new Interpretation.Question(currency.kind(), inDollars(currency));
            case Problem.UnknownWord _,
                    Problem.UnpricedModel _,
                    Problem.NotOffered _,
                    Problem.TooComplex _,
                    Problem.TooMany _ -> null;
        };
    }

    /**
     * No rate is assumed, so the amount in dollars has to be typed. What the job costs needs no rate, and settles most
     * budgets.
     */
    private List<Interpretation.Reading> inDollars(Problem.ForeignCurrency currency) {
        boolean budget = currency.slot() == SlotName.BUDGET_USD && !slots.isEmpty();
        boolean running = slots.has(SlotName.REQUESTS_PER_DAY) || slots.has(SlotName.MONTHS);
        Intent priced = FollowUpIntent.byShape(running ? Intent.TCO : Intent.ESTIMATE, slots);
        return budget ? List.of(new Interpretation.Reading(IN_DOLLARS, Request.of(priced, slots))) : List.of();
    }

    private Interpretation.@Nullable Question models(Problem.AmbiguousModel problem) {
        List<Interpretation.Reading> readings = new ArrayList<>(2);
        for (String name : problem.suggestions()) {
            List<ModelId> ids = new ArrayList<>(2);
            List<ModelId> said = slots.value(SlotName.MODELS);
            if (said != null && !said.contains(SlotName.ALL_MODELS)) {
                ids.addAll(said);
            }
            ModelId id = new ModelId(name);
            if (!ids.contains(id)) {
                ids.add(id);
            }
            Slot<List<ModelId>> slot = Slot.said(List.copyOf(ids), problem.span());
            Slots with = slots.with(SlotName.MODELS, slot);
            // A size identifies a model only while none is named.
            readings.add(reading(name, said == null ? with.without(SlotName.SIZE_B) : with));
        }
        return question(problem, readings);
    }

    private static List<BigDecimal> instead(Problem.OutOfRange problem) {
        return problem.slot().usual().stream().map(BigDecimal::valueOf).toList();
    }

    private Interpretation.@Nullable Question conflict(Problem.Conflict problem) {
        if (problem.slots().size() == 1) {
            return numbers(problem, problem.slots().getFirst(), problem.values());
        }
        List<Interpretation.Reading> readings = new ArrayList<>(2);
        readings.add(reading("examples x tokens", slots.without(SlotName.TOTAL_TOKENS)));
        readings.add(reading("total", slots.without(SlotName.TOKENS_PER_EXAMPLE)));
        return question(problem, readings);
    }

    private Interpretation.@Nullable Question ambiguous(Problem.AmbiguousNumber problem) {
        List<Interpretation.Reading> readings = new ArrayList<>(2);
        for (String suggestion : problem.suggestions()) {
            int space = suggestion.indexOf(' ');
            BigDecimal value = new BigDecimal(space < 0 ? suggestion : suggestion.substring(0, space));
            boolean total = suggestion.endsWith("total");
            SlotName<?> slot = total ? SlotName.TOTAL_TOKENS : problem.slot();
            add(readings, suggestion, slot, value, problem);
        }
        return question(problem, readings);
    }

    private Interpretation.@Nullable Question numbers(Problem problem, SlotName<?> slot, List<BigDecimal> values) {
        List<Interpretation.Reading> readings = new ArrayList<>(3);
        values.forEach(value -> add(readings, value.stripTrailingZeros().toPlainString(), slot, value, problem));
        return question(problem, readings);
    }

    private void add(
            List<Interpretation.Reading> readings, String label, SlotName<?> slot, BigDecimal value, Problem problem) {
        if (slot.limits().allow(value)) {
            Slots.Builder with = slots.toBuilder();
            if (slot == SlotName.TOTAL_TOKENS) {
                with.remove(SlotName.TOKENS_PER_EXAMPLE);
            }
            SlotFiller.put(with, slot, Numeral.of(value), Origin.SAID, problem.span());
            readings.add(reading(label, with.build()));
        }
    }

    private Interpretation.Reading reading(String label, Slots with) {
        Intent asked = intent == Intent.NONE ? Intent.ESTIMATE : intent;
        Request request = Request.of(asked, with);
        Slots job = request.subject().slots();
        Request shaped = Request.of(FollowUpIntent.byShape(request.subject().intent(), job), job);
        return new Interpretation.Reading(
                label, request instanceof Request.TippingPoints ? shaped.tippingPoints() : shaped);
    }

    private static Interpretation.@Nullable Question question(Problem problem, List<Interpretation.Reading> readings) {
        return readings.isEmpty()
                ? null
                : new Interpretation.Question(problem.kind(), readings.subList(0, Math.min(READINGS, readings.size())));
    }
}
