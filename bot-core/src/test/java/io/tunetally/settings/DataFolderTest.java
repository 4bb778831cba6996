package io.tunetally.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataFolderTest {
    private static final Path HOME = Path.of("/home/ann");

    @ParameterizedTest
    @CsvSource(textBlock = """
            Linux,      none,          none,         /home/ann/.local/share/tunetally
            Linux,      XDG_DATA_HOME, /data,        /data/tunetally
            Linux,      XDG_DATA_HOME, relative,     /home/ann/.local/share/tunetally
            Linux,      LOCALAPPDATA,  /local,       /home/ann/.local/share/tunetally
            FreeBSD,    none,          none,         /home/ann/.local/share/tunetally
            Mac OS X,   none,          none,         /home/ann/Library/Application Support/TuneTally
            Mac OS X,   XDG_DATA_HOME, /data,        /data/tunetally
            Windows 11, none,          none,         /home/ann/AppData/Local/TuneTally
            Windows 11, LOCALAPPDATA,  /local,       /local/TuneTally
            """)
    void followsTheConventionOfTheSystem(String system, String variable, String value, Path folder) {
        assertThat(DataFolder.of(Map.of(variable, value), system, HOME)).isEqualTo(folder);
    }
}
