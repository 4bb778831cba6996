package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;
import io.tunetally.yaml.BuiltInFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The text of a price file.
 *
 * @param name its name in messages, e.g. {@code guide.yaml}
 */
public record NamedYaml(String name, String text) {
    /** The folder of the built-in price files, in this repository and in the jar. */
    public static final String BUILT_IN_FOLDER = "config/prices/";

    /**
     * Returns the built-in price files of these names, in order; a name that ends with '/' stands for every file of that
     * folder.
     *
     * @throws CatalogException if there is no such built-in file or folder
     */
    public static List<NamedYaml> builtIn(List<String> names) {
        return names.stream()
                .flatMap(name -> name.endsWith("/") ? filesIn(name) : Stream.of(name))
                .map(NamedYaml::builtIn)
                .toList();
    }

    private static Stream<String> filesIn(String folder) {
        URL url = NamedYaml.class.getClassLoader().getResource(BUILT_IN_FOLDER + folder);
        if (url == null) {
            throw missing(folder);
        }
        try {
            return names(url).filter(name -> name.endsWith(".yaml")).sorted().map(name -> folder + name);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list the built-in price files in " + url, e);
        }
    }

    /** Returns the names of the files in a folder of the class path, in a jar or outside one. */
    private static Stream<String> names(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection connection) {
            String path = connection.getEntryName();
            return connection.getJarFile().stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(path))
                    .map(name -> name.substring(path.length()));
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private static NamedYaml builtIn(String fileName) {
        try (InputStream in = BuiltInFile.open(BUILT_IN_FOLDER + fileName)) {
            if (in == null) {
                throw missing(fileName);
            }
            return new NamedYaml(fileName, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the built-in price file " + fileName, e);
        }
    }

    private static CatalogException missing(String name) {
        return new CatalogException(
                List.of(new Fault(FilePosition.start(name), "no such built-in price file; check its name")));
    }
}
