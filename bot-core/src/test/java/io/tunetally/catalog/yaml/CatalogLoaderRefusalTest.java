package io.tunetally.catalog.yaml;

import static io.tunetally.catalog.yaml.BrokenFile.CLOCK;
import static io.tunetally.catalog.yaml.BrokenFile.GOOD;
import static io.tunetally.catalog.yaml.BrokenFile.file;
import static io.tunetally.catalog.yaml.BrokenFile.refusal;
import static io.tunetally.catalog.yaml.BrokenFile.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that only the loader refuses, such as for facts that contradict others. Each test breaks one good file, in one place. */
class CatalogLoaderRefusalTest {
    @Test
    void refusesAnUnknownSource() {
        refused("25.00}, sources: [page],", "25.00}, sources: [pge],", "prices[0].sources: unknown source 'pge'");
    }

    @Test
    void refusesAnUnknownModel() {
        refused("{model: big-1", "{model: big-2", "prices[0].model: unknown model 'big-2'; define it under models");
    }

    @Test
    void refusesAnUnknownProvider() {
        refused("provider: acme, training", "provider: acne, training", "prices[0].provider: unknown provider 'acne'");
    }

    @Test
    void refusesAnEventAboutAnUnknownModel() {
        refused("models: [big-1]", "models: [big-3]", "lifecycle[0].models: unknown model 'big-3'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"active_billion_parameters: 70", "active_billion_parameters: 0"})
    void refusesActiveParametersThatAreNotAPartOfAll(String active) {
        refused(
                "aliases: [big one]",
                "billion_parameters: 70, " + active,
                "models[0].active_billion_parameters: is the part of billion_parameters that one token passes through");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"billion_parameters: 70, comparable_billion_parameters: 70", "comparable_billion_parameters: 0"})
    void refusesAComparableSizeThatIsNoneOrStandsBesideTheSize(String sizes) {
        refused(
                "aliases: [big one]",
                sizes,
                "models[0].comparable_billion_parameters: is the size of the open models that replace a model of"
                        + " unpublished size");
    }

    @Test
    void refusesAnOfferOfAnUnknownModel() {
        refused("models: [small-1]", "models: [small-2]", "offers[0].models: unknown model 'small-2'; define it under");
    }

    @Test
    void refusesTwoOffersOfTheSameTraining() {
        refused(
                "offers:\n",
                "offers:\n  - {provider: acme, models: [big-1, small-1], methods: [lora, full], objectives: [sft],"
                        + " sources: [page], confidence: B}\n",
                "test.yaml:16: offers[1]: offers what test.yaml:15: offers[0] offers; keep one of them");
    }

    @Test
    void refusesAnUnknownSourceThatConfirms() {
        refused("25.00}, ", "25.00}, confirmed: [pge], ", "prices[0].confirmed: unknown source 'pge'");
    }

    @Test
    void refusesACheckThatIsNoLaterThanTheObservation() {
        refused(
                "25.00}, ",
                "25.00}, checked: 2026-09-30, ",
                "prices[0].checked: needs an earlier day in observed; checked is when the figures were seen again");
        refused(
                "25.00}, ",
                "25.00}, checked: 2026-11-26, ",
                "prices[0].checked: 2026-11-26 is after today, 2026-11-25");
    }

    @Test
    void refusesAQuoteWithoutTheFigure() {
        refused(
                "25.00}, ",
                "25.00}, quote: \"training $2.50, was $125.00\", ",
                "prices[0].quote: does not hold the figure 25; quote the words that do");
    }

    @Test
    void refusesAnEntryOfTwoDays() {
        refused(
                "25.00}, sources: [page],",
                "25.00}, sources: [page, later],",
                "prices[0].sources: merges figures of 2026-10-01 with those of source 'later', seen on 2026-10-09");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text: ends, sources: [page]     | text: ends, sources: [page, page]     | test.yaml:13: lifecycle[0]",
                "[dedicated], sources: [page]    | [dedicated], sources: [page, page]    | test.yaml:15: offers[0]",
                "high: 0.7, sources: [page]      | high: 0.7, sources: [page, page]      | test.yaml:17: rules[0]",
            })
    void refusesAFactOfTwoSources(String part, String replacement, String place) {
        refused(part, replacement, place + ".sources: several sources; keep the one of the figures");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text: ends, sources: [page]     | lifecycle[0]",
                "[dedicated], sources: [page]    | offers[0]",
                "high: 0.7, sources: [page]      | rules[0]",
            })
    void refusesAFactWhoseSourceIsConfirmedByAnUnknownOne(String part, String place) {
        refused(part, part + ", confirmed: [pge]", place + ".confirmed: unknown source 'pge'");
    }

    @Test
    void refusesAnEntryOfTwoSourcesEvenOfOneDay() {
        refused(
                "25.00}, sources: [page],",
                "25.00}, sources: [page, page],",
                "prices[0].sources: several sources; keep the one of the figures, and name others under confirmed");
    }

    @Test
    void refusesAPriceOfAnUnknownGpu() {
        refused(
                "training: {full: 25.00}",
                "gpu_hour: {h1000: 2.00}",
                "prices[0].gpu_hour.h1000: unknown GPU; known: h100, h200, b200");
    }

    @Test
    void refusesAPriceOfMoreThan15Digits() {
        assertThat(new CatalogLoader(CLOCK).load(List.of(file(GOOD.replace("25.00", "9".repeat(15)))), List.of()))
                .isNotNull();
        refused("25.00", "9".repeat(16), "prices[0].training.full: is not a number; write a plain");
    }

    @Test
    void refusesALowEndAboveTheHighEnd() {
        refused("{low: 0, high: 4}", "{low: 5, high: 4}", "prices[1].minimum.low: is above high; swap them");
        refused("low: 0.6", "low: 0.8", "rules[0].low: is above high; swap them");
        refused("{over: 1, up_to: 16}", "{over: 16, up_to: 1}", "prices[1].size.over: is not below up_to");
    }

    @Test
    void refusesASpellingThatTwoModelsClaim() {
        refused(
                "name: Small 1}",
                "name: Small 1, aliases: [\"BIG.One\"]}",
                "'BIG.One' also means model big-1 (test.yaml:10); remove it from one of them");
    }

    @Test
    void refusesASpellingThatTwoProvidersClaim() {
        refused("name: Other}", "name: Acme-AI}", "'Acme-AI' also means provider acme (test.yaml:7)");
    }

    @Test
    void refusesASpellingOfSeparatorsOnly() {
        refused("[big one]", "[\"- .\"]", "models[0].aliases: '- .' is only separators; remove it");
    }

    @Test
    void refusesAVariantOfAVariant() {
        refused(
                "training: {full: 25.00}",
                "variant: eu, gpu_hour: {h100: 8}",
                "prices[0].gpu_hour.h100: is itself a variant; remove variant: eu from the entry");
    }

    @Test
    void refusesAModelDefinedTwice() {
        refused("{id: small-1,", "{id: big-1,", "models[1]: 'big-1' is already defined at test.yaml:10");
    }

    @Test
    void refusesTwoPricesForTheSameDays() {
        refused(
                "prices:\n",
                "prices:\n  - {model: big-1, provider: acme, training: {full: 1}, effective: {until: 2026-10-02},"
                        + " sources: [page], confidence: A}\n",
                "test.yaml:20: prices[1].training.full: prices the same days as test.yaml:19: prices[0].training.full");
    }

    @Test
    void refusesTwoTiersThatShareASize() {
        refused(
                "prices:\n",
                "prices:\n  - {size: {over: 15}, provider: acme, minimum: 1, sources: [page], confidence: A}\n",
                "prices[2].minimum: prices the same days as");
    }

    @Test
    void refusesTheSameRuleTwice() {
        refused(
                "rules:\n",
                "rules:\n  - {rule: lora-discount, providers: [acme], low: 0, high: 0, sources: [page], confidence: B}\n",
                "rules[1]: repeats test.yaml:17: rules[0]");
    }

    @Test
    void refusesAnObservationInTheFuture() {
        refused("25.00}, ", "25.00}, observed: 2026-11-26, ", "2026-11-26 is after today, 2026-11-25");
        refused("observed: 2026-10-01", "observed: 2027-10-01", "sources.page.observed: 2027-10-01 is after today");
    }

    @Test
    void refusesARangeThatEndsBeforeItStarts() {
        refused("25.00}, ", "25.00}, effective: {from: 2026-02-01, until: 2026-02-01}, ", "until: is not after from");
    }

    @Test
    void refusesYamlThatIsNone() {
        assertThat(refusal("edition: test", "edition: [test").faults())
                .singleElement()
                .asString()
                .startsWith("test.yaml:3: not readable as YAML: ");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(refusal(GOOD, "")).hasMessage("test.yaml: the file is empty; add at least schema and edition");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        refused("25.00}", "25.00, full: 24.00}", "prices[0].training.full: is a duplicate key; keep one of them");
    }

    @Test
    void refusesAYamlAliasWhichWouldPassForText() {
        refused("edition: test", "edition: &a test\ntitle: *a", "title: YAML anchors and aliases are not supported");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(refusal("confidence: A}", "confidence: A, color: red}").faults())
                .extracting(fault -> fault.place().line())
                .containsExactly(19, 20);
    }

    @Test
    void refusesAnOrderThatNamesAnUnknownEdition() {
        CatalogException refusal = catchThrowableOfType(
                CatalogException.class,
                () -> new CatalogLoader(CLOCK).load(List.of("test", "gide"), List.of(file(GOOD)), List.of()));
        assertThat(refusal).hasMessage("order of editions: unknown edition 'gide'; known are test");
    }
}
