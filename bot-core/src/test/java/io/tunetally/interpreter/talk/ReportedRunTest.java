package io.tunetally.interpreter.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Address;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hardware of runs that are only reported. */
final class ReportedRunTest {
    private static final String REPORT = "LoRA on llama 8b with 4,000 rows for 2 epochs took us 7 hours on 2 A6000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                REPORT,
                "falcon-7b: 2.5 to 3 hours on one A100, and it needed 3 epochs over 4k rows",
                "the fine-tuning of llama 8b ran for 5 hours on our own 4090",
            })
    void leavesHardwareOfReportOut(String report) {
        Interpretation read = read(report, Address.POINTED_AT);

        assertThat(read.slots().names())
                .as(report)
                .doesNotContain(SlotName.TRAINING_HOURS, SlotName.GPU, SlotName.GPUS, SlotName.PROVIDER);
        assertThat(read.slots().names()).as(report).contains(SlotName.MODELS);
    }

    @Test
    void keepsJobOfReport() {
        assertThat(read(REPORT, Address.POINTED_AT).canonical())
                .isEqualTo("cost llama-3.1-8b lora 4000 examples 2 epochs");
    }

    @Test
    void readsReportBehindCommandAsOneThatIsPointedAt() {
        assertThat(read("cost " + REPORT, Address.ADDRESSED).canonical())
                .isEqualTo(read(REPORT, Address.POINTED_AT).canonical());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost llama 8b 7 hours on 2 A6000",
                "what does llama 8b cost for 7 hours on 2 A6000 of our own?",
            })
    void keepsHardwareOfRequest(String request) {
        assertThat(read(request, Address.ADDRESSED).slots().names())
                .as(request)
                .contains(SlotName.TRAINING_HOURS, SlotName.GPU, SlotName.GPUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nebius gave us 8 H100s for the week. The plan is full tuning of qwen3-32b, about 20 hours.",
                "Update: nebius gave us 16 H100s for the week. The plan is full sft of qwen3-32b, about 30 hours. Slides are in the drive, page 9.",
            })
    void keepsHardwareOfPlan(String plan) {
        assertThat(read(plan, Address.POINTED_AT).slots().names())
                .as(plan)
                .contains(SlotName.TRAINING_HOURS, SlotName.GPU, SlotName.GPUS);
    }

    private static Interpretation read(String text, Address address) {
        return BuiltIn.INTERPRETER.read(text, Markup.PLAIN, address, null);
    }
}
