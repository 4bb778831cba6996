package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tunetally.reply.Action;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void namesModelsByTheirNames() {
        assertThat(Worded.buttons(Worded.byGuide("cost llama 1k examples")))
                .extracting(Action::label)
                .contains("Llama 3.1 8B", "Llama 3.3 70B");
    }
}
