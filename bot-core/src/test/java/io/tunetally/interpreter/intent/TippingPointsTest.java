package io.tunetally.interpreter.intent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The ways to ask what would change an answer, alone and in a conversation. */
final class TippingPointsTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/interpreter/tipping-points.csv", numLinesToSkip = 1, nullValues = "")
    void readsTheQuestionAndItsSubject(String context, String text, String status, String canonical) {
        Interpretation before = context == null ? null : BuiltIn.read(context);
        Request remembered = before == null ? null : requireNonNull(before.request());
        Interpretation read = BuiltIn.read(text, remembered);
        assertThat(read.status().word()).isEqualTo(status);
        assertThat(read.canonical()).isEqualTo(canonical == null ? "" : canonical);
        boolean asks = canonical != null && canonical.startsWith("what would change");
        assertThat(read.intent() == Intent.TIPPINGPOINTS).isEqualTo(asks);
        Request request = read.request();
        if (asks && request != null) {
            assertThat(BuiltIn.read(read.canonical()).canonical()).isEqualTo(read.canonical());
        }
    }
}
