package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Platform;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PlatformCommandTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("A", "b");

    private final Platform platform = mock(Platform.class);
    private final StringWriter err = new StringWriter();
    private final CommandLine command = new CommandLine(new PlatformCommand(
            new CommandContext(
                    ENVIRONMENT,
                    new BufferedReader(new StringReader("")),
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(err, true),
                    Clock.systemUTC(),
                    false),
            platform));

    @Test
    void checksWithoutRunning() {
        when(platform.missingSettings(ENVIRONMENT)).thenReturn(List.of("A_TOKEN: missing.", "B_TOKEN: missing."));

        assertThat(command.execute("--check")).isEqualTo(78);
        assertThat(err.toString().lines()).containsExactly("A_TOKEN: missing.", "B_TOKEN: missing.");

        when(platform.missingSettings(ENVIRONMENT)).thenReturn(List.of());
        assertThat(command.execute("--check")).isZero();
        verify(platform, never()).run(any());
    }

    @Test
    void rehearsesWithoutRunning() throws Exception {
        when(platform.rehearse(ENVIRONMENT)).thenReturn(7);

        assertThat(command.execute("--rehearse")).isEqualTo(7);
        verify(platform, never()).run(any());
    }
}
