package io.tunetally.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceFilesTest {
    @ParameterizedTest
    @CsvSource({"guide, openai", "published, openai", "published, together"})
    void namesTheShippedFileOfAProvidersPrices(String edition, String provider) {
        assertThat(Path.of("..", PriceFiles.fileOf(edition, provider))).isRegularFile();
    }

    @Test
    void namesTheOperatorsFileOfAnotherEdition() {
        assertThat(PriceFiles.fileOf("mine", "openai")).isEqualTo("prices/mine.yaml in your TUNETALLY_CONFIG folder");
    }
}
