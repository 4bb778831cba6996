package io.tunetally.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Opens the YAML files of {@code config/} that the program contains. In a jar it opens their JSON copies, which are parsed in a
 * fraction of the time, or hands out what was read from them when the jar was built. Outside a jar, where a copy may be older than the file that is being edited, it opens the file itself.
 */
public final class BuiltInFile {
    private BuiltInFile() {}

    /** Whether this class comes from a jar. */
    private static final class Jar {
        static final boolean IS_ONE = isJar();

        private static boolean isJar() {
            String location = String.valueOf(
                    BuiltInFile.class.getProtectionDomain().getCodeSource().getLocation());
            return location.endsWith(".jar");
        }
    }

    /**
     * Opens a file.
     *
     * @param file its name in this repository, e.g. {@code config/lexicon.yaml}
     * @return its content, to be given to {@link Yaml}; null if there is no such file
     */
    public static @Nullable InputStream open(String file) {
        InputStream copy = Jar.IS_ONE ? resource(JsonCopies.of(file)) : null;
        return copy == null ? resource(file) : copy;
    }

    /**
     * Returns the snapshot of what a file holds.
     *
     * @param file its name in this repository
     * @return bytes for {@link io.tunetally.snapshot.SnapshotReader}; null outside a jar, and if there is none
     */
    public static byte @Nullable [] snapshot(String file) {
        try (InputStream in = Jar.IS_ONE ? resource(snapshotOf(file)) : null) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the snapshot of " + file + " cannot be read", e);
        }
    }

    /** Returns the name of a file's snapshot among the classes. */
    public static String snapshotOf(String file) {
        return "snapshot/" + file + ".bin";
    }

    private static @Nullable InputStream resource(String name) {
        return BuiltInFile.class.getResourceAsStream("/" + name);
    }
}
