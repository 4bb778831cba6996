package io.tunetally.interpreter.question;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/**
 * Recognises a message of a conversation that asks for the last answer once more and says nothing else: {@code what was the price again?},
 * {@code repeat that please}, {@code price?} All its words are known to do so, as one more may be a question of its own.
 */
public final class RepeatedQuestion {
    /** A longer message says something else, too. */
    private static final int MOST_TOKENS = 16;

    private RepeatedQuestion() {}

    /** True if a message asks for the last answer again. */
    public static boolean is(ParseState state) {
        return isWorded(state) || consistsOfItsWords(state);
    }

    /** {@code what's that in total}, {@code how much is left of the 80}: what the answer says already; a number in it is one of the request's. */
    private static boolean isWorded(ParseState state) {
        boolean worded = state.mentions.isEmpty()
                && state.replies().stream()
                        .anyMatch(reply -> reply.meaning() == WordPatterns.Reply.AGAIN
                                || (reply.meaning() == WordPatterns.Reply.REST
                                        && state.remembered.has(SlotName.BUDGET_USD)));
        for (int i = 0; worded && i < state.size(); i++) {
            worded = !state.isNumberAt(i)
                    || state.remembersNumber(state.token(i).numeral().value());
        }
        return worded;
    }

    private static boolean consistsOfItsWords(ParseState state) {
        if (state.size() > MOST_TOKENS || state.any(Token::isNumber) || !state.mentions.isEmpty()) {
            return false;
        }
        boolean repeats = false;
        boolean names = false;
        for (int i = 0; i < state.size(); i++) {
            if (state.token(i).kind == Token.Kind.SYMBOL) {
                continue;
            }
            boolean again = state.hasTyped(i, Trait.REPEATS_ANSWER) || isOnceMore(state, i);
            boolean answer = state.hasTyped(i, Trait.NAMES_ANSWER);
            if (!again && !answer && !state.hasTyped(i, Trait.BESIDE_REPEATED)) {
                return false;
            }
            repeats |= again;
            names |= answer;
        }
        return repeats || (names && state.hasQuestionMark());
    }

    /** {@code once more please, same thing}. */
    private static boolean isOnceMore(ParseState state, int more) {
        return state.hasTyped(more, Trait.MORE) && state.hasTyped(more - 1, Trait.ONE_TIME);
    }
}
