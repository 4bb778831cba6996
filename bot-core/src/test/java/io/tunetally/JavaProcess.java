package io.tunetally;

import java.util.List;
import java.util.stream.Stream;

/** Processes that run a program on the class path of the tests. */
public final class JavaProcess {
    private JavaProcess() {}

    /** Returns the process of a program, not started yet. */
    public static ProcessBuilder of(Class<?> program, String... arguments) {
        return of(List.of(), program, arguments);
    }

    /** Returns the process of a program with options of Java, which logs as the tests do, not started yet. */
    public static ProcessBuilder of(List<String> options, Class<?> program, String... arguments) {
        Stream<String> log = Stream.of("-Dlogback.configurationFile=logback-test.xml");
        return withOwnLog(Stream.concat(log, options.stream()).toList(), program, arguments);
    }

    /**
     * Returns the process of a program, which logs as it does for operators, not started yet. It runs without the second compiler,
     * with which the few seconds of its life take twice the processor time.
     */
    public static ProcessBuilder withOwnLog(List<String> options, Class<?> program, String... arguments) {
        Stream<String> usual = Stream.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"));
        return new ProcessBuilder(Stream.of(usual, options.stream(), Stream.of(program.getName()), Stream.of(arguments))
                .flatMap(part -> part)
                .toList());
    }
}
