package io.tunetally.discussion.command;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Validity;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.PlainText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.Knowledge;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.ThreadMemory;
import io.tunetally.storage.bounded.StoreCalls;
import io.tunetally.storage.jdbc.DatabaseUrl;
import io.tunetally.storage.jdbc.JdbcStorage;
import io.tunetally.storage.jdbc.Keys;
import io.tunetally.storage.jdbc.MigratedFile;
import io.tunetally.units.Band;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shipped price books without ends of life, in which GPT-4.1 mini's training has a price and ends of its own. */
record PriceWorld(Knowledge knowledge, Clock clock) {
    private static final ModelId MODEL = new ModelId("gpt-4.1-mini");
    private static final ProviderId OPENAI = new ProviderId("openai");

    static PriceWorld at(Clock clock) {
        Knowledge shipped = SharedKnowledge.at(clock);
        Catalog catalog = shipped.catalog();
        return new PriceWorld(
                new Knowledge(shipped.settings(), catalog.with(List.of(), catalog.books()), shipped.interpreter()),
                clock);
    }

    /** Returns the world with another price per million tokens from a day on, which is known from then on alone. */
    PriceWorld trainingAt(String dollars, LocalDate from) {
        Catalog catalog = knowledge.catalog();
        List<PriceBook> books = catalog.books().stream()
                .map(book -> book.with(book.rates().stream()
                        .map(rate -> isMeant(rate)
                                ? rate.at(rate.figure().priced(Band.of(dollars)))
                                        .during(new Validity(from, null))
                                : rate)
                        .toList()))
                .toList();
        return with(catalog.with(catalog.lifecycle(), books));
    }

    /** Returns the world in which the price stays until a day and is another one from then on. */
    PriceWorld changingTrainingTo(String dollars, LocalDate from) {
        Catalog catalog = knowledge.catalog();
        List<PriceBook> books = catalog.books().stream()
                .map(book -> book.with(book.rates().stream()
                        .flatMap(rate -> isMeant(rate)
                                ? Stream.of(
                                        rate.during(
                                                new Validity(rate.effective().from(), from)),
                                        rate.at(rate.figure().priced(Band.of(dollars)))
                                                .during(new Validity(from, null)))
                                : Stream.of(rate))
                        .toList()))
                .toList();
        return with(catalog.with(catalog.lifecycle(), books));
    }

    private static boolean isMeant(Rate rate) {
        return rate.figure() == Meter.TRAINING
                && rate.subject().equals(new PriceScope.OfModel(MODEL))
                && rate.provider().equals(OPENAI);
    }

    PriceWorld ending(LifecycleEvent.Kind kind, LocalDate day, String text) {
        Catalog catalog = knowledge.catalog();
        List<LifecycleEvent> ends = new ArrayList<>(catalog.lifecycle());
        ends.add(new LifecycleEvent(
                OPENAI,
                Set.of(MODEL),
                kind,
                day,
                text,
                catalog.books().getFirst().rates().getFirst().provenance()));
        return with(catalog.with(ends, catalog.books()));
    }

    private PriceWorld with(Catalog catalog) {
        return new PriceWorld(new Knowledge(knowledge.settings(), catalog, knowledge.interpreter()), clock);
    }

    /** A bot in a world, over a database that others may have open, too. */
    record Instance(JdbcStorage storage, Assembly assembly) implements AutoCloseable {
        static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");

        static Instance start(PriceWorld world, Path folder) {
            MigratedFile.at(folder.resolve("tunetally.db"));
            JdbcStorage storage = JdbcStorage.open(
                    DatabaseUrl.in(folder), new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, world.clock());
            ThreadMemory memory = storage.threadMemory();
            return new Instance(
                    storage,
                    Assembly.ofPlatform(
                            world.knowledge(),
                            world.clock(),
                            memory,
                            storage.teamDefaults(),
                            storage.teamRecords(),
                            _ -> true,
                            StoreCalls::withoutDeadline));
        }

        /** Says a message in the one thread, and returns the whole text of the answer. */
        String say(String text) {
            Envelope from = new Envelope("", THREAD, new UserId("ada"), true);
            Bot bot = assembly.bot();
            Answer answer = bot.answer(new ChatEvent.Said(from, Markup.PLAIN, text, List.of()));
            return new PlainText(400, PlainText.Style.NONE, "").render(answer.reply());
        }

        WatchRound round() {
            return assembly.discussion().orElseThrow().watchRound(storage.deliveries(), assembly.assumptions()::in);
        }

        @Override
        public void close() {
            storage.close();
        }
    }
}
