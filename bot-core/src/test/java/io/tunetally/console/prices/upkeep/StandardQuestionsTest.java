package io.tunetally.console.prices.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.console.ConsoleFixture;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StandardQuestionsTest {
    @Test
    void areTwentyThatDiffer() {
        assertThat(StandardQuestions.all()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void areAnsweredAndOfEveryIntentThatDependsOnPrices() throws IOException {
        Set<String> intents = new TreeSet<>();
        for (String question : StandardQuestions.all()) {
            JsonNode answer = JsonMapper.builder()
                    .build()
                    .readTree(new ConsoleFixture()
                            .run("ask", "--as", "json", question)
                            .out());
            assertThat(answer.path("status").asText()).as(question).isEqualTo("answered");
            assertThat(Headline.of(answer).number().low()).as(question).isNotNull();
            intents.add(answer.path("intent").asText());
        }
        assertThat(intents)
                .contains("estimate", "compare", "tco", "breakeven", "budget", "recommend", "worthit", "models");
    }
}
