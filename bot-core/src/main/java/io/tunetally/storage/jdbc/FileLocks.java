package io.tunetally.storage.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one process at a time make a file, by a lock on a file beside it that the system drops with the process. */
final class FileLocks {
    /** A lock on a file is the process's: within it, threads take turns here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

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

    /** Waits for the lock that belongs to a file. */
    static Held take(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        THREADS.lock();
        try {
            OwnFiles.makeFile(beside);
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
            return new Held(channel, channel.lock());
        } catch (IOException | RuntimeException failed) {
            THREADS.unlock();
            throw failed;
        }
    }
}
