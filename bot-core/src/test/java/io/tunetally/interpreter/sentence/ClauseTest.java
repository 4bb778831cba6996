package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClauseTest {
    @Test
    void endsAtACommaAColonABracketOrWithItsSentence() {
        assertThat(clauses("hi, cost gpt-4o (1k examples): lora. and llama?"))
                .containsExactly("hi", "cost gpt-4o", "1k examples", "lora", "and llama");
    }

    @Test
    void isTerseWithoutASentenceAroundIt() {
        ParseState state = Stages.drafted("we wonder what it is, gpt-4o 1k examples");
        assertThat(state.clause(0).isTerse()).isFalse();
        assertThat(state.clause(state.size() - 1).isTerse()).isTrue();
    }

    private static List<String> clauses(String text) {
        ParseState state = Stages.drafted(text);
        List<String> clauses = new ArrayList<>();
        for (int first = 0; first < state.size(); first = state.clause(first).end() + 1) {
            if (state.clause(first).end() > first) {
                clauses.add(state.typed(first, state.clause(first).end() - 1));
            }
        }
        return clauses;
    }
}
