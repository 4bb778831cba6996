package io.tunetally.dataset;

import com.sun.management.OperatingSystemMXBean;
import io.tunetally.dataset.source.SizeLimits;
import io.tunetally.dataset.token.TokenizerFamilies;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Measures how fast {@code dataset} counts tokens beside npm tiktoken. Each is a process of its own; they take turns on the same files,
 * so that a busy machine slows all of them. One core goes by the time of the processor, which others do not take away; two cores go
 * by the clock.
 *
 * <p>Arguments: rounds, megabytes of each kind of text, and the command of the peer, such as {@code node tiktoken.mjs}.
 */
public final class TokenRates {
    private static final String SERVE = "serve";
    private static final List<String> ENCODINGS = List.of("o200k_base", "cl100k_base");
    private static final double MEGABYTE = 1_000_000;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private TokenRates() {}

    /** A process that counts, one file at a time. */
    private record Peer(Process process, BufferedReader out, PrintStream in) {
        static Peer start(List<String> command) throws IOException {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Peer(
                    process,
                    process.inputReader(StandardCharsets.UTF_8),
                    new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8));
        }

        Counted count(String request) throws IOException {
            in.println(request);
            String[] answer = out.readLine().split(" ");
            return new Counted(Long.parseLong(answer[0]), Long.parseLong(answer[1]), Long.parseLong(answer[2]));
        }
    }

    private record Counted(long nanoseconds, long ofProcessors, long tokens) {}

    /** The seconds that each peer took, in the middle of all rounds. */
    private record Seconds(double megabytes, double peer, double peersProcessor, double oneCore, double twoCores) {
        Seconds plus(Seconds other) {
            return new Seconds(
                    megabytes + other.megabytes,
                    peer + other.peer,
                    peersProcessor + other.peersProcessor,
                    oneCore + other.oneCore,
                    twoCores + other.twoCores);
        }

        String row(String encoding, String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.0f | %.1f | %.1f | %.1fx | %.1fx |",
                    encoding,
                    name,
                    megabytes,
                    megabytes / peersProcessor,
                    megabytes / oneCore,
                    peersProcessor / oneCore,
                    peer / twoCores);
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals(SERVE)) {
            serve(Integer.parseInt(arguments[1]));
        } else {
            compare(
                    Integer.parseInt(arguments[0]),
                    Long.parseLong(arguments[1]),
                    List.of(arguments).subList(2, arguments.length));
        }
    }

    private static void serve(int threads) throws IOException {
        TokenizerFamilies families = TokenizerFamilies.with(Map.of());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] request = line.split(" ");
            long begun = System.nanoTime();
            long before = PROCESS.getProcessCpuTime();
            Measurement measured = new DatasetReader(
                            List.of(families.tokenizer(families.named(request[0]))),
                            List.of(),
                            SizeLimits.COMMAND_LINE,
                            threads)
                    .read(Path.of(request[1]), (_, _, _) -> {});
            System.out.println((System.nanoTime() - begun) + " " + (PROCESS.getProcessCpuTime() - before) + " "
                    + measured.tokens(request[0]).perExample().total());
        }
    }

    private static void compare(int rounds, long megabytes, List<String> peer) throws IOException {
        Path folder = Files.createTempDirectory("token-rates");
        Map<String, Path> files = BenchTexts.write(folder, (long) (megabytes * MEGABYTE));
        List<String> java = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                TokenRates.class.getName(),
                SERVE);
        List<Peer> peers = List.of(
                Peer.start(joined(List.of("taskset", "-c", "0"), peer)),
                Peer.start(joined(List.of("taskset", "-c", "0"), joined(java, List.of("1")))),
                Peer.start(joined(java, List.of("2"))));
        System.out.println("| encoding | text | MB | tiktoken, MB/s | dataset, MB/s | one core | two cores |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String encoding : ENCODINGS) {
            Seconds all = new Seconds(0, 0, 0, 0, 0);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                Seconds one = measured(encoding + " " + file.getValue(), Files.size(file.getValue()), peers, rounds);
                System.out.println(one.row(encoding, file.getKey()));
                all = all.plus(one);
            }
            System.out.println(all.row(encoding, "all"));
        }
        peers.forEach(each -> each.process().destroy());
    }

    private static Seconds measured(String request, long bytes, List<Peer> peers, int rounds) throws IOException {
        List<List<Counted>> counted = new ArrayList<>();
        peers.forEach(_ -> counted.add(new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < peers.size(); i++) {
                Counted one = peers.get(i).count(request);
                if (i > 0 && one.tokens() != counted.getFirst().getLast().tokens()) {
                    throw new IllegalStateException(request + ": " + one.tokens() + " tokens, not as the peer counts");
                }
                counted.get(i).add(one);
            }
        }
        counted.forEach(List::removeFirst); // The first round warms up.
        return new Seconds(
                bytes / MEGABYTE,
                median(counted.getFirst(), Counted::nanoseconds),
                median(counted.getFirst(), Counted::ofProcessors),
                median(counted.get(1), Counted::ofProcessors),
                median(counted.get(2), Counted::nanoseconds));
    }

    private static double median(List<Counted> counted, ToLongFunction<Counted> of) {
        return counted.stream().mapToLong(of).sorted().toArray()[counted.size() / 2] / 1e9;
    }

    private static List<String> joined(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
