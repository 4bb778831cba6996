package io.tunetally.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tunetally.catalog.PriceFileSchema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A price file that is broken on purpose. */
final class BrokenFile {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    /** The file that the tests break. */
    static final String GOOD = """
            schema: tunetally-pricebook/1
            edition: test
            sources:
              page: {title: A page, observed: 2026-10-01}
              later: {title: A later page, observed: 2026-10-09}
            providers:
              - {id: acme, name: Acme, aliases: [acme ai]}
              - {id: other, name: Other}
            models:
              - {id: big-1, name: Big 1, aliases: [big one]}
              - {id: small-1, name: Small 1}
            lifecycle:
              - {provider: acme, models: [big-1], kind: shut-down, date: 2027-01-01, text: ends, sources: [page], confidence: B}
            offers:
              - {provider: acme, models: [small-1], methods: [lora], objectives: [sft], serving: [dedicated], sources: [page], confidence: B}
            rules:
              - {rule: lora-discount, providers: [acme], low: 0.6, high: 0.7, sources: [page], confidence: B}
            prices:
              - {model: big-1, provider: acme, training: {full: 25.00}, sources: [page], confidence: A}
              - {size: {over: 1, up_to: 16}, provider: acme, minimum: {low: 0, high: 4}, sources: [page], confidence: A}
            """;

    private BrokenFile() {}

    /** Checks that neither the loader nor the schema takes the file. */
    static void refusedBySchemaToo(String good, String bad, String message) {
        refused(good, bad, message);
        assertThat(PriceFileSchema.faultsOf(file(GOOD.replace(good, bad)))).isNotEmpty();
    }

    /** Checks that the loader does not take the file with a part of it replaced. */
    static void refused(String good, String bad, String message) {
        assertThat(refusal(good, bad)).hasMessageContaining(message);
    }

    static CatalogException refusal(String good, String bad) {
        assertThat(GOOD).contains(good);
        NamedYaml broken = file(GOOD.replace(good, bad));
        return catchThrowableOfType(
                CatalogException.class, () -> new CatalogLoader(CLOCK).load(List.of(broken), List.of()));
    }

    static NamedYaml file(String text) {
        return new NamedYaml("test.yaml", text);
    }
}
