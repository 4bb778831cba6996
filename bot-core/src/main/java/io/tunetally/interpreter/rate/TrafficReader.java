package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.Chains;
import io.tunetally.interpreter.derivation.ComponentScores;
import io.tunetally.interpreter.derivation.Contest;
import io.tunetally.interpreter.derivation.CountDerivation;
import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.derivation.FigureFeatures;
import io.tunetally.interpreter.derivation.Figures;
import io.tunetally.interpreter.derivation.LikelyRoles;
import io.tunetally.interpreter.derivation.Nouns;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.role.NumberFeatures;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides by weights how the requests of a day follow from the numbers, shares and periods of a message: {@code each of our 22 midwives asks 10 times
 * a day} are 220. What the readers found is one of the derivations, and stays unless another one is much likelier.
 */
public final class TrafficReader {
    /** By how much another derivation has to be likelier than what the readers found, in thousandths. */
    private static final int MARGIN = 250;

    /** The same where the readers found traffic: what they find is seldom wrong. */
    private static final int MARGIN_OF_FOUND = 500;

    /** The most requests a day: a larger product has multiplied numbers by their own product. */
    private static final BigDecimal MOST_PER_DAY = BigDecimal.valueOf(100_000_000);

    /** The same in a conversation, where readers of edits follow. */
    private static final int MARGIN_OF_EDIT = 500;

    /** The same in place of a sum or a product that a reader is sure of. */
    private static final int MARGIN_OF_SUM = 2000;

    /** More derivations take too long. */
    private static final int MOST_DERIVATIONS = 4_000;

    private static final List<TrafficRole> OF_NUMBERS = List.of(TrafficRole.OTHER, TrafficRole.RATE, TrafficRole.TIMES);
    private static final List<TrafficRole> OF_REMEMBERED = List.of(TrafficRole.OTHER, TrafficRole.RATE);

    private static final int LONGEST_DAY = 24;
    private static final int LONGEST_SPAN = 400;

    private final ParseState state;
    private final List<Figure> figures;
    private final List<TrafficFigures.Period> periods;
    private final Chains chains;
    private final TrafficComponents components;
    private final ComponentScores scores;
    private final TrafficFinding found;
    private final Contest<TrafficDerivation> contest;

    TrafficReader(ParseState state, Weights weights) {
        this.state = state;
        NumberFeatures numbers = NumberFeatures.of(state);
        Nouns nouns = new Nouns(state);
        TrafficFigures all = new TrafficFigures(state, numbers, nouns);
        figures = all.figures();
        periods = all.periods();
        FigureFeatures features = new FigureFeatures(state, figures, numbers, nouns);
        chains = features.chains();
        components = new TrafficComponents(state, figures, periods, features);
        scores = new ComponentScores(weights, components);
        found = TrafficFinding.of(state);
        contest = new Contest<>(derivation -> found.isFound(derivation, figures));
    }

    /** Reads the requests of a day of a message, which may follow from those that are remembered. */
    public static void read(ParseState state, Weights weights) {
        RangesBesideRates.drop(state);
        HoursOfDay.read(state);
        SparedRequests.read(state);
        if (!weights.isEmpty() && !state.statesChange() && isOpen(state)) {
            TrafficReader reader = new TrafficReader(state, weights);
            if (!reader.isEmpty()) {
                reader.decide();
            }
        }
        SparedRequests.read(state);
        WorkingDays.read(state);
        NamedMonths.read(state);
        NamedQuarters.read(state);
        PlanYears.read(state);
        SeasonalMultiples.read(state);
        FutureLevels.read(state);
    }

    /** True if no number or share of the message may say how many requests come. */
    boolean isEmpty() {
        return figures.stream().allMatch(Figure::isRemembered);
    }

    /** True of a message in English that begins a conversation, asks for something, has numbers, and traffic or a time, and of a message of a conversation about traffic. */
    static boolean isOpen(ParseState state) {
        boolean goesOn = goesOn(state);
        return (goesOn || CountDerivation.begins(state))
                && state.candidates.of(SlotName.REQUESTS_PER_DAY).stream()
                        .noneMatch(each ->
                                each.numeral().isRange() || each.numeral().isAmbiguous())
                && (goesOn || state.candidates.has(SlotName.REQUESTS_PER_DAY) || hasTime(state));
    }

    private static boolean goesOn(ParseState state) {
        return state.mayEdit() && state.language == null && state.remembered.has(SlotName.REQUESTS_PER_DAY);
    }

    private static boolean hasTime(ParseState state) {
        Periods periods = new Periods(state);
        return IntStream.range(0, state.size()).anyMatch(i -> periods.timeAt(i) != null);
    }

    List<Figure> figures() {
        return figures;
    }

    TrafficComponents components() {
        return components;
    }

    /** Returns all derivations, also hopeless ones, for the trainer. */
    List<TrafficDerivation> all() {
        List<TrafficDerivation> all = new ArrayList<>();
        search(allRoles(), all::add);
        return all;
    }

    private void search(List<List<TrafficRole>> tried, Consumer<TrafficDerivation> sink) {
        new TrafficSearch(figures, periods, chains, found, tried, sink).run();
    }

    private List<List<TrafficRole>> allRoles() {
        return figures.stream().map(this::roles).toList();
    }

    /** Returns what a figure may be; hours and spans stand beside their unit. */
    private List<TrafficRole> roles(Figure figure) {
        if (figure.isRemembered()) {
            return isSaidAgain(figure) ? List.of(TrafficRole.OTHER) : OF_REMEMBERED;
        }
        if (figure.isShare()) {
            return List.copyOf(TrafficRole.OF_SHARES);
        }
        if (figure.isOpening()) {
            return List.of(TrafficRole.OTHER, TrafficRole.HOURS);
        }
        List<TrafficRole> roles = new ArrayList<>(OF_NUMBERS);
        if (figures.getFirst().isRemembered()) {
            roles.add(TrafficRole.TAKEN);
        }
        for (TrafficFigures.Period period : periods) {
            if (period.isBehind(figure) && figure.value() <= LONGEST_SPAN && !roles.contains(TrafficRole.SPAN)) {
                roles.add(TrafficRole.SPAN);
                if (period.unit() == TimeUnit.HOUR && figure.value() <= LONGEST_DAY) {
                    roles.add(TrafficRole.HOURS);
                }
            }
        }
        return roles;
    }

    /** {@code the 500 is per boat, we run 3 boats}: the number of the message stands for the one that is remembered. */
    private boolean isSaidAgain(Figure before) {
        return figures.stream()
                .anyMatch(figure -> !figure.isRemembered()
                        && !figure.isShare()
                        && figure.number().compareTo(before.number()) == 0);
    }

    private void decide() {
        search(
                new LikelyRoles<>(this::score, this::isKept).of(allRoles(), periods.size() + 1L, MOST_DERIVATIONS),
                this::weigh);
        if (!state.remembered.isEmpty()) {
            propose();
            return;
        }
        TrafficDerivation taken = contest.leading(margin());
        TrafficDerivation asFound = contest.asFound();
        if (taken != null && !countsGrowth(taken)) {
            take(taken);
            doubt(taken, taken.perDay(figures));
        } else if (asFound != null) {
            explain(asFound, found.perDay());
            if (!state.terse) {
                doubt(asFound, found.perDay());
            }
        }
    }

    /** {@code we start at 200 a day and add 50 a month}: what comes with each month is none of the first. */
    private boolean countsGrowth(TrafficDerivation derivation) {
        Slot<?> growth = state.slots.get(SlotName.GROWTH);
        TextSpan span = growth == null ? null : growth.span();
        return span != null
                && IntStream.range(0, figures.size())
                        .filter(i -> derivation.roles().get(i).isUsed()
                                && !figures.get(i).isRemembered())
                        .map(i -> state.token(figures.get(i).first()).start)
                        .anyMatch(start -> span.start() <= start && start < span.end());
    }

    /** {@code x7, one for each of our seven sites}: the same number is said again, and is no second factor. */
    private boolean countsTwice(TrafficDerivation derivation) {
        for (int i = 0; i < figures.size(); i++) {
            for (int other = i + 1; other < figures.size(); other++) {
                Figure one = figures.get(i);
                Figure again = figures.get(other);
                boolean factors = derivation.roles().get(i) == TrafficRole.TIMES
                        && derivation.roles().get(other) == TrafficRole.TIMES;
                boolean unnamed = one.noun().isEmpty() || again.noun().isEmpty();
                if (factors && unnamed && one.number().compareTo(again.number()) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Keeps what follows from the message and the remembered rate, for the readers of edits. */
    private void propose() {
        TrafficDerivation likeliest = contest.leading(MARGIN_OF_EDIT);
        BigDecimal perDay = likeliest == null ? null : likeliest.perDay(figures);
        if (likeliest == null || perDay == null || likeliest.isPlain() || countsTwice(likeliest)) {
            return;
        }
        List<Figure> used =
                Figures.used(figures, figure -> likeliest.roles().get(figure).isUsed());
        state.add(new ParseState.WorkedOut(
                SlotName.REQUESTS_PER_DAY,
                perDay,
                0,
                likeliest.arithmetic(figures),
                Figures.tokens(used),
                used.size(),
                contest.lead(),
                contest.isSure(other -> TrafficFinding.isSame(perDay, other.perDay(figures)))));
    }

    /** Tells the requests of a day as a doubt if derivations of others are nearly as likely. */
    private void doubt(TrafficDerivation derivation, @Nullable BigDecimal perDay) {
        if (perDay != null && !contest.isSure(other -> TrafficFinding.isSame(perDay, other.perDay(figures)))) {
            state.doubts().removeIf(doubt -> doubt.slot() == SlotName.REQUESTS_PER_DAY);
            int first = figures.get(derivation.base()).first();
            state.add(new Interpretation.Doubt(
                    derivation.arithmetic(figures), state.span(first, first), SlotName.REQUESTS_PER_DAY, null));
        }
    }

    /** Shows how the requests of a day follow, unless they stand there. */
    private void explain(TrafficDerivation derivation, @Nullable BigDecimal perDay) {
        if (perDay != null && !derivation.isPlain()) {
            state.candidates.explain(SlotName.REQUESTS_PER_DAY, perDay, derivation.arithmetic(figures));
        }
    }

    private int margin() {
        return found.sure() ? MARGIN_OF_SUM : found.kind() == 0 ? MARGIN : MARGIN_OF_FOUND;
    }

    private int score(Integer figure, TrafficRole role) {
        return scores.of(TrafficComponents.role(figure, role));
    }

    /** True of the roles that stay however unlikely they are. */
    private boolean isKept(Integer figure, TrafficRole role) {
        boolean found = role == TrafficRole.RATE
                && state.candidates.slotOf(figures.get(figure).first()) == SlotName.REQUESTS_PER_DAY;
        return found || !role.isUsed();
    }

    private void weigh(TrafficDerivation derivation) {
        BigDecimal perDay = derivation.perDay(figures);
        if (perDay == null || perDay.compareTo(MOST_PER_DAY) <= 0) {
            contest.add(derivation, scores.of(derivation.components()));
        }
    }

    private boolean countsOwnModels(int token) {
        return state.hasTypedAnywhere(Trait.SELF_OWNED) && state.candidates.isOf(SlotName.RUNS, token);
    }

    /** Puts a derivation in the place of what the readers found. */
    private void take(TrafficDerivation derivation) {
        state.candidates.of(SlotName.REQUESTS_PER_DAY).stream()
                .mapToInt(SlotCandidates.Candidate::token)
                .forEach(state::withdraw);
        BigDecimal perDay = derivation.perDay(figures);
        if (perDay == null) {
            return;
        }
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (derivation.roles().get(i).isUsed()) {
                // The 3 of "3 brands each with its own model, 100 requests a day per brand" counts the trainings, too.
                IntStream.rangeClosed(figure.first(), figure.last())
                        .filter(token -> !countsOwnModels(token))
                        .forEach(state::withdraw);
                state.use(figure.first(), figure.last(), figure.isShare() ? Token.Use.CONNECTIVE : Token.Use.SLOT);
            }
        }
        int rate = figures.get(derivation.base()).first();
        Numeral requests = Numeral.of(perDay);
        if (derivation.isPlain()) {
            state.candidates.add(SlotName.REQUESTS_PER_DAY, requests, rate);
        } else {
            state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, requests, rate);
            explain(derivation, perDay);
        }
        state.candidates.settle(rate);
    }
}
