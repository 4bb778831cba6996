package io.tunetally.answer.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.Criterion;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class JudgementTest {
    @ParameterizedTest
    @CsvSource({
        "consistent-format, WORTH_IT, consistent-format,",
        "consistent-format tone-of-voice, WORTH_IT, consistent-format,",
        "few-shot-works, NOT_YET, few-shot-works,",
        "few-shot-works classification-task, NOT_YET, few-shot-works,",
        "few-shot-works lengthy-prompts, DEPENDS, few-shot-works, lengthy-prompts",
        "few-shot-works high-volume, NOT_YET, few-shot-works,",
        "data-changes consistent-format, DEPENDS, data-changes, consistent-format",
        "knowledge-task niche-task, NOT_YET, knowledge-task,",
        "low-volume tone-of-voice, NO, low-volume,",
        "too-few-examples consistent-format, NOT_YET, too-few-examples,",
        "broad-knowledge, NO, broad-knowledge,",
        "unlabelled-data classification-task, DEPENDS, unlabelled-data,",
        "low-latency, DEPENDS, low-latency,"
    })
    void aReasonAgainstDecidesUnlessOneForItOutweighsIt(
            String criteria, Verdict verdict, String reason, String despite) {
        Judgement judgement = Judgement.of(set(criteria));
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.reason()).isEqualTo(criterion(reason));
        assertThat(judgement.despite()).isEqualTo(despite == null ? null : criterion(despite));
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void everyCriterionDecidesByItself(Criterion criterion) {
        Judgement judgement = Judgement.of(EnumSet.of(criterion));
        assertThat(judgement.reason()).isEqualTo(criterion);
        assertThat(judgement.verdict() == Verdict.WORTH_IT && !criterion.speaksFor())
                .isFalse();
    }

    @Test
    void nothingSaidIsOpen() {
        assertThat(Judgement.of(Set.of())).isEqualTo(new Judgement(Verdict.DEPENDS, null, null));
    }

    private static Set<Criterion> set(String words) {
        Set<Criterion> criteria = EnumSet.noneOf(Criterion.class);
        for (String word : words.split(" ", -1)) {
            criteria.add(criterion(word));
        }
        return criteria;
    }

    private static Criterion criterion(String word) {
        return Criterion.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
