package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class RefusalWordingTest {
    private static final Model MODEL = new Model(new ModelId("llama-9"), "Llama 9", null, true, List.of());

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(
                        new Outcome.Reason.TooManyTokens(Quantity.of(2_000_000, Unit.TOKEN)),
                        "2,000,000 tokens are more than anybody trains on"),
                Arguments.of(
                        new Outcome.Reason.Impossible(new Problem.OutOfRange(
                                "epochs", SlotName.EPOCHS, "0", true, "1", "100", new TextSpan(0, 1))),
                        "Epochs must be 1 to 100"),
                Arguments.of(new Outcome.Reason.NotAValue("model", "gtp", List.of("gpt-4o")), "Unknown model: \"gtp\""),
                Arguments.of(
                        new Outcome.Reason.NotAValue("tokens_per_example", "lots", List.of()),
                        "Not a number, in the option tokens per example: \"lots\""),
                Arguments.of(new Outcome.Reason.NoPrice(List.of(MODEL)), "No price for Llama 9"),
                Arguments.of(new Outcome.Reason.OtherConditions(List.of()), "No price for this under these conditions"),
                Arguments.of(
                        new Outcome.Reason.OtherConditions(List.of(MODEL)),
                        "No price for Llama 9 under these conditions"),
                Arguments.of(
                        new Outcome.Reason.NotTuned(MODEL, List.of()),
                        "No price for Llama 9: no seller on file lists it for fine-tuning"),
                Arguments.of(
                        new Outcome.Reason.WhichOfFamily(Model.unlisted(new ModelId("llama"), null), List.of(MODEL)),
                        "Llama 9 is the one Llama that a new customer can start"),
                Arguments.of(
                        new Outcome.Reason.WhichOfFamily(
                                Model.unlisted(new ModelId("llama"), null), List.of(MODEL, MODEL)),
                        "Which Llama?"),
                Arguments.of(
                        new Outcome.Reason.HostedOnly(MODEL, List.of(provider("Modal"))),
                        "No: Llama 9 runs at Modal only"),
                Arguments.of(
                        new Outcome.Reason.NotPublished(MODEL, Objective.SFT, provider("Modal")),
                        "No price for Llama 9 on Modal"),
                Arguments.of(
                        new Outcome.Reason.NotPublished(MODEL, Objective.RFT, provider("Modal")),
                        "No price for RFT of Llama 9 on Modal"),
                Arguments.of(
                        new Outcome.Reason.TrainedOtherwise(MODEL, Objective.SFT, Objective.RFT),
                        "No price for SFT of Llama 9"),
                Arguments.of(
                        new Outcome.Reason.HoursNeeded(MODEL, provider("Modal")),
                        "Llama 9 is billed by the hour of training"),
                Arguments.of(new Outcome.Reason.UnknownGpu("v100"), "How fast the GPU \"v100\" is, is not on file"),
                Arguments.of(new Outcome.Reason.NoGpuPrice(Gpu.L4, provider("selfhost")), "No hourly price for the L4"),
                Arguments.of(
                        new Outcome.Reason.NoGpuPrice(Gpu.L4, provider("Modal")),
                        "No hourly price for the L4 on Modal"),
                Arguments.of(new Outcome.Reason.SizeNeeded(MODEL), "The size of Llama 9 is not known"));
    }

    @Test
    void namesWhatCanBeStartedInstead() {
        assertThat(Worded.paragraphs(Worded.today("cost deepseek v3")))
                .contains("You can start today: DeepSeek V3.1, LoRA on Thinking Machines: $5.58 to train.");
    }

    private static Provider provider(String id) {
        return new Provider(new ProviderId(id), id, List.of(), true, null);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void givesTheReasonAndAnAlternative(Outcome.Reason reason, String title) {
        assertThat(RefusalWording.title(reason)).isEqualTo(title);
        assertThat(RefusalWording.instead(reason)).isNotEmpty().endsWith(".");
        assertThat(RefusalWording.sentence(reason)).startsWith(title + ". ");
    }

    @Test
    void namesTheOtherWayToTrain() {
        assertThat(RefusalWording.instead(new Outcome.Reason.TrainedOtherwise(MODEL, Objective.SFT, Objective.RFT)))
                .isEqualTo("It is trained by RFT instead: add \"rft\".");
    }

    @Test
    void isForTheAskerAlone() {
        Reply reply = Worded.today("cost gpt-9 1k examples");
        assertThat(reply.title()).startsWith("No price for ");
        assertThat(reply.audience()).isEqualTo(Audience.ASKER);
    }

    @Test
    void theReasonIsNotSaidAgainAsADoubt() {
        Reply reply = Worded.today("cost gpt-4o 50k validation tokens, 0 evaluations");
        assertThat(reply.title()).startsWith("Evaluations must be 1 to ");
        assertThat(Worded.notes(reply, Block.Tone.WARNING)).isEmpty();
    }
}
