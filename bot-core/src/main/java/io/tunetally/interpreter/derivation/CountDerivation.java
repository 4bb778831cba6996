package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.role.NumberFeatures;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides by weights how the number of examples of prose follows from its numbers and shares: {@code 12 schools sent 80 essays each, 2
 * schools withdrew, and a quarter of the rest is blank} is 600. What the readers found is one of the derivations, and stays unless another one is
 * much likelier.
 */
public final class CountDerivation {
    /** By how much another derivation has to be likelier than what the readers found, in thousandths. */
    private static final int MARGIN = 250;

    /** The same in a conversation, where readers of edits follow. */
    private static final int MARGIN_OF_EDIT = 500;

    /** More derivations take too long. */
    private static final int MOST_DERIVATIONS = 10_000;

    private final ParseState state;
    private final NumberFeatures numbers;
    private final Nouns nouns;
    private final List<Figure> figures;
    private final Chains chains;
    private final Components components;
    private final Set<Long> written;
    private final Finding found;
    private final ComponentScores scores;
    private final Contest<Derivation> contest;

    CountDerivation(ParseState state, Weights weights) {
        this.state = state;
        numbers = NumberFeatures.of(state);
        nouns = new Nouns(state);
        figures = Figures.of(state, numbers, nouns);
        FigureFeatures features = new FigureFeatures(state, figures, numbers, nouns);
        chains = features.chains();
        components = new Components(figures, features);
        scores = new ComponentScores(weights, components);
        written = written(numbers);
        found = Finding.of(state, written);
        contest = new Contest<>(derivation -> derivation.examples() == found.examples());
    }

    /** Reads the number of examples of a message, and says how it follows from other numbers and the one that is remembered. */
    public static void read(ParseState state, Weights weights) {
        boolean open = isOpen(state);
        if (!weights.isEmpty()
                && !isAnotherCount(state)
                && !state.statesChange()
                && !state.candidates.isStated(SlotName.EXAMPLES)
                && (open || isDerived(state))) {
            CountDerivation derivation = new CountDerivation(state, weights);
            if (derivation.figures.size() > 1 && !isRange(state)) {
                derivation.search();
                if (open) {
                    derivation.decide();
                } else {
                    derivation.explain(derivation.contest.asFound());
                }
            }
        }
    }

    /** {@code how about 250 examples?}: nothing else is said, so it is the count that is meant, and no part of the remembered one. */
    private static boolean isAnotherCount(ParseState state) {
        int number = state.isAt(0, Cue.WHAT_ABOUT) ? 1 : -1;
        return state.mayEdit()
                && state.isNumberAt(number)
                && state.isItemAt(number + 1)
                && state.isBreakAt(number + 2)
                && state.candidates.isOf(SlotName.EXAMPLES, number);
    }

    private static boolean isDerived(ParseState state) {
        return state.candidates.of(SlotName.EXAMPLES).stream().anyMatch(SlotCandidates.Candidate::derived);
    }

    /** True if a message may say of how many examples. */
    static boolean isOpen(ParseState state) {
        // A command says each value with its name: two of them contradict each other.
        return (begins(state) && !state.terse) || goesOn(state);
    }

    /** True of a message in English that begins a conversation, asks for something and has numbers. */
    public static boolean begins(ParseState state) {
        return state.remembered.isEmpty()
                && state.language == null
                && (state.asks() || state.has(Category.INTENTS))
                && state.any(Token::isNumber);
    }

    /** True of a short message of a conversation about some examples. */
    private static boolean goesOn(ParseState state) {
        return state.mayEdit() && state.language == null && state.remembered.has(SlotName.EXAMPLES);
    }

    /** {@code maybe 5,000, maybe 9,000}: both ends are priced. */
    private static boolean isRange(ParseState state) {
        return state.candidates
                .amounts(SlotName.EXAMPLES)
                .anyMatch(each -> each.numeral().isRange());
    }

    List<Figure> figures() {
        return figures;
    }

    Components components() {
        return components;
    }

    Finding found() {
        return found;
    }

    /** Returns all derivations, also hopeless ones, for the trainer. */
    List<Derivation> all() {
        List<Derivation> all = new ArrayList<>();
        new DerivationSearch(figures, nouns, chains, written, found, allRoles(), all::add).run();
        return all;
    }

    private List<List<Role>> allRoles() {
        return figures.stream().map(Figure::roles).toList();
    }

    private void search(List<List<Role>> tried) {
        if (tried.stream().mapToLong(List::size).reduce(1, (one, other) -> one * other) <= MOST_DERIVATIONS) {
            new DerivationSearch(figures, nouns, chains, written, found, tried, this::weigh).run();
        }
    }

    private static Set<Long> written(NumberFeatures numbers) {
        Set<Long> written = new HashSet<>();
        for (int place = 0; place < numbers.numbers().size(); place++) {
            written.add(numbers.value(place).longValue());
        }
        return written;
    }

    private void search() {
        search(new LikelyRoles<>(this::score, this::isAsFound).of(allRoles(), 1, MOST_DERIVATIONS));
        if (contest.asFound() == null) {
            // What the readers derived may need a role that is hopeless; then it is as unlikely, and no reason to keep
            // it.
            search(allRoles());
        }
    }

    private void decide() {
        if (!state.remembered.isEmpty()) {
            propose();
            return;
        }
        Derivation taken = contest.taken(MARGIN);
        if (taken == null) {
            return;
        }
        if (taken.examples() == found.examples()) {
            holdOut(taken);
        } else {
            take(taken);
        }
        explain(taken);
    }

    /** Keeps what follows from the message and the remembered number, for the readers of edits. */
    private void propose() {
        Derivation likeliest = contest.leading(MARGIN_OF_EDIT);
        if (likeliest == null || likeliest.examples() == Derivation.NONE || likeliest.uses() < 2) {
            return;
        }
        List<Figure> used =
                Figures.used(figures, figure -> likeliest.role(figure).isUsed());
        state.add(new ParseState.WorkedOut(
                SlotName.EXAMPLES,
                BigDecimal.valueOf(likeliest.examples()),
                likeliest.heldOut(),
                CountArithmetic.text(figures, likeliest),
                Figures.tokens(used),
                used.size(),
                contest.lead(),
                contest.isSure(other -> other.examples() == likeliest.examples())));
    }

    /** Shows how a number of examples follows, which says more than that one of its parts is doubtful. */
    private void explain(@Nullable Derivation derivation) {
        if (derivation == null || derivation.examples() == Derivation.NONE) {
            return;
        }
        boolean sure = contest.isSure(other -> other.examples() == derivation.examples());
        int first = derivation.firstUsed(figures);
        if (derivation.uses() < 2) {
            if (!sure && state.doubts().stream().noneMatch(CountDerivation::isOfExamples)) {
                doubt(state.typed(first, first), first);
            }
            return;
        }
        withdrawShares(derivation);
        String arithmetic = CountArithmetic.text(figures, derivation);
        state.candidates.explain(SlotName.EXAMPLES, BigDecimal.valueOf(derivation.examples()), arithmetic);
        state.doubts().removeIf(CountDerivation::isOfExamples);
        if (!sure) {
            doubt(arithmetic, first);
        }
    }

    private static boolean isOfExamples(Interpretation.Doubt doubt) {
        return doubt.slot() == SlotName.EXAMPLES;
    }

    private void doubt(String text, int first) {
        state.add(new Interpretation.Doubt(text, state.span(first, first), SlotName.EXAMPLES, null));
    }

    /** {@code a quarter of that}: no span of time. */
    private void withdrawShares(Derivation derivation) {
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (figure.isShare() && derivation.role(i).isUsed()) {
                IntStream.rangeClosed(figure.first(), figure.last()).forEach(state::withdraw);
            }
        }
    }

    /** True of the role that a figure has if the readers found no number of examples, or this one. */
    private boolean isAsFound(Integer figure, Role role) {
        return switch (role) {
            case OTHER, SHARE_OTHER -> true;
            case DATA -> figures.get(figure).value() == found.examples();
            default -> false;
        };
    }

    /** Returns how likely a role is by itself; that of data may also be one of an addend. */
    private int score(Integer figure, Role role) {
        int score = scores.of(Components.role(figure, role));
        return role == Role.DATA ? Math.max(score, scores.of(Components.role(figure, Role.ADDEND))) : score;
    }

    private void weigh(Derivation derivation) {
        contest.add(derivation, scores.of(derivation.components()));
    }

    /** Puts a derivation in the place of what the readers found. */
    private void take(Derivation derivation) {
        Set<Integer> tokens = new HashSet<>();
        state.candidates.all().stream()
                .filter(each -> each.slot() == SlotName.EXAMPLES || each.slot() == SlotName.HELD_OUT_EXAMPLES)
                .map(SlotCandidates.Candidate::token)
                .forEach(tokens::add);
        int whole = -1;
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            Role role = derivation.role(i);
            if (!role.isUsed()) {
                continue;
            }
            whole = role == Role.DATA && whole < 0 ? figure.first() : whole;
            tokens.add(figure.first());
        }
        tokens.forEach(state::withdraw);
        if (whole >= 0) {
            use(derivation);
            Numeral examples = Numeral.of(BigDecimal.valueOf(derivation.examples()));
            if (derivation.uses() > 1) {
                state.candidates.addDerived(SlotName.EXAMPLES, examples, whole);
            } else {
                state.candidates.add(SlotName.EXAMPLES, examples, whole);
            }
            holdOut(derivation);
        }
    }

    private void use(Derivation derivation) {
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (derivation.role(i).isUsed()) {
                state.use(figure.first(), figure.last(), figure.isShare() ? Token.Use.CONNECTIVE : Token.Use.SLOT);
            }
        }
    }

    /** Adds what is held out, unless the readers found it. */
    private void holdOut(Derivation derivation) {
        if (derivation.heldOut() <= 0 || state.candidates.has(SlotName.HELD_OUT_EXAMPLES)) {
            return;
        }
        for (int i = 0; i < figures.size(); i++) {
            Role role = derivation.role(i);
            if (role == Role.HELD_OUT || role == Role.SHARE_HELD_OUT) {
                state.candidates.addDerived(
                        SlotName.HELD_OUT_EXAMPLES,
                        Numeral.of(BigDecimal.valueOf(derivation.heldOut())),
                        figures.get(i).first());
                return;
            }
        }
    }
}
