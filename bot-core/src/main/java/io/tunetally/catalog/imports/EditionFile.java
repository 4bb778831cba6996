package io.tunetally.catalog.imports;

import io.tunetally.catalog.yaml.BookFile;
import io.tunetally.catalog.yaml.Faults;
import io.tunetally.catalog.yaml.NamedYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file of an imported edition: distinguished from hand-written ones, and written completely or not at all. */
public final class EditionFile {
    private EditionFile() {}

    /** True if a price file is an import of this edition and content, so that the next import may replace it. */
    public static boolean isImportOf(String edition, ImportedEdition.Content content, NamedYaml file) {
        BookFile found = BookFile.read(file, true, new Faults());
        return found.imported()
                && found.edition().equals(edition)
                && found.hasEvents() == (content == ImportedEdition.Content.DATES);
    }

    /**
     * Writes a temporary file and moves it into place.
     *
     * @return whether the file has changed
     * @throws IOException if the folder cannot be written; the file is then unchanged
     */
    public static boolean write(Path file, String yaml) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(yaml)) {
            return false;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, ".import-", ".tmp");
        try {
            Files.writeString(written, yaml);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
        return true;
    }
}
