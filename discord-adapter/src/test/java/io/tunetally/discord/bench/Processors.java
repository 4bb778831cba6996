package io.tunetally.discord.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The processor time of a bot and of this process, which asks it and stands in for Discord. Linux only.
 *
 * @param bot the seconds of all its threads
 * @param load the seconds of this process
 * @param idle the seconds in which the processors that the bot may use had nothing to do
 */
record Processors(double bot, double load, double idle) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int HEXADECIMAL = 16;
    private static final String ONE = "cpu\\d+";

    /** Returns the time since the processes and the machine began. */
    static Processors of(long bot) throws IOException {
        String[] stat = Files.readString(Path.of("/proc/" + bot + "/stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ", -1);
        return new Processors(seconds(stat[11]) + seconds(stat[12]), SYSTEM.getProcessCpuTime() / 1e9, idle(bot));
    }

    Processors since(Processors before) {
        return new Processors(bot - before.bot, load - before.load, idle - before.idle);
    }

    /** Returns the seconds that the load and other processes left to the bot. */
    double available() {
        return bot + idle;
    }

    /** Waiting for the disk is idle time. */
    private static double idle(long bot) throws IOException {
        BigInteger allowed = allowed(bot);
        return Files.readAllLines(Path.of("/proc/stat")).stream()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields[0].matches(ONE) && allowed.testBit(number(fields[0])))
                .mapToDouble(fields -> seconds(fields[4]) + seconds(fields[5]))
                .sum();
    }

    private static int number(String processor) {
        return Integer.parseInt(processor.substring("cpu".length()));
    }

    /** Returns the processors that a process may use, which {@code taskset} limits. */
    private static BigInteger allowed(long process) throws IOException {
        String mask = Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip().replace(",", ""))
                .findFirst()
                .orElseThrow();
        return new BigInteger(mask, HEXADECIMAL);
    }

    private static double seconds(String hundredths) {
        return Long.parseLong(hundredths) / 100.0;
    }
}
