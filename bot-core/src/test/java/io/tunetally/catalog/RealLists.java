package io.tunetally.catalog;

import static java.util.Objects.requireNonNull;

import io.tunetally.catalog.yaml.NamedYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Unmodified third-party price lists; their origin and licence are in imports/README.md. */
public final class RealLists {
    public static final NamedYaml LITELLM = read("litellm_model_prices_2026-07-24.json");
    public static final NamedYaml AZURE = read("azure_openai_ft_meters.csv");
    public static final NamedYaml GENAI = read("genai-prices_data.json");

    private RealLists() {}

    private static NamedYaml read(String name) {
        try (InputStream in = requireNonNull(RealLists.class.getResourceAsStream("/imports/" + name))) {
            return new NamedYaml(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
