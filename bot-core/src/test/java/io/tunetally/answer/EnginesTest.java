package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.team.TeamTerms;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.TestPrices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EnginesTest {
    private static final LocalDate DAY = TestPrices.TODAY;

    private final Engines engines = new Engines(TestPrices.catalog("published/", "guide.yaml"));

    @Test
    void aDayAndEditionHasOneEngine() {
        assertThat(engines.of(DAY, "", TeamTerms.NONE, Catalog.Exclusions.NONE))
                .isSameAs(engines.of(DAY, "", TeamTerms.NONE, Catalog.Exclusions.NONE));
        assertThat(engines.of(DAY, "published", TeamTerms.NONE, Catalog.Exclusions.NONE))
                .isSameAs(engines.of(DAY, "published", TeamTerms.NONE, Catalog.Exclusions.NONE))
                .isNotSameAs(engines.of(DAY, "", TeamTerms.NONE, Catalog.Exclusions.NONE));
    }

    @Test
    void pricesAsOfItsDay() {
        assertThat(engines.of(DAY, "", TeamTerms.NONE, Catalog.Exclusions.NONE)
                        .prices()
                        .asOf())
                .isEqualTo(DAY);
        assertThat(engines.of(DAY.plusDays(1), "", TeamTerms.NONE, Catalog.Exclusions.NONE)
                        .prices()
                        .asOf())
                .isEqualTo(DAY.plusDays(1));
    }

    @Test
    void looksUpTheEditionAskedForFirst() {
        for (String edition : new String[] {"guide", "published"}) {
            assertThat(engines.of(DAY, edition, TeamTerms.NONE, Catalog.Exclusions.NONE)
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
        var before = engines.of(DAY, "", TeamTerms.NONE, Catalog.Exclusions.NONE);
        engines.of(DAY.plusDays(1), "", TeamTerms.NONE, Catalog.Exclusions.NONE);
        assertThat(engines.of(DAY, "", TeamTerms.NONE, Catalog.Exclusions.NONE)).isNotSameAs(before);
    }

    @Test
    void hasNoPriceOfAProviderThatIsOutOfTheQuestion() {
        ProviderId openai = new ProviderId("openai");
        var without = engines.of(DAY, "", TeamTerms.NONE, new Catalog.Exclusions(Set.of(openai), Set.of(), null, null));

        assertThat(providers(engines.of(DAY, "", TeamTerms.NONE, Catalog.Exclusions.NONE)))
                .contains(openai);
        assertThat(providers(without)).isNotEmpty().doesNotContain(openai);
        assertThat(engines.of(DAY, "", TeamTerms.NONE, new Catalog.Exclusions(Set.of(openai), Set.of(), null, null)))
                .isSameAs(without);
    }

    @Test
    void hasNoModelThatIsOutOfTheQuestion() {
        var without = engines.of(
                DAY,
                "",
                TeamTerms.NONE,
                new Catalog.Exclusions(Set.of(), Set.of(new ModelId("qwen"), new ModelId("gpt-4o")), null, null));

        assertThat(models(without)).isNotEmpty().noneMatch(id -> id.value().startsWith("qwen"));
        assertThat(models(without)).doesNotContain(new ModelId("gpt-4o")).contains(new ModelId("gpt-4o-mini"));
    }

    @Test
    void hasOnlyOpenModelsUpToTheLargestSizeThatIsWanted() {
        var small =
                engines.of(DAY, "", TeamTerms.NONE, new Catalog.Exclusions(Set.of(), Set.of(), BigDecimal.TEN, null));

        assertThat(small.offers().trainableModels(Objective.SFT)).isNotEmpty().allSatisfy(model -> {
            assertThat(model.open()).isTrue();
            assertThat(model.billionParameters()).isLessThanOrEqualTo(BigDecimal.TEN);
        });
    }

    private static List<ModelId> models(CostEngine engine) {
        return engine.offers().trainableModels(Objective.SFT).stream()
                .map(Model::id)
                .toList();
    }

    private static List<ProviderId> providers(CostEngine engine) {
        return engine.offers().trainableModels(Objective.SFT).stream()
                .flatMap(model -> engine.offers().of(model, Objective.SFT, null).stream())
                .map(offer -> offer.provider().id())
                .toList();
    }
}
