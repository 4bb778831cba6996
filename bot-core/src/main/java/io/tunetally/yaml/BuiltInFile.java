package io.tunetally.yaml;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens the YAML files of {@code config/} that the program contains. In a jar it opens their JSON copies, which are parsed in a
 * fraction of the time. Outside a jar, where a copy may be older than the file that is being edited, it opens the file itself.
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

    private static @Nullable InputStream resource(String name) {
        return BuiltInFile.class.getResourceAsStream("/" + name);
    }
}
