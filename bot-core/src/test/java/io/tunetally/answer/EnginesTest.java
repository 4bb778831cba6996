package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.engine.TestPrices;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class EnginesTest {
    private static final LocalDate DAY = TestPrices.TODAY;

    private final Engines engines = new Engines(TestPrices.catalog("published/", "guide.yaml"));

    @Test
    void aDayAndEditionHasOneEngine() {
        assertThat(engines.of(DAY, "")).isSameAs(engines.of(DAY, ""));
        assertThat(engines.of(DAY, "published"))
                .isSameAs(engines.of(DAY, "published"))
                .isNotSameAs(engines.of(DAY, ""));
    }

    @Test
    void pricesAsOfItsDay() {
        assertThat(engines.of(DAY, "").prices().asOf()).isEqualTo(DAY);
        assertThat(engines.of(DAY.plusDays(1), "").prices().asOf()).isEqualTo(DAY.plusDays(1));
    }

    @Test
    void looksUpTheEditionAskedForFirst() {
        for (String edition : new String[] {"guide", "published"}) {
            assertThat(engines.of(DAY, edition)
                            .prices()
                            .catalog()
                            .books()
                            .getFirst()
                            .edition())
                    .isEqualTo(edition);
        }
    }

    @Test
    void aNewDayForgetsTheOldOne() {
        var before = engines.of(DAY, "");
        engines.of(DAY.plusDays(1), "");
        assertThat(engines.of(DAY, "")).isNotSameAs(before);
    }
}
