package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.CommandSpec;
import io.tunetally.bot.Completion;
import io.tunetally.chat.ChatEvent;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.request.Service;
import io.tunetally.storage.ActionKeys;
import io.tunetally.wording.Wording;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A user whose press or form breaks is told what to report, and it is counted. */
@Requirement("discord-13")
class BrokenTest extends BesideFakeDiscord {
    private static final int EPHEMERAL = 64;

    /** Works for commands, breaks for what is pressed or sent in a form. */
    private static final Changes BREAKING = Changes.answering((bot, event) -> {
        if (event instanceof ChatEvent.Commanded command && !command.options().containsKey("tokens")) {
            return bot.answer(event);
        }
        throw new IllegalStateException("broken for a test");
    });

    @Test
    void saysWhatToReportWhereAButtonBreaks() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder, BREAKING)) {
            Call sent = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));
            ObjectNode answer = Incoming.answer(Incoming.USER, false, sent.message());

            Call pressed =
                    running.interact(Incoming.press(RunningDiscord.button(sent.message(), "With 1 epoch"), answer));
            assertReported(running, pressed);
        }
    }

    /** The answer that was to be shared stays as it is, and can be shared once the bot is well again. */
    @Requirement("discord-18")
    @Test
    void saysWhatToReportToTheAskerAloneWhereSharingBreaks() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        Outcome incident = new Outcome.Failed("0123abcd");
        Answer failed = new Answer(incident, new Wording().reply(incident));
        Changes failing = Changes.answering(
                (bot, event) -> event instanceof ChatEvent.Chose && broken.get() ? failed : bot.answer(event));
        try (RunningDiscord running = new RunningDiscord(discord, folder, failing)) {
            Call sent = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o", "private", true)));
            ObjectNode own = Incoming.answer(Incoming.USER, true, sent.message());
            String share = RunningDiscord.button(sent.message(), "Share");

            Call told = running.interact(Incoming.press(share, own));
            assertThat(told.body().path("type").asInt())
                    .as("a message of its own")
                    .isEqualTo(4);
            assertThat(told.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(told.text()).contains("0123abcd");

            broken.set(false);
            discord.interact(Incoming.press(share, own));
            assertThat(discord.take(Kind.FOLLOWUP).text()).contains("$37.50", "-# Shared by ada");
            assertThat(discord.take(Kind.ORIGINAL).text()).contains("$37.50");
        }
    }

    @Test
    void saysWhatToReportWhereAFormBreaks() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder, BREAKING)) {
            Call sent = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));
            ObjectNode answer = Incoming.answer(Incoming.USER, false, sent.message());
            Call form = running.interact(
                    Incoming.press(RunningDiscord.button(sent.message(), "Change the numbers"), answer));

            assertReported(
                    running,
                    running.interact(Incoming.submit(
                            form.message().path("custom_id").asText(),
                            Map.of("model", "gpt-4o", "numbers", "Tokens: 500"),
                            answer)));
        }
    }

    @Test
    void saysWhatToReportWhereAFormCannotBeMade() throws Exception {
        Changes changes = new Changes(bot -> bot, memory -> memory, _ -> new BreakingKeys(), it -> it, Map.of());
        try (RunningDiscord running = new RunningDiscord(discord, folder, changes)) {
            ObjectNode answer = Incoming.answer(Incoming.USER, false, Bodies.read("{}"));

            assertReported(running, running.interact(Incoming.press("v1|edit|0|#AAAAAAAAAAAAAAAAAAAAAA", answer)));
        }
    }

    /** A picture has its source at its foot; the bars in characters have none. */
    @Test
    @SuppressWarnings("NullAway") // It has to break.
    void saysWhatToReportWhereAPictureCannotBeDrawn() throws Exception {
        ChartSpec.Amount amount = new ChartSpec.Amount(BigDecimal.ONE, BigDecimal.TEN, "$1-$10");
        Block chart = new Block.Chart(new ChartSpec.Bars("bars", null, List.of(new ChartSpec.Bar("one", amount))));
        Reply reply = new Reply("Bars", List.of(chart), Audience.EVERYONE);
        Changes drawing = Changes.answering((_, _) -> new Answer(new Outcome.Failed("0"), reply));
        try (RunningDiscord running = new RunningDiscord(discord, folder, drawing)) {
            discord.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));

            assertReported(running, discord.take(Kind.FOLLOWUP));
        }
    }

    @Requirement("discord-5")
    @Test
    void hasNothingToChooseWhereCompletionBreaks() throws Exception {
        Changes breaking = new Changes(BrokenTest::withoutCompletion, it -> it, it -> it, it -> it, Map.of());
        try (RunningDiscord running = new RunningDiscord(discord, folder, breaking)) {
            running.expectTrouble("failed: java.lang.IllegalStateException: broken for a test");
            Call callback = running.interact(Incoming.typing("ask", "message", "cost"));

            assertThat(callback.body().path("type").asInt()).isEqualTo(8);
            assertThat(callback.message().path("choices")).isEmpty();
            assertThat(running.metrics().scrape())
                    .contains("tunetally_incidents_total{platform=\"discord\",type=\"command_autocomplete\"} 1.0");
        }
    }

    /** A fast user has typed on: Discord knows only the last completion. */
    @Test
    void takesARefusedCompletionForNoTrouble() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            discord.next(Kind.CALLBACK, 404, Map.of(), "{\"message\":\"Unknown interaction\",\"code\":10062}");
            running.interact(Incoming.typing("ask", "message", "cost"));
            running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));
        }
    }

    private static Bot withoutCompletion(Bot bot) {
        return new Bot() {
            @Override
            public Answer answer(ChatEvent event) {
                return bot.answer(event);
            }

            @Override
            public Optional<Service> service(ChatEvent event) {
                return bot.service(event);
            }

            @Override
            public List<Completion> complete(String text, int cursor) {
                throw new IllegalStateException("broken for a test");
            }

            @Override
            public List<CommandSpec> commands() {
                return bot.commands();
            }
        };
    }

    private void assertReported(RunningDiscord running, Call notice) {
        running.expectTrouble("failed: java.lang.IllegalStateException: ");
        running.expectTrouble("java.lang.NullPointerException");
        assertThat(notice.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(notice.text()).containsPattern("incident `[0-9a-f]{8}`").doesNotContain("broken for a test");
        String incident = notice.text().replaceAll("(?s).*incident `([0-9a-f]{8}).*", "$1");
        assertThat(log.messages()).anyMatch(line -> line.contains(incident));
        assertThat(running.metrics().scrape())
                .containsPattern("tunetally_incidents_total\\{platform=\"discord\",type=\"\\w+\"} 1\\.0");
    }

    private static final class BreakingKeys implements ActionKeys {
        @Override
        public void keep(Collection<String> commandTexts) {}

        @Override
        public Optional<String> command(String key) {
            throw new IllegalStateException("broken for a test");
        }
    }
}
