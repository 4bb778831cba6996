package io.tunetally.chat;

import java.io.IOException;

/** A file that cannot be had from its platform. The message is a sentence for the person: why, and what to do. */
public final class FileRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    public FileRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public FileRefusedException(String sentence) {
        super(sentence);
    }
}
