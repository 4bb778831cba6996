package io.tunetally.answer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.engine.Quote;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MigrateAnswerTest {
    private static final String JOB = "2k examples 20k requests/day";

    @Test
    void namesTheOfferToLeaveItsCostAndItsDates() {
        MigrateOutcome outcome = migrated("migrate gpt-4o-mini " + JOB);
        assertThat(requireNonNull(outcome.leaving()).provider().id().value()).isEqualTo("openai");
        // 600,000 requests of 500 tokens at $0.30 and 200 at $1.20 a million.
        assertThat(requireNonNull(outcome.today()).monthly().low().usd()).isEqualByComparingTo("234");
        assertThat(outcome.ends())
                .extracting(LifecycleEvent::kind, LifecycleEvent::date)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(LifecycleEvent.Kind.NO_NEW_JOBS, LocalDate.of(2027, 1, 6)),
                        org.assertj.core.groups.Tuple.tuple(LifecycleEvent.Kind.SHUT_DOWN, LocalDate.of(2027, 1, 14)))
                .isSortedAccordingTo(java.util.Comparator.comparing(
                        tuple -> (LocalDate) tuple.toList().get(1)));
    }

    @Test
    void everyTargetCanBeStartedStaysOpenAndIsRankedByItsTotal() {
        MigrateOutcome outcome = migrated("migrate gpt-4o-mini " + JOB);
        LocalDate end = outcome.inquiry().asOf().plusDays(180);
        assertThat(outcome.targets())
                .hasSize(5)
                .isSortedAccordingTo(Quote.CHEAPEST_FIRST)
                .allSatisfy(quote -> {
                    assertThat(outcome.inquiry().engine().offers().canStart(quote.offer(), quote.objective()))
                            .isTrue();
                    assertThat(quote.unpriced()).isEmpty();
                    assertThat(outcome.inquiry()
                                    .engine()
                                    .offers()
                                    .shutDownAfter(outcome.inquiry().asOf(), quote.offer()))
                            .matches(ending -> ending.isEmpty() || !ending.get().holdsOn(end));
                });
    }

    @Test
    void movesToTheNamedModelsAtTheNamedProviderOnly() {
        MigrateOutcome outcome = migrated("migrate gpt-4o-mini to qwen3 8b or gpt-oss 20b on tinker " + JOB);
        assertThat(outcome.targets())
                .extracting(quote -> quote.offer().model().id().value() + " "
                        + quote.offer().provider().id().value())
                .containsExactlyInAnyOrder("qwen3-8b thinking-machines", "gpt-oss-20b thinking-machines");
    }

    @Test
    void aProviderNamedAloneMeansTheSameModelThere() {
        MigrateOutcome outcome = migrated("migrate qwen3.5 9b on tinker to together " + JOB);
        assertThat(requireNonNull(outcome.leaving()).provider().id().value()).isEqualTo("thinking-machines");
        assertThat(outcome.targets())
                .extracting(quote -> quote.offer().model().id().value() + " "
                        + quote.offer().provider().id().value())
                .containsExactly("qwen3.5-9b together");
    }

    @Test
    void aNamedTargetThatIsClosedIsPricedWithItsWarning() {
        MigrateOutcome outcome = migrated("migrate llama 8b to gpt-4o-mini on openai " + JOB);
        assertThat(outcome.targets())
                .singleElement()
                .satisfies(quote -> assertThat(quote.warnings())
                        .anyMatch(warning -> warning instanceof io.tunetally.engine.Warning.Lifecycle));
    }

    @Test
    void leavesAProviderAltogether() {
        MigrateOutcome outcome = migrated("we have to leave openai, where to?");
        assertThat(outcome.leaving()).isNull();
        assertThat(outcome.today()).isNull();
        assertThat(outcome.ends())
                .isNotEmpty()
                .allMatch(event -> event.provider().value().equals("openai"));
        assertThat(outcome.targets())
                .isNotEmpty()
                .noneMatch(quote -> quote.offer().provider().id().value().equals("openai"));
    }

    @Test
    void theNextQuestionsAreAboutTheJobNotThePlacesToLeave() {
        MigrateOutcome outcome = migrated("migrate gpt-4o-mini on openai to qwen3 8b on tinker " + JOB);
        List<String> commands =
                outcome.followUps().stream().map(NextQuestion::command).toList();
        assertThat(commands)
                .containsExactly(
                        "migrate gpt-4o-mini on openai to qwen3-8b to thinking-machines 2000 examples"
                                + " 20000 requests/day details",
                        "tco qwen3-8b lora on thinking-machines 2000 examples 20000 requests/day",
                        "worth it gpt-4o-mini 2000 examples 20000 requests/day",
                        "tco all 2000 examples 20000 requests/day");
    }

    @Test
    void aModelWithoutAnyEndHasTargetsToo() {
        MigrateOutcome outcome = migrated("migrate gpt-oss 120b on tinker " + JOB);
        assertThat(outcome.ends()).isEmpty();
        Model left = requireNonNull(outcome.leaving()).model();
        assertThat(outcome.targets())
                .isNotEmpty()
                .noneMatch(quote -> quote.offer().model().equals(left)
                        && quote.offer().provider().id().value().equals("thinking-machines"));
    }

    private static MigrateOutcome migrated(String question) {
        return (MigrateOutcome) MigrateAnswer.of(Inquiries.today(question));
    }
}
