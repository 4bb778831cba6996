package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EuPlaceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "recommend in the eu",
                "worth it in the eu",
                "compare all in the eu",
                "tco all in the eu 1000 requests/day",
                "budget $20 in the eu 400 requests/day",
                "break even in the eu",
                "what would change recommend in the eu",
                "cost mistral 7b in the eu",
                "compare gpt-4o vs llama 8b in the eu"
            })
    void everyQuestionAboutCostIsLimitedToGpusWhosePlaceIsChosen(String question) {
        assertThat(provider(question)).isEqualTo(ProviderId.SELF_HOSTED);
    }

    @ParameterizedTest
    @CsvSource({"tco llama 8b on fireworks in the eu, fireworks", "cost gpt-4o in the eu,", "recommend,"})
    void aSellerThatWasNamedAndAModelThatItsSellerKeepsArePricedAsNamed(String question, @Nullable String provider) {
        ProviderId found = provider(question);
        assertThat(found == null ? null : found.value()).isEqualTo(provider);
    }

    private static @Nullable ProviderId provider(String question) {
        Interpretation read = BuiltIn.read(question);
        Request request = Objects.requireNonNull(read.request());
        Slots filled = EuPlace.within(
                request.slots(), request.intent(), Inquiries.today("recommend").engine());
        return filled.value(SlotName.PROVIDER);
    }
}
