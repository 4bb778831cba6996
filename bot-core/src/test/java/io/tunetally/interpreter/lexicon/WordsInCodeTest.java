package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the words of a message are known from the lexicon alone, so that another language is another file. */
class WordsInCodeTest {
    private static final Path INTERPRETER = Path.of("src/main/java/io/tunetally/interpreter");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<=\\s)//[^\n]*", Pattern.DOTALL);
    private static final String WORD = "\"[^\"\n]*[a-z][^\"\n]*\"";
    private static final Pattern LITERAL = Pattern.compile("\"[a-z0-9'-]*[a-z][a-z0-9'-]*\"");
    private static final Pattern COMPARISON = Pattern.compile("case " + WORD
            + "|\\b(equals|equalsIgnoreCase|contentEquals|startsWith|endsWith|contains|indexOf|matches|has|is[A-Z]\\w*)\\("
            + "[^()\"]*" + WORD
            + "|" + WORD + "\\.(equals|equalsIgnoreCase|contentEquals|startsWith|endsWith|contains)\\(");

    /** The stages that read a message. */
    private static final Set<String> STAGES = Set.of("token", "language", "sentence", "quantity", "entity", "intent");

    private static final Set<String> NO_WORDS_OF_A_MESSAGE = Set.of(
            // Codes of languages.
            "Script.java",
            "Languages.java",
            // The kind of a problem.
            "ModelSlot.java");

    private static final Set<String> OWN_SYNTAX = Set.of(
            // The keys of the lexicon file.
            "LexiconReader.java",
            // The suffixes of numbers in fields of a form.
            "WrittenNumber.java",
            // The kinds of problems, and suggestions that the interpreter made itself.
            "ClarificationQuestion.java");

    @Test
    void comparesNoWord() throws IOException {
        assertThat(found(COMPARISON, file -> !OWN_SYNTAX.contains(name(file)))).isEmpty();
    }

    @Test
    void namesNoWordInTheStagesThatReadAMessage() throws IOException {
        assertThat(found(
                        LITERAL,
                        file -> STAGES.contains(name(Objects.requireNonNull(file.getParent())))
                                && !NO_WORDS_OF_A_MESSAGE.contains(name(file))))
                .isEmpty();
    }

    private static List<String> found(Pattern pattern, Predicate<Path> in) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(INTERPRETER)) {
            for (Path file : files.filter(each -> name(each).endsWith(".java") && in.test(each))
                    .toList()) {
                Matcher matcher =
                        pattern.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""));
                while (matcher.find()) {
                    found.add(name(file) + ": " + matcher.group());
                }
            }
        }
        return found;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
