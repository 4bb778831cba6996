package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads how many models are tuned: {@code 5 fine-tuned models}, {@code two assistants}, {@code one model per language, 6
 * languages}. Each is a run of its own. A number of models never counts examples, and beside their names it says nothing
 * more: {@code fine-tune 3 models: gpt-4.1-mini, qwen3 8b, llama 8b}.
 */
public final class ModelCount {
    /** The most words between a number and the models it counts. */
    private static final int REACH = 4;

    /** The most words between the models and what there is one for each of. */
    private static final int OWNER_REACH = 6;

    /** The most words between the models and the word that says it of each. */
    private static final int EACH_REACH = 16;

    /** From this number on they are counted as data: {@code 2,000 assistants answered}. */
    private static final BigDecimal TOO_MANY = BigDecimal.valueOf(1_000);

    /** The letters of a noun that its plural keeps: {@code country}, {@code countries}. */
    private static final int CHANGED_LETTERS = 1;

    private final ParseState state;

    private ModelCount(ParseState state) {
        this.state = state;
    }

    /** Claims the number of models of a message. */
    public static void read(ParseState state) {
        ModelCount count = new ModelCount(state);
        count.ofRemembered();
        if (state.hasTypedAnywhere(Trait.SELF_OWNED) && (state.has(Cue.EACH) || state.has(Cue.EVERY))) {
            count.ofTheirOwn();
            count.ofTheirOwnVersion();
        }
        Token[] tokens = state.all();
        for (int i = 0; i < tokens.length; i++) {
            if (!tokens[i].isNumber() && state.hasTyped(i, Trait.TUNED_THING)) {
                count.counted(i);
            } else if (tokens[i].is(Category.TUNING) || tokens[i].is(Cue.TRAINING) || tokens[i].is(Measure.RUN)) {
                count.oneForEach(i);
            } else if (!tokens[i].isNumber() && state.hasTyped(i, Trait.MODEL_VARIANT)) {
                count.variants(i);
            }
        }
    }

    /** {@code 3 brands each with its own llama 8b}: the model is named in the place of the word for it. */
    private void ofTheirOwn() {
        for (Mention mention : state.mentions) {
            boolean own = state.hasTyped(mention.first() - 1, Trait.SELF_OWNED);
            int owners = own && !state.candidates.has(SlotName.RUNS) ? ownersOfTheirOwn(mention.first()) : -1;
            if (owners >= 0 && !isOne(owners)) {
                claim(owners, owners, owners);
            }
        }
    }

    /** {@code each of our customers wants their own flavour. That's 9 customers}: another word for a model, beside its name. */
    private void ofTheirOwnVersion() {
        for (int i = 0; state.mentions.size() == 1 && i < state.size(); i++) {
            boolean version = state.hasTyped(i - 1, Trait.SELF_OWNED)
                    && !state.isNumberAt(i)
                    && state.hasTyped(i, Trait.MODEL_VERSION)
                    // "every team has its own version of the story"
                    && (!state.hasTyped(i + 1, Trait.PART_OF) || state.isOfMention(i + 2))
                    && !state.candidates.has(SlotName.RUNS);
            int owners = version ? ownersOfTheirOwn(i) : -1;
            if (owners >= 0) {
                claim(owners, owners, owners);
            }
        }
    }

    /** {@code 3 variants of gpt-4.1-mini on the same 900 examples}: each is a run of its own. */
    private void variants(int variants) {
        int number = variants - 1;
        boolean counted = state.isNumberAt(number) && isCount(number) && state.isPluralAt(variants);
        boolean of = state.isAt(variants + 1, Cue.OF) || state.hasTyped(variants + 1, Trait.PART_OF);
        boolean one = state.mentions.size() == 1;
        int name = one ? state.mentions.getFirst().first() : -1;
        if (counted && of && name > variants && name <= variants + REACH && !state.has(Intent.COMPARE)) {
            claim(number, number, variants);
        }
    }

    /** The two of {@code same two for llama 8b} in a conversation that compares two sellers or models. */
    private void ofRemembered() {
        for (int i = 1; !state.remembered.isEmpty() && i < state.size(); i++) {
            if (state.isNumberAt(i) && OnlyNumber.isOfNamed(state, i) && countsRemembered(i)) {
                state.ignore(i);
            }
        }
    }

    private boolean countsRemembered(int number) {
        BigDecimal value = state.token(number).numeral().value();
        return Stream.of(SlotName.MODELS, SlotName.PROVIDERS, SlotName.METHODS)
                .map(name -> state.remembered.value(name))
                .anyMatch(names -> names != null
                        && names.size() > 1
                        && BigDecimal.valueOf(names.size()).compareTo(value) == 0);
    }

    private void counted(int models) {
        int number = numberBefore(models);
        int owners = number >= 0 && !isOne(number) ? -1 : numberOfOwners(models);
        owners = owners < 0 && number < 0 ? ownersOfTheirOwn(models) : owners;
        owners = owners < 0 && number < 0 && isOneEach(models) ? ownersBefore(models) : owners;
        if (owners >= 0) {
            claim(owners, number >= 0 ? number : owners, owners);
        } else if (number >= 0 && (isTold(number) || areGoods(models))) {
            state.ignore(number);
        } else if (number >= 0 && isRuns(number, models)) {
            claim(number, number, models);
        } else if (number >= 0) {
            state.ignore(number);
        }
    }

    /** {@code one adapter each on together}, {@code one llama 8b lora each}, behind which no noun follows. */
    private boolean isOneEach(int models) {
        Mention name = mentionEndingAt(models - 1);
        return state.isOneAt((name == null ? models : name.first()) - 1)
                && state.isAt(models + 1, Cue.EACH)
                && !isWordAt(models + 2);
    }

    private boolean isWordAt(int index) {
        Token token = state.at(index);
        return token != null && token.kind == Token.Kind.WORD;
    }

    /** Returns the index of the 15 of {@code we have 15 customers with 800 examples each. train one llama 8b lora each}, or -1. */
    private int ownersBefore(int models) {
        for (int i = 0; i < models; i++) {
            Measure measure = state.measureAt(i + 1);
            boolean counted = state.isNumberAt(i) && isCount(i) && !isOne(i) && state.isPluralAt(i + 1);
            if (counted && (measure == null || measure == Measure.OTHER) && !state.isItemAt(i + 1)) {
                return i;
            }
        }
        return -1;
    }

    /** {@code 6 clients x 1 finetune each}, {@code 3 shops, one training per shop}, {@code nine towns get a fine-tune of their own}. */
    private void oneForEach(int tuning) {
        int one = tuning - 1;
        boolean led = state.isOneAt(one) || state.isAt(one, Cue.ARTICLE) || (state.isNumberAt(one) && isOne(one));
        if (!led) {
            return;
        }
        int owners = numberOfOwners(tuning);
        owners = owners >= 0 ? owners : numberOfOwnersBefore(one, tuning);
        if (owners >= 0 && !state.candidates.has(SlotName.RUNS) && !isOne(owners)) {
            state.ignore(one);
            state.claim(SlotName.RUNS, owners, owners, owners);
        }
    }

    /** Returns the index of the 6 before the one training of each, or -1. */
    private int numberOfOwnersBefore(int one, int tuning) {
        int each = state.isAt(tuning + 1, Cue.FOR) ? tuning + 2 : tuning + 1;
        boolean said = state.isAt(each, Cue.PER) || state.isAt(each, Cue.EACH) || state.isAt(each, Cue.EVERY);
        boolean times = state.isTimesSign(one - 1);
        boolean own = state.hasTyped(tuning + 1, Trait.PART_OF) && state.hasTyped(tuning + 3, Trait.OWNER);
        for (int i = one - 1; i >= Math.max(state.sentence(one).first(), one - EACH_REACH); i--) {
            if (state.isNumberAt(i) && (said || times || own)) {
                boolean named = times || own || state.isBreakAt(each + 1) || isOf(i, each);
                return isCount(i) && state.isPluralAt(i + 1) && named ? i : -1;
            }
        }
        return -1;
    }

    private void claim(int number, int first, int last) {
        if (state.candidates.has(SlotName.RUNS) || isOne(number)) {
            return;
        }
        for (int i = first; i <= last; i++) {
            if (state.isNumberAt(i)) {
                state.ignore(i);
            }
        }
        state.claim(SlotName.RUNS, number, number, number);
    }

    private boolean isOne(int number) {
        return state.token(number).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    /** Returns the index of the 5 in {@code 5 fine-tuned models}, or -1. */
    private int numberBefore(int models) {
        Mention name = mentionEndingAt(models - 1);
        int end = name == null ? models : name.first();
        for (int i = end - 1; i >= Math.max(0, end - REACH); i--) {
            if (state.isNumberAt(i)) {
                return isCount(i)
                                && !arePeople(i, models)
                                && (isOne(i) || state.isPluralAt(models))
                                && (isRunBy(i) || !state.unitFinder.isNamed(i))
                        ? i
                        : -1;
            }
            boolean describes = state.token(i).kind == Token.Kind.WORD
                    || state.isAt(i, Category.TUNING)
                    || state.isAt(i, Category.METHODS)
                    || state.isAt(i, Category.INTENTS)
                    || (state.isSymbolAt(i, '-') && !state.token(i).spaced);
            if (!describes) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code four notaries and 11 assistants}: beside people whose number is known they are people, too. */
    private boolean arePeople(int number, int models) {
        int noun = number - 2;
        boolean joined = state.isAt(number - 1, Cue.AND) || state.hasTyped(number - 1, Trait.PLUS);
        boolean tuned = state.isAt(models + 2, Category.TUNING) || state.isAt(models + 2, Cue.TRAINING);
        if (!joined || tuned || !state.hasTyped(models, Trait.PERSON_OR_BOT) || !isPeopleNoun(noun)) {
            return false;
        }
        for (int i = noun - 1; i >= Math.max(0, noun - REACH) && !state.isBreakAt(i); i--) {
            if (state.isNumberAt(i)) {
                return state.isCountAt(i);
            }
        }
        return false;
    }

    private boolean isPeopleNoun(int noun) {
        Token token = state.at(noun);
        return token != null
                && state.isPluralAt(noun)
                && !state.hasTyped(noun, Trait.TUNED_THING)
                && (token.kind == Token.Kind.WORD || state.hasTyped(noun, Trait.HEADS));
    }

    /** {@code we run three fine-tunes}: a verb, and no name of the number. */
    private boolean isRunBy(int number) {
        boolean will = state.isAt(number - 2, Cue.ABILITY) || state.isAt(number - 2, Cue.PERSON);
        return state.isAt(number - 1, Measure.RUN) && will;
    }

    /** The name of {@code 12 llama 8b adapters}. */
    private @Nullable Mention mentionEndingAt(int index) {
        for (Mention mention : state.mentions) {
            if (mention.last() == index) {
                return mention;
            }
        }
        return null;
    }

    private boolean isCount(int number) {
        Token token = state.token(number);
        return token.use == Token.Use.NOTHING
                && state.isGpuCount(number)
                && !state.isSymbolAt(number - 1, '$')
                && token.numeral().value().signum() > 0
                && token.numeral().value().compareTo(TOO_MANY) < 0;
    }

    /** Returns the index of the 6 in {@code one model per language, 6 languages} or {@code for each of our 6 teams}, or -1. */
    private int numberOfOwners(int models) {
        int each = models + 1;
        if (state.isAt(each, Cue.FOR)) {
            each++;
        }
        if (!(state.isAt(each, Cue.PER) || state.isAt(each, Cue.EACH) || state.isAt(each, Cue.EVERY))) {
            return -1;
        }
        for (int i = each + 1; i < state.size() && i <= each + OWNER_REACH; i++) {
            if (state.isNumberAt(i)) {
                return isCount(i) && isOf(i, each) ? i : ownersNamed(each);
            }
        }
        return ownersNamed(each);
    }

    /** Returns the index of the 51 in {@code 51 locales of 11k lines, and the idea is one little LoRA per locale}, or -1. */
    private int ownersNamed(int each) {
        // "each of our customers", "every one of the dealers"
        int of = state.isOneAt(each + 1) || (state.isNumberAt(each + 1) && isOne(each + 1)) ? each + 2 : each + 1;
        boolean group = state.hasTyped(of, Trait.PART_OF);
        boolean known =
                group && (state.hasTyped(of + 1, Trait.OWNER) || state.hasTyped(of + 1, Trait.DEFINITE_ARTICLE));
        boolean named = known || (!group && !state.isNumberAt(each + 1) && !state.isSlash(each));
        for (int i = 0; named && i < state.size(); i++) {
            boolean counted = state.isNumberAt(i) && isCount(i) && !isOne(i) && state.isPluralAt(i + 1);
            if (counted && (known ? arePlural(wordAt(of + 2), wordAt(i + 1)) : isOf(i, each))) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the index of the 5 in {@code 5 customers, each with their own adapter}, or -1. */
    private int ownersOfTheirOwn(int models) {
        boolean behind = isOfTheirOwn(models);
        int own = behind ? models : models - 1;
        while (!behind && (state.isAt(own, Category.TUNING) || state.hasTyped(own, Trait.TUNED))) {
            own--;
        }
        if (!behind && !state.hasTyped(own, Trait.OWNER)) {
            return -1;
        }
        int each = eachBehind(behind ? models + 4 : models + 1);
        for (int i = own - 1; i >= Math.max(state.sentence(models).first(), models - EACH_REACH); i--) {
            boolean said = each < 0 && (state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY));
            each = said ? i : each;
            // "3 tasks with 400 rows, and every task gets its own model"
            boolean other = each >= 0 && state.isAt(each, Cue.EVERY) && !isOf(i, each);
            if (state.isNumberAt(i) && !isOne(i) && !other && !state.isAt(i + 1, Measure.TOKEN)) {
                return (each >= 0 || isOfEach(i)) && isCount(i) && state.isPluralAt(i + 1) ? i : -1;
            }
        }
        // "I want every server to get its own model. Say 40 servers"
        return each < 0 ? -1 : ownersNamed(each);
    }

    /** {@code a model of their own}. */
    private boolean isOfTheirOwn(int models) {
        return state.hasTyped(models + 1, Trait.PART_OF) && state.hasTyped(models + 3, Trait.SELF_OWNED);
    }

    /** Returns the index of the last word of {@code 12 plants, own model each}, or -1. */
    private int eachBehind(int from) {
        return state.isAt(from, Cue.EACH) && state.isBreakAt(from + 1) ? from : -1;
    }

    /** {@code each of our 12 clients}. */
    private boolean isOfEach(int number) {
        int of = state.hasTyped(number - 1, Trait.OWNER) || state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE)
                ? number - 2
                : number - 1;
        return state.isAt(of, Trait.PART_OF) && (state.isAt(of - 1, Cue.EACH) || state.isAt(of - 1, Cue.EVERY));
    }

    /** True if the number counts the noun behind the word for each: its own, or the same in the plural. */
    private boolean isOf(int number, int each) {
        if (state.isAt(each + 1, Trait.PART_OF)) {
            return true;
        }
        String owners = wordAt(number + 1);
        // "for each language pair, we have 6 pairs"
        return arePlural(wordAt(each + 1), owners)
                || ((number < each || each + 2 < number)
                        && !state.isBreakAt(each + 2)
                        && arePlural(wordAt(each + 2), owners));
    }

    private static boolean arePlural(@Nullable String owner, @Nullable String owners) {
        return owner != null
                && owners != null
                && owner.length() > CHANGED_LETTERS
                && owners.startsWith(owner.substring(0, owner.length() - CHANGED_LETTERS));
    }

    private @Nullable String wordAt(int index) {
        return state.at(index) == null ? null : state.typed(index, index);
    }

    /** {@code our CTO tuned 2 models in 2023}, {@code I tried seven models last month}: the verb of a sentence that asks nothing. */
    private boolean isTold(int number) {
        boolean about = state.isAt(number - 1, Cue.ABOUT) || state.hasTyped(number - 1, Trait.APPROXIMATES);
        int verb = about ? number - 2 : number - 1;
        boolean made = !state.isNumberAt(verb) && state.hasTyped(verb, Trait.MADE);
        boolean told = state.hasTyped(verb, Trait.TOLD_TUNING) || state.isAt(verb, Cue.REPORT);
        return !state.sentence(number).asks()
                && (made || (told && state.sentence(number).end() < state.size() - 1));
    }

    /** True if the models are to be tuned or run, and are not a choice of which one is. */
    private boolean isRuns(int number, int models) {
        boolean named = state.mentions.size() > 1;
        boolean chosen = state.has(Intent.RECOMMEND) || state.has(Intent.COMPARE) || isKnown(number);
        return !named && !chosen && (state.speaksOfTuning() || isWanted(number) || isRunEach(models));
    }

    /** {@code 38 models of pan}, {@code 17 models of tractor}: goods that are made or sold. */
    private boolean areGoods(int models) {
        Token thing = state.at(models + 2);
        boolean of = state.isAt(models + 1, Cue.OF) || state.hasTyped(models + 1, Trait.PART_OF);
        return of
                && thing != null
                && thing.kind == Token.Kind.WORD
                && !state.isAt(models + 2, Cue.PERSON)
                && !state.hasTyped(models + 2, Trait.ASKERS_OWN)
                && (state.isBreakAt(models + 3) || state.isJoin(models + 3));
    }

    /** {@code the 3 models}, {@code these two models}. */
    private boolean isKnown(int number) {
        return state.isAt(number - 1, Trait.DEFINITE_ARTICLE) || state.isAt(number - 1, Cue.THEM);
    }

    private boolean isWanted(int number) {
        for (int i = number - 1; i >= Math.max(state.clause(number).first(), number - OWNER_REACH); i--) {
            if (state.hasTyped(i, Trait.WANTS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRunEach(int models) {
        int end = Math.min(state.sentence(models).end(), models + EACH_REACH);
        for (int i = models + 1; i < end; i++) {
            if (state.isAt(i, Cue.EACH)) {
                return true;
            }
        }
        return false;
    }
}
