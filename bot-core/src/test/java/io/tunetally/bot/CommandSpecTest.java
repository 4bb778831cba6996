package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandSpecTest {
    @Test
    void suggestsPrefixMatchesBeforeSubstringAndWordMatches() {
        CommandSpec.Option model = option(List.of("gpt-4o", "llama-3.1-8b", "o4-mini", "gpt-4o-mini", "llama-3.3-70b"));

        assertThat(model.suggestions("gpt4o")).containsExactly("gpt-4o", "gpt-4o-mini");
        assertThat(model.suggestions("o4")).containsExactly("o4-mini");
        assertThat(model.suggestions("4o")).containsExactly("gpt-4o", "gpt-4o-mini");
        assertThat(model.suggestions("Llama 8b")).containsExactly("llama-3.1-8b");
        assertThat(model.suggestions("blorft")).isEmpty();
    }

    @Test
    void suggestsAtMostTwentyFive() {
        CommandSpec.Option many =
                option(IntStream.range(0, 60).mapToObj(n -> "model-" + n).toList());

        assertThat(many.suggestions("")).hasSize(25).startsWith("model-0");
    }

    private static CommandSpec.Option option(List<String> known) {
        return new CommandSpec.Option(
                "model", "", CommandSpec.Type.TEXT, false, List.of(), known, OptionalLong.empty());
    }
}
