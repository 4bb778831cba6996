package io.tunetally.runtime;

import io.tunetally.bot.Allocation;
import io.tunetally.bot.Bot;
import io.tunetally.catalog.Availability;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures the cost of an answer with price books of many times as many models. Usage: {@code TIMES...}, such as {@code 1 10 100}. */
public final class BookScale {
    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 500;
    private static final int FEW = 20;
    private static final int ROUNDS = 5;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC);

    private BookScale() {}

    public static void main(String[] arguments) {
        List<Bot> bots = new ArrayList<>();
        for (String times : arguments) {
            Bot bot = bot(Integer.parseInt(times));
            bots.add(bot);
            named(bot, 0, WARM_UP);
            all(bot, 0, FEW);
        }
        int first = WARM_UP;
        for (int round = 0; round < ROUNDS; round++) {
            for (int n = 0; n < bots.size(); n++) {
                Allocation named = named(bots.get(n), first, MEASURED);
                Allocation all = all(bots.get(n), first, FEW);
                System.out.printf(
                        "%4s times the models: a named model %7.1f us %7.1f kB, all models %9.1f us %9.1f kB%n",
                        arguments[n], named.micros(), named.kilobytes(), all.micros(), all.kilobytes());
            }
            first += MEASURED;
        }
    }

    private static Allocation named(Bot bot, int first, int count) {
        return Allocation.of(first, count, n -> answer(bot, "cost " + (1_000 + n) + " examples llama 8b lora"));
    }

    private static Allocation all(Bot bot, int first, int count) {
        return Allocation.of(first, count, n -> answer(bot, "compare all " + (1_000 + n) + " examples"));
    }

    private static Object answer(Bot bot, String question) {
        ConversationId conversation = new ConversationId(new PlatformId("scale"), "T1", "C1", "");
        return bot.answer(new ChatEvent.PointedAt(
                new Envelope("d", conversation, new UserId("U1"), true), Markup.PLAIN, question));
    }

    static Bot bot(int times) {
        Knowledge shipped = SharedKnowledge.at(CLOCK);
        return Assembly.of(Knowledge.of(shipped.settings(), larger(shipped.catalog(), times)), CLOCK)
                .bot();
    }

    /** Adds copies of each model with the same prices under other names. */
    private static Catalog larger(Catalog catalog, int times) {
        List<Model> models = new ArrayList<>(catalog.models());
        for (int copy = 1; copy < times; copy++) {
            for (Model model : catalog.models()) {
                ModelId id = copy(model.id(), copy);
                models.add(new Model(id, id.value(), model.billionParameters(), model.open(), List.of()));
            }
        }
        List<PriceBook> books = catalog.books().stream()
                .map(book -> book.with(larger(book.rates(), times)))
                .toList();
        List<Availability> lists = catalog.providers().stream()
                .flatMap(provider -> catalog.availability(provider.id()).stream())
                .toList();
        return new Catalog(
                new Catalog.Content(models, catalog.providers(), catalog.lifecycle(), lists, books, Map.of()));
    }

    private static List<Rate> larger(List<Rate> rates, int times) {
        List<Rate> more = new ArrayList<>(rates);
        for (int copy = 1; copy < times; copy++) {
            for (Rate rate : rates) {
                if (rate.subject() instanceof PriceScope.OfModel(ModelId model)) {
                    more.add(rate.about(new PriceScope.OfModel(copy(model, copy))));
                }
            }
        }
        return more;
    }

    private static ModelId copy(ModelId model, int copy) {
        return new ModelId("copy-" + copy + "x-" + model.value());
    }
}
