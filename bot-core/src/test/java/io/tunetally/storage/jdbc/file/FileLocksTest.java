package io.tunetally.storage.jdbc.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.JavaProcess;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lock held by another process; the test starts itself as that process. */
@Timeout(60)
class FileLocksTest {
    @TempDir
    private Path folder;

    /** Takes the lock of a file, prints a line, and holds it until standard input ends. */
    public static void main(String[] file) throws IOException {
        try (FileLocks.Held _ = FileLocks.take(Path.of(file[0]))) {
            System.out.println("held");
            System.in.readAllBytes();
        }
    }

    @Test
    void waitsForAnotherProcessButNotForEver() throws Exception {
        Path file = folder.resolve("data.db");
        Process other = hold(file);
        try {
            assertThatThrownBy(() -> FileLocks.take(file, Duration.ofMillis(50)))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("another process")
                    .hasMessageContaining(file + ".lock");
        } finally {
            other.outputWriter().close();
        }
        try (FileLocks.Held held = FileLocks.take(file)) {
            assertThat(held.lock().isValid()).isTrue();
        }
        assertThat(other.waitFor()).isZero();
    }

    private static Process hold(Path file) throws IOException {
        Process other = JavaProcess.of(FileLocksTest.class, file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("held");
        return other;
    }
}
