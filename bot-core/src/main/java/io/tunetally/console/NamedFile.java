package io.tunetally.console;

import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.SharedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A training file of this machine that a typed or dropped line names. */
final class NamedFile {
    private NamedFile() {}

    /** Returns the question about the first file that a line names, with its other words; empty if it names none. */
    static Optional<FileQuestion> in(ChatEvent.Said said) {
        List<String> words = Arrays.asList(said.text().strip().split("\\s+"));
        return words.stream()
                .filter(word -> path(word).isPresent())
                .findFirst()
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
            return SharedFile.mayBeData(unquoted)
                    ? Optional.of(Path.of(unquoted)).filter(Files::isRegularFile)
                    : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static SharedFile shared(Path file) {
        return new SharedFile(String.valueOf(file.getFileName()), size(file), () -> Files.newInputStream(file));
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
