package io.tunetally.discussion.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Reply;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.Deliveries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WatchRoundTest {
    private static final PlatformId CONSOLE = PlatformId.CONSOLE;

    private final MovableClock clock = new MovableClock();
    private final Assembly assembly = Assembly.ofSession(SharedKnowledge.at(clock), clock);
    private final Claims claims = new Claims();
    private final WatchRound one = round();
    private final WatchRound other = round();
    private final List<Reply> sent = new ArrayList<>();

    /** Claims of all processes. */
    private static final class Claims implements Deliveries {
        private final Set<String> held = new HashSet<>();

        @Override
        public boolean claim(PlatformId platform, String deliveryId) {
            return held.add(deliveryId);
        }

        @Override
        public boolean claim(PlatformId platform, String id, Duration lifetime) {
            return held.add(id);
        }

        @Override
        public void release(PlatformId platform, String deliveryId) {
            held.remove(deliveryId);
        }
    }

    private WatchRound round() {
        return assembly.discussion().orElseThrow().watchRound(claims, assembly.assumptions()::in);
    }

    private String say(String text) {
        Bot bot = assembly.bot();
        Envelope envelope = new Envelope("", new ConversationId(CONSOLE, "", "C1", ""), new UserId("ada"), true);
        return bot.answer(new ChatEvent.Said(envelope, Markup.PLAIN, text, List.of()))
                .reply()
                .title();
    }

    @Test
    void saysNothingWhileThePriceStays() {
        say("watch llama 8b lora");

        assertThat(one.run(CONSOLE, (_, reply) -> sent.add(reply))).isZero();
    }

    @Test
    void tellsOnceOfAChangedPriceHoweverManyProcessesLook() {
        say("watch llama 8b lora on together");
        say("discount together 15%");

        one.run(CONSOLE, (_, reply) -> sent.add(reply));
        other.run(CONSOLE, (_, reply) -> sent.add(reply));

        assertThat(sent).singleElement().satisfies(reply -> {
            assertThat(reply.title()).isEqualTo("Watched: llama 8b lora on together");
            assertThat(reply.blocks().toString()).contains("Was $").contains("unwatch llama 8b lora on together");
        });
    }

    @Test
    void triesAgainInTheNextRoundWhereThePlatformTakesNoMessage() {
        say("watch llama 8b lora on together");
        say("discount together 15%");

        int refused = one.run(CONSOLE, (_, _) -> {
            throw new IllegalStateException("closed");
        });
        int taken = one.run(CONSOLE, (_, reply) -> sent.add(reply));

        assertThat(refused).isZero();
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void looksAtTheOthersWhereOneWatchFails() {
        say("watch llama 8b lora on together");
        say("watch llama 70b lora on together");
        say("discount together 15%");
        AtomicBoolean isFirst = new AtomicBoolean(true);
        WatchRound failing = assembly.discussion().orElseThrow().watchRound(claims, place -> {
            if (isFirst.getAndSet(false)) {
                throw new IllegalStateException("unreadable");
            }
            return assembly.assumptions().in(place);
        });

        assertThat(failing.run(CONSOLE, (_, reply) -> sent.add(reply))).isEqualTo(1);
    }

    @Test
    void isStoppedByTheButtonOnItsMessage() {
        say("watch llama 8b lora on together");
        say("unwatch llama 8b lora on together");
        say("discount together 15%");

        assertThat(one.run(CONSOLE, (_, reply) -> sent.add(reply))).isZero();
    }
}
