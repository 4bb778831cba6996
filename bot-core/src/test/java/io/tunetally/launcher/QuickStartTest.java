package io.tunetally.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.launcher.FakeMachine.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code ./tunetally} records once per build for quick starts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script; on Windows the jar is run")
class QuickStartTest {
    private final FakeMachine machine;

    QuickStartTest(@TempDir Path temporary) throws IOException {
        machine = new FakeMachine(temporary);
    }

    @BeforeEach
    void aMachineWithJava() throws IOException {
        machine.maven();
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
    }

    @Test
    void recordsAQuickStartOnceABuild() throws Exception {
        Run first = machine.run("ask");
        Run second = machine.run("ask");
        String out = second.out();

        assertThat(first.err()).isEqualTo("tunetally: preparing quick starts (some seconds, once per build)\n");
        assertThat(second.err()).isEmpty();
        assertThat(machine.trainings()).hasSize(1);
        assertThat(out).contains("[-XX:AOTCache=" + machine.project + "/target/console-25.0.1.aot]");
    }

    @Test
    void leavesJavaItsOwnChoicesForAnAdapter() throws Exception {
        String out = machine.run("slack").out();

        assertThat(out).doesNotContain("-XX:").endsWith("[io.tunetally.console.ConsoleMain]\n[slack]\n");
    }

    @Test
    void startsAnAdapterAsItSuitsItAfterARehearsal() throws Exception {
        Path how = machine.source("slack-adapter/quick-start.sh");
        Files.writeString(how, "options='-XX:+UseSerialGC -Xms1m'\n");

        machine.run("slack");
        String out = machine.run("slack").out();

        assertThat(machine.trainings())
                .singleElement()
                .asString()
                .contains("-XX:+UseSerialGC -Xms1m")
                .endsWith("io.tunetally.console.ConsoleMain slack --rehearse");
        assertThat(out)
                .contains("[-XX:+UseSerialGC]\n[-Xms1m]")
                .contains("[-XX:AOTCache=" + machine.project + "/target/slack-25.0.1.aot]")
                .endsWith("[io.tunetally.console.ConsoleMain]\n[slack]\n");
    }

    @Test
    void rehearsesNothingWhereASettingIsMissingOrAnOptionIsGiven() throws Exception {
        Files.writeString(machine.source("slack-adapter/quick-start.sh"), "options='-Xms1m'\n");

        machine.run("slack", "--help");
        machine.environment.put("FAKE_EXIT", "78");
        Run without = machine.run("slack");

        assertThat(without.exit()).isEqualTo(78);
        assertThat(without.out()).endsWith("[slack]\n[--check]\n");
        assertThat(machine.trainings()).isEmpty();
    }
}
