package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.Scores;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides by weights which slot a number of prose fills, where the words beside it leave that open or several numbers
 * compete: {@code 12k tickets, after cleaning 4,300 remain, 400 of those go to eval}. The readers' result is one of the
 * features; in a command without a sentence around it what they read is not changed.
 */
public final class NumberRoles {
    /** The label of a number that fills none of these slots. */
    public static final String NONE = "NO-SLOT";

    /** The label of a number that is one of several counts of examples that add up. */
    public static final String ADDEND = "ADDEND";

    /** The label of a number of examples that are not trained on, though the whole has them. */
    public static final String REMOVED = "REMOVED";

    /** The same of examples that are kept for testing. */
    public static final String HELD_OUT = "HELD-OUT";

    /** What a count is to the data, beside the data themselves. */
    static final Set<String> OF_COUNTS = Set.of(ADDEND, REMOVED, HELD_OUT);

    private static final String DATA = SlotName.EXAMPLES.word();

    private static final int NO_PLACE = -1;

    /** The slots that a number fills as it stands. */
    public static final List<SlotName<?>> ROLES = List.of(
            SlotName.EXAMPLES,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.EPOCHS,
            SlotName.PROMPT_TOKENS,
            SlotName.TUNED_PROMPT_TOKENS,
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS,
            SlotName.REQUESTS_PER_DAY,
            SlotName.BUDGET_USD,
            SlotName.MONTHS,
            SlotName.TRAINING_HOURS);

    /** By how much another reading has to be better than the readers', in thousandths. */
    private static final int MARGIN = 350;

    /** The same where what the other numbers are goes with it: one that is taken off beside a whole, a second addend. */
    private static final int AGREED_MARGIN = 50;

    /** By how much one of several numbers has to be better than another for the same slot, in thousandths. */
    private static final int LEAD = 1400;

    /** The same if words beside both give the worse one to an old job and the other one to the job that is asked about. */
    private static final int LEAD_OF_ASKED_JOB = 100;

    /** By how much a number of a request without data may be likelier to count none, and is read as the data. */
    private static final int LIKELY_DATA = 1000;

    /** A reading is sure if it is better than that for another slot by so much, in thousandths. */
    private static final int SURE = 1000;

    /** The same for a count or a sum that may be one of something else altogether. */
    private static final int SURE_OF_COUNT = 600;

    /** What a number that is none of the job is often taken for. */
    private static final Set<SlotName<?>> OFTEN_NONE = Set.of(SlotName.EXAMPLES, SlotName.BUDGET_USD);

    private final ParseState state;
    private final NumberFeatures features;
    private final CountParts parts;
    private final PossibleRoles possible;
    private final List<Scores> scores = new ArrayList<>();
    /** The places of the counts that were decided together. */
    private final Set<Integer> decided = new HashSet<>();
    /** The places of the counts that a decision was about. */
    private final Set<Integer> weighed = new HashSet<>();

    private NumberRoles(ParseState state, Weights weights) {
        this.state = state;
        features = NumberFeatures.of(state);
        parts = new CountParts(state);
        possible = new PossibleRoles(state, features);
        for (int place = 0; place < features.numbers().size(); place++) {
            int at = place;
            scores.add(weights.score((words, sink) -> features.read(at, words, sink)));
        }
    }

    /** Decides the roles of the numbers of a message. */
    public static void read(ParseState state, Weights weights) {
        if (weights.isEmpty() || !isOpen(state) || (state.terse && haveUnits(state))) {
            return;
        }
        NumberRoles roles = new NumberRoles(state, weights);
        if (state.terse && isAllRead(state)) {
            roles.doubt();
            return;
        }
        if (roles.isProse() && (state.asks() || state.has(Category.INTENTS))) {
            roles.decideCounts();
        }
        roles.correct();
        roles.takeLikeliestData();
        if (!state.terse) {
            roles.choose();
        }
        roles.doubt();
        roles.parts.settle();
    }

    /** True if it has numbers in English; what a few words change of a request before, the readers of edits say. */
    public static boolean isOpen(ParseState state) {
        return !(state.terse && !state.remembered.isEmpty()) && state.language == null && state.any(Token::isNumber);
    }

    /** True of a command whose numbers all have a slot: there is nothing to decide. */
    private static boolean isAllRead(ParseState state) {
        return !state.any(token -> token.isNumber()
                && token.use != Token.Use.SLOT
                && !token.numeral().isInBillions());
    }

    /** True of a command whose numbers all have a slot and their unit behind them: nothing is open. */
    private static boolean haveUnits(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)
                    && !state.token(i).numeral().isInBillions()
                    && (state.token(i).use != Token.Use.SLOT || !state.isUnitAt(i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Gives the counts of prose that begins a conversation the roles that are likeliest together. */
    private void decideCounts() {
        List<Integer> counts = new ArrayList<>();
        for (int place = 0; place < scores.size(); place++) {
            if (features.isCount(place) && isOpenCount(place)) {
                counts.add(place);
            }
        }
        if (counts.size() < 2) {
            return;
        }
        weighed.addAll(counts);
        new CountDecision(features, scores, counts).labels().forEach((place, label) -> {
            int number = features.numbers().get(place);
            if (!OF_COUNTS.contains(label) && !label.equals(DATA)) {
                return;
            }
            if (!label.equals(DATA) || features.claim(number) == null) {
                become(number, label);
            }
            decided.add(place);
        });
    }

    private boolean isOpenCount(int place) {
        int number = features.numbers().get(place);
        SlotName<?> claim = features.claim(number);
        boolean taken = claim == null && state.token(number).use == Token.Use.SLOT;
        boolean count = claim == null || claim == SlotName.EXAMPLES || claim == SlotName.HELD_OUT_EXAMPLES;
        return count
                && !taken
                && possible.isOpen(number, claim)
                && features.isPossible(place)
                && possible.fits(number, DATA)
                && possible.hasUnitOf(number, DATA)
                && !state.isAt(number + 1, Category.GPUS);
    }

    /** The 900 of the command {@code gpt-4o 900 tokens 3 epochs}: of each example or in total, which is asked back. */
    private boolean isAllOfData(int number) {
        return state.terse
                && state.candidates.openTokens().contains(number)
                && !state.candidates.has(SlotName.EXAMPLES)
                && !state.candidates.has(SlotName.BUDGET_USD);
    }

    private void correct() {
        for (int place = 0; place < scores.size(); place++) {
            if (decided.contains(place)) {
                continue;
            }
            int number = features.numbers().get(place);
            SlotName<?> claim = features.claim(number);
            boolean read =
                    state.terse && claim != null && slot(scores.get(place).best()) == null;
            if (!read && possible.isOpen(number, claim) && features.isPossible(place)) {
                Scores score = scores.get(place);
                String label = claim == null ? NONE : claim.word();
                String best = score.best();
                if (!best.equals(label)
                        && !isToldOfAskedJob(place, claim, best)
                        && score.of(best) - score.of(label) >= needed(place, best)
                        && possible.fits(number, best)
                        && possible.hasUnitOf(number, best)
                        && isKnown(best)
                        && !(weighed.contains(place) && OF_COUNTS.contains(best))
                        && !(best.equals(ADDEND) && !state.remembered.isEmpty())
                        && !state.isAt(number + 1, Category.GPUS)
                        && !(isOfGpu(number) && (best.equals(DATA) || OF_COUNTS.contains(best)))
                        && !(claim == SlotName.REQUESTS_PER_DAY
                                && isRate(number)
                                && (best.equals(DATA) || isOfRequests(number)))
                        && !isNewTraffic(number, claim, best)
                        && !isLeftToEdits(number, claim, best)
                        && !isNewPrompt(best)
                        && possible.hasEvidenceOf(number, claim, best)
                        && !(best.equals(SlotName.TOKENS_PER_EXAMPLE.word()) && isAllOfData(number))
                        && (claim != SlotName.HELD_OUT_EXAMPLES || best.equals(REMOVED) || best.equals(HELD_OUT))) {
                    become(number, best);
                }
            }
        }
    }

    /**
     * {@code first try at fine-tuning: 10 examples, hardly any impact}, where somebody asks what that job costs: a number that is told
     * is that of the job, unless the weights are clearly against it, or another one is.
     */
    private boolean isToldOfAskedJob(int place, @Nullable SlotName<?> claim, String best) {
        Scores score = scores.get(place);
        return state.isTellingOfAskedJob()
                && slot(best) == null
                && (claim == SlotName.EXAMPLES || claim == SlotName.EPOCHS)
                && !others(place, claim.word(), 0)
                && score.of(best) - score.of(claim.word()) < LEAD;
    }

    /** {@code H100 1,150, A100 540}: figures of GPUs. */
    private boolean isOfGpu(int number) {
        return state.isAt(number - 1, Category.GPUS) && state.unitFinder.right(number) < 0;
    }

    /** {@code 20k requests a day}: no other number has such a unit. */
    private boolean isOfRequests(int number) {
        return state.measureAt(state.unitFinder.right(number)) == Measure.REQUEST;
    }

    /** In prose that begins a conversation the counts are decided together. */
    private boolean isProse() {
        return !state.terse && state.remembered.isEmpty();
    }

    /** {@code 2,100 emails by week}, {@code 7,000 a week}: its unit and its period follow a number. */
    private boolean isRate(int number) {
        int unit = state.unitFinder.right(number);
        return state.isRateAt(number + 1) || (unit > number && state.isRateAt(unit + 1));
    }

    /** The number of {@code we're at 3,900 now} in a conversation about data: no word makes it the traffic that was not spoken of. */
    private boolean isNewTraffic(int number, @Nullable SlotName<?> claim, String best) {
        return claim == null
                && best.equals(SlotName.REQUESTS_PER_DAY.word())
                && state.mayEdit()
                && (!state.remembered.has(SlotName.REQUESTS_PER_DAY) || namesLength(number))
                && state.unitFinder.right(number) < 0
                && !state.has(Measure.REQUEST)
                && !state.any(token -> token.is(Trait.TRAFFIC));
    }

    /** The two of {@code full tuning for those two} and the four of {@code IT can spare us four}: what a small number changes, the readers of edits say. */
    private boolean isLeftToEdits(int number, @Nullable SlotName<?> claim, String best) {
        boolean small = state.token(number).numeral().value().compareTo(OnlyNumber.FEWEST_EXAMPLES) < 0;
        boolean open = claim == null && small && state.mayEdit() && state.unitFinder.right(number) < 0;
        boolean ofGpus =
                state.remembered.has(SlotName.GPU) && !state.has(Measure.EPOCH) && best.equals(SlotName.EPOCHS.word());
        return open
                && !state.has(Measure.EPOCH)
                && (best.equals(DATA) || ofGpus || OnlyNumber.isOfNamed(state, number));
    }

    /** {@code bump the tokens to 550}: a prompt after tuning follows one before it. */
    private boolean isNewPrompt(String best) {
        return best.equals(SlotName.TUNED_PROMPT_TOKENS.word())
                && !state.remembered.isEmpty()
                && !state.remembered.has(SlotName.PROMPT_TOKENS)
                && !state.candidates.has(SlotName.PROMPT_TOKENS);
    }

    /** The clause of {@code out is nearer 400}, in a conversation about the lengths of requests. */
    private boolean namesLength(int number) {
        boolean named = false;
        for (int i = state.clause(number).first(); i < number; i++) {
            boolean out = state.isAt(i, Cue.OUT) || state.isAt(i, Cue.OUTPUT) || state.hasTyped(i, Trait.ANSWERED);
            boolean in = state.isAt(i, Cue.INPUT) || state.hasTyped(i, Trait.ASKED);
            named |= (out && state.remembered.has(SlotName.OUTPUT_TOKENS))
                    || (in && state.remembered.has(SlotName.INPUT_TOKENS));
        }
        return named;
    }

    /**
     * A request that names a model, and has no data, means some number by it, if one is likely: {@code nova lite, 800 calls}. It is
     * told as a doubt.
     */
    private void takeLikeliestData() {
        boolean asks = state.terse || state.asks();
        if (!asks
                || !decided.isEmpty()
                || !state.remembered.isEmpty()
                || state.mentions.isEmpty()
                || hasData(NO_PLACE)) {
            return;
        }
        int likeliest = NO_PLACE;
        int least = LIKELY_DATA;
        for (int place = 0; place < scores.size(); place++) {
            int number = features.numbers().get(place);
            Scores score = scores.get(place);
            int missing = score.of(NONE) - score.of(DATA);
            if (missing < least
                    && features.claim(number) == null
                    && !state.candidates.openTokens().contains(number)
                    && !state.hasTyped(number + 1, Trait.PEOPLE)
                    && score.bestBut(NONE).equals(DATA)
                    && possible.isOpen(number, null)
                    && possible.fits(number, DATA)
                    && possible.hasUnitOf(number, DATA)) {
                least = missing;
                likeliest = place;
            }
        }
        if (likeliest != NO_PLACE) {
            become(features.numbers().get(likeliest), DATA);
        }
    }

    /** Tells the numbers of which another reading is nearly as likely, or likelier than the one that the readers are sure of. */
    private void doubt() {
        boolean allRead = state.terse && isAllRead(state);
        for (int place = 0; place < scores.size(); place++) {
            int number = features.numbers().get(place);
            SlotName<?> claim = features.claim(number);
            if (claim != null && isOpenUnit(claim)) {
                Scores score = scores.get(place);
                String other = score.bestBut(claim.word());
                int lead = score.of(claim.word()) - score.of(other);
                boolean settled = allRead || state.candidates.isSettled(number);
                boolean doubtful = settled
                        ? lead <= -MARGIN
                        : slot(other) == null ? lead < SURE_OF_COUNT && OFTEN_NONE.contains(claim) : lead < SURE;
                if (doubtful) {
                    doubt(number, claim, slot(other));
                }
            }
        }
    }

    private void doubt(int number, SlotName<?> claim, @Nullable SlotName<?> other) {
        int last = possible.isNamed(number + 1) ? number + 1 : number;
        // Of "a 900 token prompt and 250 tokens of chat" the sum is read, not its first number.
        String said = state.candidates.of(claim).stream()
                .filter(each -> each.token() == number && each.arithmetic() != null)
                .map(SlotCandidates.Candidate::arithmetic)
                .findFirst()
                .orElseGet(() -> state.typed(number, last));
        state.add(new Interpretation.Doubt(said, state.span(number, last), claim, other));
    }

    /** Months and hours are said with their unit. */
    private static boolean isOpenUnit(SlotName<?> claim) {
        return ROLES.contains(claim) && !PossibleRoles.UNITS.containsKey(claim);
    }

    /** Returns by how much a reading has to be better than the readers': less if the other numbers' readings go with it. */
    private int needed(int place, String best) {
        int number = features.numbers().get(place);
        if (best.equals(SlotName.REQUESTS_PER_DAY.word()) && isRate(number) && isOfRequests(number)) {
            return 0;
        }
        boolean agreed = switch (best) {
            case ADDEND -> others(place, ADDEND, 0);
            case REMOVED, HELD_OUT -> others(place, ADDEND, 0) || others(place, DATA, MARGIN);
            case NONE -> features.claim(number) == SlotName.EXAMPLES && others(place, DATA, MARGIN);
            default -> best.equals(DATA) && !hasData(place) && !state.candidates.has(SlotName.REQUESTS_PER_DAY);
        };
        return agreed ? AGREED_MARGIN : MARGIN;
    }

    /** True if the numbers of other places include one that has this label as its best, by a margin over none. */
    private boolean others(int place, String label, int margin) {
        for (int other = 0; other < scores.size(); other++) {
            Scores score = scores.get(other);
            if (other != place && score.best().equals(label) && score.of(label) - score.of(NONE) >= margin) {
                return true;
            }
        }
        return false;
    }

    /** True if another number is the count of examples, or if their tokens are counted. */
    private boolean hasData(int place) {
        int number = place == NO_PLACE ? NO_PLACE : features.numbers().get(place);
        return state.candidates.has(SlotName.TOTAL_TOKENS)
                || state.candidates.all().stream()
                        .anyMatch(each -> each.slot() == SlotName.EXAMPLES
                                && !each.replaced()
                                && each.token() != number
                                && !isRefuted(each.token()));
    }

    /** True if a number has a better reading than the one as a count of examples. */
    private boolean isRefuted(int number) {
        int place = features.numbers().indexOf(number);
        return place >= 0 && !scores.get(place).best().equals(SlotName.EXAMPLES.word());
    }

    private static boolean isKnown(String label) {
        return label.equals(NONE) || OF_COUNTS.contains(label) || slot(label) != null;
    }

    private void become(int number, String label) {
        if (label.equals(ADDEND)) {
            parts.addend(number);
            return;
        }
        if (label.equals(HELD_OUT) && features.claim(number) != SlotName.HELD_OUT_EXAMPLES) {
            state.candidates.withdraw(number);
            state.candidates.add(
                    SlotName.HELD_OUT_EXAMPLES,
                    Amounts.counted(state.token(number).numeral()),
                    number);
        }
        if (label.equals(REMOVED) || label.equals(HELD_OUT)) {
            parts.removed(number);
            return;
        }
        Token token = state.token(number);
        state.candidates.withdraw(number);
        SlotName<?> slot = slot(label);
        if (slot == null) {
            token.use = Token.Use.KNOWN_NON_SLOT;
        } else {
            state.candidates.add(slot, Amounts.counted(token.numeral()), number);
            token.use = Token.Use.SLOT;
        }
    }

    static @Nullable SlotName<?> slot(String label) {
        return ROLES.stream()
                .filter(role -> role.word().equals(label))
                .findFirst()
                .orElse(null);
    }

    /** Of several numbers for one slot, keeps the one with the best score. */
    private void choose() {
        Map<SlotName<?>, Integer> best = new HashMap<>();
        for (int place = 0; place < scores.size(); place++) {
            SlotName<?> claim = features.claim(features.numbers().get(place));
            if (claim != null && ROLES.contains(claim)) {
                best.merge(claim, place, (one, other) -> margin(other, claim) > margin(one, claim) ? other : one);
            }
        }
        for (int place = 0; place < scores.size(); place++) {
            int number = features.numbers().get(place);
            SlotName<?> claim = features.claim(number);
            Integer kept = claim == null ? null : best.get(claim);
            if (claim != null
                    && kept != null
                    && kept != place
                    && !areAlternatives(number, features.numbers().get(kept))
                    && !possible.contradict(number, features.numbers().get(kept))
                    && margin(kept, claim) - margin(place, claim) >= lead(kept, place)) {
                become(number, NONE);
            }
        }
    }

    /** {@code with 1,000 rows or with 2,000}: neither is the one that is meant. */
    private boolean areAlternatives(int one, int other) {
        if (state.sentence(one) != state.sentence(other)) {
            return false;
        }
        for (int i = Math.min(one, other) + 1; state.has(Cue.OR) && i < Math.max(one, other); i++) {
            if (state.isAt(i, Cue.OR)) {
                return true;
            }
        }
        return false;
    }

    private int lead(int kept, int place) {
        return features.isOfAskedJob(kept) && features.isOfOldJob(place) ? LEAD_OF_ASKED_JOB : LEAD;
    }

    private int margin(int place, SlotName<?> claim) {
        Scores score = scores.get(place);
        return score.of(claim.word()) - score.of(NONE);
    }
}
