package io.tunetally.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.launcher.FakeMachine.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code TUNETALLY_THROUGHPUT}, with the Java options of either adapter. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script; on Windows the jar is run")
class ThroughputTest {
    private final FakeMachine machine;

    ThroughputTest(@TempDir Path temporary) throws IOException {
        machine = FakeMachine.ready(temporary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slack", "discord"})
    void anAdapterRunsForASmallMachineUnlessThroughputIsAskedFor(String adapter) throws Exception {
        assertThat(run(adapter).out()).contains("[-XX:TieredStopAtLevel=1]", "[-XX:+UseSerialGC]");
        machine.environment.put("TUNETALLY_THROUGHPUT", "on");
        assertThat(run(adapter).out()).contains("[-XX:+UseParallelGC]").doesNotContain("TieredStopAtLevel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "ON", "1"})
    void anotherWordThanOnAndOffIsRefused(String word) throws Exception {
        machine.environment.put("TUNETALLY_THROUGHPUT", word);

        Run run = run("slack");

        assertThat(run.exit()).isEqualTo(78);
        assertThat(run.err()).contains("TUNETALLY_THROUGHPUT: \"" + word + "\" is neither on nor off");
        assertThat(run.out()).isEmpty();
    }

    private Run run(String adapter) throws Exception {
        Path how = machine.source("slack-adapter/quick-start.sh");
        Files.writeString(how, Files.readString(Path.of("..", adapter + "-adapter", "quick-start.sh")));
        return machine.run("slack", "--check");
    }
}
