package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BareNamesTest {
    @ParameterizedTest
    @CsvSource({
        "cost qwen 8b 1k examples, qwen3-8b",
        "cost qwen 4b 1k examples, qwen3.5-4b",
        "compare llama 8b vs qwen 8b, llama-3.1-8b qwen3-8b",
        "cost gemma 31b 1k examples, gemma-4-31b",
        "cost nemotron 30b 1k examples, nemotron-3-nano-30b",
    })
    void aFamilyAndASizeAreTheLatestModelOfThatSizeThatCanBeStarted(String question, String models) {
        Slots resolved = resolved(question);
        assertThat(ids(Objects.requireNonNull(resolved.value(SlotName.MODELS)))).isEqualTo(models);
        assertThat(resolved.has(SlotName.SIZE_B)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cost qwen 27b on fireworks 1k examples, qwen 27b",
        "cost qwen 9000b 1k examples, qwen 9000b",
        "cost qwen2.5 7b 1k examples, qwen2.5 7b",
        "cost falcon 40b 1k examples, falcon 40b",
        "cost llama 2 8b 1k examples, llama 2 8b",
    })
    void anotherVersionOrSizeOrANamedProviderKeepsTheNameThatWasSaid(String question, String models) {
        assertThat(ids(Objects.requireNonNull(resolved(question).value(SlotName.MODELS))))
                .isEqualTo(models);
    }

    @ParameterizedTest
    @CsvSource({"migrate gpt-4o-mini to qwen 8b, qwen3-8b", "migrate gpt-4o-mini to gpt-4.1-mini, gpt-4.1-mini"})
    void targetsAreResolvedAlike(String question, String targets) {
        assertThat(ids(Objects.requireNonNull(resolved(question).value(SlotName.TARGETS))))
                .isEqualTo(targets);
    }

    private static Slots resolved(String question) {
        Request request = Objects.requireNonNull(BuiltIn.read(question).request());
        return BareNames.resolve(request.slots(), Inquiries.today("recommend").engine());
    }

    private static String ids(List<ModelId> models) {
        return models.stream().map(ModelId::value).collect(Collectors.joining(" "));
    }
}
