package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.List;
import java.util.Set;

/**
 * The proof that a message in a conversation chooses the seller or the GPU that it names. In a sentence with words of its own the name
 * alone changes nothing ({@code a 3090 fell off the shelf}): a word has to say that it is taken, left, priced or compared.
 */
public final class ChoiceProof {
    /** A sentence of fewer words outside the lexicon is hardly more than its name. */
    private static final int FEWEST_WORDS = 2;

    private static final Set<SlotName<?>> CHOICES = Set.of(
            SlotName.PROVIDER,
            SlotName.PROVIDERS,
            SlotName.GPU,
            SlotName.GPUS,
            SlotName.UNTUNED,
            SlotName.OWN_HARDWARE);

    /** Words that say that there are more or fewer of them: {@code bought another 4090}. */
    private static final List<Trait> SIGNS = List.of(
            Trait.ANOTHER,
            Trait.SECOND,
            Trait.REMAINS,
            Trait.SUPPLIES,
            Trait.ARRIVES,
            Trait.REMAINING,
            Trait.NARROWS,
            Trait.PURCHASED,
            Trait.BUYS,
            Trait.CHEAPER);

    private final ParseState state;
    private final Proof proof;

    private ChoiceProof(ParseState state) {
        this.state = state;
        proof = new Proof(state);
    }

    /** True of a message that names a seller or a GPU, and nothing else of the job, and says by no word that it is chosen. */
    public static boolean lacks(ParseState state) {
        return state.mayEdit()
                && state.language == null
                && state.mentions.isEmpty()
                && !SelfHosting.isSaid(state)
                && new ChoiceProof(state).lacks();
    }

    private boolean isChoice(int i) {
        return state.isAt(i, Category.PROVIDERS) || state.isGpuAt(i);
    }

    private boolean lacks() {
        Set<SlotName<?>> said = Set.copyOf(state.slots.build().names());
        if (state.hasQuestionMark()
                || Asides.namesQuestion(state)
                || proof.commands()
                || said.isEmpty()
                || !CHOICES.containsAll(said)) {
            return false;
        }
        int sentence = -1;
        for (int i = 0; i < state.size(); i++) {
            if (!isChoice(i)) {
                continue;
            }
            int first = state.sentence(i).first();
            if (isLed(i) || (first != sentence && isMeant(i))) {
                return false;
            }
            sentence = first;
        }
        return sentence >= 0;
    }

    /** True if a word of the name's sentence says that it is chosen, or if it has hardly another word. */
    private boolean isMeant(int name) {
        Sentence sentence = state.sentence(name);
        int words = 0;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            words += state.token(i).kind == Token.Kind.WORD ? 1 : 0;
            if (proof.saysChange(i) || isSign(i) || proof.asks(i) || proof.pleads(i) || proof.isTakenBySpeaker(i)) {
                return true;
            }
        }
        return words < FEWEST_WORDS || sentence.asks();
    }

    private boolean isSign(int i) {
        return !state.isNumberAt(i) && SIGNS.stream().anyMatch(trait -> state.hasTyped(i, trait));
    }

    /** {@code on openai}, {@code not azure}, {@code use the 4090}, {@code with 2 h100}. */
    private boolean isLed(int name) {
        int before = name - 1;
        while (state.isNumberAt(before) || state.isAt(before, Cue.ARTICLE)) {
            before--;
        }
        return state.isAt(before, Cue.ON)
                || state.isAt(before, Cue.NOT)
                || state.isAt(before, Cue.FROM)
                || state.hasTyped(before, Trait.PLANS_WITH);
    }
}
