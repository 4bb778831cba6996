package io.tunetally.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void startWithNothingConfigured() {
        Settings settings = Settings.read(Map.of());

        assertThat(settings.editions()).containsExactly("published", "guide");
        assertThat(settings.defaults()).isEqualTo(new Settings.ReferenceJob(1000, 500, 3, 100, 500, 200, 6));
        assertThat(settings.memory().retentionHours()).isEqualTo(24);
        assertThat(settings.overlayPrices()).isEmpty();
    }

    @Test
    void takeOnlyTheKeysOfTheOverlayFromTheOverlay() throws IOException {
        Settings settings = overlaidBy("editions: [local, guide]\ndefaults:\n  epochs: 4\n");

        assertThat(settings.editions()).containsExactly("local", "guide");
        assertThat(settings.defaults().epochs()).isEqualTo(4);
        assertThat(settings.defaults().examples()).isEqualTo(1000);
        assertThat(settings.overlayPrices()).contains(folder.resolve("prices"));
    }

    @Test
    void acceptAnOverlayWithoutSettings() {
        assertThat(Settings.read(environment()).editions()).containsExactly("published", "guide");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # an overlay of this text             | is refused in this line | with this text
                    memory:\\n  retentoinHours: 3         | 2 | unknown key memory.retentoinHours; known here: retentionHours
                    edition: [guide]                      | 1 | unknown key edition; known here: defaults, editions,
                    defaults: 5                           | 1 | defaults has keys (epochs, examples,
                    editions: {a: b}                      | 1 | editions is a value, not a group of keys
                    memory: {}\\nmemory: {}               | 2 | Duplicate field 'memory'
                    editions: [guide                      | 1 | while parsing a flow sequence; expected
                    just words                            | 1 | has no keys
                    editions: []                          | 1 | editions: needs at least one value
                    editions: [[guide]]                   | 1 | editions is a list of plain values
                    defaults:\\n\\n  epochs: 0            | 3 | defaults.epochs: must be a whole number from 1 to 100, not [0]
                    defaults:\\n  epochs: 2.5             | 2 | defaults.epochs: must be a whole number from 1 to 100, not [2.5]
                    defaults:\\n  epochs: [1, 2]          | 2 | defaults.epochs: must be a whole number from 1 to 100, not [1, 2]
                    defaults:\\n  epochs:                 | 2 | defaults.epochs: must be a whole number from 1 to 100, not []
                    """)
    void nameFileLineAndKeyOfEachFault(String yaml, int line, String text) throws IOException {
        write(yaml.replace("\\n", "\n"));

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.read(environment()))
                .withMessageStartingWith(folder.resolve("tunetally.yaml") + ":" + line + ": " + text);
    }

    @Test
    void quoteNothingOfAFileThatIsNoYaml() throws IOException {
        write("storage:\n  key: hidden: hidden\n");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.read(environment()))
                .withMessage(folder.resolve("tunetally.yaml") + ":2: mapping values are not allowed here");
    }

    @Test
    void listEverythingThatIsWrongAtOnce() throws IOException {
        write("defaults:\n  epochs: 0\n  months: -1\nfoo: bar\n");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.read(environment()))
                .satisfies(e -> assertThat(e.problems()).hasSize(3))
                .withMessageContainingAll("defaults.epochs", "defaults.months", "foo");
    }

    @Test
    void refuseAnOverlayThatIsNoFolder() {
        Map<String, String> environment =
                Map.of("TUNETALLY_CONFIG", folder.resolve("gone").toString());

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Settings.read(environment))
                .withMessageContainingAll("TUNETALLY_CONFIG", "there is no folder " + folder.resolve("gone"));
    }

    @Test
    void takeAnEmptyVariableAsNotSet() {
        assertThat(Settings.read(Map.of("TUNETALLY_CONFIG", " ")).overlay()).isEmpty();
    }

    @Test
    void acceptAFileWhoseKeysAreAllCommentedOut() throws IOException {
        assertThat(overlaidBy("# nothing\n").editions()).containsExactly("published", "guide");
        assertThat(overlaidBy("memory:\n  # retentionHours: 3\n").memory().retentionHours())
                .isEqualTo(24);
    }

    @Test
    void documentEveryKeyInOnePlaceOnly() {
        assertThat(Settings.KEYS)
                .doesNotContainAnyElementsOf(
                        Setting.COMMON.stream().map(Setting::key).toList());
    }

    @Test
    void keepEachKindAsLongAsTheFileSays() throws IOException {
        write(
                "memory:\n  retentionHours: 2\nstorage:\n  retention:\n    deliveryMinutes: 30\n    quoteDays: 90\n    voteDays: 7\n");

        StorageSettings.Retention retention =
                StorageSettings.read(environment()).retention();

        assertThat(retention)
                .isEqualTo(new StorageSettings.Retention(
                        Duration.ofHours(2),
                        Duration.ofMinutes(30),
                        Duration.ofDays(180),
                        Duration.ofMinutes(10),
                        Duration.ofDays(365),
                        new StorageSettings.Discussion(
                                Duration.ofDays(180),
                                Duration.ofDays(7),
                                Duration.ofDays(1_095),
                                Duration.ofDays(90),
                                Duration.ofDays(1_095),
                                Duration.ofDays(365),
                                Duration.ofDays(3_650))));
    }

    private Settings overlaidBy(String yaml) throws IOException {
        write(yaml);
        return Settings.read(environment());
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("tunetally.yaml"), yaml);
    }

    private Map<String, String> environment() {
        return Map.of("TUNETALLY_CONFIG", folder.toString());
    }
}
