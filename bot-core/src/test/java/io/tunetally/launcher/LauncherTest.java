package io.tunetally.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.launcher.FakeMachine.Launch;
import io.tunetally.launcher.FakeMachine.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of {@code ./tunetally} on a {@link FakeMachine}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script; on Windows the jar is run")
class LauncherTest {
    private final FakeMachine machine;

    LauncherTest(@TempDir Path temporary) throws IOException {
        machine = new FakeMachine(temporary);
    }

    @BeforeEach
    void aMachineWithMaven() throws IOException {
        machine.maven();
    }

    // ---- choice of Java

    @Test
    void takesJavaHomeWhenItIsNewEnough() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.9");
        Path home = machine.jdk("my jdk", "25");
        machine.environment.put("JAVA_HOME", home.toString());

        assertThat(machine.run("ask").out()).startsWith("java of " + home);
    }

    @Test
    void passesOverAJavaHomeThatIsTooOld() throws Exception {
        machine.built();
        machine.environment.put("JAVA_HOME", machine.jdk("old", "21.0.5").toString());
        Path newer = machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");

        assertThat(machine.run("ask").out()).startsWith("java of " + newer);
    }

    @Test
    void takesTheJavaOfThePathThroughItsLinks() throws Exception {
        machine.built();
        Path home = machine.jdk("somewhere/jdk-26", "26-ea");
        Path alternatives = Files.createDirectories(machine.folder.resolve("alternatives"));
        Files.createSymbolicLink(alternatives.resolve("java"), home.resolve("bin/java"));
        Files.createSymbolicLink(machine.folder.resolve("bin/java"), alternatives.resolve("java"));

        assertThat(machine.run("ask").out()).startsWith("java of " + home);
    }

    @Test
    void looksIntoTheFolderOfSdkman() throws Exception {
        machine.built();
        machine.jdk("home/.sdkman/candidates/java/17-tem", "17.0.2");
        Path home = machine.jdk("home/.sdkman/candidates/java/25-tem", "25.0.1");

        assertThat(machine.run("ask").out()).startsWith("java of " + home);
    }

    @Test
    void looksIntoTheFolderOfMacOs() throws Exception {
        machine.built();
        Path home = machine.jdk("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home", "25.0.1");

        assertThat(machine.run("ask").out()).startsWith("java of " + home);
    }

    @Test
    void asksAJavaThatHasNoReleaseFile() throws Exception {
        machine.built();
        Path home = machine.jdkWithoutRelease("packaged", "25");
        machine.environment.put("JAVA_HOME", home.toString());

        assertThat(machine.run("ask").out()).startsWith("java of " + home);
    }

    @Test
    void advisesToInstallAJdkIfThereIsNone() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-17", "17.0.1");

        Run run = machine.run("ask");

        assertThat(run.exit()).isEqualTo(78);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("needs a JDK 25", "apt install openjdk-25-jdk", "brew install", "JAVA_HOME");
    }

    @Test
    void needsNoCompilerWhereNothingIsBuilt() throws Exception {
        machine.built();
        Path home = machine.jdk("usr/lib/jvm/jre-25", "25.0.1");
        Files.delete(home.resolve("bin/javac"));

        assertThat(machine.run("ask").out()).startsWith("java of " + home);
    }

    // ---- builds

    @Test
    void buildsWhenAJarIsMissing() throws Exception {
        Path home = machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");

        Run run = machine.run("ask");

        assertThat(machine.builds())
                .singleElement()
                .asString()
                .startsWith(home + " ")
                .contains("-Dmaven.test.skip=true", " package");
        assertThat(run.err()).contains("building (first start", "built in");
        assertThat(run.out()).startsWith("java of " + home);
    }

    @Test
    void buildsWhenASourceIsNewerThanTheJars() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        touchNow(machine.source("slack-adapter/src/main/java/Main.java"));

        assertThat(machine.run("ask").err()).contains("building (changed: slack-adapter/src/main/java/Main.java");
        assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void rebuildsFilesEditedDuringABuild() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        Files.setLastModifiedTime(
                machine.source("bot-core/src/main/java/Main.java"),
                FileTime.from(Instant.now().minus(Duration.ofMinutes(30))));

        machine.run("ask");

        assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void buildsWhenMavenPackagedOnlyOneModule() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        Files.setLastModifiedTime(machine.project.resolve("slack-adapter/target/lib"), FakeMachine.hoursAgo(3));

        machine.run("ask");

        assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void buildsWhenASourceWasDeleted() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        Files.delete(machine.source("bot-core/src/main/java/Gone.java"));

        machine.run("ask");

        assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void doesNotBuildWhenNothingChanged() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");

        Run run = machine.run("ask");

        assertThat(machine.builds()).isEmpty();
        assertThat(run.err()).doesNotContain("building", "cannot", "needs");
    }

    @Test
    void doesNotBuildTwiceWhereMavenLeavesAnUnchangedJarAlone() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.maven(": >slack-adapter/target/slack-adapter.jar\n");
        touchNow(machine.source("slack-adapter/src/main/java/Main.java"));

        machine.run("ask");
        machine.run("ask");

        assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void showsTheEndOfTheLogOfAFailedBuild() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.maven("echo '[ERROR] Money.java:[3,1] does not compile'\nexit 1\n");

        Run run = machine.run("ask");

        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Money.java:[3,1] does not compile", machine.project + "/target/build.log");
        assertThat(machine.run("ask").exit())
                .as("nothing of the failed build is taken for good")
                .isEqualTo(69);
    }

    @Test
    void advisesToInstallMavenIfThereIsNone() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        Files.delete(machine.folder.resolve("bin/mvn"));

        Run run = machine.run("ask");

        assertThat(run.exit()).isEqualTo(78);
        assertThat(run.err()).contains("Maven", "apt install maven");
        assertThat(Files.isSymbolicLink(machine.project.resolve("target/build.lock")))
                .isFalse();
    }

    @Test
    void buildsOnceForTwoLaunchesAtOnce() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.maven("""
                sleep 2
                mkdir -p bot-core/target/lib slack-adapter/target/lib
                : >bot-core/target/bot-core.jar
                : >slack-adapter/target/slack-adapter.jar
                """);
        Path launcher = machine.project.resolve("tunetally");

        Launch first = machine.start(launcher, "ask");
        Launch second = machine.start(launcher, "ask");

        assertThat(first.finish().out()).startsWith("java of");
        assertThat(second.finish().out()).startsWith("java of");
        assertThat(machine.builds()).hasSize(1);
    }

    @Test
    void recoversTheLockOfABuildThatDied() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path target = Files.createDirectories(machine.project.resolve("target"));
        Files.createSymbolicLink(target.resolve("build.lock"), Path.of(Long.toString(gone.pid())));

        assertThat(machine.run("ask").out()).startsWith("java of");
        assertThat(Files.isSymbolicLink(target.resolve("build.lock"))).isFalse();
    }

    @Test
    void stopsTheBuildWhenItIsStopped() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.maven("echo $$ >'" + machine.folder + "/maven-pid'; exec sleep 50\n");
        Launch launch = machine.start(machine.project.resolve("tunetally"), "ask");
        Path pid = machine.folder.resolve("maven-pid");
        while (Files.notExists(pid) || Files.size(pid) == 0) {
            Thread.sleep(20);
        }

        launch.process().destroy();

        assertThat(launch.finish().exit()).isEqualTo(130);
        assertThat(Files.isSymbolicLink(machine.project.resolve("target/build.lock")))
                .isFalse();
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(maven -> assertThat(maven.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    // ---- running

    @Test
    void runsThroughALinkFromAnotherFolder() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        Path commands = Files.createDirectories(machine.folder.resolve("my commands"));
        Files.createSymbolicLink(commands.resolve("inner"), Path.of("../my tune tally/tunetally"));
        Path link = Files.createSymbolicLink(commands.resolve("tt"), commands.resolve("inner"));

        Run run = machine.run(link, "ask");

        assertThat(run.err()).doesNotContain("building", "cannot", "needs");
        assertThat(run.out()).contains(machine.project + "/bot-core/target/bot-core.jar:");
    }

    @Test
    void handsArgumentsOverUnharmed() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");

        Run run = machine.run("ask", "--as", "json", "--", "two  words", "it's \"5%\"", "é 日本 $HOME *", "", "a\\nb");

        assertThat(run.out()).endsWith("""
                        [io.tunetally.console.ConsoleMain]
                        [ask]
                        [--as]
                        [json]
                        [--]
                        [two  words]
                        [it's "5%"]
                        [é 日本 $HOME *]
                        []
                        [a\\nb]
                        """);
    }

    @Test
    void startsWithoutArguments() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");

        assertThat(machine.run().out()).endsWith("[io.tunetally.console.ConsoleMain]\n");
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.environment.put("FAKE_EXIT", "2");

        assertThat(machine.run("ask").exit()).isEqualTo(2);
    }

    @Test
    void putsALibraryOfSeveralModulesOnTheClassPathOnce() throws Exception {
        machine.built();
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");

        String out = machine.run("ask").out();

        assertThat(out).contains("/only-bot-core.jar", "/only-slack-adapter.jar", "/slack-adapter.jar");
        assertThat(out.split("shared-1.0.jar", -1))
                .as("pieces between the occurrences")
                .hasSize(2);
    }

    private static void touchNow(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofSeconds(1))));
    }
}
