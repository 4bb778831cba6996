package io.tunetally.discussion.command;

import io.tunetally.bot.Answer;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.PlainText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A thread in which people talk to a bot. */
final class OneThread {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");

    private final Assembly assembly = Assembly.ofSession(SharedKnowledge.at(DAY), DAY);

    /** Returns a thread with A at 3 epochs, B of a larger model, and C like A at 9 epochs. */
    static OneThread withThreePlans() {
        OneThread thread = new OneThread();
        thread.say("cost llama 8b lora on ori 1k examples 3 epochs");
        thread.say("cost llama 70b lora on together 1k examples 3 epochs");
        thread.say("cost llama 8b lora on ori 1k examples 9 epochs");
        return thread;
    }

    Answer answer(String person, String text) {
        Envelope envelope = new Envelope("", THREAD, new UserId(person), true);
        return assembly.bot().answer(new ChatEvent.Said(envelope, Markup.PLAIN, text, List.of()));
    }

    /** Returns the whole text of the answer to Ada. */
    String say(String text) {
        return new PlainText(200, PlainText.Style.NONE, "")
                .render(answer("ada", text).reply());
    }

    /** Returns the first line of the answer to a person. */
    String title(String person, String text) {
        return answer(person, text).reply().title();
    }
}
