package io.tunetally.lazy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LazyTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void makesItsValueOnceWhenItIsFirstNeeded() {
        Lazy<Integer> lazy = Lazy.of(made::incrementAndGet);

        assertThat(made).hasValue(0);
        assertThat(IntStream.range(0, 100).parallel().map(_ -> lazy.get()).distinct())
                .containsExactly(1);
        assertThat(made).hasValue(1);
    }

    @Test
    void triesAgainAfterAFailure() {
        Lazy<Integer> lazy = Lazy.of(() -> 10 / made.getAndIncrement());

        assertThatThrownBy(lazy::get).isInstanceOf(ArithmeticException.class);
        assertThat(lazy.get()).isEqualTo(10);
    }
}
