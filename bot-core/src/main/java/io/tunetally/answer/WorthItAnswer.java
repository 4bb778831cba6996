package io.tunetally.answer;

import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.CostAnalysis;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers whether to fine-tune at all, by the guide's criteria: one reason to skip outweighs all reasons to tune; with
 * reasons for it and none against it is worth it; with neither it depends, and the open criteria are offered as
 * buttons.
 */
final class WorthItAnswer {
    private static final int OPEN_QUESTIONS = 4;

    /** Ordered by significance. */
    private static final List<Criterion> IN_ORDER = List.of(
            Criterion.FEW_SHOT_WORKS,
            Criterion.CONSISTENT_FORMAT,
            Criterion.DATA_CHANGES,
            Criterion.LENGTHY_PROMPTS,
            Criterion.NICHE_TASK,
            Criterion.BROAD_KNOWLEDGE);

    private final RecommendAnswer recommend;

    WorthItAnswer(RecommendAnswer recommend) {
        this.recommend = recommend;
    }

    Outcome answer(Inquiry inquiry) {
        Set<Criterion> said = said(inquiry);
        List<Criterion> open = IN_ORDER.stream()
                .filter(criterion -> !said.contains(criterion))
                .limit(OPEN_QUESTIONS)
                .toList();
        Optional<Quote> quote = recommend.likeliest(inquiry);
        Optional<BreakEven> breakEven = quote.flatMap(some -> breakEven(inquiry, some));
        NextQuestions nextQuestions = NextQuestions.withDetails(inquiry);
        breakEven.ifPresent(_ -> nextQuestions.tippingPoints());
        open.forEach(
                criterion -> nextQuestions.add(NextQuestion.Kind.CRITERION, with(inquiry.request(), said, criterion)));
        return new WorthItOutcome(
                inquiry,
                verdict(said),
                said,
                open,
                quote.orElse(null),
                breakEven.orElse(null),
                nextQuestions.breakEvenExample().recommend().list());
    }

    private static WorthItOutcome.Verdict verdict(Set<Criterion> said) {
        if (said.stream().anyMatch(criterion -> !criterion.speaksFor())) {
            return WorthItOutcome.Verdict.NOT_YET;
        }
        return said.isEmpty() ? WorthItOutcome.Verdict.DEPENDS : WorthItOutcome.Verdict.WORTH_IT;
    }

    private static Optional<BreakEven> breakEven(Inquiry inquiry, Quote quote) {
        Plan plan = Plans.of(inquiry);
        Traffic traffic = plan.traffic();
        return traffic == null ? Optional.empty() : new CostAnalysis(inquiry.engine()).breakEven(quote, traffic);
    }

    private static Request with(Request request, Set<Criterion> said, Criterion more) {
        List<Criterion> criteria = new ArrayList<>(said);
        criteria.add(more);
        Slots slots = request.slots().with(SlotName.CRITERIA, Slot.of(List.copyOf(criteria), Origin.SAID));
        return Request.of(Intent.WORTHIT, slots);
    }

    private static Set<Criterion> said(Inquiry inquiry) {
        List<Criterion> said = inquiry.filled().value(SlotName.CRITERIA);
        return said == null || said.isEmpty() ? EnumSet.noneOf(Criterion.class) : EnumSet.copyOf(said);
    }
}
