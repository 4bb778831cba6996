package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one process at a time make a file, by a lock on a file beside it that the system drops with the process. */
final class FileLocks {
    /** A lock on a file is the process's: within it, threads take turns here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private FileLocks() {}

    /** A lock that is held until it is closed. */
    record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
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
     * Waits for the lock that belongs to a file, as long as another process may need to make it.
     *
     * @throws StorageException where the other process does not let go
     */
    static Held take(Path file) throws IOException {
        return take(file, PATIENCE);
    }

    static Held take(Path file, Duration patience) throws IOException {
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
                        + " s; end it, or wait until it has made or migrated the file");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            lock = channel.tryLock();
        }
        return lock;
    }
}
