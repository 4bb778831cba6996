package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Method;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The methods that a message names: the one that is chosen, or both where they are set against each other. */
final class MethodChoice {
    /** The fewest words of a clause that tells why a method is left. */
    private static final int LEAST_OF_REASON = 3;

    /** A message that is no longer has hardly room for more than the bits of the weights and the hardware. */
    private static final int LONGEST_OF_BITS = 12;

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    private final ParseState state;
    private final List<Integer> methods = new ArrayList<>(0);

    MethodChoice(ParseState state) {
        this.state = state;
    }

    void add(int i) {
        methods.add(i);
    }

    /** {@code what do I save by taking LoRA rather than full}, {@code how far apart is full in place of LoRA}: a choice of two. */
    static boolean isWeighed(ParseState state, int i) {
        return Exclusion.isSetBack(state, i) && (state.has(Intent.COMPARE) || state.hasTypedAnywhere(Trait.SETS_OFF));
    }

    private Method methodAt(int i) {
        Lexeme lexeme = state.token(i).lexeme;
        boolean lora = lexeme != null
                && lexeme.code() == Method.LORA
                && (!Exclusion.isTakenBack(state, i) || isWeighed(state, i))
                && !isSwitchedOff(i);
        return lora ? Method.LORA : Method.FULL;
    }

    /** {@code lora: false}, {@code "lora": false}, but not {@code lora: no idea}. */
    private boolean isSwitchedOff(int method) {
        int sign = state.isSymbolAt(method + 1, '"') ? method + 2 : method + 1;
        int value = sign + 1;
        return state.isAssignmentAt(sign)
                && state.at(value) != null
                && state.hasTyped(value, Trait.SWITCHED_OFF)
                && (state.isBreakAt(value + 1) || state.isSymbolAt(value + 1, '}'));
    }

    private boolean isQuantized(int i) {
        Lexeme lexeme = state.token(i).lexeme;
        return lexeme != null && lexeme.is(Trait.QUANTIZED) && !Exclusion.isTakenBack(state, i) && !isSwitchedOff(i);
    }

    /** {@code is LoRA enough or do I need the full thing}: what is set against an adapter is the training of all weights. */
    private void readFullThing() {
        boolean adapters = !methods.isEmpty() && methods.stream().allMatch(i -> methodAt(i) == Method.LORA);
        for (int i = 0; adapters && state.has(Cue.OR) && i < state.size(); i++) {
            boolean full = state.hasTyped(i, Trait.FULL_THING) && state.isAt(i - 1, Category.METHODS);
            if (full && state.sentence(i) == state.sentence(methods.getFirst())) {
                methods.add(i);
                // "the full thing or LoRA"
                methods.sort(Comparator.naturalOrder());
                return;
            }
        }
    }

    /** {@code rent four H100 and do Qwen3 32B in full}: all weights of an open model. */
    private void readInFull() {
        for (Mention mention : state.mentions) {
            int last = mention.last() + 1;
            boolean full = state.hasTyped(last, Trait.IN_FULL)
                    || (state.isAt(last, Cue.IN) && state.isAt(last + 1, Category.METHODS));
            if (full && mention.family() != null && mention.family().open() && methods.isEmpty()) {
                state.say(SlotName.METHOD, Method.FULL, last, last);
                return;
            }
        }
    }

    /** {@code 4bit, on a single L40S} in a conversation about an adapter or a rented GPU: the weights that are trained beside it have 4 bits. */
    private void readFourBits() {
        Method before = state.remembered.value(SlotName.METHOD);
        boolean ofConversation = before == Method.LORA
                || (before == null
                        && (state.remembered.has(SlotName.GPU) || state.slots.has(SlotName.GPU))
                        && !state.remembered.isEmpty());
        boolean open = ofConversation
                && methods.isEmpty()
                && state.mayEdit()
                && state.size() <= LONGEST_OF_BITS
                && !state.has(Cue.REPORT);
        for (int i = 0; open && i < state.size(); i++) {
            int last = lastOfFourBits(i);
            boolean denied = Exclusion.isTakenBack(state, i) || Exclusion.isSetBack(state, i);
            if (last >= 0 && !denied && !state.isOfMention(i - 1)) {
                state.use(i, last, Token.Use.SLOT);
                state.say(SlotName.METHOD, Method.LORA, i, last);
                state.say(SlotName.QUANTIZED, true, i, last);
                return;
            }
        }
    }

    /** Returns the index of the last token of {@code 4bit}, {@code 4 bit} or {@code 4-bit}, or -1. */
    private int lastOfFourBits(int i) {
        if (state.hasTyped(i, Trait.FOUR_BITS)) {
            return i;
        }
        int bits = state.isSymbolAt(i + 1, '-') ? i + 2 : i + 1;
        boolean four = state.isNumberAt(i) && state.token(i).numeral().value().compareTo(FOUR) == 0;
        return four && state.hasTyped(bits, Trait.BITS) ? bits : -1;
    }

    void fill() {
        readInFull();
        readFullThing();
        readFourBits();
        if (methods.isEmpty()) {
            readKnob();
            return;
        }
        Method first = methodAt(methods.getFirst());
        Method other = first;
        for (int i : methods) {
            Method method = methodAt(i);
            other = method == first ? other : method;
            state.token(i).use = Token.Use.SLOT;
            if (isQuantized(i)) {
                state.say(SlotName.QUANTIZED, true, i, i);
            }
        }
        int chosen = other == first ? methods.getFirst() : chosen();
        if (chosen >= 0) {
            state.say(SlotName.METHOD, methodAt(chosen), chosen, chosen);
        } else {
            List<Method> both = List.of(first, other);
            state.slots.put(SlotName.METHODS, Slot.said(both, state.spanOfList(methods)));
        }
    }

    /**
     * Returns the index of the method that takes the place of the remembered one, or -1: of {@code same but full, our professor thinks
     * LoRA is for toys} the full one, because a clause of its own only tells of the other and nothing sets both against each other.
     */
    private int chosen() {
        Method before = state.remembered.value(SlotName.METHOD);
        if (state.remembered.isEmpty()) {
            return decided();
        }
        boolean both = state.hasQuestionMark()
                || state.asks()
                || state.has(Intent.COMPARE)
                || state.has(Cue.VERSUS)
                || state.has(Cue.OR)
                || addsOne()
                || state.hasTypedAnywhere(Trait.TAKES_BOTH)
                || opposes();
        if (before == null || both || !state.mayEdit()) {
            return -1;
        }
        int found = -1;
        for (int i : methods) {
            Clause clause = state.clause(i);
            boolean old = methodAt(i) == before;
            if (old ? clause.end() - clause.first() < LEAST_OF_REASON : found >= 0 && methodAt(found) != methodAt(i)) {
                return -1;
            }
            found = !old && found < 0 ? i : found;
        }
        for (int i : methods) {
            if (found < 0 || (methodAt(i) == before && state.clause(i) == state.clause(found))) {
                return -1;
            }
        }
        return found;
    }

    /**
     * Returns the only method of the last sentence that names one, or -1: of {@code I was torn between LoRA and full. Going with full}
     * the full one, because the sentence of both only tells and nothing asks about the two.
     */
    private int decided() {
        int last = methods.getLast();
        boolean told = false;
        for (int i : methods) {
            Sentence sentence = state.sentence(i);
            boolean own = sentence == state.sentence(last);
            boolean asks = sentence.asks() || state.isAt(sentence.first(), Category.INTENTS) || holdsJob(sentence);
            if (own ? methodAt(i) != methodAt(last) : asks) {
                return -1;
            }
            told |= !own && methods.stream().anyMatch(k -> state.sentence(k) == sentence && methodAt(k) != methodAt(i));
        }
        boolean open = state.hasTypedAnywhere(Trait.TAKES_BOTH) || asksToChoose() || isOfOthers(state.sentence(last));
        return told && !open && !state.terse ? last : -1;
    }

    /** {@code lora vs full on mistral 7b, 12k samples}: what is wanted, without a verb. */
    private boolean holdsJob(Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.isNumberAt(i) || state.isOfMention(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code at Kew they did a full one}, {@code how much more is full}. */
    private boolean isOfOthers(Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.hasTyped(i, Trait.WHO_ASKS) || (state.hasTyped(i, Trait.MORE) && sentence.asks())) {
                return true;
            }
        }
        return false;
    }

    /** True if a sentence that asks sets things against each other: {@code which of the two is cheaper}. */
    private boolean asksToChoose() {
        for (int i = 0; i < state.size(); i++) {
            Intent intent = state.token(i).intent();
            boolean chooses = intent == Intent.COMPARE || intent == Intent.RECOMMEND || state.isAt(i, Cue.VERSUS);
            if (chooses && state.sentence(i).asks()) {
                return true;
            }
        }
        return false;
    }

    /** {@code LoRA against full}; the {@code than} of {@code full is more than we can pay} opposes nothing. */
    private boolean opposes() {
        for (int i = 0; state.hasTypedAnywhere(Trait.OPPOSES) && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.OPPOSES) && !state.hasTyped(i - 1, Trait.MORE)) {
                return true;
            }
        }
        return false;
    }

    /** {@code LoRA as well}; the {@code too} of {@code full tuning is too heavy for us} adds nothing. */
    private boolean addsOne() {
        for (int i = 0; state.has(Cue.ADD) && i < state.size(); i++) {
            if (state.isAt(i, Cue.ADD) && (!state.isAt(i, Trait.TRAILS) || state.isBreakAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** {@code r=16 alpha=32}: only an adapter has these. */
    private void readKnob() {
        for (int i = 0; i < state.size() && state.has(Category.KNOBS); i++) {
            int value = state.isAssignmentAt(i + 1) ? i + 2 : i + 1;
            if (state.isAt(i, Category.KNOBS) && state.hasTyped(i, Trait.OF_ADAPTER) && state.isNumberAt(value)) {
                state.say(SlotName.METHOD, Method.LORA, i, i);
                return;
            }
        }
    }
}
