package io.tunetally.interpreter;

import io.tunetally.catalog.Catalog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads chat messages into requests. Deterministic, never throws, linear in the length of the text, and safe to share between threads:
 * everything it knows is compiled when it is made.
 */
public final class Interpreter {
    /** Longer messages are read up to here; {@link Interpretation#truncated()} tells how much was not. */
    public static final int MAXIMUM_LENGTH = 4000;

    private static final Interpretation NOTHING = nothing(0);

    private final Vocabulary vocabulary;
    private final Completion completion;
    private final Chatter chatter;

    /**
     * Compiles the lexicon and the names of the catalog.
     *
     * @throws LexiconException naming both, where two phrases are the same after folding and mean different things
     */
    public Interpreter(Catalog catalog, Lexicon lexicon) {
        vocabulary = Vocabulary.compile(catalog, lexicon);
        completion = new Completion(vocabulary);
        chatter = new Chatter(vocabulary);
    }

    private static Interpretation nothing(int truncated) {
        return new Interpretation(
                Interpretation.Status.NOT_A_REQUEST,
                Intent.NONE,
                Slots.NONE,
                List.of(),
                List.of(),
                null,
                List.of(),
                "",
                truncated);
    }

    /**
     * Reads one message.
     *
     * @param addressed whether it is meant for the bot; a message that is not never asks anything
     * @param remembered the last request of the conversation, or null
     */
    public Interpretation read(String text, Markup markup, boolean addressed, @Nullable Request remembered) {
        FoldedText folded = Decoder.decode(text, markup, MAXIMUM_LENGTH);
        if (chatter.is(folded)) {
            return folded.truncated() == 0 ? NOTHING : nothing(folded.truncated());
        }
        List<Token> tokens = Lexer.tokens(vocabulary.phrases(), folded);
        Repairer.Repaired repaired = Repairer.repair(vocabulary, folded, tokens);
        if (repaired == null) {
            return read(folded, tokens, List.of(), addressed, remembered);
        }
        List<Token> again = Lexer.tokens(vocabulary.phrases(), repaired.text());
        return read(repaired.text(), again, repaired.repairs(), addressed, remembered);
    }

    private Interpretation read(
            FoldedText text,
            List<Token> tokens,
            List<Interpretation.Repair> repairs,
            boolean addressed,
            @Nullable Request remembered) {
        Draft draft = new Draft(
                vocabulary, text, NumberJoiner.join(tokens), remembered == null ? Slots.NONE : remembered.slots());
        ModelReader.read(draft);
        QuantityReader.read(draft);
        ChoiceReader.read(draft);
        MoneyQuantities.settle(draft);
        VagueAmounts.read(draft);
        SlotFiller.fill(draft);
        ModelSlot.fill(draft);
        draft.repairs.addAll(repairs);
        return new Conclusion(draft, addressed, remembered).interpretation();
    }

    /**
     * The language of a message that is not in English, as an ISO 639 code ({@code und} where only the script is foreign); empty for English.
     * Such a message is never a request, whatever digits it holds.
     */
    public Optional<String> foreignLanguage(String text, Markup markup) {
        FoldedText folded = Decoder.decode(text, markup, MAXIMUM_LENGTH);
        return Optional.ofNullable(vocabulary.languages().of(folded, Lexer.tokens(vocabulary.phrases(), folded)));
    }

    /** Whether a message asks to forget what the conversation was about ({@code reset}, {@code forget that}). */
    public boolean forgets(String text, Markup markup) {
        FoldedText folded = Decoder.decode(text, markup, MAXIMUM_LENGTH);
        Draft draft = new Draft(vocabulary, folded, Lexer.tokens(vocabulary.phrases(), folded), Slots.NONE);
        return Conclusion.forgets(draft);
    }

    /**
     * What could be typed next: models, providers, verbs and whole example commands, the likeliest first.
     *
     * @param cursor where in the text, clamped to it
     */
    public List<String> complete(String text, int cursor) {
        return completion.complete(text, cursor);
    }

    /** The ids of the models that can be named, in the order of the price books. */
    public List<String> models() {
        return vocabulary.catalog().models().stream()
                .map(model -> model.id().value())
                .toList();
    }

    /** The ids of the providers that can be named, in the order of the price books. */
    public List<String> providers() {
        return vocabulary.catalog().providers().stream()
                .map(provider -> provider.id().value())
                .toList();
    }
}
