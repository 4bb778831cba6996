package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Plan;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.TrainingJob;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each slot reaches its part of the plan. */
final class PlansTest {
    @Test
    void takesTheReferenceJobForMissingValues() {
        Plan plan = plan("cost gpt-4o");
        assertThat(plan).isEqualTo(Plan.training(TrainingJob.of(1000, 500, 3)));
    }

    @Test
    void aRangeOfExamplesStaysOne() {
        assertThat(plan("cost gpt-4o 500-1000 examples of 300 tokens").job().data())
                .isEqualTo(new TrainingJob.Data.Examples(new Range(500, 1000), Range.exactly(300), null, true));
    }

    @Test
    void totalTokensAreTheDatasetAndBilledTokensAllOfTheJob() {
        TrainingJob dataset = plan("cost gpt-4o 3M tokens in total").job();
        assertThat(dataset.data()).isEqualTo(new TrainingJob.Data.Dataset(Range.exactly(3_000_000)));
        assertThat(dataset.epochs()).isEqualTo(Range.exactly(3));
        TrainingJob billed = plan("cost gpt-4o 3M billed tokens").job();
        assertThat(billed.data()).isEqualTo(new TrainingJob.Data.Billed(Range.exactly(3_000_000)));
        assertThat(billed.epochs()).isEqualTo(Range.exactly(1));
    }

    @Test
    void examplesAreTakenAsPackedUnlessTheyAreSaidNotToBe() {
        assertThat(examples("cost llama 8b 1k examples sequence length 2048").packed())
                .isTrue();
        TrainingJob.Data.Examples padded = examples("cost llama 8b 1k examples sequence length 2048, packing off");
        assertThat(padded.packed()).isFalse();
        assertThat(padded.sequenceLength()).isEqualTo(2048);
        assertThat(examples("cost llama 8b 1k examples packing off").packed())
                .as("without a length nothing is padded")
                .isTrue();
    }

    @Test
    void readsRunsValidationAndReinforcement() {
        assertThat(plan("cost gpt-4o 1k examples 5 runs").job().runs()).isEqualTo(Range.exactly(5));
        TrainingJob.Validation validation =
                Objects.requireNonNull(plan("cost gpt-4o 1k examples, 50k validation tokens, 3 evaluations")
                        .job()
                        .validation());
        assertThat(validation.tokens()).isEqualTo(Range.exactly(50_000));
        assertThat(validation.evaluations()).isEqualTo(Range.exactly(3));
        TrainingJob rft =
                plan("cost o4-mini rft 4 training hours, 2M grader tokens").job();
        assertThat(rft.objective()).isEqualTo(Objective.RFT);
        TrainingJob.Reinforcement reinforcement = Objects.requireNonNull(rft.reinforcement());
        assertThat(reinforcement.hours()).isEqualByComparingTo("4");
        assertThat(reinforcement.graderTokens()).isEqualTo(2_000_000);
    }

    @Test
    void withoutAQuestionAboutRunningThereIsNoTraffic() {
        Plan plan = plan("cost gpt-4o 1k examples");
        assertThat(plan.traffic()).isNull();
        assertThat(plan.horizon()).isNull();
    }

    @Test
    void readsTrafficAndHorizon() {
        Plan plan = plan("tco gpt-4o 100-200 requests/day, 400 input tokens, 50 output tokens, 2000 token prompt, "
                + "90% cached, 3 months, retrain every 30 days");
        Traffic traffic = Objects.requireNonNull(plan.traffic());
        assertThat(traffic.requestsPerDayLow()).isEqualByComparingTo("100");
        assertThat(traffic.requestsPerDayHigh()).isEqualByComparingTo("200");
        assertThat(traffic.inputTokens()).isEqualTo(Range.exactly(400));
        assertThat(traffic.outputTokens()).isEqualTo(Range.exactly(50));
        assertThat(traffic.promptTokens()).isEqualTo(Range.exactly(2000));
        assertThat(traffic.cachedShare()).isEqualByComparingTo("0.9");
        assertThat(traffic.batch()).isFalse();
        var horizon = Objects.requireNonNull(plan.horizon());
        assertThat(horizon.days()).isEqualTo(90);
        assertThat(horizon.retrainEveryDays()).isEqualTo(30);
        assertThat(horizon.start()).isEqualTo(TestPrices.TODAY);
    }

    @Test
    void tuningLeavesThePromptAsItIsUnlessItIsSaidToBeShorter() {
        Traffic same =
                Objects.requireNonNull(plan("tco gpt-4o 2000 token prompt").traffic());
        assertThat(same.tunedPromptTokens()).isEqualTo(Range.exactly(2000));
        Traffic shorter = Objects.requireNonNull(
                plan("break even gpt-4o 2000 token prompt vs 100 token prompt").traffic());
        assertThat(shorter.promptTokens()).isEqualTo(Range.exactly(2000));
        assertThat(shorter.tunedPromptTokens()).isEqualTo(Range.exactly(100));
    }

    @Test
    void readsBatchUnitsAndGpu() {
        assertThat(Objects.requireNonNull(plan("tco gpt-4o-mini 1000 requests/day batch api")
                                .traffic())
                        .batch())
                .isTrue();
        assertThat(plan("tco titan text lite on bedrock provisioned 2 units")
                        .endpoints()
                        .units())
                .isEqualTo(2);
    }

    @Test
    void aJobOnGpusHasItsGpuAndItsWeights() {
        assertThat(gpuSetup("self-host llama 70b lora on h100").gpu()).isEqualTo(Gpu.H100);
        assertThat(gpuSetup("self-host llama 70b lora on v100").gpu())
                .as("not on file")
                .isNull();
        assertThat(gpuSetup("self-host llama 70b lora on h100").quantized()).isFalse();
        assertThat(gpuSetup("self-host llama 70b qlora on h100").quantized()).isTrue();
    }

    @Test
    void aJobOnGpusHasTheirNumberTheirOwnerAndAMeasuredSpeed() {
        assertThat(gpuSetup("cost llama 70b lora on 8xA100 at 3,000-4,000 tokens/s"))
                .isEqualTo(new Plan.GpuSetup(
                        Gpu.A100, 8, false, false, new Plan.Speed(new BigDecimal(3000), new BigDecimal(4000), false)));
        assertThat(gpuSetup("cost llama 8b lora on my own 4090 at 900 tok/s per gpu"))
                .isEqualTo(new Plan.GpuSetup(
                        Gpu.RTX_4090, 1, true, false, new Plan.Speed(new BigDecimal(900), new BigDecimal(900), true)));
    }

    private static Plan.GpuSetup gpuSetup(String text) {
        return plan(text).gpuSetup();
    }

    private static TrainingJob.Data.Examples examples(String question) {
        return (TrainingJob.Data.Examples) plan(question).job().data();
    }

    private static Plan plan(String question) {
        return Plans.of(Inquiries.today(question));
    }
}
