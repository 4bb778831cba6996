package io.tunetally.storage.jdbc.file;

import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets only one process at a time create a file, with a lock file beside it that the system releases when the process ends. */
public final class FileLocks {
    /** A file lock belongs to the whole process; this lock excludes its threads from each other. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private FileLocks() {}

    /** A lock that is held until it is closed. */
    public record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                THREADS.unlock();
            }
        }
    }

    /**
     * Waits for a file's lock, for as long as another process may need to create the file.
     *
     * @throws StorageException if the other process does not release it
     */
    public static Held take(Path file) throws IOException {
        return take(file, PATIENCE);
    }

    public static Held take(Path file, Duration patience) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        THREADS.lock();
        try {
            OwnFiles.makeFile(beside);
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
            try {
                return new Held(channel, lock(channel, beside, patience));
            } catch (IOException | RuntimeException failed) {
                channel.close();
                throw failed;
            }
        } catch (IOException | RuntimeException failed) {
            THREADS.unlock();
            throw failed;
        }
    }

    private static FileLock lock(FileChannel channel, Path beside, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        FileLock lock = channel.tryLock();
        while (lock == null) {
            if (System.nanoTime() - end > 0) {
                throw new StorageException("another process has been holding " + beside + " for " + patience.toSeconds()
                        + " s; stop it, or wait until it has created or migrated the file");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            lock = channel.tryLock();
        }
        return lock;
    }
}
