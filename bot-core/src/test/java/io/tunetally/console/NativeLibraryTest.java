package io.tunetally.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The location from which a process loads SQLite's native library. */
@Timeout(120)
final class NativeLibraryTest {
    @TempDir
    private Path folder;

    private Process start(Path temporary, String... arguments) throws IOException {
        ProcessBuilder builder = JavaProcess.of(List.of("-Djava.io.tmpdir=" + temporary), ConsoleMain.class, arguments);
        builder.environment().keySet().removeIf(name -> name.startsWith("TUNETALLY_"));
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private List<String> libraries(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("sqlitejdbc"))
                    .toList();
        }
    }

    @Test
    void needsNoFolderForTemporaryFiles() throws Exception {
        Process status = start(folder.resolve("is not there"), "data", "status");

        assertThat(new String(status.getInputStream().readAllBytes(), UTF_8)).contains("SQLite", "conversations");
        assertThat(status.waitFor()).isZero();
    }

    @Test
    void isOneFileBesideTheDatabaseHoweverOftenAProcessIsKilled() throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Path data = Files.createDirectories(folder.resolve("tunetally"));
        String old = "native-sqlite-3.1.0-" + System.mapLibraryName("sqlitejdbc");
        Files.writeString(data.resolve(old), "of an older version");
        for (int n = 0; n < 2; n++) {
            Process chat = start(temporary, "chat", "--conversation", "budget");
            try (BufferedReader out = chat.inputReader(UTF_8);
                    Writer in = chat.outputWriter(UTF_8)) {
                in.write("recommend\n");
                in.flush();
                assertThat(out.readLine()).isNotBlank();
                chat.destroyForcibly();
                assertThat(chat.waitFor(20, TimeUnit.SECONDS)).isTrue();
            }
        }

        assertThat(libraries(temporary)).isEmpty();
        assertThat(libraries(data)).singleElement().isNotEqualTo(old);
    }
}
