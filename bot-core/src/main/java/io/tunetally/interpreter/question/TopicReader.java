package io.tunetally.interpreter.question;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.intent.Decision;
import io.tunetally.interpreter.intent.RunningWord;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.talk.TechnicalTalk;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import io.tunetally.topic.TermsMatcher;
import io.tunetally.topic.Topic;
import io.tunetally.topic.TopicMatcher;
import io.tunetally.topic.Topics;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a message asks for an explanation: {@code what is LoRA}. What else its sentence says must be small
 * words, a model, a provider or a method; a number or a word for costs makes it a request for a price.
 */
public final class TopicReader {
    /** The values that an explanation takes from a message; all others belong to a request for a price. */
    private static final List<SlotName<?>> SAID = List.of(
            SlotName.MODELS,
            SlotName.SIZE_B,
            SlotName.METHOD,
            SlotName.QUANTIZED,
            SlotName.OBJECTIVE,
            SlotName.PROVIDER);

    private static final Set<SlotName<?>> IN_FREE_WORDS =
            Set.of(SlotName.MODELS, SlotName.PROVIDER, SlotName.GPU, SlotName.EXAMPLES, SlotName.TOTAL_TOKENS);

    /** The same beside a number of examples. */
    private static final Set<SlotName<?>> OF_COUNTED = Set.of(
            SlotName.MODELS,
            SlotName.PROVIDER,
            SlotName.GPU,
            SlotName.EXAMPLES,
            SlotName.TOTAL_TOKENS,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.EPOCHS);

    /** The same of a question about the job itself, such as its time or its data, which any value of the job may decide. */
    private static final Set<SlotName<?>> OF_JOB;

    /** The values that decide how long a training takes. */
    private static final Set<SlotName<?>> TRAINING = Set.of(
            SlotName.MODELS,
            SlotName.SIZE_B,
            SlotName.METHOD,
            SlotName.QUANTIZED,
            SlotName.EXAMPLES,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.BILLED_TOKENS,
            SlotName.EPOCHS,
            SlotName.GPU,
            SlotName.GPUS);

    static {
        Set<SlotName<?>> ofJob = new HashSet<>(SAID);
        ofJob.addAll(TRAINING);
        ofJob.addAll(List.of(
                SlotName.METHODS,
                SlotName.SEQUENCE_LENGTH,
                SlotName.OWN_HARDWARE,
                SlotName.TOKENS_PER_SECOND,
                SlotName.DEADLINE_HOURS));
        OF_JOB = Set.copyOf(ofJob);
    }

    /** The values of a job that is told beside a question. */
    private static final Set<SlotName<?>> JOB = Set.of(
            SlotName.EXAMPLES,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.BILLED_TOKENS,
            SlotName.EPOCHS,
            SlotName.VALIDATION_TOKENS,
            SlotName.EVALUATIONS);

    /** The values of which one makes the others those of a job. */
    private static final List<SlotName<?>> DATA =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.BILLED_TOKENS);

    /** The values that decide when a model ends. */
    private static final Set<SlotName<?>> SOLD = Set.of(SlotName.MODELS, SlotName.PROVIDER);

    private final ParseState state;
    private final Decider decider;
    private final SmallWords small;
    private final boolean goesOn;

    /**
     * Creates a reader.
     *
     * @param goesOn whether the message continues a conversation
     */
    public TopicReader(ParseState state, Decider decider, boolean goesOn) {
        this.goesOn = goesOn;
        this.state = state;
        this.decider = decider;
        small = new SmallWords(state);
    }

    /** Returns the topic, with the model, provider, method or GPU it is asked about; null if none is asked for. */
    public @Nullable Slots asked() {
        if (state.language != null || state.isForeignMoney()) {
            return null;
        }
        Slots data = dataInTime();
        if (data != null) {
            return data;
        }
        Slots terms = terms();
        if (terms != null) {
            return terms;
        }
        if (TechnicalTalk.asksHowToOperate(state)) {
            return null;
        }
        List<TopicMatcher.Match> matches = state.compiledLexicon.topics().find(state.text);
        Slots memory = new HardwareReader(state, matches).asked();
        return memory == null ? topic(matches) : memory;
    }

    /** {@code how many examples fit into 10 hours on an a100}: the time of a training the other way round, of any data. */
    private @Nullable Slots dataInTime() {
        Slot<BigDecimal> hours = state.slots.get(SlotName.DEADLINE_HOURS);
        Topic time = state.compiledLexicon.topics().topic(Topics.TIME);
        return hours == null || time == null || !SelfHosting.asksForData(state)
                ? null
                : explained(time, null, hours.span())
                        .without(SlotName.EXAMPLES)
                        .without(SlotName.TOTAL_TOKENS)
                        .without(SlotName.BILLED_TOKENS);
    }

    /** Returns the topic of a question about the terms of a named seller or of all; null if the message is none. */
    public @Nullable Slots terms() {
        TermsQuestion.Asked asked =
                state.language != null || state.isForeignMoney() ? null : new TermsQuestion(state, small).asked();
        boolean stored = asked != null && asked.match().topic().id().equals(Topics.STORAGE);
        if (asked == null || (stored && RunningWord.isKeptUp(state))) {
            return null;
        }
        Slots job = asked.span() == null ? Slots.NONE : jobBeside(asked.span());
        Slots said = offered(asked.match().topic().id()).over(job);
        ProviderId seller = asked.seller();
        if (seller == null) {
            return said.without(SlotName.PROVIDER);
        }
        boolean family = state.mentions.stream()
                .anyMatch(mention -> TermsQuestion.ofFamily(state, mention).anyMatch(seller::equals));
        said = (family ? said.without(SlotName.MODELS) : said).with(SlotName.PROVIDER, Slot.of(seller, Origin.SAID));
        return asked.match().opening() == TermsMatcher.Opening.WHETHER
                ? said.with(SlotName.ASKS_WHETHER, Slot.of(true, Origin.SAID))
                : said;
    }

    private @Nullable Slots topic(List<TopicMatcher.Match> matches) {
        if (!matches.isEmpty()) {
            TopicMatcher.Match first = matches.getFirst();
            // "mistral 7b, 20k rows on a 3090. ETA?": the time on a GPU is that of the job that is told before.
            boolean timed = first.topic().id().equals(Topics.TIME) && SelfHosting.namesGpu(state);
            boolean sized = state.candidates.all().stream()
                    .filter(candidate -> !isWithin(state.token(candidate.token()), matches))
                    .anyMatch(candidate -> !takes(first, candidate.slot())
                            || !(timed || isIn(state.sentence(candidate.token()), first)));
            return isOnly(matches) && !(sized && asksForJob()) ? explained(matches.getFirst()) : null;
        }
        Topic time =
                goesOn && DueDays.isSaid(state) ? state.compiledLexicon.topics().topic(Topics.TIME) : null;
        if (time != null) {
            return explained(time, null, null);
        }
        String seller = new SellerQuestion(state, small).topic();
        return seller == null ? null : offered(seller);
    }

    private boolean asksForJob() {
        Decision decision = decider.decide(state, goesOn);
        return decision.asks() && decision.intent() != Intent.EXPLAIN && decision.intent() != Intent.MODELS;
    }

    /** Returns the topic of the first question of the topics in a message that asks for help or an explanation, or null. */
    public @Nullable Slots matched() {
        List<TopicMatcher.Match> matches = state.compiledLexicon.topics().find(state.text);
        return matches.isEmpty() ? null : explained(matches.getFirst());
    }

    /** Returns the same, or without such a question the topic that is likeliest by the words; null if the topics lack it. */
    public @Nullable Slots inFreeWords() {
        Slots matched = matched();
        Topic topic = matched == null ? state.compiledLexicon.topics().topic(decider.topic(state)) : null;
        return topic == null ? matched : explained(topic, null, null);
    }

    private boolean isOnly(List<TopicMatcher.Match> matches) {
        TopicMatcher.Match first = matches.getFirst();
        if (first.first() && (goesOn || !state.mentions.isEmpty())) {
            return false;
        }
        if (takes(first, SlotName.PROVIDER) && !state.asks() && !state.hasQuestionMark()) {
            return false;
        }
        if (first.topic().alone() && (!state.mentions.isEmpty() || state.slots.has(SlotName.PROVIDER))) {
            return false;
        }
        Preface preface = preface(first);
        boolean only = true;
        // "... and why should I care": what follows is free, but for a price.
        boolean goesOnFreely = false;
        for (int i = 0; i < state.size() && only; i++) {
            Token token = state.token(i);
            if (!isWithin(token, matches)) {
                boolean after = token.start >= first.end();
                goesOnFreely |= after && (first.open() || token.is(Cue.AND) || isTag(i));
                only = (isIn(state.sentence(i), first) && !isLeadIn(i, preface) && !isAside(i, preface))
                        ? isTaken(first, i) || fits(first, i, goesOnFreely, matches)
                        : !asksForPrice(token, state.sentence(i));
            }
        }
        return only;
    }

    /** The comma of {@code what do you mean by tokens, is that like words}. */
    private boolean isTag(int comma) {
        return state.isSymbolAt(comma, ',') && state.isAt(comma + 1, Cue.IS);
    }

    /**
     * What stands before a question about a topic and is no part of it.
     *
     * @param start the index of the question's first token
     * @param colon the index of the last colon before it, or -1
     * @param asideStart the index of the first token behind all that asks, counts or names a model
     * @param asideEnd the index of the last token before the small words that lead in the question
     */
    private record Preface(int start, int colon, int asideStart, int asideEnd) {}

    private Preface preface(TopicMatcher.Match match) {
        int start = 0;
        int colon = -1;
        int asideStart = 0;
        while (start < state.size() && state.token(start).start < match.start()) {
            colon = state.isSymbolAt(start, ':') ? start : colon;
            boolean asks = state.isAt(start, Cue.QUESTION)
                    || state.isAt(start, Cue.ABILITY)
                    || state.hasTyped(start, Trait.ASKS_WHICH);
            boolean other = asks
                    || state.isAt(start, Category.INTENTS)
                    || state.token(start).isNumber()
                    || small.isNamed(start);
            start++;
            asideStart = other ? start : asideStart;
        }
        int asideEnd = start - 1;
        while (asideEnd > 0 && small.isAt(asideEnd) && !state.isSymbolAt(asideEnd, ',')) {
            asideEnd--;
        }
        return new Preface(start, colon, asideStart, asideEnd);
    }

    /** {@code before I sign anything: what is an epoch}: what stands before a colon is no part of the question. */
    private static boolean isLeadIn(int index, Preface preface) {
        return index <= preface.colon();
    }

    /** {@code pardon an old man, but what is a token}: a clause of words before the question, without a question, a number or a model. */
    private boolean isAside(int index, Preface preface) {
        return index >= preface.asideStart()
                && index < preface.start()
                && state.sentence(index).asks()
                && (state.isSymbolAt(Math.max(index, preface.asideEnd()), ',')
                        || state.isAt(preface.start() - 1, Cue.BUT));
    }

    private static boolean isWithin(Token token, List<TopicMatcher.Match> matches) {
        for (TopicMatcher.Match match : matches) {
            if (token.start >= match.start() && token.end <= match.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean takes(TopicMatcher.Match match, SlotName<?> slot) {
        return match.topic().takes().contains(slot.word());
    }

    /** True for the {@code 200 examples} of {@code how many epochs for 200 examples}. */
    private boolean isTaken(TopicMatcher.Match match, int index) {
        return !match.topic().takes().isEmpty()
                && (state.token(index).is(Category.UNITS)
                        || (match.topic().takes().contains(SlotName.GPU.word()) && isGpu(index))
                        || state.candidates.all().stream()
                                .anyMatch(candidate -> candidate.token() == index && takes(match, candidate.slot())));
    }

    /** The GPU, its number and the sign between them: {@code 4 x h100}. */
    private boolean isGpu(int index) {
        int name = state.isTimesSign(index + 1) ? index + 2 : state.isTimesSign(index) ? index + 1 : index;
        boolean counted = name > index || state.isCountAt(index);
        int gpu = counted && name == index ? index + 1 : name;
        return isGpuName(index) || (counted && isGpuName(gpu));
    }

    private boolean isGpuName(int index) {
        Token token = state.at(index);
        return token != null && (token.is(Category.GPUS) || state.isGpuNumber(index));
    }

    private boolean isIn(Sentence sentence, TopicMatcher.Match match) {
        int last = Math.min(sentence.end(), state.size() - 1);
        return state.token(sentence.first()).start < match.end() && state.token(last).end > match.start();
    }

    /** True if a word beside the question leaves it a question about a word. */
    private boolean fits(TopicMatcher.Match match, int index, boolean open, List<TopicMatcher.Match> matches) {
        Token token = state.token(index);
        // "... and why does everybody take three of it": a number without a slot is no part of a job.
        if (token.isNumber() && !small.isNamed(index) && (!open || token.use == Token.Use.SLOT)) {
            return false;
        }
        boolean priced = token.is(Category.INTENTS) && token.intent() != Intent.HELP;
        return priced
                ? open && !token.is(Trait.ASKS_HOW_MUCH) && namesNoJob(match, matches)
                : open || small.isAt(index);
    }

    /**
     * {@code what is an epoch and do more of them cost more}: without a model, or a value that the topic does not take, the price is a part
     * of the question. The size of {@code can I ship a tuned 1b model in our app} is one as well.
     */
    private boolean namesNoJob(TopicMatcher.Match match, List<TopicMatcher.Match> matches) {
        Slot<?> size = state.slots.get(SlotName.SIZE_B);
        return state.mentions.isEmpty()
                && state.candidates.all().stream().allMatch(candidate -> takes(match, candidate.slot()))
                && (!state.slots.has(SlotName.PROVIDER) || takes(match, SlotName.PROVIDER))
                && (size == null || isWithin(size.span(), matches));
    }

    private static boolean isWithin(@Nullable TextSpan span, List<TopicMatcher.Match> matches) {
        return span != null
                && matches.stream().anyMatch(match -> span.start() >= match.start() && span.end() <= match.end());
    }

    private static boolean asksForPrice(Token token, Sentence sentence) {
        return token.is(Category.INTENTS) && token.intent() != Intent.HELP && sentence.asks();
    }

    private Slots explained(TopicMatcher.Match match) {
        return explained(match.topic(), match.other(), state.text.span(match.start(), match.end()));
    }

    private Slots explained(Topic topic, @Nullable Topic other, @Nullable TextSpan span) {
        boolean onGpu = topic.takes().contains(SlotName.GPU.word());
        // A method or a size in free words is what is asked about and no choice, unless a job is asked about.
        Slots said = span == null
                ? state.slots.build().only(topic.isOfJob() || isOfNamedJob() ? OF_JOB : inFreeWordsTaken())
                : said(span, topic.takes()).over(jobBeside(span));
        said = switch (topic.id()) {
            case Topics.TIME -> said.over(remembered(TRAINING));
            case Topics.ENDS -> said.over(remembered(SOLD));
            default -> said;
        };
        Slots.Builder slots = (onGpu ? new HardwareReader(state, List.of()).withGpu(said) : said).toBuilder();
        boolean sold = topic.id().equals(Topics.SELLER)
                || topic.id().equals(Topics.ENDS)
                || !topic.terms().isEmpty();
        slots = sold ? withProvider(slots.build()).toBuilder() : slots;
        slots.put(SlotName.TOPIC, Slot.said(topic.id(), span));
        if (state.any(token -> token.is(Trait.YES_OR_NO))) {
            slots.put(SlotName.ASKS_WHETHER, Slot.of(true, Origin.SAID));
        }
        if (other != null) {
            slots.put(SlotName.OTHER_TOPIC, Slot.said(other.id(), span));
        }
        for (int i = 0; i < state.size(); i++) {
            state.token(i).use = Token.Use.CONNECTIVE;
        }
        return slots.build();
    }

    /** {@code 30k examples 512 tokens, does validation get billed}: of counted examples their length and epochs as well. */
    private Set<SlotName<?>> inFreeWordsTaken() {
        return state.slots.has(SlotName.EXAMPLES) ? OF_COUNTED : IN_FREE_WORDS;
    }

    /** {@code does a 4070 do with mistral 7b in QLoRA}: a model or its data make a method one of a job. */
    private boolean isOfNamedJob() {
        boolean job = state.slots.has(SlotName.METHOD)
                && (state.slots.has(SlotName.MODELS) || state.slots.has(SlotName.EXAMPLES));
        for (int i = 0; job && i < state.size(); i++) {
            Lexeme name = state.token(i).lexeme;
            boolean named = name != null && name.sense() == Category.METHODS && !name.weak();
            if (named && state.sentence(i).asks()) {
                return true;
            }
        }
        return false;
    }

    /** {@code what is an epoch, and what would 5 of them cost for 140 essays at 900 tokens}: the price that follows is that of the job. */
    private Slots jobBeside(TextSpan question) {
        Slots said = state.slots.build();
        Slots job = Slots.NONE;
        for (SlotName<?> name : said.names()) {
            Slot<?> slot = said.get(name);
            TextSpan span = slot == null ? null : slot.span();
            boolean beside = span != null && (span.end() <= question.start() || span.start() >= question.end());
            job = beside && JOB.contains(name) ? job.over(said.only(Set.of(name))) : job;
        }
        return DATA.stream().anyMatch(job::has) ? job : Slots.NONE;
    }

    private Slots remembered(Set<SlotName<?>> some) {
        return state.remembered.only(some).from(Origin.REMEMBERED);
    }

    /** Returns the values that are said outside the question itself: the LoRA of "what is LoRA" is no choice. */
    private Slots said(@Nullable TextSpan question, List<String> taken) {
        Slots said = state.slots.build();
        for (SlotName<?> name : said.names()) {
            Slot<?> slot = said.get(name);
            TextSpan span = slot == null ? null : slot.span();
            boolean within = question != null
                    && span != null
                    && span.start() >= question.start()
                    && span.end() <= question.end();
            boolean takes = taken.contains(name.word());
            if (!takes && (within || !SAID.contains(name))) {
                said = said.without(name);
            }
        }
        return said;
    }

    private Slots offered(String topic) {
        for (int i = 0; i < state.size(); i++) {
            state.token(i).use = Token.Use.CONNECTIVE;
        }
        Slots said = said(null, List.of()).with(SlotName.TOPIC, Slot.of(topic, Origin.SAID));
        return said.has(SlotName.PROVIDER) ? said : withProvider(said);
    }

    /** A name that is also an everyday word counts here: {@code does fireworks do full fine-tuning}. */
    private Slots withProvider(Slots said) {
        for (Token token : state.all()) {
            boolean seller =
                    token.is(Category.PROVIDERS) || token.is(Category.PUBLISHERS) || token.is(Category.OTHER_PROVIDERS);
            if (seller && token.lexeme != null) {
                return said.with(
                        SlotName.PROVIDER,
                        Slot.said(new ProviderId(token.lexeme.value()), state.text.span(token.start, token.end)));
            }
        }
        return said;
    }
}
