package io.tunetally.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A project with a copy of the launcher, on an isolated machine: its PATH contains plain tools only, its "usual
 * folders" are empty, and its Java and Maven are scripts that record their calls.
 */
final class FakeMachine {
    private static final Path LAUNCHER =
            Path.of("..", "tunetally").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            "sh",
            "dirname",
            "readlink",
            "find",
            "sed",
            "date",
            "mkdir",
            "rm",
            "rmdir",
            "ln",
            "mv",
            "tail",
            "grep",
            "tr",
            "sleep",
            "cat");

    final Path folder;
    final Path project;
    final Map<String, String> environment = new HashMap<>();

    private final Path bin;

    /** The result of a run of the launcher. */
    record Run(int exit, String out, String err) {}

    /** A run in progress. */
    record Launch(Process process, Path out, Path err) {
        Run finish() throws IOException, InterruptedException {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the launcher still runs after a minute");
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    /** Returns a machine with a built project, Maven and a JDK 25 that {@code JAVA_HOME} names. */
    static FakeMachine ready(Path temporary) throws IOException {
        FakeMachine machine = new FakeMachine(temporary);
        machine.maven();
        machine.built();
        machine.environment.put(
                "JAVA_HOME", machine.jdk("usr/lib/jvm/jdk-25", "25.0.1").toString());
        return machine;
    }

    FakeMachine(Path temporary) throws IOException {
        folder = Files.createDirectories(temporary.resolve("a machine"));
        project = Files.createDirectories(folder.resolve("my tune tally"));
        bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            program(bin.resolve(tool), "#!/bin/sh\nexec '" + onThisMachine(tool) + "' \"$@\"\n");
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        copyLauncher();
        source("pom.xml");
        for (String module : List.of("bot-core", "slack-adapter")) {
            source(module + "/pom.xml");
            source(module + "/src/main/java/Main.java");
        }
        source("config/tunetally.yaml");
    }

    private static Path onThisMachine(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private void copyLauncher() throws IOException {
        String script = Files.readString(LAUNCHER);
        if (!script.contains("\nmachine=''\n")) {
            throw new IllegalStateException("the launcher has no line machine='' for this test to replace");
        }
        program(project.resolve("tunetally"), script.replace("\nmachine=''\n", "\nmachine='" + folder + "'\n"));
    }

    /** Creates a source file, older than any later build. */
    Path source(String name) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, name);
        Path relative = project.relativize(file);
        for (int depth = 1; depth <= relative.getNameCount(); depth++) {
            Files.setLastModifiedTime(project.resolve(relative.subpath(0, depth)), hoursAgo(2));
        }
        return file;
    }

    /** Creates the output of {@code mvn verify}: started an hour ago; each module has its own copy of a library. */
    void built() throws IOException {
        Path began = Files.createDirectories(project.resolve("bot-core/target/classes/config"));
        Files.setLastModifiedTime(began, hoursAgo(1));
        for (String module : List.of("bot-core", "slack-adapter")) {
            Path libraries = Files.createDirectories(project.resolve(module).resolve("target/lib"));
            Files.writeString(libraries.resolve("shared-1.0.jar"), "");
            Files.writeString(libraries.resolve("only-" + module + ".jar"), "");
            Path jar = Files.writeString(libraries.resolveSibling(module + ".jar"), "");
            // Maven does not touch a jar whose content stays the same.
            Files.setLastModifiedTime(jar, hoursAgo(3));
        }
    }

    static FileTime hoursAgo(int hours) {
        return FileTime.from(Instant.now().minus(Duration.ofHours(hours)));
    }

    /** Creates a JDK whose java prints its version and arguments. */
    Path jdk(String where, String version) throws IOException {
        Path home = jdkWithoutRelease(where, version);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Creates a JDK that must be started to learn its version. */
    Path jdkWithoutRelease(String where, String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(where));
        program(home.resolve("bin/java"), """
                #!/bin/sh
                for each; do
                  case $each in
                    -XshowSettings:properties)
                      echo '    java.home = %1$s' >&2
                      echo '    java.specification.version = %2$s' >&2
                      exit 0 ;;
                    -XX:AOTCacheOutput=*)
                      echo "$*" >>'%3$s/trainings'
                      echo archive >"${each#*=}"
                      exit 0 ;;
                  esac
                done
                echo "java of %1$s"
                for each; do printf '[%%s]\\n' "$each"; done
                exit "${FAKE_EXIT:-0}"
                """.formatted(home, version, folder));
        program(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    /** Creates a Maven that counts its calls and creates jars. */
    void maven() throws IOException {
        maven("""
                for module in bot-core slack-adapter; do
                  mkdir -p "$module/target/lib"
                  : >"$module/target/$module.jar"
                done
                """);
    }

    /** Creates a Maven that counts its calls and then runs {@code commands}. */
    void maven(String commands) throws IOException {
        program(bin.resolve("mvn"), "#!/bin/sh\necho \"$JAVA_HOME $*\" >>'" + folder + "/builds'\n" + commands);
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    List<String> builds() throws IOException {
        return lines("builds");
    }

    List<String> trainings() throws IOException {
        return lines("trainings");
    }

    private List<String> lines(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(project.resolve("tunetally"), arguments);
    }

    Run run(Path launcher, String... arguments) throws IOException, InterruptedException {
        return start(launcher, arguments).finish();
    }

    /**
     * Starts the launcher from the machine's root folder. The arguments are passed in a file, since this process may
     * run under a locale that cannot express them.
     */
    Launch start(Path launcher, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(List.of(arguments));
        String line = words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" ", "exec ", "\n"));
        Path call = Files.createTempFile(folder, "call", ".sh");
        Files.writeString(call, line);
        ProcessBuilder builder =
                new ProcessBuilder(bin.resolve("sh").toString(), call.toString()).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        return new Launch(process, out, err);
    }
}
