package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Lexicon;
import java.util.List;

/** The compiled lexicons of all languages but English. */
public final class Glossaries {
    private final List<Glossary> all;

    private Glossaries(List<Glossary> all) {
        this.all = all;
    }

    /**
     * Compiles the lexicons of other languages, which needs the phrases of the English one but not their compilation.
     *
     * @throws io.tunetally.interpreter.lexicon.LexiconException naming file, line and key of an invalid one
     */
    public static Glossaries compile(Lexicon english) {
        EnglishPhrases phrases = new EnglishPhrases(english);
        return new Glossaries(english.languages().stream()
                .map(file -> Glossary.compile(phrases, file))
                .toList());
    }

    List<Glossary> all() {
        return all;
    }
}
