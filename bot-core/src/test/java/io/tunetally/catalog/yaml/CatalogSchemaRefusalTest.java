package io.tunetally.catalog.yaml;

import static io.tunetally.catalog.yaml.BrokenFile.CLOCK;
import static io.tunetally.catalog.yaml.BrokenFile.GOOD;
import static io.tunetally.catalog.yaml.BrokenFile.file;
import static io.tunetally.catalog.yaml.BrokenFile.refusedBySchemaToo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.PriceFileSchema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that the loader and the schema refuse. Each test breaks one good file, in one place. */
class CatalogSchemaRefusalTest {
    @Test
    void takesTheFileThatTheOthersBreak() {
        assertThat(new CatalogLoader(CLOCK)
                        .load(List.of(file(GOOD)), List.of())
                        .books()
                        .getFirst()
                        .rates())
                .hasSize(2);
        assertThat(PriceFileSchema.faultsOf(file(GOOD))).isEmpty();
    }

    @Test
    void refusesAnUnknownKeyOfTheFile() {
        refusedBySchemaToo("edition: test", "edition: test\ncolour: red", "test.yaml:3: colour: unknown key");
    }

    @Test
    void refusesAnImportMarkThatIsNoFlag() {
        refusedBySchemaToo(
                "edition: test", "edition: test\nimported: perhaps", "test.yaml:3: imported: must be true or false");
    }

    @Test
    void refusesAnUnknownKeyOfAnEntry() {
        refusedBySchemaToo("provider: acme, training", "provder: acme, training", "provder: unknown key");
    }

    @Test
    void refusesAnUnknownKeyDeepInAnEntry() {
        refusedBySchemaToo(
                "{full: 25.00}",
                "{full: 25.00, qlora: 1}",
                "test.yaml:19: prices[0].training.qlora: unknown key; known here: full, lora");
    }

    @Test
    void refusesAnUnknownKeyOfASource() {
        refusedBySchemaToo("{title: A page,", "{title: A page, link: x,", "sources.page.link: unknown key");
    }

    @Test
    void refusesANumberThatIsNotTheRules() {
        refusedBySchemaToo("low: 0.6,", "low: 0.6, usd: 5,", "rules[0].usd: unknown key");
    }

    @Test
    void refusesAPriceWithoutASource() {
        refusedBySchemaToo(
                "25.00}, sources: [page],",
                "25.00},",
                "test.yaml:19: prices[0].sources: no source; name the source of the figure");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider: acme, models: [small-1] | models: [small-1] | offers[0].provider: is missing; add it",
                "models: [small-1], | '' | offers[0].models: no model; name those the provider trains",
                "methods: [lora], | '' | offers[0].methods: name at least one of full, lora",
                "objectives: [sft], | '' | offers[0].objectives: name at least one of sft, dpo, rft",
                "serving: [dedicated], sources: [page] | serving: [dedicated] | offers[0].sources: no source",
                "serving: [dedicated], sources: [page], confidence: B | sources: [page] | offers[0].confidence: is missing",
                "serving: [dedicated] | serving: [] | offers[0].serving: name at least one of"
            })
    void refusesAnOfferThatLacksAKey(String good, String bad, String message) {
        refusedBySchemaToo(good, bad, message);
    }

    @Test
    void refusesAnOfferInUnknownWords() {
        refusedBySchemaToo("[dedicated]", "[rented]", "offers[0].serving: 'rented' is not one of serverless, ");
        refusedBySchemaToo("serving: [dedicated],", "runs: [dedicated],", "offers[0].runs: unknown key");
    }

    @Test
    void refusesANegativePrice() {
        refusedBySchemaToo("25.00", "-25.00", "test.yaml:19: prices[0].training.full: is negative");
    }

    @Test
    void refusesAPriceThatIsNoNumber() {
        refusedBySchemaToo("25.00", "about 25", "prices[0].training.full: is not a number; write a plain decimal");
    }

    @Test
    void refusesAQuotedPrice() {
        refusedBySchemaToo("25.00", "\"25.00\"", "prices[0].training.full: is not a number");
    }

    @Test
    void refusesAnEntryThatPricesNothing() {
        refusedBySchemaToo("training: {full: 25.00}, ", "", "the entry has no price");
    }

    @Test
    void refusesAnEntryWithTwoSubjects() {
        refusedBySchemaToo("{model: big-1,", "{model: big-1, any: true,", "give exactly one of model, size and any");
    }

    @Test
    void refusesAnIdThatCommandsCannotBeWrittenWith() {
        refusedBySchemaToo(
                "{id: small-1,", "{id: Small 1,", "models[1].id: 'Small 1' is not an id; use lower case letters");
        refusedBySchemaToo("edition: test", "edition: My Test", "edition: 'My Test' is not an id");
    }

    @Test
    void refusesADateThatIsNone() {
        refusedBySchemaToo("2027-01-01", "soon", "lifecycle[0].date: is not a date; write it as 2026-11-25");
    }

    @Test
    void refusesAnotherSchema() {
        refusedBySchemaToo("pricebook/1", "pricebook/2", "test.yaml:1: schema: 'tunetally-pricebook/2' is not");
    }

    @Test
    void refusesAFileWithoutAnEdition() {
        refusedBySchemaToo("edition: test\n", "", "test.yaml:1: edition: is missing; add it");
    }

    @Test
    void refusesARuleWithoutItsNumbers() {
        refusedBySchemaToo("low: 0.6, high: 0.7,", "", "rules[0].low: is missing; add it");
    }

    @Test
    void refusesAnUnknownRule() {
        refusedBySchemaToo("lora-discount", "qlora-discount", "'qlora-discount' is not one of lora-discount, ");
    }

    @Test
    void refusesAnUnknownConfidence() {
        refusedBySchemaToo("confidence: A}", "confidence: E}", "prices[0].confidence: 'E' is not one of A, B, C, D");
    }
}
