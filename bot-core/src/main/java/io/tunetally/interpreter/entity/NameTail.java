package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What goes on with a model's name behind its first word: version, size, tiers, a dated snapshot. */
final class NameTail {
    /** Tokens that go on with a name, its hyphens among them; real names have some ten. */
    private static final int LONGEST_TAIL = 24;

    private final Draft draft;
    private final int start;
    private final boolean afterFamily;
    private int last;
    private int lastTier;
    private String version = "";
    private @Nullable String size;
    private @Nullable BigDecimal billionParameters;
    private String tiers = "";

    private NameTail(Draft draft, int at, boolean afterFamily) {
        this.draft = draft;
        this.afterFamily = afterFamily;
        start = at;
        last = at;
        lastTier = at;
    }

    /** The tail of a tuned model's id ({@code ft:gpt-4o:org::id}): everything up to the next space. */
    static NameTail ofTuned(Draft draft, int at) {
        NameTail tail = new NameTail(draft, at, false);
        while (tail.last + 1 < draft.size() && tail.last - at < LONGEST_TAIL && !draft.token(tail.last + 1).spaced) {
            tail.last++;
        }
        return tail;
    }

    static NameTail after(Draft draft, int at, boolean family) {
        NameTail tail = new NameTail(draft, at, family);
        while (tail.takeNext()) {
            // Each step takes one more piece.
        }
        return tail;
    }

    int last() {
        return last;
    }

    int lastTier() {
        return lastTier;
    }

    String version() {
        return version;
    }

    @Nullable String size() {
        return size;
    }

    @Nullable BigDecimal billionParameters() {
        return billionParameters;
    }

    String tiers() {
        return tiers;
    }

    /** Whether nothing followed that makes it another model. */
    boolean isPlain() {
        return tiers.isEmpty();
    }

    private boolean takeNext() {
        int next = last + 1;
        if (next >= draft.size() || next - start > LONGEST_TAIL) {
            return false;
        }
        boolean joint = isJoint(next);
        int at = joint ? next + 1 : next;
        if (at >= draft.size()) {
            return false;
        }
        Token piece = draft.token(at);
        boolean glued = !piece.spaced;
        if (!take(piece, at, glued, joint)) {
            return false;
        }
        last = at;
        return true;
    }

    private boolean isJoint(int at) {
        Token token = draft.token(at);
        boolean mark = token.isSymbol('-') || token.isSymbol(':') || token.isSymbol('_');
        return mark && !token.spaced && at + 1 < draft.size() && !draft.token(at + 1).spaced;
    }

    private boolean take(Token piece, int at, boolean glued, boolean joint) {
        if (piece.isNumber()) {
            return draft.isSize(at) ? takeSize(at) : takeNumber(piece, at, joint);
        }
        if (piece.is(Sense.NEUTRAL_TIERS)) {
            return glued || draft.text.folded(piece.start, piece.end).equals("instruct");
        }
        if (Draft.isTier(piece)) {
            return takeTier(piece, at, glued);
        }
        // "-chat", "-it": everyday words that are part of a name only behind a hyphen.
        boolean everyday = piece.is(Sense.FUNCTIONS) || piece.is(Measure.ITEM);
        if (glued && joint && piece.kind == Token.Kind.WORD && !draft.isEnglish(piece)) {
            return takeTier(piece, at, true);
        }
        return glued && joint && (piece.kind == Token.Kind.CODE || everyday);
    }

    private boolean takeSize(int at) {
        if (!afterFamily || size != null) {
            return false;
        }
        size = draft.typed(at, at);
        billionParameters = draft.token(at).numeral().value();
        return true;
    }

    private boolean takeNumber(Token piece, int at, boolean joint) {
        if ((!joint && draft.isUnitAt(at + 1)) || piece.numeral().isRange()) {
            return false;
        }
        boolean plain = piece.numeral().scaled() == 0 && piece.numeral().suffix() == ' ';
        if (!afterFamily || !version.isEmpty()) {
            return plain && joint;
        }
        boolean versionLike = plain
                && piece.numeral().value().compareTo(BigDecimal.TEN) < 0
                && piece.numeral().value().signum() > 0;
        boolean follows = tiers.isEmpty() && size == null;
        if (versionLike && follows) {
            version = draft.typed(at, at);
            return true;
        }
        return plain && joint;
    }

    private boolean takeTier(Token piece, int at, boolean glued) {
        boolean everyday = piece.lexeme != null && piece.lexeme.weak();
        boolean directly = at == last + 1 && size == null && (version.isEmpty() || piece.is(Sense.FAMILIES));
        if (everyday && !glued && !(afterFamily && directly)) {
            return false;
        }
        tiers += draft.text.folded(piece.start, piece.end);
        lastTier = at;
        return true;
    }
}
