package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a name without a version or a size is a model: it may also be a company, data or an everyday word. */
final class BareNames {
    /** The most words between a seller and what it sells on: {@code Mistral's own platform}. */
    private static final int PLATFORM_REACH = 3;

    /** A smaller number is one of a version: {@code tulu 3}. */
    private static final BigDecimal FEWEST_OF_DATA = BigDecimal.valueOf(500);

    private static final List<Measure> COUNTED_IN_TRAINING =
            List.of(Measure.EXAMPLE, Measure.EPOCH, Measure.TOKEN, Measure.RUN);

    private final ParseState state;

    BareNames(ParseState state) {
        this.state = state;
    }

    /** True of {@code tune mistral}; false of {@code what does Mistral offer}, {@code which gemini}, {@code dataset=alpaca}. */
    boolean isModel(Token token, Mention mention) {
        if (isOfData(mention) || isOfCode(mention) || isLikeness(mention)) {
            return false;
        }
        return !mention.bareFamily()
                || !(isEverydayWord(token, mention)
                        || state.isInFolder(mention.first())
                        || isLevel(mention)
                        || state.hasTyped(mention.last() + 1, Trait.DATA_FORMAT)
                        || isAskedFor(mention)
                        || isCompany(mention)
                        || isBesideList(mention));
    }

    /** {@code tulu-3-sft-mixture}, {@code the tulu-3 mixture}: data that were made for a model. */
    private boolean isOfData(Mention mention) {
        if (state.hasTyped(mention.last() + 1, Trait.MIXTURE)) {
            return true;
        }
        int at = mention.last() + 1;
        while (state.isSymbolAt(at, '-')
                && !state.token(at).spaced
                && state.at(at + 1) != null
                && !state.token(at + 1).spaced) {
            if (state.hasTyped(at + 1, Trait.ENDS_NAME_OF_DATA)) {
                return true;
            }
            at += 2;
        }
        return false;
    }

    /** {@code on Alpaca's codebase}, {@code with the Alpaca code}: programs that were written for a model; data of its name are meant by {@code QLoRA on Alpaca}. */
    private boolean isOfCode(Mention mention) {
        if (!mention.bareFamily() && !(mention.family() != null && state.hasTyped(mention.last(), Trait.PROGRAM))) {
            return false;
        }
        int at = mention.last() + 1;
        while (isPossessiveMark(at)) {
            at++;
        }
        return isOfDataOfItsName(mention)
                || state.hasTyped(at, Trait.PROGRAM)
                || state.hasTyped(mention.last(), Trait.PROGRAM);
    }

    /**
     * {@code QLoRA on Alpaca}, {@code 1 epoch over alpaca}, {@code the alpaca dataset}, {@code 52k alpaca rows}: the data, of which a model has the
     * name, too. Beside a model of another name a count is enough: {@code llama 8b, sft 52k alpaca}, {@code alpaca (51.8k), llama 8b lora}.
     */
    private boolean isOfDataOfItsName(Mention mention) {
        int before = mention.first() - 1;
        int behind = mention.last() + 1;
        return mention.bareFamily()
                && state.hasTyped(mention.first(), Trait.ALSO_DATA)
                && (state.isAt(before, Cue.ON)
                        || state.isAt(before, Cue.OVER)
                        || state.isAt(behind, Cue.ON)
                        || (state.isCountAt(before) && state.isAt(behind, Measure.EXAMPLE))
                        || (!state.isNumberAt(behind) && state.hasTyped(behind, Trait.TRAINING_DATA))
                        || state.hasTyped(behind, Trait.STYLED)
                        || (isCountOfData(before, behind) && isBesideModel(mention)));
    }

    private boolean isCountOfData(int before, int behind) {
        int number = state.isSymbolAt(behind, '(') ? behind + 1 : behind;
        return isCountOfMany(before) || isCountOfMany(number);
    }

    private boolean isCountOfMany(int number) {
        return state.isPlainCount(number)
                && state.token(number).numeral().value().compareTo(FEWEST_OF_DATA) >= 0;
    }

    /** True if a model of another name is to be tuned. */
    private boolean isBesideModel(Mention mention) {
        for (int i = 0; i < state.size(); i++) {
            boolean other = i < mention.first() || i > mention.last();
            if (other && state.isAt(i, Category.MODELS)) {
                return true;
            }
            if (other && state.isAt(i, Category.FAMILIES) && !state.hasTyped(i, Trait.ALSO_DATA)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a bert-like model}, {@code alpaca-style prompts}. */
    private boolean isLikeness(Mention mention) {
        int dash = mention.last() + 1;
        return mention.bareFamily()
                && state.isSymbolAt(dash, '-')
                && !state.token(dash).spaced
                && state.hasTyped(dash + 1, Trait.LIKENS);
    }

    /** {@code gcc -O3}, {@code amp at O1}: how much a compiler does. */
    private boolean isLevel(Mention mention) {
        Token name = state.token(mention.first());
        boolean option =
                state.isSymbolAt(mention.first() - 1, '-') && state.token(mention.first() - 1).spaced && !name.spaced;
        return name.end - name.start == 2
                && state.text.isUpperCase(name.start)
                && (option || state.hasTypedAnywhere(Trait.COMPILES));
    }

    /** {@code my buddy swears by Claude. What models can one fine-tune?}: a name of another sentence than the one that asks for all models. */
    private boolean isBesideList(Mention mention) {
        Sentence sentence = state.sentence(mention.first());
        boolean list = !state.terse && state.remembered.isEmpty() && state.has(Intent.MODELS) && !isOfTraining(state);
        for (int i = sentence.first(); list && i < sentence.end(); i++) {
            list = state.token(i).intent() == null;
        }
        return list && !sentence.asks();
    }

    /** {@code what does Mistral offer}, {@code which of the Mistral models}, {@code Mistral and Azure}: its publisher. */
    private boolean isCompany(Mention mention) {
        Family family = mention.family();
        int next = mention.last() + 1;
        return family != null
                && state.compiledLexicon
                        .catalog()
                        .provider(new ProviderId(family.name()))
                        .isPresent()
                && (state.isAt(next, Cue.COVERAGE)
                        || (next < state.size() && state.hasTyped(next, Trait.SUPPLY))
                        || (state.isJoin(next) && state.isAt(next + 1, Category.PROVIDERS))
                        || (state.isJoin(mention.first() - 1) && state.isAt(mention.first() - 2, Category.PROVIDERS))
                        || SellerWhoBills.isOne(state, mention.first(), mention.last())
                        || isWhereTrained(mention)
                        || isAskedForItsModels(mention)
                        || isSellerOfNamedModel(mention));
    }

    /** {@code training on mistral}; in {@code LoRA on mistral} it is what the adapter is for. */
    private boolean isWhereTrained(Mention mention) {
        return state.isAt(mention.first() - 1, Cue.ON)
                && !state.isAt(mention.first() - 2, Category.METHODS)
                && !state.has(Measure.EXAMPLE);
    }

    /** {@code which models exist at Mistral}, {@code list mistral prices}: the only name of a message that asks for models, not for a job. */
    private boolean isAskedForItsModels(Mention mention) {
        long names = 0;
        for (int i = 0; i < state.size(); i++) {
            names += state.isAt(i, Category.FAMILIES) || state.isAt(i, Category.MODELS) ? 1 : 0;
        }
        // "Which models can one fine-tune at Mistral": one is no number of runs.
        boolean there = isLedByPlace(mention) && !state.has(Measure.EXAMPLE);
        return names == 1 && state.has(Intent.MODELS) && (there || !isOfTraining(state));
    }

    /** {@code Mistral 7B at Mistral}: a bare name behind a model, where the model is trained. */
    private boolean isSellerOfNamedModel(Mention mention) {
        boolean there = isLedByPlace(mention);
        boolean aside = state.isSymbolAt(mention.last() + 1, '(') && isName(mention.last() + 2);
        return (there && (aside || !state.mentions.isEmpty()))
                || isPlatform(mention.last() + 1)
                || isAssigned(mention)
                || isBehindItsModel(mention);
    }

    private boolean isLedByPlace(Mention mention) {
        Token led = state.at(mention.first() - 1);
        return led != null && (led.is(Cue.ON) || led.is(Cue.FROM) || led.is(Trait.LOCATIVE));
    }

    /** The {@code mistral small} of {@code from Mistral (mistral small)}. */
    private boolean isName(int i) {
        return state.isAt(i, Category.MODELS) || state.isAt(i, Category.FAMILIES);
    }

    /** {@code provider=mistral}, {@code provider: Mistral}, {@code provider mistral}, {@code Mistral as the provider}. */
    private boolean isAssigned(Mention mention) {
        int mark = mention.first() - 1;
        int name = state.isAssignmentAt(mark) ? mark - 1 : mark;
        boolean before = name >= 0 && !state.isNumberAt(name) && state.hasTyped(name, Trait.PROVIDER_NOUN);
        int as = mention.last() + 1;
        int noun = state.hasTyped(as + 1, Trait.DEFINITE_ARTICLE) || state.isAt(as + 1, Cue.PERSON) ? as + 2 : as + 1;
        return before || (state.hasTyped(as, Trait.IN_ROLE) && state.hasTyped(noun, Trait.PROVIDER_NOUN));
    }

    /** {@code cost mistral-nemo mistral 4k examples}: in a command that compares nothing, the seller of the model before it. */
    private boolean isBehindItsModel(Mention mention) {
        Mention model = state.mentions.isEmpty() ? null : state.mentions.getLast();
        Family family = mention.family();
        return state.terse
                && family != null
                && model != null
                && model.last() == mention.first() - 1
                && !model.bareFamily()
                && model.id() != null
                && !state.has(Intent.COMPARE)
                && state.hasTyped(mention.first(), Trait.MAKER_SELLS)
                && state.hasTyped(model.first(), Trait.MAKER_SELLS);
    }

    /** {@code Mistral's own platform}, {@code the Mistral API}, {@code at Mistral itself}. */
    private boolean isPlatform(int next) {
        int at = next;
        while (at < next + PLATFORM_REACH
                && at < state.size()
                && (isPossessiveMark(at) || state.hasTyped(at, Trait.OWNER))) {
            at++;
        }
        return at < state.size() && state.hasTyped(at, Trait.SELLING);
    }

    private boolean isPossessiveMark(int at) {
        return state.isSymbolAt(at, '\'') || state.isAt(at, Cue.IS);
    }

    /** "Alpaca" and "mini" in a sentence are words; with a size, or in a command, they are names. */
    private boolean isEverydayWord(Token token, Mention mention) {
        return isNameOfData(mention.first())
                || isWordOfName(token, mention)
                || (token.lexeme != null
                        && token.lexeme.weak()
                        && !state.terse
                        && !state.token(mention.last()).is(Category.NEUTRAL_TIERS)
                        && !isObject(mention)
                        && !isListed(mention)
                        && !isRemembered(mention)
                        && !isOnlyOneInContext(mention));
    }

    /** {@code only the mini}: one of the models that the conversation is about. */
    boolean isRemembered(Mention mention) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        Family family = mention.family();
        return before != null
                && family != null
                && before.stream()
                        .anyMatch(id -> family.includes(id)
                                || family.hasSmaller(id)
                                || id.value().startsWith(family.name() + "-"));
    }

    /** {@code llama 8b, mistral 7b or nano}, {@code gpt-4o-mini, or the nano one}, {@code mini or gpt-4.1}: beside the name of a model. */
    private boolean isListed(Mention mention) {
        int join =
                state.hasTyped(mention.first() - 1, Trait.DEFINITE_ARTICLE) ? mention.first() - 2 : mention.first() - 1;
        int before = state.isSymbolAt(join - 1, ',') ? join - 2 : join - 1;
        boolean led = state.isJoin(join)
                && !state.mentions.isEmpty()
                && state.mentions.getLast().last() == before;
        Token next = state.at(mention.last() + 1);
        boolean named = next == null || next.kind != Token.Kind.WORD;
        return (led && named) || leadsList(mention);
    }

    /** {@code mini or gpt-4.1}. */
    private boolean leadsList(Mention mention) {
        int join = mention.last() + 1;
        Token name = state.at(join + 1);
        return state.isJoin(join)
                && name != null
                && (name.is(Category.MODELS) || name.is(Category.FAMILIES))
                && name.lexeme != null
                && !name.lexeme.weak();
    }

    /**
     * {@code the training of nano}: in a message about models, a tier that only one of them has means that model; the word of
     * {@code our nano particle lab} is part of a name.
     */
    private boolean isOnlyOneInContext(Mention mention) {
        Family family = mention.family();
        Token before = state.at(mention.first() - 1);
        Token after = state.at(mention.last() + 1);
        boolean ofThing = isLedAsName(mention.first() - 1) && after != null && after.kind == Token.Kind.WORD;
        boolean partOfName = isNameLike(before) || ofThing || (after != null && !after.spaced && after.isSymbol('-'));
        return family != null
                && family.tier()
                && family.standard() != null
                && !partOfName
                && (isOnTopic(state) || state.has(Measure.REQUEST) || isOfTraining(state));
    }

    /** {@code our nano particle lab}, {@code a nano coating}, {@code reports about nano coatings}. */
    private boolean isLedAsName(int before) {
        return state.isAt(before, Cue.PERSON)
                || state.isAt(before, Cue.ARTICLE)
                || state.isAt(before, Cue.ABOUT)
                || state.isAt(before, Cue.FROM);
    }

    /** The {@code nano} of the command {@code 900 nano coating reports, gpt-4.1-mini}: beside the full name of a model a word of another name. */
    private boolean isWordOfName(Token token, Mention mention) {
        Token next = state.at(mention.last() + 1);
        return state.terse
                && token.lexeme != null
                && token.lexeme.weak()
                && next != null
                && next.kind == Token.Kind.WORD
                && next.spaced
                && isOfCompound(mention.last() + 1)
                && !isListed(mention)
                && state.any(name -> (name.is(Category.MODELS) || name.is(Category.FAMILIES))
                        && name.lexeme != null
                        && !name.lexeme.weak());
    }

    /** The coating of {@code nano coating reports}, the coatings of {@code nano coatings,}; but not the verb of {@code does nano beat gpt-4o}. */
    private boolean isOfCompound(int word) {
        Token behind = state.at(word + 1);
        boolean noun = behind != null && (behind.kind == Token.Kind.WORD || state.isItemAt(word + 1));
        return noun || (state.isPluralAt(word) && state.isBreakAt(word + 1));
    }

    private boolean isNameLike(@Nullable Token token) {
        return token != null
                && (token.isSymbol('-') || (token.kind == Token.Kind.WORD && state.text.isUpperCase(token.start)));
    }

    /** {@code which gemini do I tune}: asks for a model and names none. */
    private boolean isAskedFor(Mention mention) {
        return mention.family() != null
                && !mention.family().tier()
                && state.at(mention.first() - 1) != null
                && state.hasTyped(mention.first() - 1, Trait.ASKS_WHICH);
    }

    /** {@code dataset=alpaca}, {@code alpaca's 52k examples}. */
    private boolean isNameOfData(int i) {
        if (state.isCountAt(i + 1) && state.isPossessive(i)) {
            return true;
        }
        Token name = state.at(i - 2);
        return state.isAssignmentAt(i - 1) && name != null && name.is(Category.TOPICS) && name.is(Trait.DATA);
    }

    /**
     * {@code tuning mini for 12 months}, {@code try mini with 2k examples}, {@code when would mini break even}: the
     * object of tuning or pricing is a model, unless more of a name follows.
     */
    private boolean isObject(Mention mention) {
        Token verb = state.at(mention.first() - 1);
        Token next = state.at(mention.last() + 1);
        boolean noun = next != null
                && (next.kind == Token.Kind.WORD
                        || next.kind == Token.Kind.CODE
                        || next.is(Category.TOPICS)
                        || next.is(Category.UNITS)
                        || next.is(Category.FUNCTIONS)
                        || next.isSymbol('-'));
        boolean subject = next != null && next.is(Category.INTENTS);
        boolean led = verb != null
                && (verb.is(Category.TUNING)
                        || verb.is(Cue.SAME)
                        || (subject && (verb.is(Cue.QUESTION) || verb.is(Cue.ABILITY))));
        return led && !noun;
    }

    /** True if it asks for a price, speaks of tuning or goes on a conversation. */
    static boolean isOnTopic(ParseState state) {
        return state.has(Category.INTENTS) || state.has(Category.TUNING) || !state.remembered.isEmpty();
    }

    /** True if it counts what a training has: examples, epochs, tokens or runs. */
    static boolean isOfTraining(ParseState state) {
        return COUNTED_IN_TRAINING.stream().anyMatch(state::has);
    }
}
