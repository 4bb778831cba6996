package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import java.util.BitSet;

/** Checks that every character of a message has one use: it is a value, connects, is known not to be a value, or was not used. */
final class Uses {
    /** Characters that count as spacing or belong to the number beside them ({@code ~1k}, {@code 1000+}, {@code 5..10}). */
    private static final String TAKEN_UP = " \"'~+\u2248\u00b1.-_";

    private Uses() {}

    static void check(String text) {
        ParseState state = BuiltIn.draft(text);
        Interpretation read = BuiltIn.INTERPRETER.read(state, true, null);
        int end = 0;
        BitSet slots = new BitSet();
        BitSet unused = new BitSet();
        for (Token token : state.all()) {
            for (int i = end; i < token.start; i++) {
                assertThat(TAKEN_UP)
                        .as("%s at %d", text, i)
                        .contains(String.valueOf(state.text.text().charAt(i)));
            }
            assertThat(token.start).as(text).isGreaterThanOrEqualTo(end);
            assertThat(token.end).as(text).isGreaterThan(token.start);
            end = token.end;
            BitSet owner = token.use == Token.Use.SLOT ? slots : unused;
            boolean counts = token.use == Token.Use.SLOT || token.use == Token.Use.NOTHING;
            owner.set(
                    counts ? state.text.originalStart(token.start) : 0, counts ? state.text.originalEnd(token.end) : 0);
        }
        read.ignored()
                .forEach(span -> assertThat(slots.get(span.start(), span.end()).isEmpty())
                        .as("%s: %s is ignored and a value", text, span)
                        .isTrue());
    }
}
