package io.tunetally.runtime;

import io.tunetally.JavaProcess;
import io.tunetally.settings.OperationsPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process with an idle adapter, which prints a line when it has started, and takes a while to close. */
final class IdleProcess {
    private static final long CLOSING_MILLIS = 300;

    private IdleProcess() {}

    /** Takes the database's folder. */
    public static void main(String[] folder) {
        Map<String, String> environment = Map.of("TUNETALLY_DB", "jdbc:sqlite:" + Path.of(folder[0], "t.db"));
        System.exit(
                new PlatformProcess("Idle", System.err).run(environment, new OperationsPort.Off(), _ -> new Idle()));
    }

    private record Idle() implements PlatformProcess.Adapter {
        @Override
        public void start() {
            System.out.println("started");
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public void close() {
            try {
                Thread.sleep(CLOSING_MILLIS);
            } catch (InterruptedException cutOff) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static Process start(Path folder) throws IOException {
        return JavaProcess.of(IdleProcess.class, folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
