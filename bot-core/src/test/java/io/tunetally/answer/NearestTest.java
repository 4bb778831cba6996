package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Quote;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "cost gpt-4o on openai, gpt-oss-120b",
        "cost qwen2.5 7b, qwen3-8b",
        "cost llama 2 7b, llama-3.1-8b",
        "cost llama 3.1 70b, llama-3.3-70b",
        "cost qwen2.5 72b, llama-3.3-70b",
        "cost codellama 34b, qwen3.5-35b-a3b",
        "cost llama 3.1 405b, qwen3.5-397b-a17b",
        "cost gpt-4o mini, gpt-oss-20b",
        "cost gemini 2.5 pro, gpt-oss-120b",
        "cost gemini 2.5 flash, gpt-oss-20b"
    })
    void isOfAboutTheSizeThenARelativeAndNotOnAnEndpointThatWaits(String question, String nearest) {
        Inquiry inquiry = Inquiries.today(question);
        Quote quote = Objects.requireNonNull(nearest(question));
        assertThat(inquiry.engine()
                        .standingMonth(quote.offer(), quote.objective())
                        .isZero())
                .isTrue();
        assertThat(nearestModel(question)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "full fine-tune qwen2.5 14b on together, qwen3.5-9b FULL",
        "full fine-tune llama 2 70b, llama-3.3-70b FULL",
        "lora qwen2.5 14b, qwen3.5-9b LORA"
    })
    void keepsTheMethodThatWasSaid(String question, String nearest) {
        Quote quote = Objects.requireNonNull(nearest(question));
        assertThat(quote.offer().model().id().value() + " " + quote.offer().method())
                .isEqualTo(nearest);
    }

    private static String nearestModel(String question) {
        return Objects.requireNonNull(nearest(question)).offer().model().id().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost gpt-4o", "cost gemini 2.0 flash", "tco gpt-4o", "cost davinci-002"})
    void canBeStartedRunsThroughAndIsPriced(String question) {
        Quote nearest = Objects.requireNonNull(nearest(question));
        assertThat(new Selection(Inquiries.today(question)).canStart(nearest.offer()))
                .isTrue();
        assertThat(nearest.isCut() || nearest.shutDown()).isFalse();
        assertThat(nearest.unpriced()).isEmpty();
        assertThat(nearest.offer().model().classifier()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost llama 8b", "cost qwen3 8b on tinker", "tco qwen3 8b on tinker"})
    void isNoneWhereTheModelItselfCanBeStarted(String question) {
        assertThat(nearest(question)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"tco llama 8b, qwen3-8b", "tco llama 2 70b, gpt-oss-120b"})
    void isOfAboutTheSizeWhereRunningTheModelCostsManyTimesAsMuch(String question, String nearest) {
        assertThat(nearestModel(question)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({"tco llama 2 70b, llama-3.3-70b", "tco llama 3.3 70b, ''", "tco gpt-4o, ''"})
    void aNewerModelHasTheSameFamilyAndSize(String question, String newer) {
        Inquiry inquiry = Inquiries.today(question);
        assertThat(Nearest.newer(new Selection(inquiry).named().getFirst(), inquiry)
                        .map(model -> model.id().value())
                        .orElse(""))
                .isEqualTo(newer);
    }

    @Test
    void keepsTheJobThatWasSaid() {
        Quote nearest = Objects.requireNonNull(nearest("cost gpt-4o on openai 2k examples 400 tokens each 1 epoch"));
        assertThat(nearest.billedTokens().low()).isEqualByComparingTo("800000");
    }

    @Test
    void isTheCheapestWhereRunningTheRelativeCostsManyTimesAsMuch() {
        // GPT-4.1 on Azure runs only on an endpoint of $1,224 a month.
        assertThat(nearestModel("tco gpt-4o")).isNotEqualTo("gpt-4.1");
        // Azure runs GPT-4.1 mini, at many times the price.
        Quote cheaper = Objects.requireNonNull(nearest("tco gpt-4.1 mini on azure"));
        assertThat(cheaper.offer().provider().id().value()).isNotEqualTo("azure");
    }

    private static @Nullable Quote nearest(String question) {
        Inquiry inquiry = Inquiries.today(question);
        List<Quote> quotes = Quoting.of(inquiry)
                .quotes(new Selection(inquiry).named().getFirst())
                .quotes();
        return Nearest.unlessSound(inquiry, EstimateAnswer.ranked(inquiry, quotes));
    }
}
