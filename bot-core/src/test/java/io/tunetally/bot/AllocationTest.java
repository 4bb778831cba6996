package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.chart.ChartPicture;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.request.Intent;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SampleQuestions;
import io.tunetally.runtime.SharedKnowledge;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The cost of answers to different questions; the limits are a third above the figures of 2026-11-30. */
class AllocationTest {
    private static final int WARM_UP = 300;
    private static final int MEASURED = 600;

    private final SampleQuestions questions = SampleQuestions.builtIn();
    private final Bot bot = Assembly.of(SharedKnowledge.at(clock()), clock()).bot();

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC);
    }

    private Answer answer(String question, int person) {
        ConversationId channel = new ConversationId(new PlatformId("test"), "T1", "C" + person, "");
        Envelope envelope = new Envelope("d" + person, channel, new UserId("U" + person), true);
        return bot.answer(new ChatEvent.Chose(envelope, question));
    }

    private Answer answer(int number) {
        return answer(questions.question(number), number);
    }

    @Test
    void anAnswerToADifferentQuestionAllocatesLittle() {
        Allocation.of(0, WARM_UP, this::answer);
        assertThat(Allocation.of(WARM_UP, MEASURED, this::answer).kilobytes()).isLessThan(270);
    }

    @Test
    void aComparisonOfAllModelsAllocatesLittle() {
        Allocation.of(0, 20, n -> answer("compare all " + (1_000 + n) + " examples", n));
        assertThat(Allocation.of(20, 50, n -> answer("compare all " + (1_000 + n) + " examples", n))
                        .kilobytes())
                .isLessThan(950);
    }

    @Test
    void aPictureAllocatesLittle() {
        ChartSpec chart = answer("gpt-4.1 300 examples 500 requests a day for 6 months", 0).reply().blocks().stream()
                .filter(Block.Chart.class::isInstance)
                .map(block -> ((Block.Chart) block).spec())
                .findFirst()
                .orElseThrow();
        Allocation.of(0, 5, _ -> ChartPicture.png(chart));
        assertThat(Allocation.of(0, 10, _ -> ChartPicture.png(chart)).kilobytes())
                .isLessThan(9_000);
    }

    @Test
    void noTwoOfFiveThousandSampleQuestionsAreAlike() {
        List<String> asked = questions.first(5_000);
        assertThat(new HashSet<>(asked)).hasSize(5_000);
    }

    @Test
    void sampleQuestionsAreOfAllIntentsAndMostAreAnswered() {
        Set<Intent> intents = EnumSet.noneOf(Intent.class);
        int answered = 0;
        for (int n = 0; n < 280; n++) {
            Outcome outcome = answer(n).outcome();
            answered += outcome instanceof Outcome.Answered ? 1 : 0;
            if (outcome.interpretation() != null) {
                intents.add(outcome.interpretation().intent());
            }
        }
        assertThat(answered).isGreaterThan(230);
        assertThat(intents).containsAll(EnumSet.complementOf(EnumSet.of(Intent.NONE, Intent.HELP)));
    }
}
