package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RepairableWordsTest {
    @ParameterizedTest
    @CsvSource({
        "epochs, UNITS, EPOCH, true",
        "training epochs, UNITS, EPOCH, false",
        "eps, UNITS, EPOCH, true",
        "ep, UNITS, EPOCH, false",
        "gpus, UNITS, OTHER, false",
        "chats, UNITS, ITEM, false",
        "transcripts, UNITS, ITEM, true",
        "lora, METHODS, , true",
        "nano, TIERS, , false",
        "flash, TIERS, , true",
        "what, CUES, QUESTION, true",
        "how, CUES, QUESTION, false",
        "from, CUES, FROM, false",
        "rpm, RATES, MINUTE, false",
        "dataset, TOPICS, , false",
        "h100, GPUS, , false"
    })
    void aSingleWordOfASlotCanBeCorrected(
            String phrase, Category category, @Nullable String value, boolean repairable) {
        Set<String> words = RepairableWords.of(List.of(lexeme(phrase, category, value)));
        assertThat(words.contains(phrase)).isEqualTo(repairable);
    }

    @Test
    void aVerbOfTwoWordsIsAlsoWrittenAsOneOrMisspeltInOneOfThem() {
        assertThat(RepairableWords.of(List.of(lexeme("break even", Category.INTENTS, null))))
                .containsExactlyInAnyOrder("breakeven", "break", "even");
        assertThat(RepairableWords.of(List.of(lexeme("pay off", Category.INTENTS, null))))
                .doesNotContain("payoff", "pay", "off");
    }

    @Test
    void aGrammarWordIsNoPartOfAVerb() {
        assertThat(RepairableWords.of(
                        List.of(lexeme("compared with", Category.INTENTS, null), lexeme("with", Category.CUES, "OF"))))
                .containsExactlyInAnyOrder("comparedwith", "compared");
    }

    @Test
    void theWordsOfModelsAreThoseOfTheirNames() {
        assertThat(RepairableWords.ofModels(List.of(
                        lexeme("meta llama", Category.FAMILIES, null),
                        lexeme("gpt 4o", Category.MODELS, null),
                        lexeme("epochs", Category.UNITS, "EPOCH"))))
                .containsExactlyInAnyOrder("meta", "llama", "gpt");
    }

    @Test
    void aFamilyThatExtendsANameIsATierToo() {
        Family mini = new Family("mini", false, true, Map.of(), null, List.of(), List.of());
        assertThat(RepairableWords.ofTiers(List.of(
                        new Lexeme("mini", Category.FAMILIES, "mini", mini, false, TraitPatterns.NONE),
                        lexeme("turbo", Category.TIERS, null),
                        lexeme("llama", Category.FAMILIES, null))))
                .containsExactlyInAnyOrder("mini", "turbo");
    }

    @Test
    void wordsMeanTheSameWithinACategory() {
        assertThat(RepairableWords.meanings(List.of(
                        lexeme("day", Category.UNITS, "DAY"),
                        lexeme("days", Category.UNITS, "DAY"),
                        lexeme("daily", Category.PERIODS, "DAY"))))
                .satisfies(meanings -> {
                    assertThat(meanings.get("day")).isEqualTo(meanings.get("days"));
                    assertThat(meanings.get("day")).isNotEqualTo(meanings.get("daily"));
                });
    }

    private static Lexeme lexeme(String phrase, Category category, @Nullable String value) {
        Object code = switch (category) {
            case UNITS, RATES, PERIODS -> value == null ? null : Measure.valueOf(value);
            case CUES -> value == null ? null : Cue.valueOf(value);
            default -> null;
        };
        return new Lexeme(phrase, category, value == null ? "" : value, code, false, TraitPatterns.NONE);
    }
}
