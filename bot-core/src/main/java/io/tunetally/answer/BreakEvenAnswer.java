package io.tunetally.answer;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.engine.BreakEven;
import io.tunetally.engine.Crossing;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.Offers;
import io.tunetally.engine.PromptSaving;
import io.tunetally.engine.Questions;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.interpreter.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** When tuning pays back: tuned against untuned, or one tuned model against another. */
final class BreakEvenAnswer {
    /** With no model named, so many of the cheapest that a new customer can start are compared. */
    private static final int MODELS_SHOWN = 5;

    Outcome answer(Inquiry inquiry) {
        List<Model> models = new Selection(inquiry).asked();
        Quoting quoting = new Quoting(inquiry);
        List<Quote> quotes = new ArrayList<>();
        for (Model model : models) {
            quoting.quotes(model).quotes().stream().findFirst().ifPresent(quotes::add);
        }
        if (quotes.isEmpty()) {
            return EstimateAnswer.refused(inquiry, models, List.of());
        }
        boolean twoNamed = new Selection(inquiry).named().size() == 2 && quotes.size() == 2;
        return twoNamed ? between(inquiry, quoting, quotes) : paidBack(inquiry, quoting, quotes);
    }

    /**
     * Two models: both tuned where a new customer can tune both, else the one that cannot be as it is. A model that was said
     * to be meant untuned decides.
     */
    private static Outcome between(Inquiry inquiry, Quoting quoting, List<Quote> quotes) {
        Quote first = quotes.getFirst();
        Quote second = quotes.getLast();
        List<ModelId> untuned = inquiry.filled().value(SlotName.UNTUNED);
        if (untuned != null) {
            return untuned.contains(first.offer().model().id())
                    ? against(inquiry, quoting, second, first)
                    : against(inquiry, quoting, first, second);
        }
        Offers offers = inquiry.engine().offers();
        boolean firstOpen = offers.canStart(first.offer());
        boolean secondOpen = offers.canStart(second.offer());
        if (firstOpen && secondOpen) {
            return crossed(inquiry, quoting, quotes);
        }
        return secondOpen ? against(inquiry, quoting, second, first) : against(inquiry, quoting, first, second);
    }

    private static Outcome against(Inquiry inquiry, Quoting quoting, Quote tuned, Quote untuned) {
        List<BreakEven> comparisons = new Questions(inquiry.engine())
                .breakEven(tuned, untuned.offer(), traffic(quoting))
                .map(List::of)
                .orElse(List.of());
        FollowUps followUps =
                new FollowUps(inquiry).untuned(tuned.offer().model().id());
        return new Outcome.PaidBack(
                inquiry,
                comparisons,
                comparisons.isEmpty() ? List.of(tuned, untuned) : List.of(),
                null,
                followUps.worthIt().list());
    }

    private static Outcome crossed(Inquiry inquiry, Quoting quoting, List<Quote> quotes) {
        Horizon horizon = Objects.requireNonNull(quoting.plan().horizon());
        Crossing crossing = new Questions(inquiry.engine())
                .crossing(quotes.getFirst(), quotes.getLast(), traffic(quoting), horizon.months());
        return new Outcome.Crossed(
                inquiry,
                crossing,
                quotes,
                new FollowUps(inquiry)
                        .arithmetic()
                        .untuned(quotes.getLast().offer().model().id())
                        .list());
    }

    private static Outcome paidBack(Inquiry inquiry, Quoting quoting, List<Quote> quotes) {
        Questions questions = new Questions(inquiry.engine());
        List<BreakEven> comparisons = new ArrayList<>();
        List<Quote> unpriced = new ArrayList<>();
        for (Quote quote : quotes) {
            questions.breakEven(quote, traffic(quoting)).ifPresentOrElse(comparisons::add, () -> unpriced.add(quote));
        }
        List<BreakEven> shown = comparisons.stream().limit(MODELS_SHOWN).toList();
        boolean promptSaid = inquiry.filled().has(SlotName.PROMPT_TOKENS);
        Horizon horizon = Objects.requireNonNull(quoting.plan().horizon());
        PromptSaving saving = promptSaid || shown.isEmpty()
                ? null
                : questions.promptSaving(shown.getFirst(), horizon.months()).orElse(null);
        FollowUps followUps = new FollowUps(inquiry);
        return new Outcome.PaidBack(
                inquiry,
                shown,
                unpriced,
                saving,
                (promptSaid ? followUps.worthIt() : followUps.breakEvenExample()).list());
    }

    private static Traffic traffic(Quoting quoting) {
        return Objects.requireNonNull(quoting.plan().traffic());
    }
}
