package io.tunetally.runtime;

import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.settings.Settings;
import io.tunetally.topic.Topics;
import io.tunetally.yaml.BuiltInFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Writes what the shipped files hold, read and checked, for the starts of this build. The build runs it, see {@code pom.xml}. */
public final class Snapshots {
    private Snapshots() {}

    /**
     * Writes the snapshots of lexicons, weights, topics and price books.
     *
     * @param arguments the folder of the classes, e.g. {@code target/classes}
     */
    public static void main(String... arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        for (Map.Entry<String, byte[]> each :
                all(Clock.system(ZoneId.systemDefault())).entrySet()) {
            Path file = classes.resolve(BuiltInFile.snapshotOf(each.getKey()));
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
    }

    /** Returns the snapshots by the names of their files. */
    static Map<String, byte[]> all(Clock clock) {
        Map<String, byte[]> all = new HashMap<>(Lexicon.snapshots());
        all.putAll(Interpreter.snapshots());
        all.put(Topics.FILE, Topics.builtIn().snapshot());
        all.put(ShippedPrices.NAME, ShippedPrices.snapshot(Settings.read(Map.of()), clock));
        return all;
    }
}
