package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Lexer;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import io.tunetally.text.Decoder;
import io.tunetally.text.FoldedText;
import java.util.EnumSet;
import java.util.Set;

/** Quoted lines that a question is about: a forwarded mail above {@code what does this come to for 12 months?}. */
final class QuotedLines {
    /** The questions that a model and a size answer. */
    private static final Set<Intent> ABOUT_JOB = EnumSet.of(
            Intent.ESTIMATE,
            Intent.TCO,
            Intent.COMPARE,
            Intent.BREAKEVEN,
            Intent.BUDGET,
            Intent.RECOMMEND,
            Intent.WORTHIT);

    private QuotedLines() {}

    /**
     * True if the quoted lines of a text are part of what it asks: {@code > Fine-tuned gpt-4o models will be retired} above {@code what
     * would moving cost us?}, or a question about {@code this} that names neither a model nor a size.
     *
     * @param read the reading without them
     * @param begins whether the text begins a conversation and is meant for the bot; later on {@code this} is the answer before
     */
    static boolean areAsked(
            CompiledLexicon lexicon,
            String text,
            int maximum,
            FoldedText unquoted,
            Interpretation read,
            boolean begins) {
        if (read.slots().has(SlotName.MODELS) || !Decoder.hasQuotes(text, maximum)) {
            return false;
        }
        return read.intent() == Intent.MIGRATE
                || (begins && !read.slots().has(SlotName.EXAMPLES) && pricesThat(lexicon, unquoted, read));
    }

    private static boolean pricesThat(CompiledLexicon lexicon, FoldedText unquoted, Interpretation read) {
        boolean prices = ABOUT_JOB.contains(read.intent());
        boolean points = false;
        for (Token token : Lexer.tokens(lexicon.phrases(), unquoted)) {
            Intent intent = token.intent();
            prices |= intent == Intent.ESTIMATE || intent == Intent.TCO;
            points |= !token.isNumber()
                    && lexicon.is(Trait.PRONOUN, unquoted.text().substring(token.start, token.end));
        }
        return prices && points;
    }
}
