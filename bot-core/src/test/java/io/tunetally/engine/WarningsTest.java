package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.Validity;
import io.tunetally.units.Band;
import io.tunetally.units.UnitPrice;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Warnings, with price books made for the purpose. */
final class WarningsTest {
    private static final LocalDate TODAY = TestPrices.TODAY;
    private static final Model MODEL = new Model(new ModelId("m"), "M", null, false, List.of());
    private static final Provider PROVIDER = new Provider(new ProviderId("p"), "P", List.of(), false, null);
    private static final Offer OFFER = new Offer(MODEL, PROVIDER, Method.FULL, null);

    @Test
    void editionsDisagreeBeyondFivePercentEitherWay() {
        assertThat(disagreements("1.00", "1.05")).isZero();
        assertThat(disagreements("1.00", "0.95")).isZero();
        assertThat(disagreements("1.00", "1.051")).isOne();
        assertThat(disagreements("1.00", "0.949")).isOne();
    }

    @Test
    void theOtherEditionsCostIsThatOfTheSameJob() {
        Quote quote = quote(
                book("one", rate("one", Meter.TRAINING, "1.00", TODAY)),
                book("two", rate("two", Meter.TRAINING, "3.00", TODAY)));
        Warning.Disagreement disagreement =
                (Warning.Disagreement) quote.warnings().getFirst();
        assertThat(disagreement.ours()).isEqualTo(Band.of("1.50"));
        assertThat(disagreement.theirs()).isEqualTo(Band.of("4.50"));
        assertThat(disagreement.kind()).isEqualTo("disagreement");
    }

    @Test
    void aPriceIsStaleAfterNinetyDays() {
        assertThat(stale(TODAY.minusDays(90))).isZero();
        assertThat(stale(TODAY.minusDays(91))).isOne();
        assertThat(stale(TODAY.plusDays(1))).as("seen after the as-of").isZero();
    }

    @Test
    void aMinimumOfAnotherEditionIsWarnedOfButNotCharged() {
        Quote quote = quote(
                book("one", rate("one", Meter.TRAINING, "1.00", TODAY)),
                book("two", rate("two", Meter.MINIMUM_JOB, "4.00", TODAY)));
        assertThat(quote.training()).isEqualTo(Band.of("1.50"));
        assertThat(quote.warnings()).singleElement().isInstanceOfSatisfying(Warning.Minimum.class, minimum -> {
            assertThat(minimum.computed()).isEqualTo(Band.of("1.50"));
            assertThat(minimum.minimum()).isEqualTo(Band.of("4"));
        });
    }

    @Test
    void aMinimumThatTheJobReachesIsNotWarnedOf() {
        Quote quote = quote(
                book("one", rate("one", Meter.TRAINING, "1.00", TODAY), rate("one", Meter.MINIMUM_JOB, "1.50", TODAY)));
        assertThat(quote.warnings()).isEmpty();
    }

    @Test
    void theConfidenceOfAQuoteIsThatOfItsWeakestPrice() {
        Quote quote = quote(book(
                "one",
                rate("one", Meter.TRAINING, "1.00", TODAY),
                rate("one", Meter.MINIMUM_JOB, "4.00", TODAY, Confidence.D)));
        assertThat(quote.confidence()).isEqualTo(Confidence.D);
        assertThat(quote.edition()).isEqualTo("one");
    }

    @Test
    void aWarningAddedLaterComesFirst() {
        Warning.MethodNotOffered added = new Warning.MethodNotOffered(PROVIDER, Method.LORA);
        Quote quote = quote(book("one", rate("one", Meter.TRAINING, "1.00", TODAY.minusDays(100))));
        Quote warned = quote.warnedOf(List.of(added));
        assertThat(warned.warnings()).hasSize(2).first().isEqualTo(added);
        assertThat(warned.training()).isEqualTo(quote.training());
    }

    @Test
    void everyKindIsOneOfTheContract() {
        Provenance provenance = provenance("one", TODAY, Confidence.A);
        Rate rate = rate("one", Meter.TRAINING, "1.00", TODAY);
        assertThat(new Warning.Stale(rate, 100).kind()).isEqualTo("stale");
        assertThat(new Warning.ByTier(rate, java.math.BigDecimal.ONE).kind()).isEqualTo("tier");
        assertThat(new Warning.Unpriced(Set.of(Part.INFERENCE)).kind()).isEqualTo("unpriced");
        assertThat(new Warning.Minimum(Band.ZERO, Band.ZERO, provenance).kind()).isEqualTo("minimum");
        assertThat(new Warning.MethodNotOffered(PROVIDER, Method.LORA).kind()).isEqualTo("method");
        assertThat(new Warning.ProviderNotOffered(PROVIDER).kind()).isEqualTo("provider");
    }

    private static long disagreements(String ours, String theirs) {
        return quote(
                        book("one", rate("one", Meter.TRAINING, ours, TODAY)),
                        book("two", rate("two", Meter.TRAINING, theirs, TODAY)))
                .warnings()
                .stream()
                .filter(Warning.Disagreement.class::isInstance)
                .count();
    }

    private static long stale(LocalDate observed) {
        return quote(book("one", rate("one", Meter.TRAINING, "1.00", observed))).warnings().stream()
                .filter(Warning.Stale.class::isInstance)
                .count();
    }

    private static Quote quote(PriceBook... books) {
        Catalog catalog = new Catalog(List.of(MODEL), List.of(PROVIDER), List.of(), Arrays.asList(books));
        CostEngine engine = new CostEngine(new Prices(catalog, TODAY));
        return TestPrices.quote(engine.price(OFFER, Plan.training(TrainingJob.of(1000, 500, 3))));
    }

    private static PriceBook book(String edition, Rate... rates) {
        return new PriceBook(edition, edition, false, List.of(rates), List.<BillingRule>of());
    }

    private static Rate rate(String edition, Meter figure, String usd, LocalDate observed) {
        return rate(edition, figure, usd, observed, Confidence.A);
    }

    private static Rate rate(String edition, Meter figure, String usd, LocalDate observed, Confidence confidence) {
        UnitPrice price = figure == Meter.MINIMUM_JOB
                ? UnitPrice.each(Band.of(usd), io.tunetally.units.Unit.JOB)
                : UnitPrice.perMillionTokens(Band.of(usd));
        return new Rate(
                figure,
                new PriceScope.OfModel(MODEL.id()),
                PROVIDER.id(),
                Set.of(),
                Set.of(Objective.SFT),
                null,
                "",
                price,
                Validity.ALWAYS,
                provenance(edition, observed, confidence));
    }

    private static Provenance provenance(String edition, LocalDate observed, Confidence confidence) {
        return new Provenance(edition, List.of(new Source("s", "S", null, null)), observed, confidence, null);
    }
}
