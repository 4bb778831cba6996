package io.tunetally.interpreter.sum;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.money.Savings;
import io.tunetally.interpreter.role.WordsBeside;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The features of each sum of a message: the words around it, those of the question, what the readers took it for, its size and its period. */
public final class SumFeatures {
    /** No hour of a GPU costs more dollars. */
    private static final BigDecimal DEAREST_HOUR = BigDecimal.valueOf(20);

    private static final Symbol UNREAD = Symbol.of("UNREAD");
    private static final Symbol MODEL = Symbol.of("MODEL");
    private static final Symbol NUMBER = Symbol.of("NUMBER");
    private static final Symbol SUM = Symbol.of("SUM");
    private static final Symbol COUNT = Symbol.of("COUNT");
    private static final Symbol CENTS = Symbol.of("CENTS");
    private static final Symbol SMALL = Symbol.of("SMALL");
    private static final Symbol OF_EACH = Symbol.of("OF-EACH");
    private static final Symbol ALONE = Symbol.of("ALONE");
    private static final Symbol FIRST = Symbol.of("FIRST");
    private static final Symbol LAST = Symbol.of("LAST");
    private static final Symbol TERSE = Symbol.of("TERSE");
    private static final Symbol ASKED = Symbol.of("ASKED");
    private static final Symbol JUDGED = Symbol.of("JUDGED");
    private static final Symbol PAYBACK = Symbol.of("PAYBACK");
    private static final Symbol GPU = Symbol.of("GPU");
    private static final Symbol TRAFFIC = Symbol.of("TRAFFIC");
    private static final Symbol DATA = Symbol.of("DATA");
    private static final Symbol TRAINING_CLAUSE = Symbol.of("TRAINING-CLAUSE");
    private static final Symbol REMEMBERED = Symbol.of("REMEMBERED");
    private static final Symbol[] DIGITS =
            IntStream.range(0, 8).mapToObj(n -> Symbol.of("DIGITS-" + n)).toArray(Symbol[]::new);
    private static final Map<SlotName<?>, Symbol> CLAIMS = symbols("#");
    private static final Map<SlotName<?>, Symbol> RIVALS = symbols("RIVAL-");
    private static final Map<SlotName<?>, Symbol> BEFORE = symbols("BEFORE-");
    private static final Map<TimeUnit, Symbol> PERIODS =
            Arrays.stream(TimeUnit.values()).collect(Collectors.toUnmodifiableMap(unit -> unit, SumFeatures::period));
    private static final Map<TimeUnit, Symbol> PERIODS_OF_CLAUSE = Arrays.stream(TimeUnit.values())
            .collect(Collectors.toUnmodifiableMap(
                    unit -> unit, unit -> Symbol.of("CLAUSE-" + period(unit).name())));

    private final ParseState state;
    private final List<Sum> sums;
    private final WordsBeside beside;

    /** What the readers took each token for. */
    private final Symbol[] values;

    private final boolean judged;
    private final boolean payback;
    private final boolean gpu;
    private final boolean traffic;

    SumFeatures(ParseState state, List<Sum> sums) {
        this.state = state;
        this.sums = sums;
        values = new Symbol[state.size()];
        beside = new WordsBeside(state, i -> values[i]);
        for (int i = 0; i < values.length; i++) {
            values[i] = state.isOfMention(i) ? MODEL : state.isNumberAt(i) ? valueOf(i) : Symbol.NONE;
        }
        sums.forEach(sum -> values[sum.number()] = SUM);
        judged = state.asksWhetherSumIsRight();
        payback = Savings.asksForPayback(state);
        gpu = state.has(Category.GPUS);
        traffic = state.candidates.has(SlotName.REQUESTS_PER_DAY);
    }

    /** Returns the features of the sums of a message. */
    public static SumFeatures of(ParseState state) {
        return new SumFeatures(state, Sums.of(state));
    }

    public List<Sum> sums() {
        return sums;
    }

    private static Symbol period(TimeUnit unit) {
        return Symbol.of("PERIOD-" + unit);
    }

    private static Map<SlotName<?>, Symbol> symbols(String prefix) {
        return Sums.ROLES.stream()
                .collect(Collectors.toUnmodifiableMap(slot -> slot, slot -> Symbol.of(prefix + slot.word())));
    }

    private Symbol valueOf(int number) {
        SlotName<?> slot = state.candidates.slotOf(number);
        return slot == SlotName.EXAMPLES ? COUNT : NUMBER;
    }

    /**
     * Gives the features of a sum to a sink.
     *
     * @param claim what the readers took it for, or would have, had they missed it; null for nothing
     */
    public void read(Sum sum, @Nullable SlotName<?> claim, WordSymbols words, FeatureSink sink) {
        Symbol read = claim == null ? UNREAD : CLAIMS.getOrDefault(claim, UNREAD);
        sink.add(FeatureKind.FACT, read, Symbol.NONE);
        facts(sum, (kind, fact, none) -> {
            sink.add(kind, fact, none);
            sink.add(FeatureKind.WITH, fact, read);
        });
        beside.read(sum.first(), sum.end(), read, words, sink);
        beside.sentence(sum.number(), words, sink);
        beside.asking(words, sink);
        beside.sentenceBefore(sum.number(), words, sink);
    }

    private void facts(Sum sum, FeatureSink sink) {
        BigDecimal value = sum.value().stripTrailingZeros();
        fact(sink, DIGITS[Math.clamp(value.precision() - value.scale(), 0, DIGITS.length - 1)]);
        fact(sink, value.scale() > 0 ? CENTS : null);
        fact(sink, value.scale() > 0 && value.compareTo(DEAREST_HOUR) < 0 ? SMALL : null);
        boolean behind = sum.end() > sum.last();
        fact(sink, sum.period() == null ? null : (behind ? PERIODS : PERIODS_OF_CLAUSE).get(sum.period()));
        fact(sink, behind && sum.period() == null ? OF_EACH : null);
        fact(sink, sums.size() == 1 ? ALONE : null);
        fact(sink, sums.size() > 1 && sum.equals(sums.getFirst()) ? FIRST : null);
        fact(sink, sums.size() > 1 && sum.equals(sums.getLast()) ? LAST : null);
        fact(sink, state.terse ? TERSE : null);
        fact(sink, state.sentence(sum.number()).asks() ? ASKED : null);
        fact(sink, state.clause(sum.number()).namesTraining() ? TRAINING_CLAUSE : null);
        fact(sink, judged ? JUDGED : null);
        fact(sink, payback ? PAYBACK : null);
        fact(sink, gpu ? GPU : null);
        fact(sink, traffic ? TRAFFIC : null);
        fact(sink, state.candidates.hasData() ? DATA : null);
        fact(sink, state.remembered.isEmpty() ? null : REMEMBERED);
        for (SlotName<?> slot : Sums.ROLES) {
            fact(sink, state.remembered.has(slot) ? BEFORE.get(slot) : null);
        }
        for (Sum other : sums) {
            fact(sink, other.equals(sum) || other.claim() == null ? null : RIVALS.get(other.claim()));
        }
    }

    private static void fact(FeatureSink sink, @Nullable Symbol fact) {
        if (fact != null) {
            sink.add(FeatureKind.FACT, fact, Symbol.NONE);
        }
    }
}
