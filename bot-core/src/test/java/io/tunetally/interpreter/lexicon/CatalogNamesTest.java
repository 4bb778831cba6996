package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CatalogNamesTest {
    private static final Catalog CATALOG = new Catalog(new Catalog.Content(
            List.of(new Model(new ModelId("epoch-7b"), "Epoch 7B", null, true, List.of("EPOCH"))),
            List.of(new Provider(new ProviderId("ours"), "Ours", List.of("Our-Cloud"), true, null)),
            List.of(),
            List.of(),
            List.of(),
            Map.of(
                    "epoch-7b", new FilePosition("prices.yaml", 12, "models[0]"),
                    "ours", new FilePosition("prices.yaml", 30, "providers[0]"))));
    private static final CatalogNames NAMES = new CatalogNames(CATALOG);
    private static final Lexeme UNIT = lexeme("epoch", Category.UNITS, "epoch");

    @Test
    void namesThePlaceAndTheSpellingOfAnUnusableName() {
        assertThat(NAMES.unusable(lexeme("our cloud", Category.PROVIDERS, "ours"), new LexiconException("too long")))
                .map(Throwable::getMessage)
                .contains("prices.yaml:30: providers[0]: 'Our-Cloud' cannot be used: too long");
    }

    @Test
    void namesThePlaceOfANameWithAnotherMeaningWhicheverCameFirst() {
        Lexeme model = lexeme("epoch", Category.MODELS, "epoch-7b");
        String message = "prices.yaml:12: models[0]: 'EPOCH' cannot be used, as it means something else: a clash"
                + "; choose another spelling";
        assertThat(NAMES.clash(model, UNIT, "a clash"))
                .map(Throwable::getMessage)
                .contains(message);
        assertThat(NAMES.clash(UNIT, model, "a clash"))
                .map(Throwable::getMessage)
                .contains(message);
    }

    @Test
    void writesThePhraseIfNoSpellingOfTheFileBecomesIt() {
        assertThat(NAMES.unusable(lexeme("gpt 40", Category.MODELS, "epoch-7b"), new LexiconException("odd")))
                .map(Throwable::getMessage)
                .contains("prices.yaml:12: models[0]: 'gpt 40' cannot be used: odd");
    }

    @Test
    void leavesPhrasesOfTheLexiconToTheLexicon() {
        assertThat(NAMES.unusable(UNIT, new LexiconException("odd"))).isEmpty();
        assertThat(NAMES.clash(UNIT, UNIT, "a clash")).isEmpty();
        assertThat(NAMES.unusable(lexeme("elsewhere", Category.PROVIDERS, "unknown"), new LexiconException("odd")))
                .isEmpty();
    }

    private static Lexeme lexeme(String phrase, Category category, String value) {
        return new Lexeme(phrase, category, value, null, false, TraitPatterns.NONE);
    }
}
