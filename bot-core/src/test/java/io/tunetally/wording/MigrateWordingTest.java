package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MigrateWordingTest {
    private static final String JOB = " 2k examples 20k requests/day";
    private static final String DETAILS = ", details";

    private static final String CHEAPEST = "gpt-oss 20B, LoRA on Thinking Machines";

    /** 3M tokens at $0.396; 600,000 requests of 500 tokens at $0.18 and 200 at $0.45 per 1M. */
    private static final String COST = "$1.19 to retrain, then $108.00 a month";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migrate gpt-4o-mini | Move GPT-4o mini to | before 2027-01-14 | instead of $234.00",
                "migrate gemini 2.0 flash | Move Gemini 2.0 Flash to | '' | ''",
                // 600,000 x (500 x 0.33 + 200 x 0.84) / 1M
                "migrate gpt-oss 120b on tinker | gpt-oss 120B on Thinking Machines has no announced end; the cheapest move"
                        + " is to | '' | instead of $199.80",
                "leave openai | Move from OpenAI to | '' | ''",
                "migrate | Move to | '' | ''"
            })
    void leadsWithTheMoveItsCostAndTheDeadline(String question, String move, String before, String today) {
        assertThat(Worded.today(question + JOB).title())
                .isEqualTo((move + " " + (CHEAPEST + " " + before).strip() + ": " + COST + " " + today).strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migrate gpt-4o-mini | GPT-4o mini on OpenAI: existing customers can train until 2027-01-05 · shut down"
                        + " 2027-01-14",
                "migrate gemini 2.0 flash | Gemini 2.0 Flash on Google: since 2026-06-01 the models are retired",
                "leave openai | OpenAI: existing customers can train until 2027-01-05 · GPT-4.1, GPT-4.1 mini, GPT-4o,"
                        + " GPT-4o mini shut down 2027-01-14"
            })
    void setsTheDatesUnderTheHeadline(String question, String dates) {
        assertThat(Worded.notes(Worded.today(question + JOB), Block.Tone.BASIS)).contains(dates);
    }

    @Test
    void saysWhereNothingNamedCanBeMovedTo() {
        Reply reply = Worded.today("migrate gpt-4o-mini to nova pro" + JOB);
        assertThat(reply.title())
                .isEqualTo("GPT-4o mini on OpenAI: nothing to move to can be started today" + " and used that long");
        assertThat(Worded.rows(reply)).isEmpty();
        assertThat(Worded.notes(reply, Block.Tone.WARNING))
                .anySatisfy(
                        warning -> assertThat(warning).startsWith("No price for Amazon Nova Pro on Amazon Bedrock."));
    }

    @Test
    void setsTodayAndAfterSideBySide() {
        assertThat(Worded.facts(Worded.today("migrate gpt-4o-mini" + JOB + DETAILS)))
                .startsWith(
                        "Today: GPT-4o mini on OpenAI, $234.00 a month",
                        "After: gpt-oss 20B, LoRA on Thinking Machines, $108.00 a month",
                        "Retraining: $1.19");
        assertThat(Worded.facts(Worded.today("migrate gemini 2.0 flash" + JOB + DETAILS)))
                .first()
                .isEqualTo("Today: Gemini 2.0 Flash, LoRA on Google, no longer running");
        // Together's Llama 3.1 8B can only be downloaded.
        assertThat(Worded.facts(Worded.today("migrate llama 8b on together" + JOB + DETAILS)))
                .first()
                .isEqualTo("Today: Llama 3.1 8B, LoRA on Together AI, running cost unknown");
    }

    @Test
    void listsTheDatesWithTheLastDayToTrainAReplacement() {
        assertThat(Worded.facts(Worded.today("migrate gpt-4o-mini" + JOB + DETAILS)))
                .contains("2027-01-06: no new job for anyone; the last day to train a replacement there is 2027-01-05");
    }

    @Test
    void namesTheModelsOfAnEndThatConcernsOnlySomeOfAProvider() {
        assertThat(Worded.facts(Worded.today("leave openai" + JOB + DETAILS)))
                .anySatisfy(fact -> assertThat(fact)
                        .startsWith("2027-01-14: base and fine-tuned models are shut down")
                        .endsWith(" (GPT-4.1, GPT-4.1 mini, GPT-4o, GPT-4o mini)"));
    }

    @Test
    void tellsOpenWeightsFromThoseThatStay() {
        assertThat(Worded.facts(Worded.today("migrate gpt-4o-mini" + JOB + DETAILS)))
                .contains("The tuned weights stay with OpenAI: every move starts from your data.");
        assertThat(Worded.facts(Worded.today("migrate gpt-oss 120b on tinker" + JOB + DETAILS)))
                .contains("gpt-oss 120B has open weights: if you can download your adapter from Thinking Machines, it"
                        + " runs elsewhere without retraining.");
    }
}
