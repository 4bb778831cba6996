package io.tunetally.bot;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.chat.Markup;
import io.tunetally.conversation.Defaults;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.TypedChoice;
import io.tunetally.interpreter.TypedPick;
import io.tunetally.request.Address;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.wording.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The offers that the answer before showed: {@code take the second one} asks for the price of that alone. */
final class ShownOffers {
    /** What chose or ranked the offers, of which one is left. */
    private static final List<SlotName<?>> CHOICE = List.of(
            SlotName.MODELS,
            SlotName.SIZE_B,
            SlotName.MOST_SIZE_B,
            SlotName.MOST_MODELS,
            SlotName.WITHOUT_MODELS,
            SlotName.WITHOUT_PROVIDERS,
            SlotName.OPEN_ONLY,
            SlotName.LARGEST,
            SlotName.UNTUNED,
            SlotName.METHOD,
            SlotName.METHODS,
            SlotName.PROVIDER,
            SlotName.PROVIDERS,
            SlotName.DEPLOYMENT,
            SlotName.CRITERIA,
            SlotName.BUDGET_USD,
            SlotName.EXPLAIN,
            SlotName.ASKS_WHY,
            SlotName.ABOUT);

    private final Interpreter interpreter;
    private final Function<AnswerCache.Question, Answer> answering;
    private final Supplier<LocalDate> today;

    ShownOffers(Interpreter interpreter, Function<AnswerCache.Question, Answer> answering, Supplier<LocalDate> today) {
        this.interpreter = interpreter;
        this.answering = answering;
        this.today = today;
    }

    /** Returns the question for the offer that a message picks; none if it picks none of those that were shown. */
    Optional<AnswerCache.Question> picked(String text, Markup markup, Request before, Defaults defaults) {
        return interpreter.pick(text, markup).flatMap(pick -> picked(pick, before, defaults));
    }

    private Optional<AnswerCache.Question> picked(TypedPick pick, Request before, Defaults defaults) {
        Outcome shown = shownBy(before, defaults);
        return offer(pick.choice(), shown).flatMap(quote -> question(pick, alone(before, quote.offer()), defaults));
    }

    private Outcome shownBy(Request before, Defaults defaults) {
        return answering.apply(question(CanonicalText.write(before), defaults)).outcome();
    }

    /** Returns the offer with a place in the table, or a price among all that were shown; none of a single one. */
    private static Optional<Quote> offer(TypedChoice choice, Outcome shown) {
        List<Quote> rows = Wording.rows(shown);
        List<Quote> all = Stream.concat(rows.stream(), Wording.besideRows(shown).stream())
                .distinct()
                .toList();
        return switch (choice) {
            case TypedChoice.ByPrice price -> among(byPrice(all, price.cheapest()), price.place());
            case TypedChoice.ByPlace place -> among(rows, place.index());
            case TypedChoice.ByLabel label -> among(rows, label.index());
        };
    }

    private static List<Quote> byPrice(List<Quote> all, boolean cheapest) {
        return all.stream()
                .sorted(cheapest ? Quote.CHEAPEST_FIRST : Quote.CHEAPEST_FIRST.reversed())
                .toList();
    }

    private static Optional<Quote> among(List<Quote> several, int place) {
        return several.size() < 2
                ? Optional.empty()
                : several.stream().skip(place).findFirst();
    }

    /** Returns what a message asks of the offer, its price if it says nothing else; none for a remark: {@code the first one was a mess}. */
    private Optional<AnswerCache.Question> question(TypedPick pick, Request offer, Defaults defaults) {
        if (pick.rest().isEmpty()) {
            return Optional.of(question(CanonicalText.write(offer), defaults));
        }
        AnswerCache.Question more =
                new AnswerCache.Question(pick.rest(), Markup.PLAIN, Address.ADDRESSED, offer, defaults, today.get());
        return Optional.of(more).filter(each -> each.read(interpreter).status() == Interpretation.Status.READY);
    }

    private AnswerCache.Question question(String canonical, Defaults defaults) {
        return new AnswerCache.Question(canonical, Markup.PLAIN, Address.ADDRESSED, null, defaults, today.get());
    }

    /** Returns the request for one offer, with the job of another request. */
    private static Request alone(Request before, Offer offer) {
        Slots job = before.subject().slots();
        for (SlotName<?> name : CHOICE) {
            job = job.without(name);
        }
        Slots one = job.with(SlotName.MODELS, said(List.of(offer.model().id())))
                .with(SlotName.METHOD, said(offer.method()))
                .with(SlotName.PROVIDER, said(offer.provider().id()));
        if (offer.deployment() != null) {
            one = one.with(SlotName.DEPLOYMENT, said(offer.deployment()));
        }
        return Request.of(before.asksAboutRunning() ? Intent.TCO : Intent.ESTIMATE, one);
    }

    private static <T> Slot<T> said(T value) {
        return Slot.of(value, Origin.SAID);
    }
}
