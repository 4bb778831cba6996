package io.tunetally.storage.jdbc.file;

import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner can read; on file systems without such permissions, the folder protects them. */
public final class OwnFiles {
    private static final Set<PosixFilePermission> OF_THE_OWNER = PosixFilePermissions.fromString("rwx------");

    private OwnFiles() {}

    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            createOnce(() -> Files.createDirectory(folder, rights("rwx------")));
        }
    }

    /** Returns the parent folder of a file. */
    public static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new StorageException(file + " is a folder, not a file");
        }
        return folder;
    }

    /** True if anyone but the owner has access to a file; false on file systems without such permissions. */
    public static boolean isOpenToOthers(Path file) throws IOException {
        return isPosix()
                && Files.getPosixFilePermissions(file).stream().anyMatch(right -> !OF_THE_OWNER.contains(right));
    }

    /** Creates an empty file if it does not exist. */
    public static void makeFile(Path file) throws IOException {
        if (Files.notExists(file)) {
            createOnce(() -> Files.createFile(file, rights("rw-------")));
        }
    }

    /** Replaces a file's content atomically: readers see the old or the new content. */
    public static void replace(Path file, String content) throws IOException {
        replace(file, content.getBytes(StandardCharsets.UTF_8));
    }

    public static void replace(Path file, byte[] content) throws IOException {
        Path next = Files.createTempFile(folderOf(file), file.getFileName().toString(), ".next", rights("rw-------"));
        Files.write(next, content);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private interface Creation {
        void run() throws IOException;
    }

    private static void createOnce(Creation creation) throws IOException {
        try {
            creation.run();
        } catch (FileAlreadyExistsException _) {
            // Another process was faster.
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] rights(String rights) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
