package io.tunetally.storage.jdbc.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native library, unpacked once beside the database. By default the driver unpacks it at every start into the
 * temporary folder, which may be read-only or mounted noexec, and a killed process leaves it there.
 */
public final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    /** Differs from the driver's own file name, as the driver deletes those it finds. */
    private static final String PREFIX = "native-sqlite-";

    private NativeLibrary() {}

    /**
     * Makes the driver load the library from a folder, unless a system property already sets its location. Has no
     * effect once the library is loaded. Only one process at a time may call it.
     *
     * @throws IOException if the folder cannot be written
     */
    public static void keepIn(Path folder) throws IOException {
        if (System.getProperty(PATH) != null) {
            return;
        }
        String library = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library;
        if (NativeLibrary.class.getResource(resource) == null) {
            return; // The driver reports that it has no library for this machine.
        }
        String machine = OSInfo.getNativeLibFolderPathForCurrentOS().replace('/', '-');
        Path kept = folder.resolve(PREFIX + SQLiteJDBCLoader.getVersion() + "-" + machine + "-" + library);
        byte[] bytes = unpacked(resource);
        if (Files.notExists(kept) || Files.size(kept) != bytes.length) {
            OwnFiles.replace(kept, bytes);
            removeOthers(kept, library);
        }
        System.setProperty(PATH, folder.toString());
        System.setProperty(NAME, kept.getFileName().toString());
    }

    private static byte[] unpacked(String resource) throws IOException {
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return in.readAllBytes();
        }
    }

    /** Removes those of earlier versions. */
    private static void removeOthers(Path kept, String library) throws IOException {
        try (DirectoryStream<Path> others =
                Files.newDirectoryStream(OwnFiles.folderOf(kept), PREFIX + "*-" + library)) {
            for (Path other : others) {
                if (!other.equals(kept)) {
                    remove(other);
                }
            }
        }
    }

    private static void remove(Path other) throws IOException {
        try {
            Files.deleteIfExists(other);
        } catch (FileSystemException inUse) {
            // On Windows a process that uses it still locks it; the next version's first start removes it.
            if (Files.notExists(other)) {
                throw inUse;
            }
        }
    }
}
