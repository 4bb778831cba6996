package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a price file.
 *
 * @param name its name in messages, e.g. {@code guide.yaml}
 */
public record NamedYaml(String name, String text) {
    /** The folder of the built-in price files, in this repository and in the jar. */
    public static final String BUILT_IN_FOLDER = "config/prices/";

    /**
     * Returns the built-in price files of these names, in order.
     *
     * @throws CatalogException if there is no such built-in file
     */
    public static List<NamedYaml> builtIn(List<String> fileNames) {
        return fileNames.stream().map(NamedYaml::builtIn).toList();
    }

    private static NamedYaml builtIn(String fileName) {
        try (InputStream in = NamedYaml.class.getClassLoader().getResourceAsStream(BUILT_IN_FOLDER + fileName)) {
            if (in == null) {
                throw new CatalogException(List.of(
                        new Fault(FilePosition.start(fileName), "no such built-in price file; check its name")));
            }
            return new NamedYaml(fileName, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the built-in price file " + fileName, e);
        }
    }
}
