package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.units.Band;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModelsAnswerTest {
    private final ModelsAnswer answer = new ModelsAnswer();

    @Test
    void listsEveryModelOfTheGuideWithItsMethodsAndPrice() {
        assertThat(listed(Inquiries.byGuide("models")).models())
                .extracting(
                        row -> row.model().id().value(),
                        ModelsOutcome.Row::methods,
                        ModelsOutcome.Row::perMillionTokens)
                .containsExactlyInAnyOrder(
                        tuple("llama-3.1-8b", Set.of(Method.FULL, Method.LORA), Band.of("0.48")),
                        tuple("llama-3.3-70b", Set.of(Method.FULL, Method.LORA), Band.of("5")),
                        tuple("mistral-7b", Set.of(Method.FULL, Method.LORA), Band.of("0.48")),
                        tuple("gemini-2.0-flash", Set.of(Method.FULL, Method.LORA), Band.of("2")),
                        tuple("gpt-4o", Set.of(Method.FULL), Band.of("25")),
                        tuple("gpt-4o-mini", Set.of(Method.FULL), Band.of("3")),
                        tuple("gpt-4.1-mini", Set.of(Method.FULL), Band.of("4")));
    }

    @Test
    void aMethodThatWasSaidIsTheOnlyOneListed() {
        assertThat(listed(Inquiries.today("models full")).models())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.methods()).containsExactly(Method.FULL));
    }

    @Test
    void saysSinceWhenAModelIsClosed() {
        ModelsOutcome.Row gpt = row("gpt-4o", "openai");
        LifecycleEvent closed = Objects.requireNonNull(gpt.closedBy());
        assertThat(closed.kind()).isEqualTo(LifecycleEvent.Kind.CLOSED_TO_NEW_CUSTOMERS);
        assertThat(closed.date()).isEqualTo(LocalDate.of(2026, 5, 7));
        assertThat(row("llama-3.1-8b", "together").closedBy()).isNull();
    }

    @Test
    void ofSeveralEndsThatHoldTheGravestIsSaid() {
        assertThat(Objects.requireNonNull(row("gpt-3.5-turbo", "openai").closedBy())
                        .kind())
                .isEqualTo(LifecycleEvent.Kind.SHUT_DOWN);
    }

    @Test
    void aModelThatIsDeprecatedOnlyIsOpen() {
        assertThat(rows(Inquiries.today("models on mistral"))).isNotEmpty().allMatch(row -> row.closedBy() == null);
    }

    @Test
    void aModelOnlyBilledByTheHourHasNoPriceAToken() {
        assertThat(row("o4-mini", "openai").perMillionTokens()).isNull();
    }

    @Test
    void keepsToTheProviderAsked() {
        assertThat(rows(Inquiries.today("models on fireworks")))
                .isNotEmpty()
                .allMatch(row -> row.offer().provider().id().value().equals("fireworks"));
    }

    @Test
    void keepsToTheObjectiveAsked() {
        assertThat(rows(Inquiries.today("models for rft")))
                .extracting(row -> row.model().id().value())
                .contains("o4-mini")
                .doesNotContain("gpt-4o");
    }

    private ModelsOutcome listed(Inquiry inquiry) {
        return (ModelsOutcome) answer.answer(inquiry);
    }

    private List<ModelsOutcome.Row> rows(Inquiry inquiry) {
        return listed(inquiry).models();
    }

    private ModelsOutcome.Row row(String model, String provider) {
        return rows(Inquiries.today("models")).stream()
                .filter(row -> row.model().id().value().equals(model))
                .filter(row -> row.offer().provider().id().value().equals(provider))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not listed: " + model + " on " + provider));
    }
}
