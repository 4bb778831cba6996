package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.role.NumberFeatures;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.Scores;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides by weights how the number of examples of prose follows from its numbers and shares: {@code 12 schools sent 80 essays each, 2
 * schools withdrew, and a quarter of the rest is blank} is 600. What the readers found is one of the derivations, and stays unless another one is
 * much likelier.
 */
public final class CountDerivation {
    /** By how much another derivation has to be likelier than what the readers found, in thousandths. */
    private static final int MARGIN = 250;

    /** A role that is so much less likely than the likeliest of its figure is not tried, in thousandths. */
    private static final int HOPELESS = 4000;

    /** More derivations take too long. */
    private static final int MOST_DERIVATIONS = 10_000;

    private final ParseState state;
    private final Weights weights;
    private final NumberFeatures numbers;
    private final List<Figure> figures;
    private final Components components;
    private final Set<Long> written;
    private final Finding found;
    private final Map<Integer, Integer> scores = new HashMap<>();
    private final Map<Integer, Scores> ofFigures = new HashMap<>();
    private @Nullable Derivation best;
    private @Nullable Derivation asFound;
    private int bestScore = Integer.MIN_VALUE;
    private int scoreAsFound = Integer.MIN_VALUE;

    CountDerivation(ParseState state, Weights weights) {
        this.state = state;
        this.weights = weights;
        numbers = NumberFeatures.of(state);
        Nouns nouns = new Nouns(state);
        figures = Figures.of(state, numbers, nouns);
        components = new Components(
                figures,
                numbers,
                new ShareFeatures(state, numbers.beside()),
                new Relations(state, nouns, figures, numbers.fates()));
        written = written(numbers);
        found = Finding.of(state, written);
    }

    /** Reads the number of examples of a message that begins a conversation. */
    public static void read(ParseState state, Weights weights) {
        if (!weights.isEmpty() && isOpen(state)) {
            CountDerivation derivation = new CountDerivation(state, weights);
            if (derivation.figures.size() > 1 && !isRange(state)) {
                derivation.decide();
            }
        }
    }

    /** True of prose in English that begins a conversation, asks for something and has numbers. */
    public static boolean isOpen(ParseState state) {
        return !state.terse
                && state.remembered.isEmpty()
                && state.language == null
                && (state.asks() || state.has(Category.INTENTS))
                && state.any(Token::isNumber);
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
        new DerivationSearch(figures, written, found, allRoles(), all::add).run();
        return all;
    }

    private List<List<Role>> allRoles() {
        return figures.stream().map(Figure::roles).toList();
    }

    private void search(List<List<Role>> tried) {
        if (tried.stream().mapToLong(List::size).reduce(1, (one, other) -> one * other) <= MOST_DERIVATIONS) {
            new DerivationSearch(figures, written, found, tried, this::weigh).run();
        }
    }

    private static Set<Long> written(NumberFeatures numbers) {
        Set<Long> written = new HashSet<>();
        for (int place = 0; place < numbers.numbers().size(); place++) {
            written.add(numbers.value(place).longValue());
        }
        return written;
    }

    private void decide() {
        search(hopeful());
        if (asFound == null) {
            // What the readers derived may need a role that is hopeless; then it is as unlikely, and no reason to keep
            // it.
            search(allRoles());
        }
        if (best == null) {
            return;
        }
        if (best.examples() == found.examples()) {
            holdOut(best);
        } else if (asFound != null && bestScore - scoreAsFound >= MARGIN) {
            take(best);
        } else if (asFound != null) {
            holdOut(asFound);
        }
    }

    /** Returns the roles of each figure that are likely enough, so few that all derivations of them can be tried. */
    private List<List<Role>> hopeful() {
        for (int bound = HOPELESS; ; bound = bound * 2 / 3) {
            List<List<Role>> roles = new ArrayList<>();
            long derivations = 1;
            for (int figure = 0; figure < figures.size(); figure++) {
                List<Role> own = hopeful(figure, bound);
                roles.add(own);
                derivations *= own.size();
            }
            if (derivations <= MOST_DERIVATIONS || bound == 0) {
                return roles;
            }
        }
    }

    private List<Role> hopeful(int figure, int bound) {
        List<Role> roles = figures.get(figure).roles();
        int likeliest =
                roles.stream().mapToInt(role -> score(figure, role)).max().orElse(0);
        return roles.stream()
                .filter(role -> score(figure, role) >= likeliest - bound || isAsFound(figure, role))
                .toList();
    }

    /** True of the role that a figure has if the readers found no number of examples, or this one. */
    private boolean isAsFound(int figure, Role role) {
        return switch (role) {
            case OTHER, SHARE_OTHER -> true;
            case DATA -> figures.get(figure).value() == found.examples();
            default -> false;
        };
    }

    /** Returns how likely a role is by itself; that of data may also be one of an addend. */
    private int score(int figure, Role role) {
        int score = score(Components.role(figure, role));
        return role == Role.DATA ? Math.max(score, score(Components.role(figure, Role.ADDEND))) : score;
    }

    private void weigh(Derivation derivation) {
        int score = 0;
        for (int place = 0; place < derivation.size(); place++) {
            score += score(derivation.component(place));
        }
        if (score > bestScore) {
            bestScore = score;
            best = derivation;
        }
        if (derivation.examples() == found.examples() && score > scoreAsFound) {
            scoreAsFound = score;
            asFound = derivation;
        }
    }

    private int score(int component) {
        return scores.computeIfAbsent(component, key -> ofFeatures(key).of(Components.label(key)));
    }

    /** Returns the scores of all labels; a figure has the same features in each of its roles. */
    private Scores ofFeatures(int component) {
        return Components.isRole(component)
                ? ofFigures.computeIfAbsent(
                        Components.figure(component),
                        _ -> weights.score((words, sink) -> components.read(component, words, sink)))
                : weights.score((words, sink) -> components.read(component, words, sink));
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
