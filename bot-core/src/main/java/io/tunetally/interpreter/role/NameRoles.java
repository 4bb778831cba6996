package io.tunetally.interpreter.role;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.gpu.AskersGpu;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.role.NameFeatures.Kind;
import io.tunetally.interpreter.role.NameFeatures.Name;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.SoldModels;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.Scores;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Decides by weights which names of prose belong to the job that is asked about, and which to its background: {@code the paper
 * tuned llama-2-13b on 8 A100s for 20 hours. What would llama 8b on Together cost?}
 */
public final class NameRoles {
    /** The label of a name that the request is about. */
    public static final String ASKED = "ASKED";

    /** The label of a name that it is not about. */
    public static final String BACKGROUND = "BACKGROUND";

    /** By how much a name has to be likelier background, in thousandths. */
    private static final int MARGIN = 100;

    /**
     * The same for what is seldom background: the model that a question would tune, {@code does tuning llama 8b make sense if
     * gpt-4o gets 93 %}, a seller beside a migration or in the sentence that asks, and a method.
     */
    private static final int SURE = 500;

    /** By how much a GPU has to be likelier asked about, to be that of the job. */
    private static final int CLEAR = 300;

    /** A model is told as a doubt if its lead is so near to the margin, in thousandths. */
    private static final int NEAR = 700;

    /** What is said of a run on GPUs, and what is paid today; what a number of data or of money is, its own weights decide. */
    private static final Set<SlotName<?>> OF_RUNS = Set.of(
            SlotName.DAYS,
            SlotName.GPUS,
            SlotName.GPU_HOUR_USD,
            SlotName.MONTHLY_BILL_USD,
            SlotName.MONTHLY_HOURS,
            SlotName.RUNS,
            SlotName.TRAINING_HOURS);

    /** A message that is no longer asks for a list of models and nothing else. */
    private static final int LONGEST_OF_LIST = 8;

    private NameRoles() {}

    /** Marks the names that are background. */
    public static void read(ParseState state, Weights weights) {
        if (weights.isEmpty() || !isOpen(state)) {
            return;
        }
        List<Name> names = NameFeatures.namesOf(state);
        if (names.isEmpty()) {
            return;
        }
        NameFeatures features = new NameFeatures(state, names);
        int[] leads = names.stream()
                .mapToInt(name -> lead(weights.score((words, sink) -> features.read(name, words, sink))))
                .toArray();
        claimAskers(state, names, leads);
        joinLists(state, names, leads);
        setAside(state, names, leads);
        boolean migrates = MigrationWord.isAskedFor(state);
        for (int i = 0; migrates && i < leads.length; i++) {
            leads[i] = names.get(i).kind() == Kind.MODEL ? Math.min(leads[i], 0) : leads[i];
        }
        keepOfCommands(state, names, leads);
        leaveTold(state, names, leads);
        boolean weighs = weighsWhatWasNamed(state);
        boolean both = weighs && asked(state, names, leads, Kind.MODEL) < 2;
        boolean sellers = weighs && !namesSeveral(names, Kind.MODEL) && asked(state, names, leads, Kind.PROVIDER) < 2;
        boolean found = false;
        for (int i = 0; i < leads.length; i++) {
            Name name = names.get(i);
            boolean compared = sellers && name.kind() == Kind.PROVIDER && namesSeller(state, name);
            if (leads[i] >= margin(state, name)
                    && !compared
                    && (name.kind() != Kind.MODEL
                            || (!both
                                    && (isOtherAsked(names, leads, name) || isBesideChoice(state, name, leads[i]))))) {
                state.background(name.first(), name.last());
                found = true;
            }
        }
        if (!both) {
            doubt(state, names, leads);
        }
        foreground(state, names, leads);
        if (found) {
            withdrawTheirs(state, names);
        }
    }

    /** Tells the models that are asked about and nearly background, and those that are the other way round. */
    private static void doubt(ParseState state, List<Name> names, int[] leads) {
        for (int i = 0; i < leads.length; i++) {
            Name name = names.get(i);
            boolean near = name.kind() == Kind.MODEL && Math.abs((long) leads[i] - margin(state, name)) < NEAR;
            if (near && isOtherAsked(names, leads, name)) {
                boolean left = state.isBackground(name.first());
                state.add(new Interpretation.Doubt(
                        state.typed(name.first(), name.last()),
                        state.span(name.first(), name.last()),
                        left ? null : SlotName.MODELS,
                        left ? SlotName.MODELS : null));
            }
        }
    }

    /**
     * {@code cost 1k examples gpt-4o-mini on an a100}: a GPU of a command is the job's, and the answer says why it takes another one. The only name
     * of {@code list bedrock models} is whose models are asked for.
     */
    private static void keepOfCommands(ParseState state, List<Name> names, int[] leads) {
        Token first = state.at(0);
        boolean lists = state.has(Intent.MODELS)
                || (!state.isNumberAt(0) && state.hasTyped(0, Trait.LISTS) && state.hasTypedAnywhere(Trait.MODEL_NOUN));
        boolean list = names.size() == 1 && lists && state.size() <= LONGEST_OF_LIST;
        if (list && names.getFirst().kind() == Kind.PROVIDER) {
            leads[0] = Math.min(leads[0], 0);
        }
        boolean command = state.terse || (first != null && first.is(Trait.COMMAND));
        for (int i = 0; i < leads.length && command; i++) {
            leads[i] = names.get(i).kind() == Kind.GPU ? Math.min(leads[i], 0) : leads[i];
        }
    }

    /** {@code 3 hours on the 4090 I own}: the GPU of a run that is only told is background. */
    private static void leaveTold(ParseState state, List<Name> names, int[] leads) {
        for (int i = 0; i < leads.length; i++) {
            if (names.get(i).kind() == Kind.GPU
                    && SelfHosting.isOfToldTime(state, names.get(i).first())) {
                leads[i] = Math.max(leads[i], MARGIN);
            }
        }
    }

    /** Makes background of what is not sold beside what is, outside of the sentences that ask and of a choice. */
    private static void setAside(ParseState state, List<Name> names, int[] leads) {
        if (state.has(Intent.COMPARE) || state.has(Cue.VERSUS) || state.has(Intent.MIGRATE) || state.weighsTuning()) {
            return;
        }
        boolean listed = IntStream.range(0, leads.length)
                .anyMatch(i -> names.get(i).kind() == Kind.MODEL
                        && leads[i] < 0
                        && SoldModels.isListed(state, new ModelId(names.get(i).id())));
        List<Mention> meant = state.mentions.stream()
                .filter(mention -> IntStream.range(0, leads.length)
                        .noneMatch(i -> names.get(i).kind() == Kind.MODEL
                                && names.get(i).first() == mention.first()
                                && leads[i] >= MARGIN))
                .toList();
        boolean closed = SoldModels.areOnlyClosed(state, meant);
        for (int i = 0; i < leads.length; i++) {
            Name name = names.get(i);
            boolean joined = state.isJoin(name.first() - 1)
                    || state.isJoin(name.last() + 1)
                    || (i > 0 && isListed(state, names.get(i - 1), name))
                    || (i + 1 < leads.length && isListed(state, name, names.get(i + 1)));
            boolean ofJob =
                    meant.stream().anyMatch(mention -> state.sentence(mention.first()) == state.sentence(name.first()));
            boolean foreign = (name.kind() == Kind.GPU && closed && !ofJob)
                    || (listed && !joined && (name.kind() == Kind.MODEL && SoldModels.isUnlisted(state, name.first())));
            if (foreign && !state.sentence(name.first()).asks()) {
                leads[i] = Math.max(leads[i], MARGIN);
            }
        }
    }

    /** {@code a comparison of Together, Fireworks and Nebius}: sellers, or models, of one list are asked about together. */
    private static void joinLists(ParseState state, List<Name> names, int[] leads) {
        for (int i = 1; i < leads.length; i++) {
            if (isListed(state, names.get(i - 1), names.get(i))) {
                int least = Math.min(leads[i - 1], leads[i]);
                leads[i] = least;
                for (int k = i - 1; k >= 0 && isListed(state, names.get(k), names.get(k + 1)); k--) {
                    leads[k] = least;
                }
            }
        }
    }

    private static boolean isListed(ParseState state, Name one, Name other) {
        int join = one.last() + 1;
        int next = state.isSymbolAt(join, ',') && state.isJoin(join + 1) ? join + 2 : join + 1;
        boolean joined = state.isSymbolAt(join, ',') || state.isAt(join, Cue.AND);
        boolean sold = one.kind() == Kind.PROVIDER || one.kind() == Kind.MODEL;
        return sold && other.kind() == one.kind() && joined && other.first() == next;
    }

    /** {@code The 4090 is mine}: the asker's GPU is that of the job, unless a seller of training or another GPU is asked about. */
    private static void claimAskers(ParseState state, List<Name> names, int[] leads) {
        for (int i = 0; i < leads.length; i++) {
            Name name = names.get(i);
            if (name.kind() == Kind.GPU && AskersGpu.isMissing(state, name.first())) {
                leads[i] = Math.max(leads[i], MARGIN);
            } else if (name.kind() == Kind.GPU && AskersGpu.isOfOnlyQuestion(state, name.first())) {
                leads[i] = Math.min(leads[i], 0);
            }
        }
        for (int i = 0; i < leads.length; i++) {
            Name name = names.get(i);
            boolean other = name.kind() == Kind.PROVIDER
                    ? state.compiledLexicon.offers().trains(new ProviderId(name.id()))
                    : name.kind() == Kind.GPU;
            if (other && leads[i] <= -MARGIN) {
                return;
            }
        }
        for (int i = 0; i < leads.length; i++) {
            Name name = names.get(i);
            if (name.kind() == Kind.GPU && AskersGpu.isOne(state, name.first())) {
                leads[i] = Math.min(leads[i], -SURE);
            }
        }
    }

    /** {@code Bought an H100. First job is a LoRA. Cost?}: of the GPUs of a post that which is likeliest asked about. */
    private static void foreground(ParseState state, List<Name> names, int[] leads) {
        int best = -1;
        for (int i = 0; i < leads.length; i++) {
            boolean gpu = names.get(i).kind() == Kind.GPU && leads[i] <= -CLEAR;
            best = gpu && (best < 0 || leads[i] < leads[best]) ? i : best;
        }
        for (int i = 0; best >= 0 && i < leads.length; i++) {
            Name name = names.get(i);
            if (name.kind() == Kind.GPU
                    && name.id().equals(names.get(best).id())
                    && leads[i] <= Math.min(-CLEAR, leads[best] / 2)) {
                state.foreground(name.first());
            }
        }
    }

    /** {@code the authors had 8 A100s for 3 days}: what a sentence of background counts is of that job, too. */
    private static void withdrawTheirs(ParseState state, List<Name> names) {
        for (SlotCandidates.Candidate value : List.copyOf(state.candidates.all())) {
            boolean counts = OF_RUNS.contains(value.slot())
                    && !(value.slot() == SlotName.MONTHLY_BILL_USD && state.weighsTuning());
            if (counts && isOfBackground(state, names, state.sentence(value.token()))) {
                state.withdraw(value.token());
            }
        }
    }

    /** True of a sentence that asks nothing and names nothing, or no GPU, but background. */
    private static boolean isOfBackground(ParseState state, List<Name> names, Sentence sentence) {
        List<Name> own = names.stream()
                .filter(name -> state.sentence(name.first()) == sentence)
                .toList();
        boolean post = sentence.first() > 0 || sentence.end() < state.size() - 1;
        boolean others = !own.isEmpty() && own.stream().allMatch(name -> state.isBackground(name.first()));
        return !sentence.asks()
                && (others || (post && (isBackground(state, own, Kind.MODEL) || isBackground(state, own, Kind.GPU))));
    }

    /** True if there are names of a kind and all of them are background. */
    private static boolean isBackground(ParseState state, List<Name> names, Kind kind) {
        List<Name> those = names.stream().filter(name -> name.kind() == kind).toList();
        return !those.isEmpty() && those.stream().allMatch(name -> state.isBackground(name.first()));
    }

    /** True of prose that begins a conversation. */
    public static boolean isOpen(ParseState state) {
        return !state.terse && state.remembered.isEmpty() && state.language == null;
    }

    private static int margin(ParseState state, Name name) {
        boolean asked = state.sentence(name.first()).asks();
        boolean left = state.has(Intent.MIGRATE) && (asked || isEnding(state, name));
        if (name.kind() == Kind.MODEL && (left || isSetAgainst(state, name))) {
            return Integer.MAX_VALUE;
        }
        if (name.kind() == Kind.PROVIDER
                && (isQuoting(state, name) || isReferredTo(state, name) || isOwnSeller(state, name))) {
            return Integer.MAX_VALUE;
        }
        if (name.kind() == Kind.GPU && isBilled(state, name)) {
            return Integer.MAX_VALUE;
        }
        boolean tuned = asked && isTuned(state, name.first());
        // "we got it from together last week, what would llama 8b cost?"
        boolean seller = name.kind() == Kind.PROVIDER && (asked || state.has(Intent.MIGRATE));
        boolean card = name.kind() == Kind.GPU && asked;
        return tuned || seller || card || name.kind() == Kind.METHOD ? SURE : MARGIN;
    }

    /** {@code the model it was tuned on, gpt-3.5-turbo, is being withdrawn}: what ends is what is left. */
    private static boolean isEnding(ParseState state, Name name) {
        Sentence sentence = state.sentence(name.first());
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.ENDS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code what would a tuned nano save? we spend $2,000 a month on gpt-4.1}: tuning is set against what is paid today. */
    private static boolean isSetAgainst(ParseState state, Name name) {
        return state.candidates
                        .amounts(SlotName.MONTHLY_BILL_USD)
                        .anyMatch(bill -> state.sentence(bill.token()) == state.sentence(name.first()))
                && state.weighsTuning();
    }

    /** {@code 26 hours on 16 of them at $1.99 per H100-hour, what did it come to}: the GPUs of a bill are what is asked about. */
    private static boolean isBilled(ParseState state, Name name) {
        return state.candidates.has(SlotName.TRAINING_HOURS)
                && state.candidates
                        .amounts(SlotName.GPU_HOUR_USD)
                        .anyMatch(price -> state.sentence(price.token()) == state.sentence(name.first()));
    }

    /** {@code OpenAI is charging me $37.50 for 1,000 examples, is that right}: who bills the sum that is judged. */
    private static boolean isQuoting(ParseState state, Name name) {
        return state.candidates
                .amounts(SlotName.QUOTED_USD)
                .anyMatch(sum -> state.sentence(sum.token()) == state.sentence(name.first()));
    }

    /** {@code we are an OpenAI customer. Is it worth training a new version there}: a later question is about the one seller. */
    private static boolean isReferredTo(ParseState state, Name name) {
        if (!state.hasTypedAnywhere(Trait.PLACE)) {
            return false;
        }
        for (int i = state.sentence(name.first()).end(); i < state.size(); i++) {
            if (state.hasTyped(i, Trait.PLACE) && state.sentence(i).asks()) {
                return IntStream.range(0, state.size())
                        .allMatch(other -> !state.isAt(other, Category.PROVIDERS) || other == name.first());
            }
        }
        return false;
    }

    /** {@code we're an existing OpenAI customer, so the closing does not hit us. We have gpt-4.1-mini tuned}: who trains the model is the one seller. */
    private static boolean isOwnSeller(ParseState state, Name name) {
        boolean customer = state.hasTyped(name.first() + 1, Trait.SELLERS_CUSTOMER);
        return customer
                && state.hasTyped(state.sentence(name.first()).first(), Trait.OPENS_ON_US)
                && IntStream.range(0, state.size())
                        .allMatch(other -> !state.isAt(other, Category.PROVIDERS) || other == name.first())
                && state.mentions.stream()
                        .map(Mention::id)
                        .filter(Objects::nonNull)
                        .anyMatch(id -> state.compiledLexicon.offers().trains(new ProviderId(name.id()), id, null));
    }

    private static boolean isTuned(ParseState state, int name) {
        int verb = state.isAt(name - 1, Cue.ARTICLE) ? name - 2 : name - 1;
        return state.isAt(verb, Category.TUNING) || state.isAt(verb, Cue.TRAINING);
    }

    /** Returns by how much a name is likelier background than asked for. */
    private static int lead(Scores scores) {
        return scores.of(BACKGROUND) - scores.of(ASKED);
    }

    /** {@code I think of llama, a friend swears by nano. Which one is dearer?}: a sentence that names no model compares at least two. */
    private static boolean weighsWhatWasNamed(ParseState state) {
        if (setsItAgainst(state)) {
            return true;
        }
        for (int i = 0; state.has(Intent.COMPARE) && i < state.size(); i++) {
            if (state.token(i).intent() == Intent.COMPARE) {
                Sentence sentence = state.sentence(i);
                boolean names = state.mentions.stream()
                        .anyMatch(mention -> mention.first() >= sentence.first() && mention.first() < sentence.end());
                if (!names && (state.isSymbolAt(sentence.end(), '?') || takesBoth(state, sentence))) {
                    return true;
                }
                // The other words of the sentence say the same.
                i = sentence.end();
            }
        }
        return false;
    }

    /** {@code put both side by side}. */
    private static boolean takesBoth(ParseState state, Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.TAKES_BOTH)) {
                return true;
            }
        }
        return false;
    }

    /** {@code they use Gemini Pro. I want to see it against Gemini Flash}: what was named before is one of two. */
    private static boolean setsItAgainst(ParseState state) {
        return state.mentions.stream().anyMatch(mention -> {
            int against = mention.first() - 1;
            boolean opposed = state.isAt(against, Cue.VERSUS) || state.hasTyped(against, Trait.OPPOSES);
            return opposed && against > 0 && state.hasTyped(against - 1, Trait.PRONOUN);
        });
    }

    /** True if two or more of a kind are named. */
    private static boolean namesSeveral(List<Name> names, Kind kind) {
        return names.stream()
                        .filter(name -> name.kind() == kind)
                        .map(Name::id)
                        .distinct()
                        .count()
                > 1;
    }

    /** True of a seller that trains, in a sentence that names no other job: {@code purchasing likes Azure}. */
    private static boolean namesSeller(ParseState state, Name name) {
        Sentence sentence = state.sentence(name.first());
        return state.compiledLexicon.offers().trains(new ProviderId(name.id()))
                && state.mentions.stream()
                        .noneMatch(mention -> mention.first() >= sentence.first() && mention.first() < sentence.end());
    }

    /** Returns how many of a kind are asked about. */
    private static long asked(ParseState state, List<Name> names, int[] leads, Kind kind) {
        return IntStream.range(0, leads.length)
                .filter(i -> names.get(i).kind() == kind && leads[i] < margin(state, names.get(i)))
                .mapToObj(i -> names.get(i).id())
                .distinct()
                .count();
    }

    /** {@code their pilot ran on GPT-4. Recommend me something modest}: who asks which one to take need mean none of those that are told. */
    private static boolean isBesideChoice(ParseState state, Name name, int lead) {
        boolean choice = state.has(Intent.RECOMMEND) || state.advice().contains(Intent.RECOMMEND);
        return choice && lead >= SURE && !state.sentence(name.first()).asks() && !state.has(Intent.COMPARE);
    }

    /** A request for a price is about some model: one is left. */
    private static boolean isOtherAsked(List<Name> names, int[] leads, Name name) {
        for (int i = 0; i < leads.length; i++) {
            if (names.get(i).kind() == name.kind() && !names.get(i).id().equals(name.id()) && leads[i] < 0) {
                return true;
            }
        }
        return false;
    }
}
