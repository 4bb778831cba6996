package io.tunetally.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Health health = new Health("price books", "connection");

    @Test
    void lacksNeedsThatAreNotWatchedYet() {
        health.watch("connection", () -> true);

        assertThat(health.missing()).containsExactly("price books");
    }

    @Test
    void asksAnewEachTime() {
        AtomicBoolean connected = new AtomicBoolean(true);
        health.watch("price books", () -> true);
        health.watch("connection", connected::get);
        assertThat(health.missing()).isEmpty();

        connected.set(false);
        assertThat(health.missing()).containsExactly("connection");

        connected.set(true);
        assertThat(health.missing()).isEmpty();
    }

    @Test
    void countsAFailedCheckAsMissing() {
        health.watch("price books", () -> true);
        health.watch("connection", () -> {
            throw new IllegalStateException("no client");
        });

        assertThat(health.missing()).containsExactly("connection");
    }

    @Test
    void lacksEverythingOnceItIsStopped() {
        health.watch("price books", () -> true);
        health.watch("connection", () -> true);

        health.stop();

        assertThat(health.missing()).containsExactly("price books", "connection");
    }

    @Test
    void namesProblemsThatHaveNoNameBeforeTheyOccur() {
        health.watch("price books", () -> true);
        health.watch("connection", () -> false);
        health.watchMore(() -> List.of("token of T1"), () -> List.of("token of T2"));

        assertThat(health.missing()).containsExactly("connection", "token of T1");
        assertThat(health.missingForSome()).containsExactly("token of T2");
    }

    @Test
    void watchesOnlyDeclaredNeeds() {
        assertThatThrownBy(() -> health.watch("conection", () -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conection")
                .hasMessageContaining("price books");
    }
}
