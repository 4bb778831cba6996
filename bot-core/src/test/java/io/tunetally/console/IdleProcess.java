package io.tunetally.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tunetally.JavaProcess;
import io.tunetally.runtime.PlatformProcess;
import io.tunetally.settings.OperationsPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process with an idle adapter, which prints when it has started and when it is closed. */
public final class IdleProcess {
    private IdleProcess() {}

    /** Takes the database's folder, and how many milliseconds the adapter takes to close. */
    public static void main(String[] arguments) {
        long closing = Long.parseLong(arguments[1]);
        Map<String, String> environment = Map.of("TUNETALLY_DB", "jdbc:sqlite:" + Path.of(arguments[0], "t.db"));
        System.exit(new PlatformProcess("Idle", System.err)
                .run(environment, new OperationsPort.Off(), _ -> new Idle(closing)));
    }

    private record Idle(long closing) implements PlatformProcess.Adapter {
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
                Thread.sleep(closing);
            } catch (InterruptedException cutOff) {
                Thread.currentThread().interrupt();
            }
            System.out.println("closed");
        }
    }

    public static Process start(Path folder, long closingMillis) throws IOException {
        return JavaProcess.of(IdleProcess.class, folder.toString(), String.valueOf(closingMillis))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static BufferedReader output(Process process) {
        return process.inputReader(UTF_8);
    }
}
