package io.tunetally.wording;

import io.tunetally.answer.advice.Why;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.PickReason;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.request.Criterion;
import io.tunetally.request.SlotName;
import io.tunetally.units.Money;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.table.QuoteTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Words a recommendation, cheap alternatives, and the models that were ruled out. */
final class RecommendWording {
    private static final String HOW = "Prepare 500-1,000 good examples, run 3 epochs, and evaluate before scaling up.";

    Reply reply(RecommendOutcome outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        cautions(outcome, answerFrame);
        if (outcome.inquiry().filled().value(SlotName.OBJECTIVE) == Objective.RFT) {
            answerFrame.footnote(CriterionWording.ROLLOUTS);
        }
        Quote pick = outcome.pick();
        Quote nearest = outcome.nearest();
        if (nearest != null) {
            answerFrame.cite(nearest).figure(EstimateWording.arithmetic(nearest));
            TcoWording.explain(answerFrame, nearest);
            return answerFrame
                    .passOver(outcome.passedOver())
                    .reply(beyondBudget(outcome.inquiry(), nearest), outcome.followUps());
        }
        if (pick == null) {
            return answerFrame
                    .dearToRun(outcome.dearToRun())
                    .passOver(outcome.passedOver())
                    .reply(nothing(outcome), outcome.followUps());
        }
        answerFrame
                .monthlyLimit(pick.monthly())
                .totalBudget(pick)
                .beside(outcome.beside())
                .instead(outcome.instead(), true)
                .cite(pick)
                .dearToRun(outcome.dearToRun());
        closedProviders(outcome.inquiry()).forEach(answerFrame::under);
        List<Quote> rows = new ArrayList<>(List.of(pick));
        rows.addAll(outcome.alternatives());
        answerFrame.figure(rows.size() > 1 ? QuoteTable.inSight(rows) : TcoWording.figure(pick));
        answerFrame.footnote(why(outcome, pick)).footnote(HOW);
        answerFrame.detail(() -> new Block.Facts(TcoWording.facts(pick)));
        TcoWording.explain(answerFrame, pick);
        answerFrame.detail(rows.size(), () -> QuoteTable.inFull(outcome.inquiry(), rows));
        if (outcome.closed() == null) {
            answerFrame.passOver(outcome.passedOver());
        }
        String start = new Standing(outcome.inquiry()).overBudget(pick).orElseGet(() -> start(outcome, pick));
        return answerFrame.reply(start + VerdictWording.offer(outcome.inquiry(), pick), outcome.followUps());
    }

    private static String start(RecommendOutcome outcome, Quote pick) {
        BigDecimal budget = outcome.inquiry().filled().value(SlotName.BUDGET_USD);
        if (budget != null && outcome.reason() != PickReason.LARGEST && isTrainedOnly(pick, new Money(budget))) {
            return Numbers.money(new Money(budget)) + " is enough to train, not to run: ";
        }
        return outcome.reason() != PickReason.LARGEST
                ? "Start with "
                : budget == null
                        ? "The largest is "
                        : "The largest within " + Numbers.money(new Money(budget)) + " is ";
    }

    /** True if a budget pays for the training and for no month of the endpoint that the tuned model waits on. */
    private static boolean isTrainedOnly(Quote pick, Money budget) {
        return pick.training().high().compareTo(budget) <= 0
                && pick.sum(Part.HOSTING).low().compareTo(budget) > 0;
    }

    /** Returns the providers that were said and train nothing for a new customer. */
    private static List<String> closedProviders(Inquiry inquiry) {
        List<ProviderId> said = inquiry.filled().value(SlotName.PROVIDERS);
        Objective objective = inquiry.filled().value(SlotName.OBJECTIVE);
        Offers offers = inquiry.engine().offers();
        return said == null
                ? List.of()
                : said.stream()
                        .filter(id -> !offers.isOnGpus(id)
                                && !offers.takesNewJobs(id, objective == null ? Objective.SFT : objective))
                        .flatMap(id -> inquiry.engine().prices().catalog().provider(id).stream())
                        .map(provider -> provider.name() + ": a new customer can start nothing there today")
                        .toList();
    }

    private static String why(RecommendOutcome outcome, Quote pick) {
        return switch (outcome.reason()) {
            case CHEAPEST -> "It costs least to train and run, among what you can start today and keep.";
            case CHEAPEST_OF_MODEL ->
                "It costs least of the ways to train and run "
                        + pick.offer().model().name() + " that you can start today.";
            case CHEAPEST_OF_NAMED -> "It costs least to train and run, of those you named that you can start today.";
            case LARGEST ->
                "Its "
                        + Numbers.count(
                                Objects.requireNonNull(pick.offer().model().billionParameters()))
                        + " billion parameters are the most that fit, of the models that publish their size and that you can"
                        + " start today.";
            case STARTING_POINT ->
                "Smaller models cost the same on such a GPU: it is the guide's starting point among them.";
            case RUNNING_UNKNOWN -> "It costs least to train; what running it costs is not known.";
            case GUIDE -> "The guide's starting points are GPT-4o mini and Llama 3.1 8B with LoRA.";
        };
    }

    /** What stands against tuning, and what the asker named and cannot start, comes before any figure. */
    private static void cautions(RecommendOutcome outcome, AnswerFrame answerFrame) {
        Criterion reason = outcome.judgement().reason();
        if (reason != null && !reason.speaksFor()) {
            answerFrame.under("First: " + CriterionWording.reason(reason));
        }
        Why.Closed closed = outcome.closed();
        if (closed != null) {
            answerFrame.under(notOffered(outcome.inquiry(), closed)
                    .orElseGet(() -> "Not on " + Labels.offer(closed.offer()) + ": "
                            + VerdictWording.end(outcome.inquiry(), closed)));
        }
    }

    /** An offer of another seller says nothing of the one that was asked about. */
    private static Optional<String> notOffered(Inquiry inquiry, Why.Closed closed) {
        ProviderId asked = inquiry.filled().value(SlotName.PROVIDER);
        return asked == null || closed.offer().provider().id().equals(asked)
                ? Optional.empty()
                : inquiry.engine()
                        .prices()
                        .catalog()
                        .provider(asked)
                        .map(provider -> provider.name() + " offers no "
                                + closed.offer().model().name());
    }

    /** {@code May exceed $200.00: Llama 3.3 70B, LoRA on rented GPUs: $10.05-$214.07 to train, then ...}. */
    private static String beyondBudget(Inquiry inquiry, Quote nearest) {
        Money budget = new Money(Objects.requireNonNull(inquiry.filled().value(SlotName.BUDGET_USD)));
        boolean may = nearest.training().low().compareTo(budget) <= 0;
        return (may ? "Training may exceed " : "Nothing fits ")
                + Numbers.money(budget)
                + (may ? ": " : ": the nearest is ")
                + VerdictWording.offer(inquiry, nearest);
    }

    private static String nothing(RecommendOutcome outcome) {
        Unpriceable.OwnHardware own = outcome.own();
        Offer listed = outcome.listed();
        if (own != null) {
            return "Start with " + VerdictWording.onOwnGpus(own);
        }
        return listed == null
                ? "Nothing fits that a new customer can start today"
                : "Start with " + VerdictWording.unpriced(listed);
    }
}
