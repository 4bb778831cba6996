package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Decides whether a name that is also an everyday word ({@code together}, {@code fireworks}) means the provider. */
final class ProviderDisambiguator {
    /** The most tokens between a word for running a model and the word for oneself. */
    private static final int HOST_REACH = 10;

    /** A message that is no longer speaks of nothing but a change. */
    private static final int SHORT = 8;

    private final ParseState state;
    private final int at;

    ProviderDisambiguator(ParseState state, int at) {
        this.state = state;
        this.at = at;
    }

    boolean isMeant() {
        return !isAdverb()
                && !isNameOfThings()
                && !isAttributeOfThing()
                && (isDecided() || isOpposed() || isRemembered() || isTool() || isNamed());
    }

    /** {@code if we host the tuned one ourselves}. */
    boolean isHost() {
        for (int i = Math.max(state.clause(at).first(), at - HOST_REACH); i < at; i++) {
            if (hasTyped(i, Trait.RUNS_MODEL)) {
                return !isOnlyRun(i);
            }
        }
        return false;
    }

    /** {@code run the benchmark myself}: no model is hosted. */
    private boolean isOnlyRun(int verb) {
        for (int noun = verb + 1; noun < at && !state.isBreakAt(noun); noun++) {
            if (!state.isNumberAt(noun) && hasTyped(noun, Trait.ONLY_RUN)) {
                return !state.isOfMention(noun);
            }
        }
        return false;
    }

    /** {@code Fireworks then, llama 8b}, {@code so together then.}, {@code Azure it is}: a choice that is a sentence of its own. */
    private boolean isDecided() {
        boolean opens = state.isBreakAt(at - 1) || (isDiscourse(at - 1) && state.isBreakAt(at - 2));
        boolean it = hasTyped(at + 1, Trait.PRONOUN) && hasTyped(at + 2, Trait.FORM_OF_BE);
        int next = it ? at + 3 : at + 1;
        boolean then = hasTyped(next, Trait.DECIDES);
        int end = then ? next + 1 : next;
        return opens && (it || then) && (state.isBreakAt(end) || state.isSymbolAt(end, ':'));
    }

    /** {@code so}, {@code ok}. */
    private boolean isDiscourse(int index) {
        return hasTyped(index, Trait.DECIDES) || state.isAt(index, Category.COURTESIES);
    }

    private boolean isNamed() {
        return isChosen()
                || isPlaceOfModel()
                || isSellerOfList()
                || isBilling()
                || (isLengthOfEach() && state.isBreakAt(at + 1))
                || isMovedTo()
                || isListed()
                || isPriced()
                || isOwnerOfGpu()
                || isOwnerOfList()
                || isBesideModel()
                || isSellerOfModel()
                || state.isAt(at + 1, Category.DEPLOYMENTS)
                || state.isAt(at + 1, Cue.INSTEAD_OF)
                || state.isAt(at - 1, Cue.INSTEAD_OF)
                || (state.clause(at).isTerse() && !isOwnHardware())
                || state.isSymbolAt(at - 1, '(')
                || state.isSymbolAt(at - 1, '@')
                || state.isAt(at - 1, Cue.WHAT_ABOUT)
                || standsAlone()
                || isChoice()
                || isOnlyOne()
                || isOneOfVotes()
                || hasTyped(at + 1, Trait.REGION)
                || isTaken()
                || isRuledOut()
                || isNameOfNoun()
                || isSellerByNoun()
                || (isCapitalised() && at > state.sentence(at).first())
                || isSubject();
    }

    /** The {@code in-house} of {@code an in-house DSL} and {@code in-house counsel}: of what is no machine. */
    private boolean isAttributeOfThing() {
        return isOriginOfData() || (isInHouse() && isBeforeThing());
    }

    /** {@code in-house data}, {@code 18k in-house + 12k public}, {@code 60% in-house (18k)}: where the data are from. */
    boolean isOriginOfData() {
        return isInHouse() && (isBeforeData() || isBehindCount());
    }

    private boolean isInHouse() {
        Lexeme lexeme = state.token(at).lexeme;
        return lexeme != null
                && lexeme.weak()
                && ProviderId.SELF_HOSTED.value().equals(lexeme.value())
                && !isMachine(at + 1);
    }

    private boolean isMachine(int i) {
        return state.isGpuAt(i)
                || hasTyped(i, Trait.GPU)
                || hasTyped(i, Trait.GPU_MACHINE)
                || hasTyped(i, Trait.MACHINE);
    }

    private boolean isBeforeData() {
        boolean data = state.isAt(at + 1, Trait.DATA) || hasTyped(at + 1, Trait.TRAINING_DATA);
        return state.isItemAt(at + 1) || (data && !isMachine(at + 2));
    }

    private boolean isBehindCount() {
        return state.isPercentAt(at - 1) || (state.isNumberAt(at - 1) && !state.isOfMention(at - 1));
    }

    private boolean isBeforeThing() {
        Token next = state.at(at + 1);
        return state.typed(at, at).contains("-") && next != null && next.kind == Token.Kind.WORD;
    }

    /** {@code cost for amazon listings}: what the data are. */
    boolean isNameOfThings() {
        boolean things = state.isPluralAt(at + 1) || state.isItemAt(at + 1);
        return state.isAt(at - 1, Cue.FOR) && things && !isCapitalised() && !state.isAt(at + 1, Category.DEPLOYMENTS);
    }

    /** {@code mistral 7b fireworks lora 1,100 notes}, {@code nova micro bedrock 980 sheets}: between a model and what is done with it. */
    private boolean isBesideModel() {
        boolean method = state.isAt(at + 1, Category.METHODS);
        boolean count = state.isNumberAt(at + 1) && !hasTyped(at, Trait.ALSO_ADVERB);
        boolean lora = state.isAt(at - 1, Category.METHODS) && isModel(at - 2);
        return (method || count || endsName()) && at > 0 && (isModel(at - 1) || lora);
    }

    private boolean isModel(int index) {
        return index >= 0 && (state.isOfMention(index) || state.isAt(index, Category.MODELS));
    }

    /**
     * {@code what do 5k rows cost with gpt-4.1-mini azure?}, {@code how much is llama 8b together for 6k mails}: behind a name, a seller that is no
     * adverb, or one that is where the only model leaves nothing to put together.
     */
    private boolean endsName() {
        boolean ends = state.isBreakAt(at + 1) || state.isAt(at + 1, Cue.FOR);
        return !hasTyped(at, Trait.ALSO_ADVERB) || (ends && state.mentions.size() == 1);
    }

    /** {@code the total for azure gpt-4.1-mini}, but not {@code run together llama 8b and 70b}. */
    private boolean isSellerOfModel() {
        return state.isOfMention(at + 1) && !hasTyped(at, Trait.ALSO_ADVERB);
    }

    /** {@code my guy says fireworks my cousin says together}: two people name a seller each. */
    private boolean isOneOfVotes() {
        int votes = 0;
        for (int i = 1; hasTyped(at - 1, Trait.STATES) && i < state.size(); i++) {
            votes += state.isAt(i, Category.PROVIDERS) && hasTyped(i - 1, Trait.STATES) ? 1 : 0;
        }
        return votes > 1;
    }

    /** {@code fireworks as vendor}, {@code fireworks as the provider}. */
    private boolean isSellerByNoun() {
        int noun = hasTyped(at + 2, Trait.DEFINITE_ARTICLE) || state.isAt(at + 2, Cue.ARTICLE) ? at + 3 : at + 2;
        return hasTyped(at + 1, Trait.IN_ROLE) && hasTyped(noun, Trait.PROVIDER_NOUN);
    }

    /** {@code 1 H100 of vast}. */
    private boolean isOwnerOfGpu() {
        boolean of = state.isAt(at - 1, Cue.OF) || state.isAt(at - 1, Cue.FROM);
        return of && state.isAt(at - 2, Category.GPUS);
    }

    /** {@code show price sheet of fireworks}. */
    private boolean isOwnerOfList() {
        Token list = state.at(at - 2);
        return state.isAt(at - 1, Cue.OF)
                && list != null
                && list.intent() == Intent.MODELS
                && (state.isBreakAt(at + 1) || state.isAt(at + 1, Category.COURTESIES));
    }

    /** {@code we can't use azure}, {@code besides fireworks}. */
    private boolean isRuledOut() {
        return state.isAt(at - 1, Cue.NOT) && (state.isBreakAt(at + 1) || state.isJoin(at + 1));
    }

    /** {@code nova pro in bedrock}: where the model before it is. */
    private boolean isPlaceOfModel() {
        return state.isAt(at - 1, Cue.IN) && state.mentions.stream().anyMatch(mention -> mention.last() == at - 2);
    }

    /** {@code list bedrock models}, {@code which models are in azure}, {@code models to tune in bedrock}: where the models that are asked for are sold. */
    private boolean isSellerOfList() {
        boolean verb = at == 1 && !state.isNumberAt(0) && hasTyped(0, Trait.LISTS);
        if (!verb && !state.has(Intent.MODELS)) {
            return false;
        }
        boolean ofModels = hasTyped(at + 1, Trait.MODEL_NOUN) && (verb || !hasTyped(at, Trait.ALSO_ADVERB));
        boolean place =
                (state.isAt(at - 1, Cue.IN) || state.isAt(at - 1, Category.FUNCTIONS)) && state.isBreakAt(at + 1);
        return ofModels || place;
    }

    /** {@code what will fireworks bill}: who is asked for a sum. */
    private boolean isBilling() {
        return SellerWhoBills.isOne(state, at, at);
    }

    /** {@code 48 GB together}, {@code 12k requests/day together}, {@code 23 files, together 1.9M tokens}, {@code training and use together}: a sum. */
    private boolean isAdverb() {
        boolean leads = state.isNumberAt(at + 1) && state.isBreakAt(at - 1) && !state.terse;
        boolean counted =
                (state.isAt(at - 1, Category.UNITS) && !state.isAt(at - 1, Measure.EPOCH) && !isLengthOfEach())
                        || state.isAt(at - 1, Category.PERIODS)
                        || state.isAt(at - 1, Category.RATES);
        boolean closes = state.isBreakAt(at + 1) || state.isSymbolAt(at + 1, ')');
        boolean all = state.isAt(at - 1, Cue.THEM) || state.isAt(at - 1, Cue.ALL) || hasTyped(at - 1, Trait.TAKES_BOTH);
        boolean two = closes && state.mayEdit() && state.isAt(at - 2, Cue.AND) && !state.isOfMention(at - 1);
        boolean joined = (all || two) && !isCapitalised() && hasTyped(at, Trait.ALSO_ADVERB);
        return leads
                || joined
                || isOfParts()
                || isOfSenders()
                || isWithThat()
                || isLumped()
                || ((counted || (all && hasTyped(at, Trait.ALSO_ADVERB))) && closes);
    }

    /** {@code cost for Q1 and Q2 together}, {@code training and six months of running together}: a price of both, whatever the seller. */
    boolean isOfParts() {
        if (!hasTyped(at, Trait.ALSO_ADVERB) || isCapitalised() || isPlaceBefore()) {
            return false;
        }
        boolean closes = state.isBreakAt(at + 1) || state.isSymbolAt(at + 1, ')') || state.isAt(at + 1, Cue.FOR);
        if (!closes) {
            return false;
        }
        int first = state.clause(at).first();
        for (int i = at - 1; i >= first; i--) {
            boolean join = state.isAt(i, Cue.AND)
                    || state.isSymbolAt(i, '+')
                    || state.isSymbolAt(i, '&')
                    || (!state.isNumberAt(i) && hasTyped(i, Trait.PLUS));
            boolean name = state.isOfMention(i)
                    || state.isAt(i, Category.METHODS)
                    || state.isAt(i, Category.PROVIDERS)
                    || state.isAt(i, Cue.ON);
            if (join || name) {
                return join && i > first && i < at - 1 && !isNameBefore(i) && !isUnitOfJob();
            }
            if (hasTyped(i, Trait.QUARTER_NAME) || hasTyped(i, Trait.HALF_YEAR_NAME)) {
                return true;
            }
        }
        return false;
    }

    /** {@code to together}, {@code from together}, {@code with together}: a name. */
    private boolean isPlaceBefore() {
        return hasTyped(at - 1, Trait.LOCATIVE)
                || hasTyped(at - 1, Trait.HAVING)
                || state.isAt(at - 1, Cue.TO)
                || state.isAt(at - 1, Cue.FROM)
                || state.isAt(at - 1, Cue.OF)
                || state.isAt(at - 1, Cue.FOR);
    }

    private boolean isNameBefore(int join) {
        return state.isOfMention(join - 1)
                || state.isAt(join - 1, Category.METHODS)
                || state.isAt(join - 1, Category.PROVIDERS);
    }

    /** {@code 5k rows and 3 epochs together}: a command names the seller last. */
    private boolean isUnitOfJob() {
        return state.isAt(at - 1, Category.UNITS)
                || state.isNumberAt(at - 1)
                || state.isAt(at - 1, Cue.OUT)
                || state.isAt(at - 1, Cue.OUTPUT)
                || state.isAt(at - 1, Cue.IN)
                || state.isAt(at - 1, Cue.INPUT);
    }

    /** {@code all 5 clinics together send 350 requests a day}. */
    boolean isOfSenders() {
        return hasTyped(at, Trait.ALSO_ADVERB)
                && (state.isPluralAt(at - 1) || hasTyped(at - 1, Trait.HEADS))
                && (hasTyped(at + 1, Trait.SENDS) || hasTyped(at + 1, Trait.ASKS_BOT));
    }

    /** {@code I would like to see this and gpt-4o together}: both, side by side. */
    private boolean isWithThat() {
        int first = state.mentions.stream()
                .filter(mention -> mention.last() == at - 1)
                .mapToInt(Mention::first)
                .findFirst()
                .orElse(0);
        int that = state.hasTyped(first - 2, Trait.ONE_OF_THEM) || state.isOneAt(first - 2) ? first - 3 : first - 2;
        return first > 0
                && hasTyped(at, Trait.ALSO_ADVERB)
                && !isCapitalised()
                && state.isAt(first - 1, Cue.AND)
                && state.hasTyped(that, Trait.PRONOUN);
    }

    /** {@code 4,200 dialogs 510 tokens together}: fewer tokens than examples are no sum of theirs, so that the word is a name. */
    private boolean isLengthOfEach() {
        if (!state.isAt(at - 1, Measure.TOKEN) || !state.isNumberAt(at - 2)) {
            return false;
        }
        BigDecimal tokens = state.token(at - 2).numeral().value();
        return state.candidates
                .amounts(SlotName.EXAMPLES)
                .anyMatch(examples -> tokens.compareTo(examples.numeral().value()) < 0);
    }

    /** {@code gpt-4o-mini, 800 letters, 1.2M tokens together}: a sum, where the seller trains none of the named models. */
    boolean isSum() {
        Lexeme lexeme = state.token(at).lexeme;
        return lexeme != null
                && hasTyped(at, Trait.ALSO_ADVERB)
                && state.isAt(at - 1, Measure.TOKEN)
                && !isCapitalised()
                && !isLengthOfEach()
                && !state.mentions.isEmpty()
                && state.mentions.stream().noneMatch(mention -> mayTrain(new ProviderId(lexeme.value()), mention));
    }

    private boolean mayTrain(ProviderId seller, Mention mention) {
        ModelId id = mention.id();
        return id == null || state.compiledLexicon.offers().trains(seller, id, null);
    }

    /** {@code put together in one training}, {@code with everything together}, {@code for all 18 together}, {@code hello together}. */
    boolean isLumped() {
        boolean all = state.isBreakAt(at + 1)
                && (hasTyped(at - 1, Trait.TAKES_BOTH) || (state.isNumberAt(at - 1) && state.isAt(at - 2, Cue.ALL)));
        return (all || hasTyped(at - 1, Trait.LUMPED) || hasTyped(at - 1, Trait.GREETS))
                && hasTyped(at, Trait.ALSO_ADVERB)
                && !isSetAgainst()
                && !isCapitalised();
    }

    /** {@code 5k amazon listings}. */
    boolean isPartOfUnit() {
        return state.isNumberAt(at - 1) && state.isItemAt(at + 1);
    }

    /**
     * {@code OpenAI says 50 will do}, {@code the OpenAI invoice}, {@code a mail from OpenAI}, {@code they pay OpenAI a fortune}, {@code we moved off Azure}, {@code we spent $800
     * on OpenAI}; but not {@code what would Azure bill}, or where the sum is to be judged: its seller's price does that.
     */
    boolean onlySpeaks() {
        if (SlotName.JUDGED_SUMS.stream().anyMatch(state.candidates::has)) {
            return false;
        }
        Token next = state.at(at + 1);
        boolean speaks = next != null
                && state.hasTyped(at + 1, Trait.SPEAKS)
                && !isAuxiliary(at - 1)
                && !isBilling()
                && !isBillToCome()
                && !billsInGeneral();
        boolean sent = state.isAt(at - 1, Cue.FROM) && hasTyped(at - 2, Trait.SPEAKS);
        boolean left = hasTyped(at - 1, Trait.OFF) && state.isReported(at);
        boolean payee = hasTyped(at - 1, Trait.PAYS_TODAY)
                && !hasTyped(at - 2, Trait.PREFERS)
                && !state.sentence(at).asks();
        return speaks || sent || left || payee || isPaid() || isBilled() || isSenderOfBill();
    }

    /** {@code what shows up on the OpenAI invoice}, {@code what will the OpenAI invoice say}: a sum that is asked for, and told nowhere. */
    private boolean isBillToCome() {
        int before = isDetermined() ? at - 2 : at - 1;
        boolean led =
                state.isAt(before, Cue.ON) || state.isAt(before, Cue.ABILITY) || hasTyped(before, Trait.AUXILIARY);
        return led
                && hasTyped(at + 1, Trait.BILL_TO_COME)
                && state.sentence(at).asks()
                && !state.isReported(at)
                && state.candidates.money().isEmpty();
    }

    /** {@code Bedrock bills the hosted custom model by the hour}: the only seller of a message, and what a tuned model costs there. */
    private boolean billsInGeneral() {
        if (!hasTyped(at + 1, Trait.BILLS_IN_GENERAL) || !isOnlySeller()) {
            return false;
        }
        for (int i = at + 2; i < state.sentence(at).end(); i++) {
            if (hasTyped(i, Trait.SERVES) || state.isAt(i, Category.DEPLOYMENTS) || state.isAt(i, Category.TUNING)) {
                return state.candidates.money().isEmpty();
            }
        }
        return false;
    }

    private boolean isOnlySeller() {
        for (int i = 0; i < state.size(); i++) {
            if (i != at && state.isAt(i, Category.PROVIDERS)) {
                return false;
            }
        }
        return true;
    }

    /** {@code notre facture OpenAI}, {@code la factura de OpenAI}: other languages put the bill first. */
    private boolean isSenderOfBill() {
        return state.text.isTranslated()
                && (isBill(at - 1) || isBill(at - 2))
                && !state.sentence(at).asks();
    }

    private boolean isBill(int index) {
        Token token = state.at(index);
        return token != null
                && state.compiledLexicon.is(
                        Trait.BILL_NOUN,
                        state.text.typed(token.start, token.end).toLowerCase(Locale.ROOT));
    }

    /** True if money was paid there, and the sentence asks nothing. */
    private boolean isPaid() {
        int first = state.clause(at).first();
        boolean paid = false;
        for (int i = first; i < at && !paid && !state.candidates.money().isEmpty(); i++) {
            paid = !state.isNumberAt(i) && state.hasTyped(i, Trait.PAID);
        }
        return paid
                && state.candidates.hasMoneyWithin(first, at)
                && !state.sentence(at).asks();
    }

    /** {@code we spent $18,400 on OpenAI last month}: who is paid today need not be who tunes. */
    private boolean isBilled() {
        return !state.clause(at).namesTraining()
                && state.candidates
                        .amounts(SlotName.MONTHLY_BILL_USD)
                        .anyMatch(bill -> state.sentence(bill.token()).equals(state.sentence(at)));
    }

    /** {@code databricks-dolly-15k}. */
    boolean isFirstWordOfName() {
        Token mark = state.at(at + 1);
        Token rest = state.at(at + 2);
        return mark != null
                && rest != null
                && mark.isSymbol('-')
                && !mark.spaced
                && !rest.spaced
                && rest.kind == Token.Kind.WORD
                && (!state.isEnglish(rest) || state.isSymbolAt(at + 3, '-'));
    }

    /** {@code cheaper than together}, {@code compare fireworks with together}, {@code set google next to bedrock}. */
    private boolean isOpposed() {
        boolean with = state.isAt(at - 1, Cue.OF) && hasTyped(at - 1, Trait.HAVING) && isFollowedByNoNoun();
        return isSetAgainst()
                || hasTyped(at - 1, Trait.OPPOSES)
                || isCompared(at - 1)
                || (with && comparesInSentence());
    }

    /** The {@code together} of {@code put together against fireworks}. */
    private boolean isSetAgainst() {
        return hasTyped(at + 1, Trait.OPPOSES) && state.isAt(at + 2, Category.PROVIDERS);
    }

    private boolean isCompared(int index) {
        Token verb = state.at(index);
        return verb != null && verb.intent() == Intent.COMPARE && verb.is(Trait.COMPARES);
    }

    private boolean comparesInSentence() {
        return state.has(Intent.COMPARE) || hasTyped(at + 1, Trait.OPPOSES) || hasTyped(at - 2, Trait.MORE);
    }

    private boolean isFollowedByNoNoun() {
        Token after = state.at(at + 1);
        return after == null || (after.kind != Token.Kind.WORD && !after.is(Category.UNITS));
    }

    /** {@code just fireworks then}, {@code fireworks out}: one of those that the conversation compares. */
    private boolean isRemembered() {
        List<ProviderId> before = state.remembered.value(SlotName.PROVIDERS);
        Lexeme lexeme = state.token(at).lexeme;
        boolean opens = at == state.clause(at).first() || hasTyped(at - 1, Trait.NARROWS);
        boolean compared = before != null && lexeme != null && opens && before.contains(new ProviderId(lexeme.value()));
        return compared || isWholeEdit();
    }

    /** {@code now fireworks}, {@code ok, fireworks then}: in a conversation a message of hardly more than the name. */
    private boolean isWholeEdit() {
        if (state.remembered.isEmpty() || state.size() > SHORT) {
            return false;
        }
        int words = 0;
        for (int i = state.clause(at).first(); i < state.clause(at).end(); i++) {
            words += state.token(i).kind == Token.Kind.WORD || state.token(i).is(Category.UNITS) ? 1 : 0;
        }
        return words == 0;
    }

    /** {@code together fine-tuning create --model ...}: a command line of the provider's own tool. */
    private boolean isTool() {
        return at == state.clause(at).first()
                && state.isAt(at + 1, Category.TUNING)
                && state.isSymbolAt(at + 3, '-')
                && state.isSymbolAt(at + 4, '-');
    }

    /** "In-house" says where something is made as often as where it runs. */
    private boolean isOwnHardware() {
        return ParseState.isSelfHost(state.token(at));
    }

    /** {@code on together}, {@code from the fireworks ...}. */
    boolean isChosen() {
        int before = state.isAt(at - 1, Cue.ARTICLE) ? at - 2 : at - 1;
        Token led = state.at(before);
        return led != null && (led.is(Cue.ON) || led.is(Cue.FROM) || led.is(Trait.LOCATIVE));
    }

    /** {@code move gpt-4o to together}, {@code the real thing goes to fireworks}. */
    private boolean isMovedTo() {
        if (!state.isAt(at - 1, Cue.TO)) {
            return false;
        }
        boolean moves = state.has(Intent.MIGRATE) || (!state.remembered.isEmpty() && state.isBreakAt(at + 1));
        for (int i = at - 2; i >= Math.max(0, at - 4) && !moves; i--) {
            moves = state.hasTyped(i, Trait.MOVES);
        }
        return moves;
    }

    /** {@code nebius and together}. */
    boolean isListed() {
        return joinsProvider(-1) || joinsProvider(1);
    }

    private boolean joinsProvider(int direction) {
        int other = at + 2 * direction;
        boolean ownOrSeller = state.isBreakAt(at + 1) && (state.isGpuAt(other) || state.isGpuAt(other - 1));
        return (state.isJoin(at + direction) && (ownOrSeller || state.isAt(other, Category.PROVIDERS)))
                || (direction > 0 && opensList());
    }

    /** {@code where is it cheaper: together, fireworks or tinker}. */
    private boolean opensList() {
        return state.isSymbolAt(at + 1, ',')
                && state.isAt(at + 2, Category.PROVIDERS)
                && state.isJoin(at + 3)
                && state.isAt(at + 4, Category.PROVIDERS);
    }

    /** {@code take azure with 2 epochs} in a conversation; {@code count together} sums. */
    private boolean isTaken() {
        return !state.remembered.isEmpty() && hasTyped(at - 1, Trait.KEEPS) && !hasTyped(at, Trait.ALSO_ADVERB);
    }

    /** {@code azure only}, {@code only Azure}, {@code an AWS shop}. */
    private boolean isOnlyOne() {
        return hasTyped(at + 1, Trait.SOLE) || hasTyped(at - 1, Trait.SOLE) || isOfSeveral();
    }

    /** {@code 4o-mini vs 4.1-mini, both azure}, {@code azure both}. */
    private boolean isOfSeveral() {
        return state.mentions.size() > 1
                && ((hasTyped(at - 1, Trait.SEVERAL_ALIKE) && state.isBreakAt(at + 1))
                        || (hasTyped(at + 1, Trait.SEVERAL_ALIKE) && state.isBreakAt(at + 2)));
    }

    private boolean hasTyped(int index, Trait trait) {
        return state.at(index) != null && state.hasTyped(index, trait);
    }

    /** {@code llama 8b, together, 1 epoch}, {@code | Together | open |}. */
    boolean standsAlone() {
        Token after = state.at(at + 1);
        boolean closes = state.isBreakAt(at + 1) || (after != null && after.isSymbol(')'));
        boolean cell = state.isSymbolAt(at - 1, '|') && state.isSymbolAt(at + 1, '|');
        return cell || isCell() || (closes && at > 0 && state.isBreakAt(at - 1));
    }

    /** {@code qwen3-32b / lora / tinker / 2.4M tokens}: one of several fields. */
    boolean isCell() {
        Token after = state.at(at + 1);
        return after != null && after.spaced && state.isSlash(at + 1) && state.isSlash(at - 1);
    }

    /** {@code it has to be bedrock}, {@code we're thinking fireworks}, where a model is named. */
    private boolean isChoice() {
        Token before = state.at(at - 1);
        boolean led = before != null && (before.is(Cue.IS) || before.is(Cue.WISH) || isVerbOfChoice(at - 1));
        return led && state.isBreakAt(at + 1) && !state.mentions.isEmpty();
    }

    private boolean isVerbOfChoice(int index) {
        return state.hasTyped(index, Trait.CHOOSES);
    }

    /** {@code the together dashboard}, {@code our Vertex tuning job}, {@code Fireworks support}. */
    private boolean isNameOfNoun() {
        Token after = state.at(at + 1);
        boolean noun = after != null
                && (after.kind == Token.Kind.WORD
                        || after.is(Cue.COVERAGE)
                        || after.is(Category.TUNING)
                        || after.is(Category.KNOBS)
                        || after.is(Category.TOPICS));
        return noun && (isDetermined() || isCapitalised());
    }

    private boolean isCapitalised() {
        return state.text.isUpperCase(state.token(at).start);
    }

    /** {@code what does together cost}; in "training and inference together cost" it is not a provider. */
    private boolean isPriced() {
        Token before = state.at(at - 1);
        boolean noun = before != null
                && (before.kind == Token.Kind.WORD
                        || before.is(Category.TOPICS)
                        || before.is(Category.UNITS)
                        || before.is(Cue.TRAINING));
        return state.isAt(at + 1, Category.INTENTS) && !noun;
    }

    private boolean isDetermined() {
        // "A dedicated Fireworks endpoint": a way to run a model stands between.
        Token before = state.at(state.isAt(at - 1, Category.DEPLOYMENTS) ? at - 2 : at - 1);
        return before != null && (before.is(Cue.ARTICLE) || before.is(Cue.PERSON) || before.is(Trait.DEFINITE_ARTICLE));
    }

    /** {@code does together support ...}, {@code would azure be an option}, {@code is bedrock cheaper ...}. */
    private boolean isSubject() {
        Token after = state.at(at + 1);
        boolean opens = at == state.sentence(at).first()
                && after != null
                && (after.is(Cue.IS) || (isCapitalised() && isVerb()));
        return opens || (isAuxiliary(at - 1) && after != null && !state.isBreakAt(at + 1) && !after.isNumber());
    }

    /** {@code does}, {@code would}; {@code is} only where a question opens with it: in "it is together" it is none. */
    private boolean isAuxiliary(int index) {
        boolean be = state.isAt(index, Cue.IS) && hasTyped(index, Trait.FORM_OF_BE);
        return state.isAt(index, Cue.QUESTION)
                || state.isAt(index, Cue.ABILITY)
                || (be && (index == state.clause(index).first() || state.isAt(index - 1, Cue.QUESTION)));
    }

    /** {@code Fireworks has ...}; in "Together with" and "Together we" it is an adverb. */
    private boolean isVerb() {
        return state.hasTyped(at + 1, Trait.VERB_OF_COMPANY);
    }
}
