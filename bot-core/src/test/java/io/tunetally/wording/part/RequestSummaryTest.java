package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.reply.Block;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.wording.Worded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestSummaryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 2k examples 400 tokens each 1 epoch"
                        + " | GPT-4o · 2,000 examples · 400 tokens each · 1 epoch",
                "cost gpt-4o 500-1000 examples 400 tokens each 2 epochs"
                        + " | GPT-4o · 500-1,000 examples · 400 tokens each · 2 epochs",
                "cost gpt-4o about 2k examples 400 tokens each 2 epochs"
                        + " | GPT-4o · about 2,000 examples · 400 tokens each · 2 epochs",
                "cost gpt-4o 3M billed tokens | GPT-4o · 3,000,000 billed tokens",
                "compare all 3M billed tokens | 3,000,000 billed tokens",
                "lora vs full llama 70b 3M billed tokens | Llama 3.3 70B · LoRA vs full · 3,000,000 billed tokens",
                "cost gpt-4o dpo 3M billed tokens published prices"
                        + " | GPT-4o · DPO · 3,000,000 billed tokens · published prices",
                "cost llama 8b on together vs fireworks 3M billed tokens"
                        + " | Llama 3.1 8B · Together AI vs Fireworks AI · 3,000,000 billed tokens",
                "self-host llama 8b on h100 3M billed tokens"
                        + " | Llama 3.1 8B · your own or rented GPUs · on H100 · 3,000,000 billed tokens"
            })
    void showsTheUnderstoodValues(String question, String line) {
        assertThat(job(Inquiries.today(question))).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "SAID, 2 epochs",
        "DERIVED, 2 epochs (derived)",
        "REMEMBERED, 2 epochs (from the thread)",
        "TEAM, 2 epochs (team default)",
        "DEFAULT, 2 epochs (assumed)"
    })
    void saysWhereAValueComesFrom(Origin origin, String written) {
        assertThat(job(epochs(origin))).endsWith(" · " + written);
    }

    @Test
    void theAssumptionsAreTheMissingValues() {
        assertThat(line(new RequestSummary(Inquiries.today("cost gpt-4o 2k examples")).assumedInAll(List.of())))
                .isEqualTo("500 tokens each (assumed) · 3 epochs (assumed)");
        assertThat(new RequestSummary(Inquiries.today("cost gpt-4o 3M billed tokens"))
                        .assumedInAll(List.of())
                        .notes())
                .isEmpty();
    }

    @Test
    void ofTwoModelsTheUntunedOneIsMarked() {
        assertThat(job(Inquiries.today("break even llama 8b vs base gpt-4o")))
                .startsWith("Llama 3.1 8B vs untuned GPT-4o · ");
    }

    private static Inquiry epochs(Origin origin) {
        Inquiry inquiry = Inquiries.today("cost gpt-4o 2k examples 400 tokens each");
        return new Inquiry(
                inquiry.interpretation(),
                inquiry.request(),
                inquiry.filled().with(SlotName.EPOCHS, Slot.of(2L, origin)),
                inquiry.running(),
                inquiry.engine());
    }

    private static String job(Inquiry inquiry) {
        return String.join("|", new RequestSummary(inquiry).job(""));
    }

    private static String line(Block.Notes notes) {
        assertThat(notes.tone()).isEqualTo(Block.Tone.BASIS);
        return notes.notes().isEmpty() ? "" : Worded.text(notes.notes().getFirst());
    }
}
