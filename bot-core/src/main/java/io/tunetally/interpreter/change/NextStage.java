package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Reads the data of a next stage with another objective: {@code then DPO on top: 4k pairs} adds nothing to the examples of the SFT before. */
final class NextStage {
    /** The objective of a conversation that has named none. */
    private static final String USUAL = "sft";

    private final SaidNumbers said;
    private final ParseState state;

    NextStage(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        if (!state.has(Category.OBJECTIVES) || said.value(SlotName.EXAMPLES) == null || !isOther()) {
            return false;
        }
        int counted = -1;
        for (int i = 0; i < state.size(); i++) {
            if (state.isCountAt(i) && state.isItemAt(i + 1) && !state.isOfMention(i)) {
                if (counted >= 0) {
                    return false;
                }
                counted = i;
            }
        }
        BigDecimal examples = counted < 0 ? BigDecimal.ZERO : said.number(counted);
        if (examples.signum() > 0) {
            said.stateBeside(SlotName.EXAMPLES, examples, counted);
        }
        return examples.signum() > 0;
    }

    /** True if the only objective of the message is not that of the conversation. */
    private boolean isOther() {
        Object before = state.remembered.value(SlotName.OBJECTIVE);
        boolean other = false;
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.is(Category.OBJECTIVES) && token.lexeme != null) {
                boolean same = before == null ? USUAL.equals(token.lexeme.value()) : before.equals(token.lexeme.code());
                if (other || same) {
                    return false;
                }
                other = true;
            }
        }
        return other;
    }
}
