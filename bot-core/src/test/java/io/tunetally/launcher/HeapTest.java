package io.tunetally.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.launcher.FakeMachine.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code TUNETALLY_HEAP}, with the Java options of either adapter. */
@Requirement("slack-49")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script; on Windows the jar is run")
class HeapTest {
    private final FakeMachine machine;

    HeapTest(@TempDir Path temporary) throws IOException {
        machine = FakeMachine.ready(temporary);
    }

    @ParameterizedTest
    @CsvSource({"slack, 192m", "discord, 192m"})
    void endsWhereItSuitsTheAdapterOrWhereItIsToldTo(String adapter, String usual) throws Exception {
        assertThat(run(adapter, "").out()).contains("[-Xmx" + usual + "]");
        for (String size : List.of("128m", "128M", "700m", "2g", "32G")) {
            assertThat(run(adapter, size).out()).contains("[-Xmx" + size + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "discord"})
    void isNamedWhereItIsTooSmallOrTooLarge(String adapter) throws Exception {
        for (String size : List.of("1m", "95m", "127m", "2000g")) {
            Run run = run(adapter, size);

            assertThat(run.exit()).isEqualTo(78);
            assertThat(run.err()).contains("TUNETALLY_HEAP: \"" + size + "\"", "128m", "1024g");
            assertThat(run.out()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "discord"})
    void isNamedWhereItIsNoSize(String adapter) throws Exception {
        for (String size :
                List.of("m", "512", "512k", "0512m", "half", "1.5g", "99999999999999999999m", "-1g", "1 g")) {
            Run run = run(adapter, size);

            assertThat(run.exit()).isEqualTo(78);
            assertThat(run.err()).contains("TUNETALLY_HEAP: \"" + size + "\" is not a size", "512m or 2g");
            assertThat(run.out()).isEmpty();
        }
    }

    private Run run(String adapter, String size) throws Exception {
        Path how = machine.source("slack-adapter/quick-start.sh");
        Files.writeString(how, Files.readString(Path.of("..", adapter + "-adapter", "quick-start.sh")));
        machine.environment.put("TUNETALLY_HEAP", size);
        return machine.run("slack", "--check");
    }
}
