package io.tunetally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests that the requirements of an adapter, the annotations on the tests and the generated table agree. {@code
 * -Drequirements.write=true} writes the table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RequirementsContract {
    private static final Path MODULE = Path.of("");
    private static final Path TABLE = MODULE.resolve("docs/requirements.md");

    private final Requirements requirements =
            new Requirements(MODULE, getClass().getPackageName());

    protected RequirementsContract() throws IOException {}

    @Test
    void coversEachRequirementByATest() {
        assertThat(requirements.uncovered())
                .as("requirements in %s with no test annotated @Requirement", Requirements.LIST)
                .isEmpty();
    }

    @Test
    void namesOnlyRequirementsThatExist() {
        assertThat(requirements.unknown())
                .as("@Requirement ids that are not in %s", Requirements.LIST)
                .isEmpty();
    }

    @Test
    void hasAnUpToDateTable() throws IOException {
        List<String> expected = new ArrayList<>(List.of(
                "# Requirements",
                "",
                "`" + getClass().getSimpleName() + "` generates this file from the list in `" + Requirements.LIST
                        + "` and the `@Requirement` annotations on the tests.",
                "It writes the file when it runs with `-Drequirements.write=true`.",
                ""));
        expected.addAll(requirements.table());
        if (Boolean.getBoolean("requirements.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, String.join("\n", expected) + "\n");
        }
        assertThat(Files.exists(TABLE) && Files.readAllLines(TABLE).equals(expected))
                .as("%s is up to date; run this test with -Drequirements.write=true to write it", TABLE)
                .isTrue();
    }
}
