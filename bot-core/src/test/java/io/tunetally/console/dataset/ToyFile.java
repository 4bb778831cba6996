package io.tunetally.console.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** OpenAI's published example of a training file: five conversations. */
final class ToyFile {
    private ToyFile() {}

    /** Writes the file into a folder. */
    static Path in(Path folder) throws IOException {
        Path file = folder.resolve("toy.jsonl");
        try (InputStream in = ToyFile.class.getResourceAsStream("/dataset/toy_chat_fine_tuning.jsonl")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}
