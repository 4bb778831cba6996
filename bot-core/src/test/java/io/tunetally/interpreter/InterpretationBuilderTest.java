package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.request.Address;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Service;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InterpretationBuilderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o | ready estimate",
                "cost llama | question estimate",
                "? | help help",
                "help | help help",
                "nice weather today | not_a_request none",
                "we trained gpt-4o for 3 epochs | not_a_request none",
                "reset | not_a_request none",
                "Was kostet gpt-4o mit 1000 Beispielen und 3 Epochen? | ready estimate",
                "Quanto costa gpt-4o con 1000 esempi e 3 epoche? | not_a_request none"
            })
    void saysWhetherSomethingIsAsked(String text, String verdict) {
        assertThat(Stages.verdict(BuiltIn.read(text))).isEqualTo(verdict);
    }

    @Test
    void aMessageThatIsNotMeantForTheBotAsksNothing() {
        Interpretation read = BuiltIn.INTERPRETER.read("cost gpt-4o 1k examples", Markup.PLAIN, false, null);
        assertThat(Stages.verdict(read)).isEqualTo("not_a_request none");
        assertThat(Stages.label(read)).isEqualTo("examples=1000 models=gpt-4o");
    }

    @Test
    void whatIsOnTopicIsTakenNoteOfAndChatterIsNot() {
        assertThat(Stages.label(BuiltIn.read("we trained gpt-4o for 3 epochs"))).isEqualTo("epochs=3 models=gpt-4o");
        assertThat(BuiltIn.read("nice weather for 3 days").slots()).isEqualTo(Slots.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reset | true",
                "forget that | true",
                "please reset | true",
                "how do I reset my password | false",
                "reset gpt-4o | false",
                "cost gpt-4o | false"
            })
    void forgetsOnlyWhereNothingElseIsSaid(String text, boolean forgets) {
        assertThat(BuiltIn.INTERPRETER
                        .service(text, Markup.PLAIN)
                        .filter(Service.RESET::equals)
                        .isPresent())
                .isEqualTo(forgets);
    }

    @Test
    void aListOfModelsIsAskedForByItselfInAConversation() {
        assertThat(Stages.follow("cost gpt-4o 1k examples", "models").canonical())
                .isEqualTo("models");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "help me | help help",
                "please help me! | help help",
                "can you help me with my homework | not_a_request none"
            })
    void aPleaAloneAsksForHelp(String text, String verdict) {
        assertThat(Stages.verdict(BuiltIn.read(text))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how long would a lora of llama 8b take with 12k examples for 4 epochs? | explain training-time llama-3.1-8b lora 12000 examples 4 epochs",
                "how long does a lora of llama 8b on 12k examples take on one H100 | explain training-time llama-3.1-8b lora gpu 1 x h100 12000 examples",
                "how much does Together charge per million tokens to LoRA llama 8b | cost llama-3.1-8b lora on together for every training token",
                "payback time for tuning nano on 30k rows if we do 25,000 classifications per day and currently use 4.1? | break even gpt-4.1-nano vs base gpt-4.1 30000 examples 25000 requests/day"
            })
    void aQuestionKeepsWhatItSaysOfTheJob(String text, String canonical) {
        assertThat(BuiltIn.read(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lora of llama 8b on 12k rows for 3 epochs says 5 hours, is this normal? | cost llama-3.1-8b lora 12000 examples 3 epochs",
                "how long would mistral 7b take with 3 epochs on 4,000 examples? | cost mistral-7b 4000 examples 3 epochs"
            })
    void whoPointsAtAQuestionForTimeGetsAnEstimate(String text, String canonical) {
        Interpretation read = BuiltIn.INTERPRETER.read(text, Markup.PLAIN, Address.POINTED_AT, null);

        assertThat(read.canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Before a larger fine-tune I have to estimate the cost, and there are so many variables: which GPU, how many of them, full or LoRA or QLoRA. | cost",
                "full or lora for 5k examples on llama 8b, what does it cost | compare llama-3.1-8b full vs lora 5000 examples",
                "Which of the Mistral models can be tuned at all? We have 5,500 emails | models on mistral ai 5500 examples",
                "so for how many hours does the training run, and what is to pay for it? | cost",
                "for how many hours does the training run? | explain training-time"
            })
    void theIntentIsThatOfTheQuestionAndNotOfWhatItMentions(String text, String canonical) {
        assertThat(BuiltIn.read(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fine-tune gpt-4o-mini on 3 months of chats, about 1,200 a month | cost gpt-4o-mini 3600 examples",
                "train 4o-mini on the last 6 months of emails, 50 a day | cost gpt-4o-mini 9000 examples",
                "we have 3 years of tickets, about 400 a month. what would tuning 4.1-mini cost? | cost gpt-4.1-mini 14400 examples",
                "what do 3 months of chats cost with a tuned 4o-mini, 1,200 a month? | tco gpt-4o-mini 40 requests/day"
            })
    void monthsOfDataAtARateAreExamples(String text, String canonical) {
        assertThat(BuiltIn.read(text).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I have 500 dollars (last time it was 300). Will that do for llama 8b on 1,000 examples?                    | budgetUsd=500 examples=1000 models=llama-3.1-8b
            In May we paid 500 dollars (for 300 examples). What would llama 8b on 1,000 examples cost?                 | examples=1000 models=llama-3.1-8b
            If twenty students each do one LoRA of qwen3 8b on 1,000 examples, what will that come to altogether?     | examples=1000 method=lora models=qwen3-8b runs=20
            """)
    void aRemarkInBracketsAndThoseWhoTrainEachAreRead(String text, String slots) {
        assertThat(Stages.label(BuiltIn.read(text))).isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The last two went fine with 4 parallel runs. What do 9,000 letters of 700 tokens cost on qwen3-8b for 3 epochs?      | runs      | 4
            Answers run to 900 tokens. What do 9,000 letters of 700 tokens cost on qwen3-8b, and 2,000 requests a day?           | outputTokens | 900
            The prompt grew to 2,800 tokens. What do 1,200 letters of 600 tokens cost on gpt-4.1-mini for 2 epochs?              | promptTokens | 2,800
            """)
    void aValueToldBesideTheQuestionIsADoubt(String text, String slot, String typed) {
        assertThat(BuiltIn.read(text).doubts())
                .filteredOn(doubt -> doubt.slot() != null && doubt.slot().word().equals(slot))
                .extracting(Interpretation.Doubt::text)
                .first()
                .asString()
                .startsWith(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What do 4 runs with 9,000 letters of 700 tokens cost on qwen3-8b for 3 epochs?",
                "We plan 4 runs. What do 9,000 letters of 700 tokens cost on qwen3-8b for 3 epochs?",
                "Our budget is $300. Which model can we tune on 9,000 letters of 700 tokens?",
                "I have $1,500 left of the grant. How many examples of 600 tokens can I afford with gpt-4o?",
                "Our prompt has 2,800 tokens. When does tuning gpt-4.1-mini pay back if it shrinks to 300?",
                "gpt-4.1-mini 1,200 examples 4 runs prompt 2,800 tokens"
            })
    void whatIsAskedOrPlannedIsNone(String text) {
        assertThat(BuiltIn.read(text).doubts())
                .extracting(Interpretation.Doubt::slot)
                .doesNotContain(SlotName.RUNS, SlotName.BUDGET_USD, SlotName.PROMPT_TOKENS);
    }

    /** The parts of a sum stand elsewhere than its result, and the doubt is about the sum. */
    @Test
    void arithmeticThatIsNearlyAsLikelyAsAnotherIsADoubt() {
        assertThat(
                        List.of(
                                "40 shops, some with 3 clerks each wrote 20 notes, and a third of the shops opted out of half. What does 4o-mini cost on the rest?",
                                "some 60 of our 240 boats wrote 30 notes, others half of that, and 2 in 5 are blank. What does 4o-mini cost on the rest?",
                                "We have 30 branches with 4 clerks, every second one wrote 25 letters and each third letter is blank. What do the rest cost on 4o-mini?"))
                .anyMatch(text -> isDoubtOfArithmetic(BuiltIn.read(text)));
    }

    private static boolean isDoubtOfArithmetic(Interpretation read) {
        Slot<Long> examples = read.slots().get(SlotName.EXAMPLES);
        return examples != null
                && read.doubts().stream().anyMatch(doubt -> doubt.text().equals(examples.arithmetic()));
    }
}
