package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelSlotTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o vs llama 8b vs gpt-4o | models=gpt-4o,llama-3.1-8b",
                "cost gpt-4o instead of llama 8b | models=gpt-4o",
                "we fine-tuned gpt-4o in March; now we want gpt-4o-mini | models=gpt-4o-mini",
                "break even llama 8b vs base gpt-4o | models=llama-3.1-8b,gpt-4o untuned=gpt-4o",
                "break even llama 8b vs plain gpt-4o | models=llama-3.1-8b,gpt-4o untuned=gpt-4o",
                "does tuning llama 8b save money? we use gpt-4o | models=llama-3.1-8b,gpt-4o untuned=gpt-4o",
                "is a tuned llama 8b cheaper than gpt-4o? | models=llama-3.1-8b,gpt-4o untuned=gpt-4o",
                "would tuning pay off against just prompting gpt-4o? | models=gpt-4o untuned=gpt-4o",
                "would tuning gpt-4o save money? | models=gpt-4o",
                "gpt-4.1 on azure, 190k requests a month. Would a fine-tuned 4.1 mini pay off?"
                        + " | models=gpt-4.1,gpt-4.1-mini provider=azure requestsPerDay=6333.333333 untuned=gpt-4.1",
                "gpt-4.1 and fine-tuned 4.1 mini on azure. When does it pay off? | models=gpt-4.1,gpt-4.1-mini provider=azure",
                "compare all | models=all",
                "llama 8b on 900 samples, picked by gpt-4o, cost? | examples=900 models=llama-3.1-8b",
                "rft on o4-mini with gpt-4.1 as the grader, cost? | models=o4-mini objective=rft",
                "a 7B is on par with gpt-4o, what does tuning one cost? | sizeB=7",
                "120 samples with gpt-4o writing them, what does tuning cost? | examples=120",
                "can o3 be fine-tuned, or is it o4-mini only? | models=o3,o4-mini",
                "cost 13b lora | method=lora sizeB=13",
                "what does it cost to tune an 8b model? | sizeB=8",
                "roughly what would a 14B cost me? | sizeB=14",
                "the bill for tuning an 8 billion param model? | sizeB=8",
                "what would a 70b LoRA on together cost? | method=lora provider=together sizeB=70",
                "llama 8b went fine. what would the 70b cost? | models=llama-3.1-8b,llama-3.3-70b",
                "tuning llama 8b against 70b, what does it cost? | models=llama-3.1-8b,llama-3.3-70b",
                "any luck with Gemini tuning? price of 2.5 flash please | models=gemini-2.5-flash",
                "the BERT baseline is done, what does tuning llama 3.2 3b cost? | models=llama-3.2-3b",
                "cost of rft on o4-mini, grading is by gpt-4.1 | models=o4-mini objective=rft",
                "cheapest for 2k examples, no qwen | examples=2000 withoutModels=qwen",
                "compare all without gemini and llama | models=all withoutModels=gemini,llama",
                "recommend, anything but gpt-4o | withoutModels=gpt-4o",
                "cost llama 8b, not qwen | models=llama-3.1-8b",
                "which model under 10B? | mostSizeB=10",
                "recommend 8b or smaller | mostSizeB=8",
                "a tuned model of at most 14 billion parameters, which one? | mostSizeB=14",
                "cost with Claude, no wait, with gpt-4o | models=gpt-4o",
                "which gemini should I tune? | ''",
                "cheaper to fine-tune gpt-4.1-mini or keep using gpt-4.1? | models=gpt-4.1-mini,gpt-4.1 untuned=gpt-4.1",
                "currently gpt-4.1; want a tuned llama 70b | models=gpt-4.1,llama-3.3-70b untuned=gpt-4.1",
                "replace gpt-4.1 by a tuned llama 8b | models=gpt-4.1,llama-3.1-8b untuned=gpt-4.1",
                "switch from gpt-4.1 to a tuned gpt-oss-20b | models=gpt-4.1,gpt-oss-20b untuned=gpt-4.1",
                "a tuned gpt-4.1-nano instead of gpt-4.1 | models=gpt-4.1-nano,gpt-4.1 untuned=gpt-4.1",
                "gpt-4.1-mini today, fine-tuned qwen3-8b tomorrow | models=gpt-4.1-mini,qwen3-8b untuned=gpt-4.1-mini",
                "gpt-4.1 vs a tuned qwen3-8b | models=gpt-4.1,qwen3-8b untuned=gpt-4.1",
                "replace gpt-4.1 by a tuned model | models=gpt-4.1 untuned=gpt-4.1",
                "migrate our fine-tuned gpt-4o to a fine-tuned llama 8b | models=gpt-4o targets=llama-3.1-8b",
                "what do we pay today for gpt-4.1? | models=gpt-4.1 untuned=gpt-4.1",
                "what do we pay today for tuning llama 8b? | models=llama-3.1-8b",
                "fine-tune llama 8b or mistral 7b | models=llama-3.1-8b,mistral-7b"
            })
    void takesTheRequestedModels(String text, String slots) {
        assertThat(Stages.slots(Stages.filled(text))).isEqualTo(slots);
    }

    @Test
    void severalThatFitAreAskedAbout() {
        ParseState state = Stages.filled("cost llama");
        assertThat(Stages.slots(state)).isEmpty();
        assertThat(state.problems()).singleElement().isInstanceOfSatisfying(Problem.AmbiguousModel.class, problem -> {
            assertThat(problem.text()).isEqualTo("llama");
            assertThat(problem.suggestions()).contains("llama-3.1-8b", "llama-3.3-70b");
        });
    }

    @Test
    void aSizeThatCannotBeIsNoModel() {
        ParseState state = Stages.filled("cost qwen -32b");
        assertThat(Stages.slots(state)).isEmpty();
        assertThat(state.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.OutOfRange.class,
                        problem -> assertThat(problem.kind()).isEqualTo("model"));
    }

    @Test
    void moreThanSixteenModelsAreTooMany() {
        String sizes = IntStream.rangeClosed(2, 20)
                .mapToObj(size -> "qwen " + size + "b")
                .collect(Collectors.joining(", "));
        ParseState state = Stages.filled("compare " + sizes);
        assertThat(state.problems())
                .filteredOn(Problem.TooMany.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Problem.TooMany.class, problem -> {
                    assertThat(problem.maximum()).isEqualTo(16);
                    assertThat(problem.text()).isEqualTo("qwen 18b");
                });
        assertThat(Objects.requireNonNull(state.slots.build().value(SlotName.MODELS)))
                .hasSize(16);
    }

    @Test
    void readsASiblingOfTheConversation() {
        assertThat(Stages.follow("cost gpt-4.1-nano 600 examples", "and mini?").canonical())
                .contains("gpt-4.1-mini");
    }
}
