package io.tunetally.catalog;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tunetally.catalog.yaml.NamedYaml;
import java.util.List;

/** The shipped JSON Schema of price files. */
public final class PriceFileSchema {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                    requireNonNull(PriceFileSchema.class.getResourceAsStream("/config/prices/pricebook.schema.json")),
                    InputFormat.JSON);

    private PriceFileSchema() {}

    public static List<Error> faultsOf(NamedYaml file) {
        return SCHEMA.validate(file.text(), InputFormat.YAML);
    }
}
