package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.engine.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotingTest {
    @Test
    void quotesEveryProviderAndMethod() {
        assertThat(offers("cost llama 8b"))
                .contains("together FULL", "together LORA", "fireworks LORA")
                .doesNotContain("self-hosted LORA");
    }

    @ParameterizedTest
    @CsvSource({"cost llama 8b on fireworks, fireworks", "cost gpt-4o on azure, azure"})
    void keepsToTheProviderAsked(String question, String provider) {
        assertThat(quotes(question))
                .isNotEmpty()
                .allMatch(quote -> quote.offer().provider().id().value().equals(provider))
                .noneMatch(quote -> has(quote, Warning.ProviderNotOffered.class));
    }

    @ParameterizedTest
    @CsvSource({"cost llama 8b lora, LORA", "cost llama 8b full, FULL"})
    void keepsToTheMethodAsked(String question, Method method) {
        assertThat(quotes(question))
                .isNotEmpty()
                .allMatch(quote -> quote.offer().method() == method)
                .noneMatch(quote -> has(quote, Warning.MethodNotOffered.class));
    }

    @Test
    void bothMethodsAreQuotedWhereTheyAreCompared() {
        assertThat(quotes("lora vs full llama 70b on together"))
                .extracting(quote -> quote.offer().method())
                .contains(Method.LORA, Method.FULL);
    }

    @Test
    void aNamedModelIsPricedElsewhereWhereTheProviderDoesNotTrainItAndThatIsSaid() {
        assertThat(quotes("cost gpt-4o on together"))
                .isNotEmpty()
                .allMatch(quote -> has(quote, Warning.ProviderNotOffered.class));
    }

    @Test
    void aMethodThatIsNotOfferedIsSaid() {
        assertThat(quotes("cost gpt-4o lora on openai"))
                .singleElement()
                .matches(quote -> quote.offer().method() == Method.FULL)
                .matches(quote -> has(quote, Warning.MethodNotOffered.class));
    }

    @Test
    void aDeploymentThatIsNotOfferedIsSaid() {
        assertThat(quotes("cost gpt-4o on openai provisioned"))
                .singleElement()
                .matches(quote -> has(quote, Warning.DeploymentNotOffered.class));
        assertThat(quotes("cost gpt-4o on azure developer")).singleElement().satisfies(quote -> {
            assertThat(quote.offer().deployment()).isEqualTo(Deployment.DEVELOPER);
            assertThat(has(quote, Warning.DeploymentNotOffered.class)).isFalse();
        });
    }

    @Test
    void onesOwnGpusComeFirstWhereOneWasNamed() {
        assertThat(quotes("cost llama 8b lora on h100")
                        .getFirst()
                        .offer()
                        .provider()
                        .id())
                .isEqualTo(ProviderId.SELF_HOSTED);
        assertThat(quotes("self-host llama 8b lora")
                        .getFirst()
                        .offer()
                        .provider()
                        .id())
                .isEqualTo(ProviderId.SELF_HOSTED);
    }

    @Test
    void aGpuThatIsNotOnFileIsNotReplaced() {
        Quoting.Result result = result("self-host llama 8b lora on v100");
        assertThat(result.quotes()).isEmpty();
        assertThat(result.unpriceable()).contains(new Unpriceable.UnknownGpu("v100"));
    }

    @Test
    void aPriceThatStandsAlreadyAtAnotherProviderStandsOnceUnlessProvidersAreCompared() {
        Inquiry inquiry = Inquiries.today("cost llama 8b");
        List<Quote> quotes = quotes("cost llama 8b");
        assertThat(quotes.stream()
                        .map(quote -> quote.offer().method() + " " + quote.training() + " " + quote.monthly()))
                .doesNotHaveDuplicates();
        assertThat(Quoting.of(inquiry).offers(new Selection(inquiry).named().getFirst()))
                .hasSizeGreaterThanOrEqualTo(quotes.size());
        assertThat(offers("compare llama 8b on together vs fireworks")).contains("together LORA", "fireworks LORA");
    }

    @Test
    void whatIsJustAsAskedMayBeClosed() {
        Inquiry inquiry = Inquiries.today("recommend on openai");
        Quoting quoting = Quoting.of(inquiry);
        var model =
                inquiry.engine().prices().catalog().model(new ModelId("gpt-4o")).orElseThrow();
        assertThat(quoting.fitting(model))
                .extracting(offer -> offer.provider().id().value())
                .containsExactly("openai");
        assertThat(quoting.offers(model)).as("closed to new customers").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cost on openai 1k examples, gpt-4o-mini", "tco on google 100 requests/day, gemini-2.5-flash"})
    void aProviderThatIsClosedToNewCustomersIsPricedWhereItWasNamed(String question, String model) {
        Inquiry inquiry = Inquiries.today(question);
        var asked =
                inquiry.engine().prices().catalog().model(new ModelId(model)).orElseThrow();
        assertThat(Quoting.of(inquiry).offers(asked)).isNotEmpty();
    }

    private static List<String> offers(String question) {
        return quotes(question).stream()
                .map(Quote::offer)
                .map(QuotingTest::name)
                .toList();
    }

    private static String name(Offer offer) {
        return offer.provider().id().value() + " " + offer.method();
    }

    private static List<Quote> quotes(String question) {
        return result(question).quotes();
    }

    private static Quoting.Result result(String question) {
        Inquiry inquiry = Inquiries.today(question);
        return Quoting.of(inquiry).quotes(new Selection(inquiry).named().getFirst());
    }

    private static boolean has(Quote quote, Class<? extends Warning> warning) {
        return quote.warnings().stream().anyMatch(warning::isInstance);
    }
}
