package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The proof that a message in a conversation changes its request. A sentence with words of its own changes nothing by a model's name
 * alone ({@code my flatmate says qwen 14b is smarter than his professor}), nor by a value that the request has already
 * ({@code 24 months is longer than our last three CTOs}): a word has to say so.
 */
public final class Proof {
    /** A sentence of fewer words outside the lexicon is hardly more than its model. */
    private static final int FEWEST_WORDS = 2;

    /** The most words from a number to what is said of it: {@code 900 a day as before}. */
    private static final int REACH_OF_VALUE = 3;

    private static final Set<Cue> CHANGES = EnumSet.of(
            Cue.INSTEAD, Cue.INSTEAD_OF, Cue.WHAT_ABOUT, Cue.CORRECTION, Cue.ADD, Cue.DROP, Cue.VERSUS, Cue.SAME);

    private static final Set<Measure> UNITS_OF_JOB =
            EnumSet.of(Measure.EXAMPLE, Measure.EPOCH, Measure.TOKEN, Measure.REQUEST, Measure.RUN, Measure.PERCENT);

    private static final List<Category> CHOICES =
            List.of(Category.METHODS, Category.PROVIDERS, Category.DEPLOYMENTS, Category.GPUS, Category.OBJECTIVES);

    /** Words of a choice, a wish or a refusal. */
    private static final List<Trait> SIGNS = List.of(
            Trait.DEMAND,
            Trait.DEMANDS,
            Trait.PREFERS,
            Trait.CHOOSES,
            Trait.DECIDES,
            Trait.SWAPS,
            Trait.REJECTS,
            Trait.REFUSED,
            Trait.FORBIDDEN,
            Trait.CORRECTS,
            Trait.ADMITS_ERROR,
            Trait.SAYS_NO,
            Trait.FUNDER,
            Trait.IS_ENOUGH,
            Trait.SUFFICES);

    private final ParseState state;

    Proof(ParseState state) {
        this.state = state;
    }

    /** True of a message in a conversation that names models, and says by no word that one of them, or a number, changes its request. */
    public static boolean lacks(ParseState state) {
        return state.mayEdit() && !state.mentions.isEmpty() && new Proof(state).lacks();
    }

    /** True of a message that only says values of its request again, to say something of them, and no word that it means them. */
    public static boolean lacksForValues(ParseState state) {
        return state.mayEdit() && state.mentions.isEmpty() && new Proof(state).onlyRemarksOnValues();
    }

    private boolean onlyRemarksOnValues() {
        return saysOnlyRemembered()
                && !state.hasQuestionMark()
                && !Asides.namesQuestion(state)
                && !commands()
                && (deniesAnother() || remarks());
    }

    /** True if all that a message says are numbers that the request has. */
    private boolean saysOnlyRemembered() {
        Slots said = state.slots.build();
        return !said.names().isEmpty() && said.names().stream().allMatch(name -> isRemembered(said, name));
    }

    private boolean isRemembered(Slots said, SlotName<?> name) {
        BigDecimal now = said.number(name);
        BigDecimal before = state.remembered.number(name);
        return now != null && before != null && now.compareTo(before) == 0;
    }

    /** {@code 7,500 is not 'about eight thousand'}. */
    private boolean deniesAnother() {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && OtherMatters.isDenied(state, i)) {
                return true;
            }
        }
        return false;
    }

    /** True if words of its own follow a value, and none says that it is meant: {@code 3 epochs was Tom's idea}. */
    private boolean remarks() {
        int words = 0;
        boolean said = false;
        for (int i = 0; i < state.size(); i++) {
            if (saysChange(i)
                    || (asks(i) && !state.hasTyped(i, Trait.ASKS_WHY))
                    || state.hasTyped(i, Trait.SAYS_YES)
                    || isAgreed(i)) {
                return false;
            }
            said |= state.isNumberAt(i);
            words += said && state.hasTyped(i, Trait.ASKS_WHY) ? FEWEST_WORDS : 0;
            words += said && state.token(i).kind == Token.Kind.WORD ? 1 : 0;
            // "She knows about the 250 chairs"
            boolean things = state.isNumberAt(i - 1) && state.token(i).kind == Token.Kind.WORD && state.isPluralAt(i);
            words += things ? 1 : 0;
        }
        return words >= FEWEST_WORDS;
    }

    /** The as of {@code 3 epochs as Tom said}, the it of {@code 12 months it is, the harbour master agreed}. */
    private boolean isAgreed(int i) {
        boolean as = state.hasTyped(i, Trait.IN_ROLE);
        boolean it = state.hasTyped(i, Trait.PRONOUN) && state.isAt(i + 1, Cue.IS) && state.isBreakAt(i + 2);
        boolean behind = false;
        for (int value = i - 1; value >= i - REACH_OF_VALUE && (as || it); value--) {
            behind |= state.isNumberAt(value);
        }
        return behind;
    }

    private boolean lacks() {
        return !state.hasQuestionMark()
                && !Asides.namesQuestion(state)
                && state.mentions.stream().noneMatch(this::isMeant)
                && !commands()
                && !changesNumber();
    }

    /** True if a word of the model's sentence says that it is chosen, or if it has hardly another word. */
    private boolean isMeant(Mention model) {
        Sentence sentence = state.sentence(model.first());
        if (Gossip.acts(state, model)) {
            return false;
        }
        if (isLed(model) || opens(model) || ModelAskedAbout.is(state, model)) {
            return true;
        }
        int words = 0;
        boolean told = false;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.isOfMention(i)) {
                continue;
            }
            Token token = state.token(i);
            told |= state.hasTyped(i, Trait.SPEAKS) && i < model.first();
            words += token.kind == Token.Kind.WORD ? 1 : 0;
            if (saysChange(i) || asks(i) || pleads(i) || CHOICES.stream().anyMatch(token::is) || isTakenBySpeaker(i)) {
                return true;
            }
        }
        // "My son say gpt-4o is better" asks nothing.
        return words < FEWEST_WORDS || (sentence.asks() && !told);
    }

    /** True of a word of change, or of a choice, a wish or a refusal. */
    boolean saysChange(int i) {
        Cue cue = state.token(i).cue();
        return (cue != null && CHANGES.contains(cue))
                || (SIGNS.stream().anyMatch(trait -> state.hasTyped(i, trait)) && !isJudged(i));
    }

    /** The right of {@code it's right}, which decides nothing. */
    private boolean isJudged(int i) {
        boolean it = state.hasTyped(i - 1, Trait.PRONOUN) && state.clause(i).first() == i - 1;
        return state.hasTyped(i, Trait.DECIDES) && (it || state.isAt(i - 1, Cue.IS));
    }

    /** {@code nvm do llama 3b}, {@code not 4o mini}. */
    private boolean isLed(Mention model) {
        int before = model.first() - 1;
        return state.hasTyped(before, Trait.PLANS_WITH) || state.isAt(before, Cue.NOT);
    }

    /** {@code qwen3-8b and nothing else}, {@code and with gpt-4o, please}: nothing is said of the model, which begins the message. */
    private boolean opens(Mention model) {
        boolean first = true;
        for (int i = 0; i < model.first() && first; i++) {
            first = state.token(i).kind != Token.Kind.WORD && !state.isAt(i, Cue.PERSON);
        }
        return first && (state.isBreakAt(model.last() + 1) || state.isJoin(model.last() + 1));
    }

    /** {@code how would it look on gpt-4o}. */
    boolean asks(int i) {
        return state.isAt(i, Cue.QUESTION) && state.clause(i).first() == i;
    }

    /** {@code gpt-4o please}. */
    boolean pleads(int i) {
        return state.isAt(i, Category.COURTESIES) && !state.hasTyped(i, Trait.ADDRESSES);
    }

    /** {@code we go with gpt-4o}, {@code I'd take gpt-4o}, but not {@code what we paid for gpt-4o}, {@code I said}, {@code than I do}. */
    boolean isTakenBySpeaker(int i) {
        return state.hasTyped(i, Trait.ASKER)
                && !state.hasTyped(i - 1, Trait.THAN)
                && !state.isAt(i + 1, Cue.REPORT)
                && !state.hasTyped(i + 1, Trait.SPEAKS)
                && !state.isReported(i);
    }

    /** {@code kindly remove it}, {@code so take it}, {@code price that}: a sentence that begins with a word of change. */
    boolean commands() {
        for (int i = 0; i < state.size(); i++) {
            boolean command = state.isAt(i, Cue.DROP)
                    || state.isAt(i, Cue.ADD)
                    || state.isAt(i, Cue.SAME)
                    || (state.hasTyped(i, Trait.LEAVES_OUT) && state.clause(i).first() == i)
                    || state.isAt(i, Trait.DEMAND)
                    || state.hasTyped(i, Trait.PLANS_WITH)
                    || (state.isAt(i, Category.INTENTS) && state.hasTyped(i + 1, Trait.PRONOUN));
            Token before = state.at(i - 1);
            if (command
                    && !isLeftAlone(i)
                    && !state.hasTyped(i - 2, Trait.THAN)
                    && (before == null || before.kind != Token.Kind.WORD)
                    && !state.isOfMention(i)) {
                return true;
            }
        }
        return false;
    }

    /** The leave of {@code leave it alone}: a word of another matter follows what is meant. */
    private boolean isLeftAlone(int verb) {
        Token behind = state.at(verb + 2);
        return state.hasTyped(verb + 1, Trait.PRONOUN) && behind != null && behind.kind == Token.Kind.WORD;
    }

    /** True if a number has a unit of the job, in a clause without a model. */
    private boolean changesNumber() {
        for (int i = 0; i < state.size(); i++) {
            Measure unit = state.isNumberAt(i) && !state.isOfMention(i) ? state.measureAt(i + 1) : null;
            if (unit != null && UNITS_OF_JOB.contains(unit) && !namesModel(state.clause(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean namesModel(Clause clause) {
        return state.mentions.stream()
                .anyMatch(model -> clause.first() <= model.first() && model.first() < clause.end());
    }
}
