package io.tunetally.engine.tipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Objective;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.TrainingJob;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.CostAnalysis;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContestTest {
    private static final CostEngine ENGINE = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private static final Traffic TRAFFIC = Traffic.of(1000, 500, 200);
    private static final Plan PLAN =
            Plan.over(TrainingJob.of(1000, 500, 3), TRAFFIC, Horizon.ofMonths(TestPrices.TODAY, 6, 30L));
    private static final List<Contender> ALL = ENGINE.offers().trainableModels(Objective.SFT).stream()
            .flatMap(model -> ENGINE.offers().of(model, Objective.SFT, null).stream())
            .map(offer -> new Contender(offer, true))
            .toList();

    private final Contest contest = new Contest(ENGINE, ALL, PLAN);

    @Test
    void costsWhatTheEngineSaysForEveryOffer() {
        List<PricedContender> ranking = contest.ranking(contest.today());
        assertThat(ranking).hasSizeGreaterThan(100).allSatisfy(each -> {
            Quote quote = TestPrices.quote(ENGINE.price(each.contender().offer(), PLAN));
            assertThat(each.quote().ranking()).isEqualTo(quote.ranking());
            assertThat(each.quote().monthly()).isEqualTo(quote.monthly());
            assertThat(each.quote().unpriced()).isEqualTo(quote.unpriced());
            assertThat(each.quote().isCut()).isEqualTo(quote.isCut());
        });
        assertThat(ranking).extracting(PricedContender::quote).isSortedAccordingTo(Quote.CHEAPEST_FIRST);
    }

    @Test
    void anUntunedModelCostsItsRequestsOverTheHorizonAndNoTraining() {
        Offer offer = ALL.stream()
                .map(Contender::offer)
                .filter(each -> ENGINE.untuned(each, PLAN).isPresent())
                .filter(each -> ENGINE.price(each, PLAN) instanceof Quote quote
                        && quote.unpriced().isEmpty())
                .findFirst()
                .orElseThrow();
        Quote untuned = contest.standing(new Contender(offer, false), contest.today())
                .orElseThrow()
                .quote();
        BreakEven breakEven = new CostAnalysis(ENGINE)
                .breakEven(TestPrices.quote(ENGINE.price(offer, PLAN)), TRAFFIC)
                .orElseThrow();
        assertThat(untuned.training()).isEqualTo(Band.ZERO);
        assertThat(untuned.monthly()).isEqualTo(breakEven.base());
    }

    @Test
    void aChangedPriceChangesOneContenderInProportion() {
        List<PricedContender> today = contest.ranking(contest.today());
        Contender repriced = today.getFirst().contender();
        Scenario dearer = contest.today().repricing(repriced, 150);
        assertThat(contest.ranking(dearer)).hasSameSizeAs(today).allSatisfy(each -> {
            Band before = contest.standing(each.contender(), contest.today())
                    .orElseThrow()
                    .quote()
                    .ranking();
            assertThat(each.quote().ranking())
                    .isEqualTo(each.contender().equals(repriced) ? before.times(new BigDecimal("1.5")) : before);
        });
    }

    @Test
    void leavesOutOnlyThoseThatCannotWin() {
        Contest possible = contest.ofPossibleWinners();
        assertThat(possible.contenders()).hasSizeLessThan(ALL.size());
        for (long requests : new long[] {1, 100, 10_000, 1_000_000}) {
            Scenario scenario = Scenario.of(
                    Plan.over(PLAN.job(), Traffic.of(requests, 500, 200), Horizon.ofMonths(TestPrices.TODAY, 6, null)));
            assertThat(possible.ranking(scenario).getFirst().quote().ranking())
                    .isEqualTo(contest.ranking(scenario).getFirst().quote().ranking());
        }
    }
}
