package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.team.TeamTerms;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.TestPrices;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EnginesTest {
    private static final LocalDate DAY = TestPrices.TODAY;

    private final Engines engines = new Engines(TestPrices.catalog("published/", "guide.yaml"));

    @Test
    void aDayAndEditionHasOneEngine() {
        assertThat(engines.of(DAY, "", TeamTerms.NONE, Set.of()))
                .isSameAs(engines.of(DAY, "", TeamTerms.NONE, Set.of()));
        assertThat(engines.of(DAY, "published", TeamTerms.NONE, Set.of()))
                .isSameAs(engines.of(DAY, "published", TeamTerms.NONE, Set.of()))
                .isNotSameAs(engines.of(DAY, "", TeamTerms.NONE, Set.of()));
    }

    @Test
    void pricesAsOfItsDay() {
        assertThat(engines.of(DAY, "", TeamTerms.NONE, Set.of()).prices().asOf())
                .isEqualTo(DAY);
        assertThat(engines.of(DAY.plusDays(1), "", TeamTerms.NONE, Set.of())
                        .prices()
                        .asOf())
                .isEqualTo(DAY.plusDays(1));
    }

    @Test
    void looksUpTheEditionAskedForFirst() {
        for (String edition : new String[] {"guide", "published"}) {
            assertThat(engines.of(DAY, edition, TeamTerms.NONE, Set.of())
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
        var before = engines.of(DAY, "", TeamTerms.NONE, Set.of());
        engines.of(DAY.plusDays(1), "", TeamTerms.NONE, Set.of());
        assertThat(engines.of(DAY, "", TeamTerms.NONE, Set.of())).isNotSameAs(before);
    }

    @Test
    void hasNoPriceOfAProviderThatIsOutOfTheQuestion() {
        ProviderId openai = new ProviderId("openai");
        var without = engines.of(DAY, "", TeamTerms.NONE, Set.of(openai));

        assertThat(providers(engines.of(DAY, "", TeamTerms.NONE, Set.of()))).contains(openai);
        assertThat(providers(without)).isNotEmpty().doesNotContain(openai);
        assertThat(engines.of(DAY, "", TeamTerms.NONE, Set.of(openai))).isSameAs(without);
    }

    private static List<ProviderId> providers(CostEngine engine) {
        return engine.offers().trainableModels(Objective.SFT).stream()
                .flatMap(model -> engine.offers().of(model, Objective.SFT, null).stream())
                .map(offer -> offer.provider().id())
                .toList();
    }
}
