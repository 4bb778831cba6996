package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import org.junit.jupiter.api.Test;

/** Prices of a region, a commitment or a programme, where the provider has them. */
class VariantTest {
    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private static final Plan REFERENCE = Plan.training(TrainingJob.of(1000, 500, 3));

    @Test
    void aRegionHasItsOwnPriceInTheDeploymentThatHasIt() {
        CostEngine asia = engine.preferring("southeastasia");
        Offer offer = asia.offers().of(TestPrices.model(asia, "gpt-4o"), Objective.SFT, null).stream()
                .filter(one -> one.provider().id().value().equals("azure"))
                .findFirst()
                .orElseThrow();
        assertThat(offer.deployment()).isEqualTo(Deployment.REGIONAL);
        // 1,500,000 tokens at $33.00; the usual regional price is $27.50.
        assertThat(TestPrices.quote(asia.price(offer, REFERENCE)).training()).hasToString("$49.50");
        assertThat(TestPrices.quote(engine.price(offer, REFERENCE)).training()).hasToString("$41.25");
        assertThat(asia.prices().hasVariant(offer, Objective.SFT)).isTrue();
    }

    @Test
    void withoutAPriceOfTheRegionTheUsualOneStands() {
        CostEngine sweden = engine.preferring("swedencentral");
        Offer offer = TestPrices.offer(sweden, "gpt-4o", "openai", Method.FULL);
        assertThat(TestPrices.quote(sweden.price(offer, REFERENCE)).training())
                .isEqualTo(TestPrices.quote(engine.price(offer, REFERENCE)).training());
        assertThat(sweden.prices().hasVariant(offer, Objective.SFT)).isFalse();
    }

    @Test
    void aCommitmentLowersTheProvisionedHour() {
        Offer offer = TestPrices.offer(engine, "llama-2-13b", "bedrock", Method.FULL, Deployment.PROVISIONED);
        Plan served = new Plan(TrainingJob.of(1000, 500, 3), Traffic.of(100, 500, 200), null, 1, Plan.GpuSetup.USUAL);
        // 720 hours at $23.50 without a commitment, $21.18 for a month, $13.08 for six.
        assertThat(hosting(engine, offer, served)).isEqualTo("$16,920.00");
        assertThat(hosting(engine.preferring("one_month"), offer, served)).isEqualTo("$15,249.60");
        assertThat(hosting(engine.preferring("six_month"), offer, served)).isEqualTo("$9,417.60");
    }

    @Test
    void aCommitmentOfAModelThatRunsOnProvisionedUnitsIsNotSaidToBeMissing() {
        CostEngine committed = engine.preferring("six_month");
        Offer usual = TestPrices.offer(committed, "llama-2-13b", "bedrock", Method.FULL);
        assertThat(usual.deployment()).isNull();
        assertThat(committed.prices().hasVariant(usual, Objective.SFT)).isTrue();
        assertThat(committed
                        .prices()
                        .hasVariant(
                                TestPrices.offer(committed, "llama-3.1-8b", "together", Method.LORA), Objective.SFT))
                .isFalse();
    }

    private static String hosting(CostEngine engine, Offer offer, Plan plan) {
        return TestPrices.quote(engine.price(offer, plan)).sum(Part.HOSTING).toString();
    }
}
