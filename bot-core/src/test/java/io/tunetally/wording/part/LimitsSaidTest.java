package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.wording.Worded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was said as a limit decides the first line, or is said not to. */
final class LimitsSaidTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recommend under $10 for 6 months with 2000 requests a day | Nothing fits $10.00: the nearest is gpt-oss 20B",
                "budget $5 tco 6 months 1000 requests/day | Nothing fits $5.00: the nearest is gpt-oss 20B",
                "tco qwen3 8b 1000 requests/day 6 months $20 budget | Not within $20.00: Qwen3 8B",
                "what can I train for $5 and run 1000 requests a day for 3 months | $5.00 does not buy one example"
                        + " and running the model for 3 months: the nearest is gpt-oss 20B",
                "recommend under $100 for 6 months with 2000 requests a day | Start with gpt-oss 20B",
                "recommend for $20 | Start with gpt-oss 20B"
            })
    void aBudgetBesideRunningIsForBoth(String question, String headline) {
        assertThat(Worded.today(question).title()).startsWith(headline);
    }

    @Test
    void aCostWhoseHighEndIsAboveTheBudgetMayExceedIt() {
        assertThat(lines(Worded.today("recommend selfhost $2000 500 requests a day")))
                .contains("It may cost more than your $2,000");
    }

    @Test
    void ownGpusThatAreTooFewAreSaidFirst() {
        assertThat(Worded.today("own 2 H100s, gpt-oss 120b lora, 5k examples").title())
                .isEqualTo("2 H100 cannot hold this training: it needs 4");
    }

    @Test
    void theHoursThatHardwareIsFreeAreNotThoseOfTheTraining() {
        // 4 x 70e9 x 90e6 FLOPs at 45 % and 10 % of 312 TFLOPS, on eight
        assertThat(Worded.today(
                                "we have idle a100s at night (8 hours). can we do llama 70b lora 30M tokens in one night on"
                                        + " 8 of them")
                        .title())
                .isEqualTo(
                        "Only if your GPUs reach 36 % of their peak: the training takes 6.3-28.1 hours on 8 x A100 80 GB,"
                                + " and you have 8 hours");
    }

    @Test
    void gpusThatCannotHoldTheTrainingAreNamed() {
        assertThat(lines(Worded.today("full fine-tune llama 70b on 8 a100 10k examples")))
                .contains("8 A100 80 GB cannot hold this training: it needs 17, and is priced on them");
        assertThat(lines(Worded.today("own 4 H100s, gpt-oss 120b lora, 5k examples")))
                .noneMatch(line -> line.contains("cannot hold"));
        assertThat(lines(Worded.today("full fine-tune llama 70b on 20 a100 10k examples")))
                .noneMatch(line -> line.contains("cannot hold"));
    }

    /** 117 x 2 x 1.2 = 281 GB need four, 117 x 0.5 x 1.2 = 70 GB fit on two: 2 x $2.79 x 720. */
    @Test
    void gpusThatWereCountedRunWhatTheyHoldInFourBits() {
        Reply reply = Worded.today("tco gpt-oss-120b gpu 2 x h100 $2.79 per gpu hour");
        assertThat(reply.title()).contains("then $4,018 a month");
        assertThat(lines(reply))
                .contains(
                        "2 H100 cannot hold this training: it needs 4, and is priced on them; running it goes by what you"
                                + " have, which holds it in 4 bits");
        assertThat(Worded.today("tco llama 405b gpu 2 x h100 $2.79 per gpu hour")
                        .title())
                .doesNotContain("then $4,018 a month");
    }

    @Test
    void theEuIsNotUsedWhereASellerWasNamed() {
        assertThat(lines(Worded.today("tco llama 8b on fireworks in the eu")))
                .contains("Not used: in the EU (no price list says where its seller processes data)");
        assertThat(lines(Worded.today("compare all in the eu")))
                .noneMatch(line -> line.startsWith("Not used"))
                .anyMatch(line -> line.startsWith("No price list says where"));
    }

    @Test
    void nothingChangesAnAnswerOnOwnGpus() {
        assertThat(Worded.today("what would change recommend on our own servers 2000 examples")
                        .title())
                .startsWith("Nothing changes it: on your own GPUs");
    }

    private static List<String> lines(Reply reply) {
        return Stream.of(Block.Tone.values())
                .flatMap(tone -> Worded.notes(reply, tone).stream())
                .toList();
    }
}
