package io.tunetally.catalog.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.Fault;
import io.tunetally.catalog.yaml.NamedYaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Reads the parts that all imported lists share: JSON, prices and the source. */
final class ListFile {
    /** LiteLLM's list has 200,000 names and values; many more fill the memory, however small the file. */
    private static final long MOST_TOKENS = 2_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** A number such as 1e999999999 fills the memory as soon as it is written out. */
    private static final int MOST_DIGITS = 40;

    private ListFile() {}

    /**
     * Returns the content of a list in JSON.
     *
     * @throws CatalogException if it is not JSON
     */
    static JsonNode json(NamedYaml file) {
        if (file.text().stripLeading().startsWith("<")) {
            throw refused(file, "a web page or XML instead of JSON; name the list itself, not the page that shows it");
        }
        try {
            return JSON.readTree(file.text());
        } catch (JsonProcessingException e) {
            throw refused(file, "not readable as JSON: " + e.getOriginalMessage());
        }
    }

    static CatalogException refused(NamedYaml file, String problem) {
        return new CatalogException(List.of(new Fault(FilePosition.start(file.name()), problem)));
    }

    /** True for a number that can be a price. */
    static boolean isPrice(JsonNode value) {
        return value.isNumber() && isPrice(value.decimalValue());
    }

    static boolean isPrice(BigDecimal number) {
        return number.signum() >= 0
                && Math.abs((long) number.scale()) <= MOST_DIGITS
                && number.precision() <= MOST_DIGITS;
    }

    /**
     * Returns the source of everything in a list.
     *
     * @param usual the address that the list usually has, for one that was read from a file
     */
    static Source source(String list, String title, NamedYaml file, String usual, LocalDate day) {
        String url = file.name().startsWith("https://") ? file.name() : usual;
        return new Source(list + "-" + day, title + " of " + day, url, day);
    }
}
