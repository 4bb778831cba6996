package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.team.TeamTerms;
import io.tunetally.engine.TestPrices;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class EnginesTest {
    private static final LocalDate DAY = TestPrices.TODAY;

    private final Engines engines = new Engines(TestPrices.catalog("published/", "guide.yaml"));

    @Test
    void aDayAndEditionHasOneEngine() {
        assertThat(engines.of(DAY, "", TeamTerms.NONE)).isSameAs(engines.of(DAY, "", TeamTerms.NONE));
        assertThat(engines.of(DAY, "published", TeamTerms.NONE))
                .isSameAs(engines.of(DAY, "published", TeamTerms.NONE))
                .isNotSameAs(engines.of(DAY, "", TeamTerms.NONE));
    }

    @Test
    void pricesAsOfItsDay() {
        assertThat(engines.of(DAY, "", TeamTerms.NONE).prices().asOf()).isEqualTo(DAY);
        assertThat(engines.of(DAY.plusDays(1), "", TeamTerms.NONE).prices().asOf())
                .isEqualTo(DAY.plusDays(1));
    }

    @Test
    void looksUpTheEditionAskedForFirst() {
        for (String edition : new String[] {"guide", "published"}) {
            assertThat(engines.of(DAY, edition, TeamTerms.NONE)
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
        var before = engines.of(DAY, "", TeamTerms.NONE);
        engines.of(DAY.plusDays(1), "", TeamTerms.NONE);
        assertThat(engines.of(DAY, "", TeamTerms.NONE)).isNotSameAs(before);
    }
}
