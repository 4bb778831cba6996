package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.lexicon.WordPatterns.Reply;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import java.util.List;
import java.util.function.Predicate;

/**
 * Recognises remarks that people make about an answer and that need none: whom they vote for ({@code +1 for nano}), what others did
 * ({@code the tutorial uses 4 epochs}), how they find the price ({@code ouch, 5.7k per month}). Its numbers and models change nothing.
 */
public final class Remarks {
    private Remarks() {}

    /** True if a message in a conversation is a remark, and nothing beside it says or asks more. */
    public static boolean are(ParseState state) {
        List<WordPatterns.Match<Reply>> remarks =
                state.replies().stream().filter(reply -> isRemark(state, reply)).toList();
        if (remarks.isEmpty() || state.has(Cue.INSTEAD) || state.has(Cue.WHAT_ABOUT)) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            if (saysMore(state, i) && remarks.stream().noneMatch(holder(state, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRemark(ParseState state, WordPatterns.Match<Reply> reply) {
        int mark = state.tokenAt(reply.words().getLast().start()) + 1;
        return reply.meaning() == Reply.REMARK
                || (reply.meaning() == Reply.PRICE && isMark(state, mark) && isMark(state, mark + 1));
    }

    private static boolean isMark(ParseState state, int i) {
        return state.isSymbolAt(i, '?') || state.isSymbolAt(i, '!');
    }

    /** True of a number, and of what is asked for. */
    private static boolean saysMore(ParseState state, int i) {
        return state.isNumberAt(i) || state.isOfMention(i) || (isMark(state, i) && !isMark(state, i - 1));
    }

    /** The words of a remark hold its numbers, its sentence the rest of it. */
    private static Predicate<WordPatterns.Match<Reply>> holder(ParseState state, int i) {
        Token token = state.token(i);
        return remark -> {
            int first = remark.words().getFirst().start();
            int last = remark.words().getLast().end();
            Sentence sentence = state.sentence(state.tokenAt(first));
            return (token.isNumber() && !state.isOfMention(i))
                    ? token.start >= first && token.end <= last
                    : i >= sentence.first() && i <= sentence.end();
        };
    }
}
