package io.tunetally.wording.table;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome.PassedOver;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Quote;
import io.tunetally.request.SlotName;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was named to be compared: two or more models, methods or providers. Each of them has a figure in sight, if not in a row
 * of the ranking then under the headline: a question about A or B is about both.
 */
public final class NamedSides {
    /** The maximum number of models named in a line. */
    private static final int NAMED = 2;

    private final List<Predicate<Quote>> models;
    private final List<Side> others;

    /**
     * One of two or more.
     *
     * @param provider if the side is one
     */
    private record Side(String name, Optional<ProviderId> provider, Predicate<Quote> has) {
        boolean isIn(List<Quote> quotes) {
            return quotes.stream().anyMatch(has);
        }
    }

    private NamedSides(List<Predicate<Quote>> models, List<Side> others) {
        this.models = models;
        this.others = others;
    }

    public static NamedSides of(Inquiry inquiry) {
        return new NamedSides(
                several(inquiry, SlotName.MODELS).map(NamedSides::model).toList(),
                Stream.concat(
                                several(inquiry, SlotName.METHODS).map(NamedSides::method),
                                several(inquiry, SlotName.PROVIDERS).map(id -> provider(inquiry, id)))
                        .toList());
    }

    private static <T> Stream<T> several(Inquiry inquiry, SlotName<List<T>> slot) {
        List<T> values = inquiry.filled().value(slot);
        return values == null || values.size() < 2 ? Stream.empty() : values.stream();
    }

    private static Predicate<Quote> model(ModelId id) {
        return quote -> quote.offer().model().id().equals(id);
    }

    private static Side method(Method method) {
        return new Side(
                method == Method.FULL ? "Full fine-tuning" : Labels.method(method),
                Optional.empty(),
                quote -> quote.offer().method() == method);
    }

    private static Side provider(Inquiry inquiry, ProviderId id) {
        String name = inquiry.engine()
                .prices()
                .catalog()
                .provider(id)
                .map(Provider::name)
                .orElseGet(id::value);
        return new Side(
                name, Optional.of(id), quote -> quote.offer().provider().id().equals(id));
    }

    /** Returns for each side without a row the quote that comes nearest to one; none for a side without a quote. */
    public List<Quote> withoutRow(Ranking ranking, List<Quote> rows) {
        List<Quote> nearest = new ArrayList<>();
        Stream.concat(models.stream(), others.stream().map(Side::has))
                .filter(has -> Stream.of(rows, nearest).flatMap(List::stream).noneMatch(has))
                .forEach(has -> ranking.all().stream().filter(has).findFirst().ifPresent(nearest::add));
        return nearest;
    }

    /**
     * Returns a line for each provider and method without a quote: {@code OpenAI: no price on file for Llama 3.3 70B}. Why a
     * model has none is told with its reason.
     *
     * @param closed what was left out, as a new customer cannot start it
     */
    public List<String> withoutPrice(List<Quote> quotes, List<PassedOver> closed) {
        List<String> names = quotes.stream()
                .map(quote -> quote.offer().model().name())
                .distinct()
                .toList();
        String what = names.size() > NAMED ? "" : " for " + String.join(" or ", names);
        return others.stream()
                .filter(side -> !side.isIn(quotes))
                .map(side -> side.name
                        + (isClosed(side, closed) ? ": closed to new customers" : ": no price on file" + what))
                .toList();
    }

    /**
     * Returns a line for each provider whose quotes cannot be started: {@code OpenAI: closed to new customers, ends 2027-01-14},
     * {@code Fireworks AI: not on its list}.
     */
    public List<String> closed(List<Quote> quotes, Standing standing) {
        List<String> lines = new ArrayList<>();
        for (Side side : others) {
            List<Quote> there = quotes.stream().filter(side.has).toList();
            if (side.provider.isPresent() && !there.isEmpty() && there.stream().noneMatch(standing::canStart)) {
                lines.add(side.name + ": " + standing.closed(there.getFirst()).replace(side.name + "'s", "its"));
            }
        }
        return lines;
    }

    /** Returns what was left out at the providers that were named and have other quotes; all of it if none was named. */
    public List<PassedOver> leftOut(List<Quote> quotes, List<PassedOver> closed) {
        List<Side> providers =
                others.stream().filter(side -> side.provider.isPresent()).toList();
        return providers.isEmpty()
                ? closed
                : closed.stream()
                        .filter(left ->
                                providers.stream().anyMatch(side -> side.isIn(quotes) && isClosed(side, List.of(left))))
                        .toList();
    }

    private static boolean isClosed(Side side, List<PassedOver> closed) {
        return closed.stream()
                .anyMatch(left ->
                        side.provider.equals(Optional.of(left.offer().provider().id())));
    }
}
