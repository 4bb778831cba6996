package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorthItWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "should I fine-tune | It depends on the task: tune for a format, a tone or one narrow task; for knowledge take RAG",
                "should I fine-tune for one JSON format every time | Yes, $0.59 to train, then $0.54 a"
                        + " month: start with gpt-oss 20B, LoRA on Thinking Machines",
                "docs change weekly, should we fine-tune | Not yet: knowledge that changes belongs in retrieval (RAG)",
                "few-shot works at 95%, should we fine-tune | Not yet: a prompt with a few examples already works, and costs"
                        + " nothing to train",
                "should we fine-tune a general assistant | No: tuning narrows a model: for broad use take a base model and"
                        + " good prompts",
                "should we fine-tune gpt-4o-mini for our tone | No, not on GPT-4o mini - start with gpt-oss 20B,"
                        + " LoRA on Thinking Machines: $0.59 to train, then $0.54 a month",
                "is it worth fine-tuning? 20k requests/day, gpt-4o, 3000 token prompt, 300 out | Yes, if tuning shortens"
                        + " your prompt below about 1,430 tokens - but not on OpenAI: closed to new customers, ends"
                        + " 2027-01-14",
                "should we fine-tune for spam detection on 2 own 4090s | Yes, for the electricity: start with"
                        + " Llama 3.1 8B, LoRA on your own GPUs",
                "should we fine-tune for our tone on azure | It depends on the endpoint: GPT-4.1 nano on Azure OpenAI"
                        + " (global) costs $1,224 a month while it is deployed, whatever the traffic",
                "should we fine-tune gpt-4.1-mini for our tone on azure, 3,000 requests a day | It saves no money: GPT-4.1 mini on"
                        + " Azure OpenAI (global) costs $1,224 a month while it is deployed, whatever the traffic, and $46.80 untuned",
                "is it worth fine-tuning llama 2 70b | No, not on Llama 2 70B - start"
                        + " with gpt-oss 20B, LoRA on Thinking Machines: $0.59 to train, then $0.54 a month",
                "should we fine-tune for our tone, 200 examples | It depends on more examples: 200 are a start, 500 are"
                        + " what to rely on"
            })
    void theFirstLineIsAVerdictWithItsReason(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "should I fine-tune for one JSON format every time | Why: one format every time is what tuning is good at",
                "should we fine-tune gpt-4o-mini for our tone | GPT-4o mini (OpenAI): closed to new customers, ends 2027-01-14",
                "is it worth fine-tuning llama 2 70b | Llama 2 70B (Together AI): not on Together AI's list",
                "should we fine-tune for our tone, 200 examples | Then gpt-oss 20B, LoRA on Thinking Machines: $0.12 to train,"
                        + " then $0.54 a month"
            })
    void theReasonOrTheNextStepStandsRightUnderIt(String question, String line) {
        assertThat(Worded.notes(Worded.today(question), Block.Tone.BASIS))
                .first()
                .isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we spend $3,000 a month on gpt-4o, would fine-tuning 4o mini help? | No, not on GPT-4o mini - start with"
                        + " gpt-oss 20B, LoRA on Thinking Machines: $0.59 to train, then $166.15 a month",
                "our gpt-4o bill is $3k/month, is it worth tuning qwen3 8b? | Yes, $0.66 to train, then $200.77 a month"
                        + " instead of $3,000: start with Qwen3 8B, LoRA on Thinking Machines",
                "we spend $3,000 a month on gpt-4o, is it worth tuning llama 8b? | Yes, $0.12-$0.78 to train, then"
                        + " $197.28-$532.80 a month while it is deployed instead of $3,000: start with Llama 3.1 8B, LoRA on"
                        + " your own or rented GPUs (RTX 4090)",
                "we spend $3,000 a month on gpt-4o, is it worth tuning llama 8b on fireworks? | Not on Llama 3.1 8B: $5,760 a"
                        + " month tuned, $3,000 untuned on GPT-4o - start with Qwen3 8B, LoRA on Thinking Machines: $0.66 to"
                        + " train, then $200.77 a month"
            })
    void aBillOfTodayIsComparedWithTheTunedModel(String question, String title) {
        Reply reply = Worded.today(question);
        assertThat(reply.title()).isEqualTo(title);
        // 3,000 / (30 x 0.00325) = 30,769 requests of 500 x 2.50 + 200 x 10.00 per 1M tokens.
        assertThat(Worded.notes(reply, Block.Tone.BASIS))
                .contains(
                        "$3,000 a month on GPT-4o is about 30,769 requests a day of 500 tokens in and 200 out (assumed)");
    }

    /**
     * 900 / 120,000 requests = $0.0075, of which a prompt of 2,500 x $2.50/1M takes $0.00625: the rest is 0.3846 of what 500
     * tokens in and 200 out cost, $0.00325. 3,000 / 120,000 = $0.025 is 7.692 of it.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "our gpt-4o bill is 900/month, prompt 2,500 tokens, 4k requests a day. fine-tune 4o-mini? | $900.00 a month on"
                        + " GPT-4o at 4,000 requests a day is about 2,692 tokens in and 77 out (derived) each",
                "we spend $3,000 a month on gpt-4o at 4k requests a day, is tuning worth it? | $3,000 a month on GPT-4o at"
                        + " 4,000 requests a day is about 3,846 tokens in and 1,538 out (derived) each",
                "we spend $100 a month on gpt-4.1 at 9k requests a day with a 5,000 token prompt, is tuning worth it? | Not"
                        + " used: $100.00 a month (the prompt alone costs more at so many requests a day)",
                "we spend $100 a month on gpt-4.1 at 9k requests a day, 100 in 50 out, is tuning worth it? | Not used: $100.00"
                        + " a month (the requests a day and their tokens were said)"
            })
    void aBillBesideRequestsMeasuresTheirTokens(String question, String line) {
        assertThat(Worded.notes(Worded.today(question), Block.Tone.BASIS)).contains(line);
    }

    @Test
    void saysThatRunningCostsMoreThanTheLimit() {
        Reply reply = Worded.today("is tuning llama 8b worth it if running it must stay below $150 a month?");
        assertThat(reply.title())
                .startsWith(
                        "No, not within $150.00 a month: Llama 3.1 8B, LoRA on your own or rented GPUs (RTX 4090) costs"
                                + " $197.28-$532.80 - start with Qwen3 8B");
    }

    @Test
    void theTeamsNumbersFollow() {
        assertThat(Worded.facts(
                        Worded.today("is it worth fine-tuning? 20k requests/day, gpt-4o, 3000 token prompt, 300 out")))
                .containsExactly(
                        "Today: $7,050 a month untuned; $4,275 tuned with a 200-token prompt (assumed); training $37.50",
                        "Where you can start: gpt-oss 20B, LoRA on Thinking Machines: $0.59 to train, then $156.60 a month",
                        "Reasons for it: long prompts");
    }

    @Test
    void lastComesWhatWouldChangeIt() {
        assertThat(Worded.notes(Worded.today("should I fine-tune consistent-format"), Block.Tone.NOTE))
                .contains(
                        "What would change it: fewer than 50 examples, a prompt that already works, or data that changes"
                                + " every week.");
    }

    @Test
    void cautionsAgainstTrainingsThatRepeat() {
        assertThat(Worded.notes(
                        Worded.today("should we fine-tune for spam detection, 20k requests a day, retrain monthly"),
                        Block.Tone.WARNING))
                .contains("Retrained every 30 days: 6 more trainings at $0.59 over 6 months. If the data changes that"
                        + " often, consider retrieval (RAG) instead.");
    }

    @Test
    void asksTheOpenCriteriaAsButtons() {
        assertThat(Worded.buttons(Worded.today("should I fine-tune tone-of-voice")))
                .extracting(Action::label)
                .contains(
                        "Prompting works already",
                        "We need one format",
                        "Our data changes often",
                        "Our prompts are long");
        assertThat(Worded.buttons(Worded.today("should I fine-tune gpt-4o, 3000 token prompt")))
                .extracting(Action::label)
                .contains("My prompt would be 500");
    }

    @Test
    void theNumbersDecideWhereTuningSavesNothing() {
        assertThat(Worded.today("worth it gpt-4.1-mini").title())
                .isEqualTo("It depends on the task, as tuning saves no money: $1.56 a month untuned, $1,226 tuned");
    }
}
