package io.tunetally.interpreter.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;

/** Checks the spans of an interpretation against its text. */
public final class Spans {
    private Spans() {}

    /** Checks that every span is within the text, and no character is both in a slot and ignored. */
    public static void check(String text, Interpretation read) {
        byte[] owner = new byte[text.length() + 1];
        for (SlotName<?> name : read.slots().names()) {
            Slot<?> slot = read.slots().get(name);
            TextSpan span = slot == null ? null : slot.span();
            if (span != null) {
                within(text, span);
                mark(owner, span);
            }
        }
        int end = 0;
        for (TextSpan span : read.ignored()) {
            within(text, span);
            assertThat(span.start()).as(text).isGreaterThanOrEqualTo(end);
            end = span.end();
            for (int i = span.start(); i < span.end(); i++) {
                assertThat(owner[i]).as("%s at %d", text, i).isZero();
            }
        }
        read.problems().forEach(problem -> within(text, problem.span()));
        read.repairs().forEach(repair -> within(text, repair.span()));
    }

    private static void mark(byte[] owner, TextSpan span) {
        for (int i = span.start(); i < span.end(); i++) {
            owner[i] = 1;
        }
    }

    private static void within(String text, TextSpan span) {
        assertThat(span.start()).as(text).isBetween(0, text.length());
        assertThat(span.end()).as(text).isBetween(span.start(), text.length());
    }
}
