package io.tunetally.interpreter.role;

import io.tunetally.interpreter.count.CountFates;
import io.tunetally.interpreter.count.CountedThings;
import io.tunetally.interpreter.count.Fates;
import io.tunetally.interpreter.count.NumberRelations;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The features of each number of a message: the words around it, what the readers took it for, its size, and what it is
 * to the other numbers (their sum, their difference, the last of them).
 */
public final class NumberFeatures {
    /** A message with more numbers is a list. */
    private static final int MOST_NUMBERS = 24;

    /** The most words between a number and what became of it, which another sentence may say. */
    private static final int FATE_REACH = 16;

    /** The most words between a number and the larger one that it is a part of. */
    private static final int REACH = 6;

    private static final Symbol FREE = Symbol.of("FREE");
    private static final Symbol KNOWN = Symbol.of("KNOWN");
    private static final Symbol LED = Symbol.of("LED");
    private static final Symbol MONEY = Symbol.of("MONEY");
    private static final Symbol OPEN = Symbol.of("OPEN");
    private static final Symbol MODEL = Symbol.of("MODEL");
    private static final Symbol NUMBER = Symbol.of("NUMBER");
    private static final Symbol FIRST = Symbol.of("FIRST");
    private static final Symbol LAST = Symbol.of("LAST");
    private static final Symbol LARGEST = Symbol.of("LARGEST");
    private static final Symbol SMALLEST = Symbol.of("SMALLEST");
    private static final Symbol REMEMBERED = Symbol.of("REMEMBERED");
    private static final Symbol YEAR = Symbol.of("YEAR");
    private static final Symbol ROUND = Symbol.of("ROUND");
    private static final Symbol ASKED = Symbol.of("ASKED");
    private static final Symbol SENTENCE_OPENS = Symbol.of("SENTENCE-OPENS");
    private static final Symbol SENTENCE_ENDS = Symbol.of("SENTENCE-ENDS");
    private static final Symbol TRAINING_CLAUSE = Symbol.of("TRAINING-CLAUSE");
    private static final Symbol OF_LARGER = Symbol.of("OF-LARGER");
    private static final Symbol AFTER_LARGER = Symbol.of("AFTER-LARGER");
    private static final Symbol LEFT_OUT = Symbol.of("LEFT-OUT");
    private static final Symbol LEFT_OUT_BEFORE = Symbol.of("LEFT-OUT-BEFORE");
    private static final Symbol REST_FOLLOWS = Symbol.of("REST-FOLLOWS");
    private static final Symbol ALL_FOLLOWS = Symbol.of("ALL-FOLLOWS");
    private static final Symbol SAID_AGAIN = Symbol.of("SAID-AGAIN");
    private static final Symbol SAID_BEFORE = Symbol.of("SAID-BEFORE");
    private static final Symbol SAME_BEFORE = Symbol.of("SAME-BEFORE");
    private static final Symbol SAME_BEHIND = Symbol.of("SAME-BEHIND");
    private static final Symbol[] DIGITS =
            IntStream.range(0, 9).mapToObj(n -> Symbol.of("DIGITS-" + n)).toArray(Symbol[]::new);
    private static final Map<SlotName<?>, Symbol> CLAIMS = symbols("#", SlotName.all());
    private static final Map<SlotName<?>, Symbol> RIVALS = symbols("RIVAL-", NumberRoles.ROLES);
    private static final Map<SlotName<?>, Symbol> WANTING = symbols("WANTING-", NumberRoles.ROLES);

    private final ParseState state;
    private final Set<Integer> missed;
    private final Token[] tokens;
    private final Symbol[] claims;
    private final boolean[] named;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<BigDecimal> values = new ArrayList<>();
    /** Whether a word says that something is no part of the training data, by token index. */
    private final boolean[] leftOut;
    /** The roles that no number has. */
    private final List<Symbol> wanting = new ArrayList<>();

    private NumberRelations relations = new NumberRelations(List.of());
    private CountFates fates;
    private final SentenceFacts sentenceFacts;
    private final WordsBeside beside;
    private int lastOfRest = -1;
    private int lastOfAll = -1;

    private NumberFeatures(ParseState state, Set<Integer> missed) {
        this.state = state;
        this.missed = missed;
        fates = new CountFates(state, List.of(), List.of());
        tokens = state.all();
        claims = new Symbol[tokens.length];
        named = new boolean[tokens.length];
        leftOut = new boolean[tokens.length];
        sentenceFacts = SentenceFacts.of(state);
        beside = new WordsBeside(state, this::symbol);
    }

    private static Map<SlotName<?>, Symbol> symbols(String prefix, Collection<SlotName<?>> slots) {
        return slots.stream()
                .collect(Collectors.toUnmodifiableMap(slot -> slot, slot -> Symbol.of(prefix + slot.word())));
    }

    /** Returns the numbers of a message that may have a role; none if there are too many. */
    public static NumberFeatures of(ParseState state) {
        return of(state, Set.of());
    }

    /**
     * Returns the numbers of a message as they would be if the readers had missed some of them. The trainer needs them: it learns
     * from messages for which the readers were mended, and would trust them more than they are worth in the next message.
     *
     * @param missed the indexes of their tokens
     */
    public static NumberFeatures of(ParseState state, Set<Integer> missed) {
        NumberFeatures features = new NumberFeatures(state, missed);
        features.claims();
        features.collect();
        for (SlotName<?> role : NumberRoles.ROLES) {
            if (!features.has(role)) {
                features.wanting.add(WANTING.get(role));
            }
        }
        return features;
    }

    private boolean has(SlotName<?> role) {
        return missed.isEmpty()
                ? state.candidates.has(role)
                : state.candidates.all().stream()
                        .anyMatch(each -> each.slot() == role && !missed.contains(each.token()) && !each.replaced());
    }

    /** Returns the indexes of the numbers. */
    public List<Integer> numbers() {
        return numbers;
    }

    /** Returns the slot that the readers took a number for, or null. */
    public @Nullable SlotName<?> claim(int number) {
        return state.candidates.slotOf(number);
    }

    /** Returns the number at a place as it stands. */
    public BigDecimal value(int place) {
        return values.get(place);
    }

    /** Returns the number at a place in the unit of the slot that the readers took it for, or null. */
    public @Nullable BigDecimal read(int place) {
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            if (candidate.token() == numbers.get(place) && !candidate.replaced()) {
                return candidate.numeral().value().stripTrailingZeros();
            }
        }
        return null;
    }

    /** True if the slot that the readers took a number for allows it; else a question follows. */
    public boolean isPossible(int place) {
        SlotName<?> claim = claim(numbers.get(place));
        BigDecimal value = read(place);
        return claim == null || value == null || claim.limits().allow(value);
    }

    /** True if the number at a place counts things. */
    public boolean isCount(int place) {
        return fates.isCount(numbers.get(place));
    }

    /** True if words beside the number at a place give it to an earlier job or to that of others. */
    public boolean isOfOldJob(int place) {
        return sentenceFacts.isOfOldJob(numbers.get(place));
    }

    /** True if words beside the number at a place give it to the job that is asked about. */
    public boolean isOfAskedJob(int place) {
        return sentenceFacts.isOfAskedJob(numbers.get(place));
    }

    private void claims() {
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i].isNumber()) {
                claims[i] = switch (tokens[i].use) {
                    case NOTHING -> FREE;
                    case KNOWN_NON_SLOT -> KNOWN;
                    case CONNECTIVE, SLOT -> LED;
                };
            }
        }
        state.candidates.openCounts().forEach(open -> claims[open] = OPEN);
        state.candidates.openTokens().forEach(open -> claims[open] = OPEN);
        state.candidates.money().forEach(amount -> claims[amount.number()] = MONEY);
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            if (!candidate.replaced()) {
                claims[candidate.token()] = CLAIMS.getOrDefault(candidate.slot(), LED);
            }
        }
        missed.forEach(number -> claims[number] = FREE);
        for (Mention mention : state.mentions) {
            for (int i = mention.first(); i <= mention.last(); i++) {
                named[i] = true;
            }
        }
    }

    private void collect() {
        Parts parts = new Parts(state);
        for (int i = 0; i < state.size(); i++) {
            leftOut[i] = parts.isLeftOutAt(i);
            lastOfRest = state.hasTyped(i, Trait.THE_REST) ? i : lastOfRest;
            lastOfAll = state.hasTyped(i, Trait.TAKES_ALL) ? i : lastOfAll;
        }
        for (int i = 0; i < tokens.length; i++) {
            Token token = tokens[i];
            if (token.isNumber() && !named[i] && isPlain(token.numeral())) {
                numbers.add(i);
                values.add(Amounts.counted(token.numeral()).value().stripTrailingZeros());
            }
        }
        if (numbers.size() > MOST_NUMBERS) {
            numbers.clear();
        }
        relations = new NumberRelations(values);
        fates = new CountFates(state, numbers, values);
    }

    private static boolean isPlain(Numeral numeral) {
        return !numeral.isRange()
                && !numeral.isAmbiguous()
                && !numeral.isInBillions()
                && numeral.value().signum() > 0
                && Amounts.counted(numeral).value().stripTrailingZeros().scale() <= 0;
    }

    /** Returns where the message says what becomes of examples. */
    public Fates fates() {
        return fates.fates();
    }

    /** Returns the reader of the words beside the numbers, which knows what these were taken for. */
    public WordsBeside beside() {
        return beside;
    }

    /** Gives the features of the number at a place in {@link #numbers} to a sink. */
    public void read(int place, WordSymbols words, FeatureSink sink) {
        int number = numbers.get(place);
        Symbol claim = claims[number];
        sink.add(FeatureKind.FACT, claim, Symbol.NONE);
        facts(place, (kind, fact, none) -> {
            sink.add(kind, fact, none);
            sink.add(FeatureKind.WITH, fact, claim);
        });
        beside.read(number, number, claim, words, sink);
    }

    private void facts(int place, FeatureSink sink) {
        int number = numbers.get(place);
        BigDecimal value = values.get(place);
        fact(sink, DIGITS[Math.min(value.precision() - value.scale(), DIGITS.length - 1)]);
        fact(sink, place == 0 ? FIRST : null);
        fact(sink, place == numbers.size() - 1 ? LAST : null);
        fact(sink, values.stream().noneMatch(other -> other.compareTo(value) > 0) ? LARGEST : null);
        fact(sink, values.stream().noneMatch(other -> other.compareTo(value) < 0) ? SMALLEST : null);
        fact(sink, tokens[number].isYear() ? YEAR : null);
        fact(sink, value.scale() <= -2 ? ROUND : null);
        Sentence sentence = state.sentence(number);
        fact(sink, sentence.asks() ? ASKED : null);
        fact(sink, number == sentence.first() ? SENTENCE_OPENS : null);
        fact(sink, number == sentence.end() - 1 ? SENTENCE_ENDS : null);
        fact(sink, state.clause(number).namesTraining() ? TRAINING_CLAUSE : null);
        fact(sink, state.remembered.isEmpty() ? null : REMEMBERED);
        sentenceFacts.of(number, fact -> fact(sink, fact));
        parts(place, sink);
        twins(place, sink);
        relations.of(place, relation -> fact(sink, relation));
        fates.of(number, fate -> fact(sink, fate));
        CountedThings.of(state, number, thing -> fact(sink, thing));
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            if (candidate.token() != number && !missed.contains(candidate.token()) && !candidate.replaced()) {
                fact(sink, RIVALS.get(candidate.slot()));
            }
        }
        wanting.forEach(role -> fact(sink, role));
    }

    /** Whether the same number is said twice, and where another number has the slot of this one. */
    private void twins(int place, FeatureSink sink) {
        BigDecimal value = values.get(place);
        for (int other = 0; other < values.size(); other++) {
            if (other != place && values.get(other).compareTo(value) == 0) {
                fact(sink, other > place ? SAID_AGAIN : SAID_BEFORE);
            }
        }
        int number = numbers.get(place);
        SlotName<?> claim = missed.contains(number) ? null : claim(number);
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            boolean twin =
                    candidate.slot() == claim && candidate.token() != number && !missed.contains(candidate.token());
            if (twin && !candidate.replaced()) {
                fact(sink, candidate.token() < number ? SAME_BEFORE : SAME_BEHIND);
            }
        }
    }

    /** What is said of a number as a part of another one, or of several together. */
    private void parts(int place, FeatureSink sink) {
        int number = numbers.get(place);
        int before = place == 0 ? -1 : numbers.get(place - 1);
        int after = place == numbers.size() - 1 ? state.size() : numbers.get(place + 1);
        int first = Math.max(before, state.sentence(number).first());
        BigDecimal value = values.get(place);
        boolean ofNext = after < state.size() && values.get(place + 1).compareTo(value) > 0;
        fact(
                sink,
                ofNext && isSaid(number, after, i -> state.hasTyped(i, Trait.PART_OF)) && after - number <= REACH
                        ? OF_LARGER
                        : null);
        fact(sink, before >= 0 && values.get(place - 1).compareTo(value) > 0 ? AFTER_LARGER : null);
        fact(sink, isSaid(number, Math.min(after, number + FATE_REACH), i -> leftOut[i]) ? LEFT_OUT : null);
        fact(sink, isSaid(Math.max(first, number - FATE_REACH), number, i -> leftOut[i]) ? LEFT_OUT_BEFORE : null);
        fact(sink, number < lastOfRest ? REST_FOLLOWS : null);
        fact(sink, number < lastOfAll ? ALL_FOLLOWS : null);
    }

    private static boolean isSaid(int after, int before, IntPredicate said) {
        for (int i = Math.max(0, after + 1); i < before; i++) {
            if (said.test(i)) {
                return true;
            }
        }
        return false;
    }

    private static void fact(FeatureSink sink, @Nullable Symbol fact) {
        if (fact != null) {
            sink.add(FeatureKind.FACT, fact, Symbol.NONE);
        }
    }

    /** Returns what a number is taken for, or that a token is part of a model's name. */
    private Symbol symbol(int i) {
        if (named[i]) {
            return MODEL;
        }
        if (tokens[i].isNumber()) {
            return claims[i] == FREE || claims[i] == KNOWN ? NUMBER : claims[i];
        }
        return Symbol.NONE;
    }
}
