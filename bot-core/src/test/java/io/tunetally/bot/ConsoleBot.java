package io.tunetally.bot;

import io.tunetally.answer.Answers;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.conversation.Assumptions;
import io.tunetally.conversation.Conversations;
import io.tunetally.conversation.Defaults;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.storage.bounded.ProcessMemory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A bot with the built-in price books and a memory of its own, which one person talks to in one conversation. */
final class ConsoleBot {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Catalog CATALOG = new CatalogLoader(CLOCK)
            .load(List.of("published", "guide"), NamedYaml.builtIn(List.of("guide.yaml", "published/")), List.of());
    private static final Interpreter INTERPRETER = new Interpreter(CATALOG, Lexicon.builtIn());
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");

    private final Bot bot = new DefaultBot(
            INTERPRETER,
            new Answers(CATALOG, CLOCK),
            Assumptions.everywhere(Defaults.reference(1000, 500, 3, BigDecimal.valueOf(100), 500, 200, 6)),
            new Conversations(new ProcessMemory(Duration.ofHours(1), CLOCK), INTERPRETER),
            CATALOG.books());

    /** Returns the answer to a message that is said to the bot. */
    Answer say(String text) {
        Envelope envelope = new Envelope("", HERE, new UserId("ann"), true);
        return bot.answer(new ChatEvent.Said(envelope, Markup.PLAIN, text, List.of()));
    }
}
