package io.tunetally.interpreter;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.language.Glossaries;
import io.tunetally.interpreter.language.Languages;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.NumberJoiner;
import io.tunetally.request.CanonicalReader;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slots;
import io.tunetally.text.Decoder;
import io.tunetally.text.FoldedText;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The product's own lexicon and price books, compiled once for all tests. */
public final class BuiltIn {
    public static final Catalog CATALOG = new CatalogLoader(Clock.systemUTC())
            .load(List.of("published", "guide"), NamedYaml.builtIn(List.of("guide.yaml", "published/")), List.of());
    public static final Interpreter INTERPRETER = new Interpreter(CATALOG, Lexicon.builtIn());

    private static final CompiledLexicon VOCABULARY = CompiledLexicon.compile(CATALOG, Lexicon.builtIn());

    private static final Languages LANGUAGES =
            new Languages(Lexicon.builtIn(), () -> Glossaries.compile(Lexicon.builtIn()), VOCABULARY);

    private BuiltIn() {}

    public static Interpretation read(String text) {
        return read(text, null);
    }

    /** Reads a message of a conversation. */
    public static Interpretation read(String text, @Nullable Request remembered) {
        return INTERPRETER.read(text, Markup.PLAIN, true, remembered);
    }

    /** Returns the names that canonical text may contain. */
    public static CanonicalReader.Vocabulary vocabulary() {
        return VOCABULARY.vocabulary();
    }

    /** Returns the tokens of a text after joining numbers, before any interpretation. */
    static ParseState draft(String text) {
        return draft(text, null);
    }

    /** Returns the same within a conversation. */
    static ParseState draft(String text, @Nullable Request remembered) {
        Slots slots = remembered == null ? Slots.NONE : remembered.slots();
        FoldedText folded = Decoder.decode(text, Markup.PLAIN, Interpreter.MAXIMUM_LENGTH);
        return new ParseState(
                VOCABULARY,
                folded,
                NumberJoiner.join(Lexer.tokens(VOCABULARY.phrases(), folded), folded.text()),
                null,
                slots);
    }

    /** Decodes and tokenises a text of any length, as {@link Interpreter} does for shorter ones. */
    static int readWhole(String text) {
        FoldedText folded = Decoder.decode(text, Markup.MRKDWN, Integer.MAX_VALUE);
        int tokens = Lexer.tokens(VOCABULARY.phrases(), folded).length;
        return tokens
                + INTERPRETER.read(text, Markup.MRKDWN, true, null).problems().size();
    }

    /** Translates a text of any length, as {@link Interpreter} does for shorter ones. */
    static void translateWhole(String language, String text) {
        LANGUAGES.translate(language, Decoder.decode(text, Markup.PLAIN, Integer.MAX_VALUE));
    }
}
