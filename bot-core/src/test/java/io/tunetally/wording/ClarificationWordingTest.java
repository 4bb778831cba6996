package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tunetally.reply.Action;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClarificationWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost llama 1k examples | Which model is \"llama\"?",
                "cost gpt-4o 1.000 examples | Which number is \"1.000\"?",
                "cost gpt-4o 1k examples 2k examples | Which of these do you mean?",
                "budget 50 EUR | How much is that in US dollars?",
                "cost gpt-4o 0 epochs | How many epochs?",
                "we spent $3,200 on OpenAI last month, when does tuning pay back? | Which model does the $3,200 a month pay for?"
            })
    void asksTheOpenQuestion(String message, String title) {
        assertThat(Worded.today(message).title()).isEqualTo(title);
    }

    @Test
    void showsTheCostOfEachReading() {
        Reply reply = Worded.byGuide("cost gpt-4o 1.000 examples");
        // 500 tokens x 3 epochs at $25 / 1M: $0.0375 an example.
        assertThat(Worded.facts(reply))
                .containsExactly("1: $0.04 to train, full on OpenAI", "1,000: $37.50 to train, full on OpenAI");
        assertThat(Worded.buttons(reply))
                .extracting(Action::label, Action::command)
                .containsExactly(tuple("1", "cost gpt-4o 1 example"), tuple("1,000", "cost gpt-4o 1000 examples"));
    }

    @Test
    void asksForTheModelOfABillInPlaceOfADefault() {
        Reply reply = Worded.today("our openai bill is $3,200 a month, when does fine-tuning pay back?");
        assertThat(Worded.buttons(reply))
                .extracting(Action::command)
                .contains("break even base gpt-4o bill $3200 a month", "break even base gpt-4.1 bill $3200 a month");
        assertThat(Worded.facts(reply)).noneMatch(fact -> fact.contains("$0.39"));
        assertThat(Worded.today("we pay $3,200 a month for gpt-4o, when does fine-tuning pay back?")
                        .title())
                .contains("pays back");
    }

    @Test
    void pricesTheJobOfEachClientByItself() {
        Reply reply = Worded.today(
                "I price tuned models for 3 clients. Client A: 5,000 examples of 600 tokens, 2,000 requests a day."
                        + " Client B: 800 examples of 1,200 tokens, 150 requests a day. Client C: 20,000 examples of 300 tokens, 9,000 requests a"
                        + " day. All on Qwen3 8B. What would each cost over 12 months?");
        assertThat(reply.title()).isEqualTo("Together $886.19 over 12 months, each of the 3 by itself");
        assertThat(Worded.facts(reply))
                .extracting(fact -> fact.substring(0, fact.indexOf(" over")))
                .containsExactly(
                        "Client A: Qwen3 8B, LoRA on Thinking Machines: $160.56",
                        "Client B: Qwen3 8B, LoRA on Thinking Machines: $13.01",
                        "Client C: Qwen3 8B, LoRA on Thinking Machines: $712.62");
        assertThat(Worded.buttons(reply))
                .extracting(Action::command)
                .contains("tco qwen3-8b 800 examples 1200 tokens per example 150 requests/day 12 months");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Client A: llama 8b, 5k examples, 2 epochs; client B: gpt-4.1-mini, 3k examples, 3 epochs - training cost? | Together $24.80 to"
                        + " train, each of the 2 by itself",
                "Department 1: 900 examples, 200 requests a day. Department 2: 1,200 examples, 300 requests a day. qwen3 8b, cost of each? |"
                        + " Together $20.96 over 6 months, each of the 2 by itself",
                "what would llama 8b cost? 500 examples now, then 5k next quarter | Together $3.80 to train, each of the 2 by itself",
                "tune llama 8b on 500 rows today, 5k by march | Together $3.80 to train, each of the 2 by itself",
                "start llama 8b with 500 examples then go to 5k | Together $3.80 to train, each of the 2 by itself",
                "7B on 2k docs and 13B on 8k docs | Together $7.38 to train, each of the 2 by itself",
                "gpt-4o-mini with 10k or gpt-4.1 with 2k | Each of the 2 by itself",
                "2k docs on llama 8b vs 8k on qwen3 8b, which is cheaper? | Each of the 2 by itself",
                "llama 8b with 10k requests a day or qwen3 8b with 2k | Each of the 2 by itself",
                "Scenario A: 2,000 requests/day, 400 in 100 out. Scenario B: 20,000 requests/day, 400 in, 100 out. gpt-oss 20b, 6 months |"
                        + " Each of the 2 by itself"
            })
    void severalJobsHaveOneSumIfAllAreDone(String message, String title) {
        assertThat(Worded.today(message).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Team A: 900 tickets, team B: 1,200 tickets, train gpt-4o-mini on all, cost?",
                "Client A has 3,000 examples of 700 tokens. What is the cost on qwen3 8b?",
                "stage 1: 3 epochs, 12 hours. stage 2: 1 epoch, 5 hours. mistral 7b, same data of 30k rows",
                "Vendor A: 3,000 USD, 2 weeks. Vendor B: 5,000 USD, 1 week. 4,000 examples for llama 8b, what would it cost?",
                "gpt-4.1-mini with 2k examples or llama 8b with 2k examples",
                "llama 8b with 1k examples and 3 epochs",
                "we have 500 examples now, was 1,000. llama 8b cost?",
                "llama 8b 500 examples now, then 5k requests a day",
                "Department 1: 900 examples, 200 tokens. Department 2: 1,200 examples, 300 tokens. one qwen3 8b for both, cost?"
            })
    void partsOfOneJobAreNotSeveral(String message) {
        assertThat(Worded.today(message).title()).doesNotContain("by itself");
    }

    @Test
    void namesModelsByTheirNames() {
        assertThat(Worded.buttons(Worded.byGuide("cost llama 1k examples")))
                .extracting(Action::label)
                .contains("Llama 3.1 8B", "Llama 3.3 70B");
    }
}
