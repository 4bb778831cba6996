package io.tunetally.answer;

import io.tunetally.catalog.Model;
import io.tunetally.engine.BreakEven;
import io.tunetally.engine.Crossing;
import io.tunetally.engine.Horizon;
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
        return twoNamed ? crossed(inquiry, quoting, quotes) : paidBack(inquiry, quoting, quotes);
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
                        .breakEven(quotes.getFirst().offer().model().id())
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
