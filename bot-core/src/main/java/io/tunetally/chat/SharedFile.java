package io.tunetally.chat;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that a person sends, read once and never kept.
 *
 * @param name as the person named it
 * @param sizeBytes as the platform says
 */
public record SharedFile(String name, long sizeBytes, Opener opener) {
    /** Opens the content. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Returns the content, which ends with an exception at a limit.
         *
         * @throws FileRefusedException with a sentence for the person
         */
        InputStream open() throws IOException;
    }
}
