package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads tokens that are cut out of a remembered prompt or added to it: {@code I cut 400 tokens out of the prompt we use at present}. */
final class PromptChanges {
    /** The most words from the tokens to their prompt: {@code 400 tokens out of the long system prompt}. */
    private static final int REACH = 6;

    /** The most words from the verb to its number. */
    private static final int REACH_OF_VERB = 3;

    private final SaidNumbers said;
    private final ParseState state;

    PromptChanges(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        if (readParts()) {
            return true;
        }
        if (said.value(SlotName.PROMPT_TOKENS) == null && said.value(SlotName.TUNED_PROMPT_TOKENS) == null) {
            return false;
        }
        for (int number : said.open()) {
            if (state.isAt(number + 1, Measure.TOKEN) && read(number)) {
                return true;
            }
        }
        return readThere();
    }

    /** {@code the 3,900 are 3,400 system prompt and 500 user}: what goes in is the prompt and the rest, where only both together were said. */
    private boolean readParts() {
        BigDecimal whole = state.remembered.number(SlotName.INPUT_TOKENS);
        if (whole == null || state.remembered.has(SlotName.PROMPT_TOKENS)) {
            return false;
        }
        List<Integer> parts = IntStream.range(0, state.size())
                .filter(i -> state.isCountAt(i) && said.number(i).compareTo(whole) != 0)
                .boxed()
                .toList();
        int prompt = parts.isEmpty() || parts.size() > 2 ? -1 : promptOf(parts);
        if (prompt < 0) {
            return false;
        }
        BigDecimal rest = whole.subtract(said.number(prompt));
        int other = parts.size() == 2 ? parts.getFirst() + parts.getLast() - prompt : prompt;
        boolean known = other == prompt
                ? state.hasTyped(prompt + 1, Trait.PART_OF)
                : said.number(other).compareTo(rest) == 0;
        if (rest.signum() <= 0 || !known) {
            return false;
        }
        said.open().forEach(said::ignore);
        said.stateBeside(SlotName.PROMPT_TOKENS, said.number(prompt), prompt);
        said.stateBeside(SlotName.INPUT_TOKENS, rest, other == prompt ? prompt + 1 : other);
        return true;
    }

    /** Returns the only one of some numbers that is said of a prompt, or -1. */
    private int promptOf(List<Integer> parts) {
        int found = -1;
        for (int k = 0; k < parts.size(); k++) {
            int end = k + 1 < parts.size() ? parts.get(k + 1) : state.size();
            if (isOfPrompt(parts.get(k), end)) {
                if (found >= 0) {
                    return -1;
                }
                found = parts.get(k);
            }
        }
        return found;
    }

    /** True of a number behind which a prompt is named before the next. */
    private boolean isOfPrompt(int number, int end) {
        int last = Math.min(end, number + REACH);
        for (int i = number + 1; i < last && !state.isBreakAt(i) && !state.isAt(i, Cue.AND); i++) {
            if (state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS) || state.hasTyped(i, Trait.INSTRUCTS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code even once it's tuned the tariff table has to go along, so 450 there}: of the prompt after tuning, which the words before speak of. */
    private boolean readThere() {
        List<Integer> open = said.open().stream()
                .filter(number -> !state.remembersNumber(said.number(number)))
                .toList();
        if (open.size() != 1 || said.value(SlotName.TUNED_PROMPT_TOKENS) == null || state.hasQuestionMark()) {
            return false;
        }
        int number = open.getFirst();
        boolean tokens = state.isAt(number + 1, Measure.TOKEN);
        if (!state.hasTyped(tokens ? number + 2 : number + 1, Trait.PLACE)) {
            return false;
        }
        boolean tuned = false;
        for (int i = state.sentence(number).first(); i < number; i++) {
            boolean word = state.hasTyped(i, Trait.TUNED) || state.hasTyped(i, Trait.AFTERWARDS);
            tuned |= word && !state.hasTyped(i - 1, Trait.BEFORE_OR_AFTER);
        }
        if (tuned) {
            said.open().stream().filter(other -> other != number).forEach(said::ignore);
            said.state(SlotName.TUNED_PROMPT_TOKENS, said.number(number), "", number);
        }
        return tuned;
    }

    private boolean read(int number) {
        int led = number + 2;
        boolean off = state.hasTyped(led, Trait.PARTICLE_AWAY)
                || state.isAt(led, Cue.OUT)
                || state.isAt(led, Cue.FROM)
                || state.hasTyped(led, Trait.OUT_OF);
        int sign = off ? -1 : state.isAt(led, Cue.TO) ? 1 : 0;
        SlotName<?> slot = sign == 0 ? null : prompt(led + 1);
        BigDecimal before = slot == null ? null : said.value(slot);
        if (slot == null || before == null || !isVerbBefore(number, sign)) {
            return false;
        }
        BigDecimal change = said.number(number);
        BigDecimal after = before.add(change.multiply(BigDecimal.valueOf(sign)));
        if (after.signum() < 0) {
            return false;
        }
        said.state(
                slot, after, SaidNumbers.text(before) + (sign > 0 ? " + " : " - ") + SaidNumbers.text(change), number);
        return true;
    }

    private @Nullable SlotName<?> prompt(int from) {
        boolean tuned = false;
        for (int i = from; i < from + REACH && !state.isBreakAt(i); i++) {
            tuned |= state.isAt(i, Cue.TUNED_PROMPT) || state.hasTyped(i, Trait.TUNED);
            if (state.isAt(i, Cue.PROMPT) || state.isAt(i, Cue.TUNED_PROMPT) || state.hasTyped(i, Trait.PROMPTS)) {
                return tuned ? SlotName.TUNED_PROMPT_TOKENS : SlotName.PROMPT_TOKENS;
            }
        }
        return null;
    }

    private boolean isVerbBefore(int number, int sign) {
        int first = Math.max(state.clause(number).first(), number - REACH_OF_VERB);
        for (int i = first; i < number; i++) {
            boolean less = state.hasTyped(i, Trait.LOSES)
                    || state.hasTyped(i, Trait.SHRINKS)
                    || state.hasTyped(i, Trait.TAKES_OFF)
                    || state.hasTyped(i, Trait.TOOK_OFF)
                    || state.isAt(i, Cue.DROP);
            boolean more =
                    state.isAt(i, Cue.ADD) || state.hasTyped(i, Trait.RAISES) || state.hasTyped(i, Trait.TACKED_ON);
            if (sign < 0 ? less : more) {
                return true;
            }
        }
        return false;
    }
}
