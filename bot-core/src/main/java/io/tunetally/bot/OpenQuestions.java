package io.tunetally.bot;

import io.tunetally.chat.Markup;
import io.tunetally.conversation.Defaults;
import io.tunetally.engine.Quote;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.TypedChoice;
import io.tunetally.request.Address;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Interpretation.Reading;
import io.tunetally.request.Request;
import io.tunetally.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What becomes of a question that was asked back: a choice that is typed answers it, and another message goes on from each of its choices. */
final class OpenQuestions {
    private final Interpreter interpreter;
    private final Function<AnswerCache.Question, Answer> answering;
    private final Supplier<LocalDate> today;

    OpenQuestions(
            Interpreter interpreter, Function<AnswerCache.Question, Answer> answering, Supplier<LocalDate> today) {
        this.interpreter = interpreter;
        this.answering = answering;
        this.today = today;
    }

    /**
     * Returns the choice that a message consists of.
     *
     * @param addressed whether the message is for the bot; one that is overheard chooses by a value or a name only
     */
    Optional<TypedChoice> choice(String text, Markup markup, boolean addressed, Interpretation.Question open) {
        return interpreter
                .choice(text, markup, open.readings())
                .filter(choice -> addressed || choice instanceof TypedChoice.ByLabel);
    }

    /** Returns the question that a choice of the open one stands for; none if it is chosen by a price that is not known. */
    Optional<AnswerCache.Question> chosen(
            TypedChoice choice, Interpretation.@Nullable Question open, Defaults defaults) {
        List<AnswerCache.Question> choices = open == null
                ? List.of()
                : open.readings().stream()
                        .map(reading -> question(reading, defaults))
                        .toList();
        return switch (choice) {
            case TypedChoice.ByLabel label ->
                choices.stream().skip(label.index()).findFirst();
            case TypedChoice.ByPlace place ->
                choices.stream().skip(place.index()).findFirst();
            case TypedChoice.ByPrice price -> byPrice(choices, price);
        };
    }

    private AnswerCache.Question question(Reading reading, Defaults defaults) {
        return new AnswerCache.Question(
                CanonicalText.write(reading.request()), Markup.PLAIN, Address.ADDRESSED, null, defaults, today.get());
    }

    private record Priced(AnswerCache.Question question, Quote quote) {}

    /** Returns the choice with a place among the lowest or the highest prices; none if one of them has no price. */
    private Optional<AnswerCache.Question> byPrice(List<AnswerCache.Question> choices, TypedChoice.ByPrice price) {
        List<Priced> priced = choices.stream()
                .flatMap(choice -> Wording.leading(answering.apply(choice).outcome()).stream()
                        .map(quote -> new Priced(choice, quote)))
                .toList();
        Comparator<Priced> order = Comparator.comparing(Priced::quote, Quote.CHEAPEST_FIRST);
        return priced.size() < choices.size()
                ? Optional.empty()
                : priced.stream()
                        .sorted(price.cheapest() ? order : order.reversed())
                        .skip(price.place())
                        .findFirst()
                        .map(Priced::question);
    }

    /**
     * Returns how a message is read while a question is open. One that changes the job whatever is chosen leaves the question open with
     * changed choices; nothing that was said is lost.
     *
     * @param read how it is read after what is known without a choice
     * @param after how it is read after a choice
     */
    static Interpretation goingOn(
            Interpretation.Question open, Interpretation read, Function<Request, Interpretation> after) {
        if (read.status() != Interpretation.Status.READY) {
            return read;
        }
        List<Reading> changed = new ArrayList<>();
        Interpretation first = read;
        for (Reading choice : open.readings()) {
            Interpretation each = after.apply(choice.request());
            Request request = each.request();
            if (each.status() != Interpretation.Status.READY || request == null) {
                return read;
            }
            if (changed.isEmpty()) {
                first = each;
            }
            changed.add(new Reading(choice.label(), request));
        }
        long different = changed.stream()
                .map(each -> CanonicalText.write(each.request()))
                .distinct()
                .count();
        if (different == 1) {
            return first;
        }
        return different < changed.size()
                ? read
                : first.asking(new Interpretation.Question(open.about(), changed), read.slots());
    }
}
