package io.tunetally.interpreter.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FollowUpTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples | 2 epochs | cost gpt-4o 1000 examples 2 epochs",
                "cost gpt-4o 1k examples | per customer, we have 40 | cost gpt-4o 1000 examples split over 40 customers",
                "cost gpt-4o 1k examples 14 runs | per customer? | cost gpt-4o 1000 examples 14 runs split over 14 customers",
                "cost gpt-4o 1k examples 9 runs | per adapter? | cost gpt-4o 1000 examples 9 runs split over 9 adapters",
                "cost gpt-4o 1k examples | our members are 31, how much pays each? | cost gpt-4o 1000 examples split over 31 members",
                "tco gpt-4o 1k examples 1200 requests/day | and for 7 clients? | tco gpt-4o 1000 examples 7 runs 8400 requests/day",
                "tco gpt-4o 1k examples 7 runs 8400 requests/day | and for 10 clients? | tco gpt-4o 1000 examples 10 runs 12000 requests/day",
                "tco gpt-4o 1k examples 1200 requests/day | now I have 7 such clients, each with own model. for all together? | tco gpt-4o 1000 examples 7 runs 8400 requests/day",
                "cost gpt-4o 1k examples | and if the 4 departments do it each for their own? | cost gpt-4o 1000 examples 4 runs",
                "budget gpt-4o 400 dollars 2000 tokens per example | make that 650 | budget gpt-4o 2000 tokens per example $650",
                "cost gpt-4o 1k examples 30 runs | it's 28 students now | cost gpt-4o 1000 examples 28 runs",
                "cost gpt-4o 1k examples 30 runs | and for 28 students? | cost gpt-4o 1000 examples 28 runs",
                "tco gpt-4.1 10000 requests/day | what if we move to qwen3-8b on thinking machines instead?"
                        + " | tco qwen3-8b on thinking-machines 10000 requests/day",
                "cost gpt-4o 1k examples | do a sweep over lr 1e-4, 2e-4, 5e-4 and r 8/16/32 on that"
                        + " | cost gpt-4o 1000 examples 9 runs",
                "cost gpt-4o 1k examples 9 runs | no wait, only the three learning rates | cost gpt-4o 1000 examples 3 runs",
                "cost gpt-4o 1k examples | 3 learning rates x 2 ranks | cost gpt-4o 1000 examples 6 runs",
                "cost gpt-4o 1k examples | I need 8 of them | cost gpt-4o 1000 examples 8 runs",
                "cost gpt-4o 1k examples | what are 40 of those | cost gpt-4o 1000 examples 40 runs",
                "cost gpt-4o 1k examples | 40 of those are for testing | cost gpt-4o 960 examples 40 held out",
                "tco gpt-4o 2k examples 1200 requests/day | 1,200 requests was wrong, it is 12,000 and I have a meeting at 4"
                        + " | tco gpt-4o 2000 examples 12000 requests/day",
                "tco gpt-4o 2k examples 1200 requests/day | the 2,000 were a mistake, they are 200 and written by 3 people"
                        + " | tco gpt-4o 200 examples 1200 requests/day",
                "tco gpt-4o 2k examples 1200 requests/day | 1,200 was wrong, it is 3 months"
                        + " | tco gpt-4o 2000 examples 1200 requests/day 3 months",
                "cost gpt-4o 1k examples | why so dear?? | cost gpt-4o 1000 examples why so much",
                "cost gpt-4o 1k examples | how come it costs that much | cost gpt-4o 1000 examples why so much",
                "cost gpt-4o 1k examples | why do we pay so much a month? | cost gpt-4o 1000 examples why so much",
                "cost gpt-4o 1k examples | how did you get to that number, our bill says 640 | cost gpt-4o 1000 examples why so much details",
                "cost gpt-4o 1k examples | what is included in that number? | cost gpt-4o 1000 examples why so much details",
                "cost gpt-4o 1k examples | with a 25% margin | cost gpt-4o 1000 examples 25% markup",
                "cost gpt-4o 1k examples 7 runs | what is that per client with 25% margin on top? | cost gpt-4o 1000 examples 7 runs 25% markup split over 7 clients",
                "tco gpt-4o 5k examples 800 requests/day | what if we get half of the mails next year? | tco gpt-4o 5000 examples 400 requests/day",
                "cost gpt-4o 1k examples why so much | 2 epochs | cost gpt-4o 1000 examples 2 epochs",
                "tco gpt-oss-20b 1100 requests/day | Now we pay DeepL 1,550 $ each month. How much we spare in the year? | tco gpt-oss-20b 1100 requests/day 12 months instead of 1550 USD a month for DeepL",
                "cost gpt-oss-20b 1k examples | today we pay 4.900 € a month for the agency, compare with that | tco gpt-oss-20b 1000 examples instead of 4900 EUR a month for agency",
                "tco gpt-oss-20b 1100 requests/day | we were quoted $18,000 per year all-in by a vendor. how does that compare | tco gpt-oss-20b 1100 requests/day 12 months instead of 18000 USD a year for vendor",
                "cost gpt-4o 1k examples split over 40 customers | 2 epochs | cost gpt-4o 1000 examples 2 epochs",
                "cost gpt-4o 1k examples | for each of our 12 clinics | cost gpt-4o 1000 examples split over 12 clinics",
                "cost gpt-4o 1k examples | per example? | cost gpt-4o 1000 examples for every example",
                "cost qwen3-8b rft 2k examples 8 rollouts per prompt | 16 instead of 8 | cost qwen3-8b rft 2000 examples 16 rollouts per prompt",
                "cost qwen3-8b rft 2k examples 8 rollouts per prompt | halve the rollouts | cost qwen3-8b rft 2000 examples 4 rollouts per prompt",
                "cost llama 8b lora 1k examples on 4 x a100 | can we do that within 3 hours? | cost llama-3.1-8b lora gpu 4 x a100"
                        + " 1000 examples within 3 hours",
                "cost llama 8b lora 1k examples on 4 x a100 | how long with 8? | cost llama-3.1-8b lora gpu 8 x a100 1000 examples",
                "break even bill $3200 a month | gpt-4o | break even base gpt-4o bill $3200 a month",
                "cost gpt-4o 1k examples | 2k | cost gpt-4o 2000 examples",
                "cost gpt-4o 1k examples 3 epochs | 5 | cost gpt-4o 1000 examples 5 epochs",
                "cost gpt-4o 1k examples 3 epochs | 12 | cost gpt-4o 1000 examples 12 epochs",
                "cost gpt-4o 1k examples | what about 5k | cost gpt-4o 5000 examples",
                "cost gpt-4o 1k examples | what about llama 8b | cost llama-3.1-8b 1000 examples",
                "cost gpt-4o 1k examples | add llama 8b | compare gpt-4o vs llama-3.1-8b 1000 examples",
                "cost gpt-4o 1k examples | vs llama 8b | compare gpt-4o vs llama-3.1-8b 1000 examples",
                "cost gpt-4o 1k examples | compare with llama 8b | compare gpt-4o vs llama-3.1-8b 1000 examples",
                "gpt-4o vs llama 8b 1k examples | drop gpt-4o | cost llama-3.1-8b 1000 examples",
                "gpt-4o vs llama 8b 1k examples | drop the llama | cost gpt-4o 1000 examples",
                "gpt-4o vs llama 8b vs llama 70b 1k examples | without llama | cost gpt-4o 1000 examples",
                "cost llama 8b 1k examples | and with lora | cost llama-3.1-8b lora 1000 examples",
                "cost gpt-4o 9k examples | cut to 5000 examples | cost gpt-4o 5000 examples",
                "cost gpt-4o 9k examples | cut down to 5,000 | cost gpt-4o 5000 examples",
                "cost gpt-4o 9k examples | cut 500 | cost gpt-4o 8500 examples",
                "cost gpt-4o 9k examples 400 tokens each | bump to 550 tok | cost gpt-4o 9000 examples 550 tokens per example",
                "cost gpt-4o 9k examples 400 tokens each | cut to 250 tokens | cost gpt-4o 9000 examples 250 tokens per example",
                "cost gpt-4o 9k examples 400 tokens each | bump the tokens to 550 | cost gpt-4o 9000 examples 550 tokens per example",
                "cost gpt-4o 1k examples | over 6 months | tco gpt-4o 1000 examples 6 months",
                "cost gpt-4o 1k examples | 10x the data | cost gpt-4o 10000 examples",
                "cost gpt-4o 1k examples | double the data | cost gpt-4o 2000 examples",
                "cost gpt-4o 1k examples | half the examples | cost gpt-4o 500 examples",
                "tco gpt-4o 100 requests/day | 3x the traffic | tco gpt-4o 300 requests/day",
                "budget $50 gpt-4o | double the budget | budget gpt-4o $100",
                "budget $50 gpt-4o | what does it cost | cost gpt-4o",
                "cost gpt-4o 1M tokens | 500 tokens per example | cost gpt-4o 500 tokens per example",
                "recommend | full | recommend full",
                "cost llama 8b 1k examples | the 70b I meant | cost llama-3.3-70b 1000 examples",
                "cost qwen3-8b 1k examples | and 14b? | cost qwen3-14b 1000 examples",
                "cost gemini 2.5 flash 1k examples | what about 2.0 | cost gemini-2.0-flash 1000 examples",
                "cost gpt-4.1-mini 1k examples | nano instead | cost gpt-4.1-nano 1000 examples",
                "gpt-4o vs mistral 7b vs qwen3-8b 1k examples | remove the third | compare gpt-4o vs mistral-7b 1000 examples",
                "gpt-4o vs mistral 7b 1k examples | just the second one | cost mistral-7b 1000 examples",
                "qwen3-8b vs qwen3-32b 1k examples | only the smaller one please | cost qwen3-8b 1000 examples",
                "gpt-4o vs gpt-4o-mini 1k examples | only the mini | cost gpt-4o-mini 1000 examples",
                "gpt-4o vs llama 8b 1k examples | swap llama for mistral 7b | compare gpt-4o vs mistral-7b 1000 examples",
                "cost gpt-4o 1k examples on openai | vs azure | compare gpt-4o openai vs azure 1000 examples",
                "compare openai vs azure gpt-4o 1k examples | just azure then | cost gpt-4o on azure 1000 examples",
                "compare openai vs azure gpt-4o 1k examples | without openai | cost gpt-4o on azure 1000 examples",
                "compare together vs fireworks llama 8b 1k examples | fireworks out | cost llama-3.1-8b on together 1000 examples",
                "recommend 2000 requests/day | without thinking machines | recommend without thinking-machines 2000 requests/day",
                "compare all without openai | and without azure | compare all without openai without azure",
                "compare all without openai without azure | on openai | compare all on openai",
                "cost mistral 7b lora 1k examples | vs full | compare mistral-7b lora vs full 1000 examples"
            })
    void whatIsSaidReplacesAndTheRestIsInherited(String before, String after, String canonical) {
        assertThat(Stages.follow(before, after).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tco gpt-4o 100 requests a day | 20% less traffic | tco gpt-4o 80 requests/day",
                "tco gpt-4o 100 requests a day | traffic will triple | tco gpt-4o 300 requests/day",
                "cost gpt-4o 1k examples 3 epochs | two more epochs | cost gpt-4o 1000 examples 5 epochs",
                "cost gpt-4o 1k examples 3 epochs | one epoch less | cost gpt-4o 1000 examples 2 epochs",
                "cost gpt-4o 1k examples | another 500 examples | cost gpt-4o 1500 examples",
                "cost gpt-4o 1k examples | +50% rows | cost gpt-4o 1500 examples",
                "cost gpt-4o 1k examples | a third of the rows | cost gpt-4o 333 examples",
                "cost gpt-4o 1k examples | one in five rows is a duplicate | cost gpt-4o 800 examples",
                "cost gpt-4o 1k examples | half of them are kept for testing | cost gpt-4o 500 examples 500 held out",
                "cost gpt-4o 1k examples | an eighth of the rows is spam | cost gpt-4o 875 examples",
                "cost gpt-4o 1k examples | we have 300 more | cost gpt-4o 1300 examples",
                "cost gpt-4o 1k examples | we lost 300 of them | cost gpt-4o 700 examples",
                "cost gpt-4o 1k examples | half of that data | cost gpt-4o 500 examples",
                "cost gpt-4o 1k examples | ten times the rows | cost gpt-4o 10000 examples",
                "budget $100 gpt-4o 3 epochs | the boss says 250 is ok | budget gpt-4o 3 epochs $250",
                "tco gpt-4o 100 requests a day 500 in 90 out | the answers got longer, 400 | tco gpt-4o 100 requests/day 500 input tokens 400 output tokens",
                "cost llama 8b lora on together 1k examples | now fireworks | cost llama-3.1-8b lora on fireworks 1000 examples",
                "cost gpt-4o 2M tokens | divide the tokens by four | cost gpt-4o 500000 tokens total",
                "cost gpt-4o 1k examples 200 tokens each | the examples are half as long | cost gpt-4o 1000 examples 100 tokens per example",
                "tco gpt-4o 100 requests a day 6 months | per year? | tco gpt-4o 100 requests/day 12 months"
            })
    void rememberedValuesAreCalculatedWith(String before, String after, String canonical) {
        assertThat(Stages.follow(before, after).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples 3 epochs | undo the 3 epochs | cost gpt-4o 1000 examples",
                "cost gpt-4o on azure 1k examples | drop the provider | cost gpt-4o 1000 examples",
                "tco gpt-4o 1k examples 100 requests a day | just the training, forget the traffic | cost gpt-4o 1000 examples"
            })
    void whatIsTakenBackIsForgotten(String before, String after, String canonical) {
        assertThat(Stages.follow(before, after).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples | double the epochs | double",
                "gpt-4o vs mistral 7b 1k examples | drop the fifth | fifth",
                "cost gpt-4o 1k examples | without mistral | mistral",
                "tco gpt-oss-20b vs base gpt-4.1 10000 requests/day | and with caching on for the untuned one, 90% of the prompt"
                        + " | for the untuned one"
            })
    void anEditThatCannotBeMadeIsSaid(String before, String after, String unused) {
        assertThat(Stages.follow(before, after).problems())
                .extracting(Problem::text)
                .contains(unused);
    }

    @Test
    void whatIsInheritedIsRemembered() {
        Interpretation read = Stages.follow("cost gpt-4o 1k examples", "2 epochs");
        assertThat(Objects.requireNonNull(read.slots().get(SlotName.EXAMPLES)).origin())
                .isEqualTo(Origin.REMEMBERED);
        assertThat(Objects.requireNonNull(read.slots().get(SlotName.EPOCHS)).origin())
                .isEqualTo(Origin.SAID);
        assertThat(Objects.requireNonNull(Stages.follow("cost gpt-4o 1k examples", "double the data")
                                .slots()
                                .get(SlotName.EXAMPLES))
                        .origin())
                .isEqualTo(Origin.DERIVED);
    }

    @Test
    void aMethodThatTheNewModelDoesNotHaveIsForgone() {
        Interpretation read = Stages.follow("cost llama 8b lora 1k examples", "what about gpt-4o");
        assertThat(read.canonical()).isEqualTo("cost gpt-4o 1000 examples");
        assertThat(read.forgone())
                .singleElement()
                .satisfies(forgone -> assertThat(forgone.slot()).isEqualTo(SlotName.METHOD));
    }

    @ParameterizedTest
    @CsvSource({
        "what about 620?, cost gpt-4o 4200 examples 620 tokens per example",
        "and 5000, cost gpt-4o 5000 examples 600 tokens per example"
    })
    void aNumberAloneReplacesTheValueThatItIsNearTo(String text, String canonical) {
        assertThat(Stages.follow("cost gpt-4o 4200 examples 600 tokens each", text)
                        .canonical())
                .isEqualTo(canonical);
    }

    @Test
    void theArithmeticIsShownOnce() {
        assertThat(Stages.follow("cost gpt-4o 1k examples, show the arithmetic", "2 epochs")
                        .canonical())
                .isEqualTo("cost gpt-4o 1000 examples 2 epochs");
    }

    @ParameterizedTest
    @CsvSource({
        "10x the data, true",
        "3x the traffic, true",
        "10x better, false",
        "double the data, false",
        "in December it is the double, true",
        "Black Friday: triple the tickets, true",
        "our office has double the space now, false",
        "let me double check the contract, false",
        "traffic /2, true",
        "x10 calls, true"
    })
    void knowsWhetherARememberedValueIsChangedByArithmetic(String text, boolean reckons) {
        assertThat(ClearEdit.reckons(Stages.filled(
                        text, BuiltIn.read("tco gpt-4o 100 requests/day").request())))
                .isEqualTo(reckons);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5k | true",
                "make it 5k | true",
                "5k and 6k and 7k moons | false",
                "2 epochs | false",
                "my boss went to the shop on floor 5 and came back late | false"
            })
    void aLoneNumberStandsInAClauseOfHardlyMoreThanIt(String text, boolean open) {
        assertThat(OnlyNumber.ofClause(Stages.filled(
                                text, BuiltIn.read("cost gpt-4o 1k examples").request()))
                        >= 0)
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "same on h200 from nebius,",
        "what about 4x a100,",
        "and on h200 at the same price?,2.1",
        "'sorry, h200 not h100',2.1",
        "and with 4 gpus?,2.1",
        "over 6 months,2.1"
    })
    void theHourOfAGpuIsThatOfTheGpuItWasSaidOf(String text, @Nullable BigDecimal price) {
        var before = BuiltIn.read("cost llama 3.3 70b lora 5k examples on 2x h100 at $2.10/h")
                .request();
        assertThat(BuiltIn.read(text, before).slots().value(SlotName.GPU_HOUR_USD))
                .isEqualTo(price);
    }
}
