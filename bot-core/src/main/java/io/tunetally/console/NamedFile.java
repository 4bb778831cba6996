package io.tunetally.console;

import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.FileRefusedException;
import io.tunetally.chat.SharedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A training file of this machine that a typed or dropped line names, also one that is not there. */
final class NamedFile {
    private NamedFile() {}

    /** Returns the question about the first file that a line names, with its other words; empty if it names none. */
    static Optional<FileQuestion> in(ChatEvent.Said said) {
        List<String> words = Arrays.asList(said.text().strip().split("\\s+"));
        return words.stream()
                .filter(word -> path(word).filter(Files::isRegularFile).isPresent())
                .findFirst()
                .or(() -> words.stream().filter(word -> isMissing(word, words)).findFirst())
                .map(word -> new FileQuestion(
                        said.envelope(),
                        said.markup(),
                        String.join(
                                " ",
                                words.stream()
                                        .filter(other -> !other.equals(word))
                                        .toList()),
                        shared(path(word).orElseThrow()),
                        FileQuestion.Progress.NONE));
    }

    private static Optional<Path> path(String word) {
        String unquoted = word.replaceFirst("^(['\"])(.*)\\1$", "$2");
        try {
            return SharedFile.mayBeData(unquoted) ? Optional.of(Path.of(unquoted)) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** Words such as {@code .jsonl}, an address, or a name within a sentence ask about files in general. */
    private static boolean isMissing(String word, List<String> words) {
        boolean isPath = word.contains("/") || word.contains("\\") || word.equals(words.getFirst());
        return isPath
                && !word.contains("://")
                && path(word)
                        .map(Path::getFileName)
                        .filter(name -> !name.toString().startsWith("."))
                        .isPresent();
    }

    private static SharedFile shared(Path file) {
        return new SharedFile(String.valueOf(file.getFileName()), size(file), () -> open(file));
    }

    private static InputStream open(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new FileRefusedException(
                    "There is no file " + file + ". Paths begin at the folder that the chat was started in");
        }
        if (!Files.isRegularFile(file)) {
            throw new FileRefusedException(file + " is not a file; name the file inside");
        }
        return Files.newInputStream(file);
    }

    /** An unreadable file is told of when it is opened. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }
}
