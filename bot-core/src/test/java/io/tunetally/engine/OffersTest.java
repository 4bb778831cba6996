package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The offers for a model on a day. */
final class OffersTest {
    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private final Offers offers = engine.offers();

    @Test
    void theEditionLookedUpFirstComesFirstAndTheListedPriceBeforeTheRule() {
        assertThat(names("llama-3.1-8b", Objective.SFT, null))
                .containsExactly("together LORA", "together FULL", "fireworks LORA", "fireworks FULL", "ori LORA");
        // The guide lists the price of full training, and LoRA by its discount.
        CostEngine guide = TestPrices.engine(TestPrices.TODAY, "guide.yaml", "published/");
        assertThat(guide.offers().of(TestPrices.model(guide, "llama-3.1-8b"), Objective.SFT, null))
                .extracting(OffersTest::name)
                .startsWith("together FULL", "together LORA");
    }

    @Test
    void eachProviderAndMethodStandsOnce() {
        List<String> names = names("gpt-4o", Objective.SFT, null);
        assertThat(names).doesNotHaveDuplicates().containsExactly("openai FULL", "azure FULL GLOBAL");
    }

    @Test
    void theDeploymentAskedForIsTakenWhereItIsPriced() {
        assertThat(names("gpt-4o", Objective.SFT, Deployment.REGIONAL)).contains("azure FULL REGIONAL");
        assertThat(names("gpt-4o", Objective.SFT, Deployment.DEVELOPER)).contains("azure FULL DEVELOPER");
        assertThat(names("gpt-4", Objective.SFT, Deployment.DEVELOPER)).containsExactly("azure FULL REGIONAL");
    }

    @Test
    void whatIsLoraOnlyIsNotOfferedFull() {
        assertThat(names("gemini-2.5-flash", Objective.SFT, null)).containsExactly("google LORA");
        assertThat(names("llama-4-scout", Objective.SFT, null))
                .contains("together LORA")
                .doesNotContain("together FULL");
    }

    @Test
    void preferencePairsHaveTheirOwnOffers() {
        assertThat(names("llama-3.3-70b", Objective.DPO, null))
                .contains("together LORA", "together FULL", "fireworks LORA", "fireworks FULL");
        assertThat(names("gemini-2.0-flash", Objective.DPO, null)).isEmpty();
    }

    @Test
    void anHourlyPriceBySizeMakesNoOfferEither() {
        assertThat(offers.of(TestPrices.model(engine, "mistral-7b"), Objective.RFT, null))
                .isNotEmpty()
                .noneMatch(offer -> offers.canStart(offer, Objective.RFT));
        assertThat(offers.of(TestPrices.model(engine, "qwen3-8b"), Objective.RFT, null))
                .anyMatch(offer -> offers.canStart(offer, Objective.RFT));
    }

    @Test
    void reinforcementIsOfferedByTheHour() {
        assertThat(names("o4-mini", Objective.RFT, null)).contains("openai FULL", "azure FULL GLOBAL");
        assertThat(names("o4-mini", Objective.SFT, null)).isEmpty();
    }

    @Test
    void anOpenModelBeyondEveryTierOfAProviderIsNotOfferedThere() {
        Model huge = new Model(new ModelId("huge"), "Huge", BigDecimal.valueOf(400), true, List.of());
        assertThat(offers.of(huge, Objective.SFT, null))
                .extracting(offer -> offer.provider().id().value())
                .containsOnly("fireworks");
        Model closed = new Model(new ModelId("closed"), "Closed", BigDecimal.valueOf(8), false, List.of());
        assertThat(offers.of(closed, Objective.SFT, null)).isEmpty();
        Model unknownSize = new Model(new ModelId("unknown"), "Unknown", null, true, List.of());
        assertThat(offers.of(unknownSize, Objective.SFT, null)).isEmpty();
    }

    @Test
    void tiersStartAboveAndEndAtTheirBounds() {
        assertThat(price("together", "16")).isEqualTo("0.48");
        assertThat(price("together", "16.1")).isEqualTo("1.50");
        assertThat(price("together", "69")).isEqualTo("1.50");
        assertThat(price("together", "70")).isEqualTo("2.90");
        assertThat(price("fireworks", "80")).isEqualTo("3.00");
        assertThat(price("fireworks", "81")).isEqualTo("6.00");
        assertThat(price("fireworks", "301")).isEqualTo("10.00");
    }

    @Test
    void selfHostingIsOfferedByBothMethods() {
        assertThat(offers.onGpus(TestPrices.model(engine, "llama-3.1-8b"), ProviderId.SELF_HOSTED))
                .extracting(Offer::method)
                .containsExactly(Method.LORA, Method.FULL);
        CostEngine guide = TestPrices.guide();
        assertThat(guide.offers().onGpus(TestPrices.model(guide, "llama-3.1-8b"), ProviderId.SELF_HOSTED))
                .isEmpty();
    }

    @Test
    void theEndsOfAnOfferComeInTheOrderOfTheirDates() {
        Offer gpt = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        assertThat(offers.lifecycle(gpt))
                .extracting(LifecycleEvent::date)
                .containsExactly(
                        LocalDate.of(2026, 5, 7),
                        LocalDate.of(2026, 7, 2),
                        LocalDate.of(2027, 1, 6),
                        LocalDate.of(2027, 1, 14));
        Offer azure = TestPrices.offer(engine, "gpt-4o", "azure", Method.FULL, Deployment.GLOBAL);
        assertThat(offers.lifecycle(azure))
                .extracting(LifecycleEvent::date)
                .containsExactly(LocalDate.of(2026, 7, 7), LocalDate.of(2027, 10, 1));
        Offer fireworks = TestPrices.offer(engine, "qwen3-8b", "fireworks", Method.LORA);
        assertThat(offers.lifecycle(fireworks)).isEmpty();
    }

    @Test
    void aDeprecatedApiCanStillBeStarted() {
        Offer mistral = TestPrices.offer(engine, "ministral-8b-classifier", "mistral", Method.FULL);
        assertThat(offers.lifecycle(mistral)).isNotEmpty();
        assertThat(offers.canStart(mistral, Objective.SFT)).isTrue();
    }

    @Test
    void onlyModelsWithAProviderAreTrainable() {
        assertThat(offers.trainableModels(Objective.SFT))
                .extracting(model -> model.id().value())
                .contains("gpt-4o", "llama-3.1-8b")
                .doesNotContain("nova-micro", "o4-mini");
        assertThat(offers.trainableModels(Objective.RFT))
                .extracting(model -> model.id().value())
                .contains("o4-mini")
                .doesNotContain("gpt-4o");
    }

    private String price(String provider, String billionParameters) {
        Model model = new Model(new ModelId("any"), "Any", new BigDecimal(billionParameters), true, List.of());
        Offer offer = new Offer(
                model,
                engine.prices()
                        .catalog()
                        .provider(new io.tunetally.catalog.ProviderId(provider))
                        .orElseThrow(),
                Method.LORA,
                null);
        return engine.prices()
                .training(offer, Objective.SFT)
                .orElseThrow()
                .price()
                .price()
                .low()
                .toDecimal();
    }

    private List<String> names(String model, Objective objective, @Nullable Deployment deployment) {
        return offers.of(TestPrices.model(engine, model), objective, deployment).stream()
                .map(OffersTest::name)
                .toList();
    }

    private static String name(Offer offer) {
        String name = offer.provider().id() + " " + offer.method();
        return offer.deployment() == null ? name : name + " " + offer.deployment();
    }
}
