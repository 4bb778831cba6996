package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The providers that a message chooses or rules out. */
final class ProviderChoice {
    /** The most words between a provider and the GPUs that a team has there. */
    private static final int REACH_OF_GPU = 6;

    /** The most words from the asker's own GPUs to what is wrong with them. */
    private static final int REACH_OF_REASON = 6;

    /** The most words from a denial to the verb of sending that it denies. */
    private static final int REACH_OF_DENIAL = 4;

    private final ParseState state;
    private List<Integer> providers = new ArrayList<>();
    private final List<Integer> withoutProviders = new ArrayList<>();

    ProviderChoice(ParseState state) {
        this.state = state;
    }

    void named(int i, Lexeme lexeme) {
        boolean trains = state.compiledLexicon.offers().trains(new ProviderId(lexeme.value()));
        ProviderDisambiguator word = new ProviderDisambiguator(state, i);
        boolean planned = state.speaksOfTuning()
                && !state.mentions.isEmpty()
                && (word.isChosen() || word.standsAlone() || word.isListed() || isOwn(lexeme) || isBesideGpu(i));
        if (!trains
                && !planned
                && !state.terse
                && !state.asks()
                && !state.has(Intent.MODELS)
                && !state.has(Intent.COMPARE)
                && !state.has(Cue.VERSUS)
                && state.remembered.isEmpty()) {
            return;
        }
        if (word.isFirstWordOfName()
                || word.isOriginOfData()
                || (!state.terse && word.onlySpeaks())
                || isPlaceOfOtherData(i, lexeme)
                || isReasonOfChange(i)) {
            return;
        }
        boolean company = !lexeme.weak()
                || (!word.isPartOfUnit()
                        && (Exclusion.isRuledOut(state, i)
                                || isDeniedData(i)
                                || (state.terse
                                        ? !word.isLumped()
                                                && !word.isSum()
                                                && !word.isNameOfThings()
                                                && !word.isOfSenders()
                                                && !word.isOfParts()
                                        : word.isMeant())));
        if (!company || (state.isSlash(i + 1) && !state.terse && !word.isCell())) {
            return;
        }
        if (isOut(i)) {
            withoutProviders.add(i);
        } else if (state.isBackground(i) || (isOwn(lexeme) && isGivenUp(i))) {
            state.ignore(i);
        } else if (!Exclusion.isExcluded(state, i)) {
            providers.add(i);
        }
    }

    /** {@code add nova lite, given that our agreement with AWS runs until 2028}: the party of a contract, which only says why. */
    private boolean isReasonOfChange(int party) {
        boolean told = !state.remembered.isEmpty()
                && state.hasTyped(party - 1, Trait.HAVING)
                && state.hasTyped(party - 2, Trait.CONTRACT);
        int reason = party - 1;
        while (told && reason > state.sentence(party).first() && !state.hasTyped(reason, Trait.GIVES_REASON)) {
            reason--;
        }
        return told && !state.mentions.isEmpty() && state.mentions.getFirst().last() < reason;
    }

    /** {@code our own cards are busy so we rent instead}: what the asker has cannot do the job. */
    private boolean isGivenUp(int own) {
        int end = Math.min(state.sentence(own).end(), own + REACH_OF_REASON);
        boolean asker = state.token(own).is(Trait.OWNER);
        boolean given = asker && state.isAt(own - 1, Cue.NOT);
        for (int i = own + 1; asker && i < end && !given && !state.isBreakAt(i); i++) {
            given = !state.isNumberAt(i)
                    && (state.hasTyped(i, Trait.BOOKED_OUT)
                            || state.hasTyped(i, Trait.UNFIT)
                            || state.hasTyped(i, Trait.TOO));
        }
        boolean rents = false;
        for (int i = own + 1; given && i < state.size() && !rents; i++) {
            rents = !state.isNumberAt(i) && state.hasTyped(i, Trait.RENTS);
        }
        return rents;
    }

    /** {@code I may use 2,180 emails; 30,000 exist but they may not leave the building}: what must stay there is no data of the job. */
    private boolean isPlaceOfOtherData(int place, Lexeme lexeme) {
        boolean kept = isOwn(lexeme) && !state.terse && state.hasTyped(place, Trait.STAYS_INSIDE);
        boolean they = false;
        for (int i = place - 1; kept && i >= state.sentence(place).first() && !state.isSymbolAt(i, ';'); i--) {
            int number = i;
            if (state.isNumberAt(number)) {
                return they
                        && state.candidates.has(SlotName.EXAMPLES)
                        && state.candidates.of(SlotName.EXAMPLES).stream().noneMatch(each -> each.token() == number);
            }
            they |= state.isAt(i, Cue.THEM) || (state.isAt(i, Cue.PERSON) && state.hasTyped(i, Trait.TAKES_UP));
        }
        return false;
    }

    /** {@code nebius gave us 16 H100s}, {@code we have 4 H100 from Lambda}. */
    private boolean isBesideGpu(int provider) {
        boolean possesses = false;
        boolean gpu = false;
        int last = Math.min(state.clause(provider).end(), provider + REACH_OF_GPU);
        for (int i = Math.max(state.clause(provider).first(), provider - REACH_OF_GPU); i < last; i++) {
            gpu |= state.isAt(i, Category.GPUS);
            possesses |= !state.isNumberAt(i) && state.hasTyped(i, Trait.POSSESSES);
        }
        return gpu && possesses;
    }

    /** {@code without openai and azure}: what takes out the first of a list takes out all of it. */
    private boolean isOut(int i) {
        boolean script = state.isSlash(i - 1) && state.hasTyped(i - 4, Trait.SCRIPT);
        boolean goesOn = state.isJoin(i - 1) && !script && withoutProviders.contains(i - 2);
        boolean refused = state.hasTyped(i - 1, Trait.REFUSES_SELLER)
                || (state.isAt(i - 1, Cue.TO) && state.hasTyped(i - 2, Trait.SAYS_NO))
                || (state.isAt(i - 1, Cue.FROM)
                        && (state.hasTyped(i - 2, Trait.NOTHING_AT_ALL) || state.isAt(i - 2, Cue.NOT)))
                || isDeniedPlace(i)
                || isDataKeptFrom(i)
                || isDeniedData(i);
        return goesOn
                || refused
                || Exclusion.isRuledOut(state, i)
                || (Exclusion.isExcluded(state, i)
                        && !state.isAt(i - 1, Cue.INSTEAD_OF)
                        && !Exclusion.isReleased(state, i));
    }

    /** {@code it can't be on Bedrock}. */
    private boolean isDeniedPlace(int seller) {
        int be = seller - 2;
        return state.isAt(seller - 1, Cue.ON) && state.hasTyped(be, Trait.FORM_OF_BE) && state.isAt(be - 1, Cue.NOT);
    }

    /** {@code no data to OpenAI}, {@code none of our files to azure}: nothing is sent there, without a verb for it. */
    private boolean isDataKeptFrom(int seller) {
        int data = seller - 2;
        boolean named = !state.isNumberAt(data)
                && (state.hasTyped(data, Trait.TRAINING_DATA) || state.isAt(data, Trait.DATA) || state.isItemAt(data));
        int no = state.hasTyped(data - 1, Trait.OWNER) ? data - 2 : data - 1;
        return named
                && state.isAt(seller - 1, Cue.TO)
                && (state.isAt(no, Cue.NOT)
                        || (state.isAt(no, Cue.OF) && state.hasTyped(no - 1, Trait.NOTHING_AT_ALL)));
    }

    /** {@code we refuse to send patron records to OpenAI}, {@code nothing may go to Azure}, {@code data must not be sent to openai}. */
    private boolean isDeniedData(int seller) {
        int first = state.clause(seller).first();
        int sends = seller - 1;
        boolean to = state.isAt(sends, Cue.TO) || (!state.isNumberAt(sends) && state.hasTyped(sends, Trait.SENDS_DATA));
        while (to && sends >= first && (state.isNumberAt(sends) || !state.hasTyped(sends, Trait.SENDS_DATA))) {
            sends--;
        }
        boolean subject = true;
        for (int i = sends - 1; to && i >= Math.max(first, sends - REACH_OF_DENIAL); i--) {
            boolean none = !state.isNumberAt(i) && state.hasTyped(i, Trait.NOTHING_AT_ALL);
            boolean denies = state.isAt(i, Cue.NOT)
                    || state.isAt(i, Cue.RULED_OUT)
                    || (!state.isNumberAt(i) && state.hasTyped(i, Trait.REFUSES_SELLER));
            if (none ? subject : denies) {
                return true;
            }
            // "There is no problem to send it", "we have no limit and send it": something else is missing.
            subject &= !state.isAt(i, Cue.TO) && !state.isAt(i, Cue.AND);
        }
        return false;
    }

    /** A provider beside the one that is chosen needs no slot, {@code on together, not fireworks}, unless that one is left. */
    private void fillWithoutProviders() {
        if (withoutProviders.isEmpty() || (providers.size() == 1 && !MigrationWord.isIn(state))) {
            return;
        }
        withoutProviders.forEach(at -> state.token(at).use = Token.Use.SLOT);
        state.slots.put(
                SlotName.WITHOUT_PROVIDERS,
                Slot.said(
                        withoutProviders.stream()
                                .map(at -> new ProviderId(idAt(at)))
                                .distinct()
                                .toList(),
                        state.spanOfList(withoutProviders)));
    }

    void ourselves(int i, Lexeme lexeme) {
        if (lexeme.is(Trait.REFLEXIVE)
                && new ProviderDisambiguator(state, i).isHost()
                && !isRefused(i)
                && !Exclusion.isExcluded(state, i)) {
            providers.add(i);
        }
    }

    /** {@code we ruled out running boxes ourselves}, {@code we decided against hosting it ourselves}. */
    private boolean isRefused(int ourselves) {
        for (int i = state.clause(ourselves).first(); i < ourselves; i++) {
            if (!state.isNumberAt(i) && (state.isAt(i, Cue.RULED_OUT) || state.hasTyped(i, Trait.REJECTS))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOwn(Lexeme lexeme) {
        return ProviderId.SELF_HOSTED.value().equals(lexeme.value());
    }

    /** {@code what does Mistral offer}: a family's name that is also its publisher's, where it names no model. */
    void publisher(int i, Lexeme lexeme) {
        if (state.compiledLexicon
                .catalog()
                .provider(new ProviderId(lexeme.value()))
                .isPresent()) {
            providers.add(i);
        }
    }

    void other(int i) {
        if (state.isBackground(i)) {
            state.ignore(i);
        } else if (state.terse || new ProviderDisambiguator(state, i).isChosen()) {
            providers.add(i);
        }
    }

    /**
     * Fills the slot of the provider or providers.
     *
     * @param ownGpu the index of a GPU that is the asker's own, or -1
     */
    void fill(int ownGpu) {
        fillWithoutProviders();
        withoutAsides();
        withoutOpenList();
        if (providers.isEmpty() && ownGpu < 0) {
            return;
        }
        int first = providers.isEmpty() ? ownGpu : providers.getFirst();
        MigrationTargets targets = MigrationTargets.of(state);
        Set<ProviderId> said = new LinkedHashSet<>();
        if (ownGpu >= 0 && ownGpu <= first) {
            said.add(ProviderId.SELF_HOSTED);
        }
        for (int at : providers) {
            Token token = state.token(at);
            ProviderId id = new ProviderId(idAt(at));
            token.use = Token.Use.SLOT;
            if (targets.includesProvider(at)
                    || (id.equals(ProviderId.SELF_HOSTED) && targets.leavesSellerOfClosedWeights())) {
                state.say(SlotName.TARGET_PROVIDER, id, at, at);
            } else {
                said.add(id);
            }
            if (id.equals(ProviderId.SELF_HOSTED) && token.is(Trait.OWNER)) {
                state.say(SlotName.OWN_HARDWARE, true, at, at);
            }
        }
        if (ownGpu >= 0) {
            said.add(ProviderId.SELF_HOSTED);
            state.slots.put(SlotName.OWN_HARDWARE, Slot.said(true, state.span(ownGpu, ownGpu)));
        }
        if (said.isEmpty()) {
            return;
        }
        if (state.isGpuBill() && said.stream().anyMatch(state.compiledLexicon.offers()::rents)) {
            billRented(said);
        }
        if (isComparedWithRenting(said)) {
            said.add(ProviderId.SELF_HOSTED);
        }
        if (said.size() == 1 && comparesNothingElse()) {
            said = namesIn(providers.getFirst(), said);
        }
        if (said.size() == 1) {
            state.slots.put(SlotName.PROVIDER, Slot.said(said.iterator().next(), state.span(first, first)));
        } else {
            state.slots.put(
                    SlotName.PROVIDERS,
                    Slot.said(
                            List.copyOf(said),
                            providers.isEmpty() ? state.span(first, first) : state.spanOfList(providers)));
        }
    }

    /** {@code runpod 4090 at 0.34/h vs my own card}: the price is that of the rented one. */
    private void billRented(Set<ProviderId> said) {
        said.remove(ProviderId.SELF_HOSTED);
        for (int i = 0; i + 1 < state.size() && !state.slots.has(SlotName.OWN_HARDWARE); i++) {
            if (!state.isNumberAt(i)
                    && state.hasTyped(i, Trait.OWNER)
                    && !state.isNumberAt(i + 1)
                    && state.hasTyped(i + 1, Trait.GPU)) {
                state.say(SlotName.OWN_HARDWARE, true, i, i + 1);
            }
        }
    }

    /** True of a command that compares and names one model and one way: it sets sellers against each other. */
    private boolean comparesNothingElse() {
        return state.terse
                && providers.size() == 1
                && state.mentions.size() == 1
                && state.has(Intent.COMPARE)
                && !state.has(Cue.VERSUS)
                && !state.slots.has(SlotName.METHODS);
    }

    /** Returns both sellers of {@code compare gpt-4.1 azure openai}, whose names beside each other are also another name of the one. */
    private Set<ProviderId> namesIn(int at, Set<ProviderId> one) {
        Set<ProviderId> several = new LinkedHashSet<>();
        for (String name : state.typed(at, at).split(" ", -1)) {
            ProviderId id = new ProviderId(name);
            if (state.compiledLexicon.catalog().provider(id).isEmpty()) {
                return one;
            }
            several.add(id);
        }
        return several;
    }

    /** {@code is renting H100s cheaper than Together}, {@code rent an A100 or use Fireworks}. */
    private boolean isComparedWithRenting(Set<ProviderId> said) {
        boolean compares = state.has(Intent.COMPARE) || state.has(Cue.OR) || state.has(Cue.VERSUS);
        return compares
                && said.size() == 1
                && !said.contains(ProviderId.SELF_HOSTED)
                && said.stream().noneMatch(state.compiledLexicon.offers()::rents)
                && SelfHosting.isSaid(state)
                && SelfHosting.namesGpu(state);
    }

    /** {@code the cheapest way: tinker, together, whatever}: sellers that are only instances leave the choice open. */
    private void withoutOpenList() {
        if (providers.isEmpty() || !state.has(Intent.RECOMMEND) || state.has(Intent.COMPARE)) {
            return;
        }
        int end = providers.getLast() + 1;
        end = state.isSymbolAt(end, ',') || state.isAt(end, Cue.OR) ? end + 1 : end;
        boolean dots = state.isSymbolAt(end, '.') && state.isSymbolAt(end + 1, '.');
        if (dots || state.isSymbolAt(end, '…') || state.hasTyped(end, Trait.OPEN_LIST)) {
            providers.forEach(at -> state.token(at).use = Token.Use.SLOT);
            providers = new ArrayList<>();
        }
    }

    /** {@code IT offers Bedrock or Google. What would nova pro on Bedrock cost?}: the question chooses. */
    private void withoutAsides() {
        if (providers.isEmpty()) {
            return;
        }
        List<Integer> asked =
                providers.stream().filter(at -> state.sentence(at).asks()).toList();
        boolean other = asked.size() < providers.size()
                && asked.stream().map(this::idAt).distinct().count() == 1
                && !state.has(Intent.COMPARE);
        providers = other ? asked : inListedOrder();
        // "We used 4 A100 on vast. Now 8 H100 on Nebius": of the two the one that is planned.
        List<Integer> planned = providers.stream()
                .filter(at -> !state.sentence(at).isOfPastHardware())
                .toList();
        providers = planned.isEmpty() ? providers : planned;
    }

    /** {@code the last jobs ran on Nebius. Together, Fireworks or Nebius?}: a list of all of them says their order. */
    private List<Integer> inListedOrder() {
        int from = providers.size() - 1;
        while (from > 0 && isListed(providers.get(from - 1), providers.get(from))) {
            from--;
        }
        List<Integer> list = providers.subList(from, providers.size());
        long names = list.stream().map(this::idAt).distinct().count();
        boolean all = from > 0
                && names > 1
                && names == providers.stream().map(this::idAt).distinct().count();
        return all ? List.copyOf(list) : providers;
    }

    private boolean isListed(int one, int other) {
        for (int i = one + 1; i < other; i++) {
            if (!state.isSymbolAt(i, ',') && !state.isJoin(i)) {
                return false;
            }
        }
        return other > one + 1;
    }

    private String idAt(int at) {
        Lexeme lexeme = state.token(at).lexeme;
        return lexeme == null ? "" : lexeme.is(Trait.REFLEXIVE) ? ProviderId.SELF_HOSTED.value() : lexeme.value();
    }
}
