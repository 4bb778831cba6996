package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Completes a family that is named once for several models: {@code llama 8b or 70b}, {@code 7b/13b llama}, {@code 4.1 or 4.1-mini}. */
final class Ellipsis {
    private final ParseState state;
    private final List<Mention> mentions;

    private Ellipsis(ParseState state) {
        this.state = state;
        mentions = state.mentions;
    }

    /** Adds the implied models to the mentions, each at its position. */
    static void complete(ParseState state) {
        boolean joined = false;
        boolean referred = false;
        for (int i = 0; i < state.size() && !state.mentions.isEmpty(); i++) {
            joined = joined || isJoin(state, i);
            referred = referred || (i > 0 && state.isSize(i));
        }
        Ellipsis ellipsis = new Ellipsis(state);
        if (joined || referred) {
            ellipsis.complete();
        }
        if (referred) {
            ellipsis.refer();
            if (state.terse) {
                ellipsis.standards();
            }
        }
    }

    /**
     * {@code cheapest of 4o-mini 70b 8b}: beside other models, a size in a command is the usual model of that size; that of
     * {@code recommend size 8b without mistral} is any of it.
     */
    private void standards() {
        int next = 0;
        for (int i = 0; i < state.size(); i++) {
            if (next < mentions.size() && mentions.get(next).first() == i) {
                i = mentions.get(next).last();
                next++;
            } else if (state.isSize(i)
                    && state.token(i).use == Token.Use.NOTHING
                    && !state.isAt(i - 1, Cue.SIZE)
                    && !Exclusion.isGivenUp(state, i)) {
                Mention standard = standard(i);
                if (standard != null) {
                    mentions.add(next, standard);
                    next++;
                }
            }
        }
    }

    private @Nullable Mention standard(int size) {
        ModelId id = state.compiledLexicon.standardOf(state.typed(size, size));
        return id == null
                ? null
                : new Mention(size, size, id, List.of(), null, state.compiledLexicon.familyOf(id), "", false);
    }

    /** {@code llama 8b was fine, what would the 70b cost}: a size with an article is of the family named before it. */
    private void refer() {
        int next = 0;
        referAhead();
        for (int i = 0; i < state.size(); i++) {
            if (next < mentions.size() && mentions.get(next).first() == i) {
                i = mentions.get(next).last();
                next++;
            } else if (next > 0 && state.isSize(i) && (isDefinite(i - 1) || isOtherWish(mentions.get(next - 1), i))) {
                Mention elided = elided(mentions.get(next - 1), i);
                if (elided != null
                        && (elided.billionParameters() == null || isUnlistedVersion(mentions.get(next - 1)))) {
                    Mention before = mentions.get(next - 1);
                    if (before.id() == null && before.bareFamily() && mentions.size() == 1) {
                        // "Small llama for the puppets, the 1b": the size says which one is meant.
                        state.use(before.first(), before.last(), Token.Use.CONNECTIVE);
                        mentions.set(0, elided);
                    } else {
                        mentions.add(next, elided);
                        next++;
                    }
                }
            }
        }
    }

    /** {@code my boss wants llama 70b, I'd go for 8b}: another size of the sentence, by itself. */
    private boolean isOtherWish(Mention before, int size) {
        return state.isAt(size - 1, Cue.FOR)
                && state.isBreakAt(size + 1)
                && !before.bareFamily()
                && state.sentence(before.last()) == state.sentence(size);
    }

    /** The {@code Qwen2.5-3B} before {@code than the 14B}: of a version that no book has, another size is another model. */
    private static boolean isUnlistedVersion(Mention mention) {
        return mention.billionParameters() != null && !mention.version().isEmpty();
    }

    /** {@code the 70b is a lorry, he proposes the 8b of llama}: the family is named behind a size that something is said of. */
    private void referAhead() {
        if (mentions.size() != 1 || state.terse) {
            return;
        }
        Mention only = mentions.getFirst();
        boolean sized = only.first() < only.last() && state.isSize(only.first());
        for (int i = 0; sized && i < only.first(); i++) {
            boolean named = isDefinite(i - 1) || state.isAt(i + 1, Trait.FORM_OF_BE);
            if (state.isSize(i) && named) {
                Mention elided = elided(only, i);
                if (elided != null && elided.billionParameters() == null) {
                    mentions.addFirst(elided);
                    return;
                }
            }
        }
    }

    private boolean isDefinite(int at) {
        return state.hasTyped(at, Trait.DEFINITE_ARTICLE);
    }

    /** {@code gpt-4.1 and its mini}, {@code gpt-4o or the mini}: a tier beside a model is of that model. */
    private void tiers() {
        for (int k = 0; k + 1 < mentions.size(); k++) {
            Mention model = mentions.get(k);
            Mention tier = mentions.get(k + 1);
            Family ofTier = tier.family();
            boolean bare = ofTier != null && ofTier.tier() && tier.first() == tier.last();
            if (bare && model.id() != null && model.family() != null && isJoined(model.last() + 1, tier.first())) {
                ModelId id = tiered(model.id(), state.typed(tier.first(), tier.last()));
                if (id != null && !id.equals(model.id())) {
                    mentions.set(
                            k + 1,
                            new Mention(tier.first(), tier.last(), id, List.of(), null, model.family(), "", false));
                }
            }
        }
    }

    private boolean isJoined(int from, int tier) {
        int next = from;
        while (next < tier && next < from + 2 && isJoin(next)) {
            next++;
        }
        boolean named = next < tier && (isDefinite(next) || state.hasTyped(next, Trait.SUBJECT_OF_VALUE));
        return next > from && (named ? next + 1 : next) == tier;
    }

    private void complete() {
        tiers();
        int free = 0;
        for (int k = 0; k < mentions.size(); k++) {
            Mention mention = mentions.get(k);
            int to = k + 1 < mentions.size() ? mentions.get(k + 1).first() : state.size();
            k = before(mention, free, k);
            k = after(mention, to, k);
            free = mention.last() + 1;
        }
    }

    /** Returns the index of the last mention that belongs to the one at an index. */
    private int after(Mention first, int to, int index) {
        Mention mention = first;
        int last = index;
        while (true) {
            int next = afterJoin(mention, to);
            Mention elided = next < 0 ? null : elided(mention, next);
            if (elided == null) {
                return last;
            }
            mentions.add(++last, elided);
            mention = elided;
        }
    }

    /** Returns the index that the mention has now. */
    private int before(Mention mention, int from, int index) {
        int at = mention.first() - 1;
        int own = index;
        while (at > from && isJoin(at)) {
            Mention elided = elided(mention, at - 1);
            if (elided == null) {
                return own;
            }
            mentions.add(index, elided);
            own++;
            at -= 2;
        }
        return own;
    }

    private int afterJoin(Mention mention, int to) {
        int at = mention.last() + 1;
        int next = at;
        while (next < to && next < at + 2 && isJoin(next)) {
            next++;
        }
        // "Qwen2.5-3B and for 7B"
        if (next < to && next > at && state.isAt(next, Cue.FOR) && state.isSize(next + 1)) {
            next++;
        }
        if (next < to && next > at && (state.token(next).is(Cue.ARTICLE) || isDefinite(next))) {
            next++;
        }
        return next < to && (next > at || (state.isSize(at) && saysSize(mention))) ? next : -1;
    }

    /** True of the first of {@code qwen3 4b 8b 14b}, behind which another size is another model. */
    private boolean saysSize(Mention mention) {
        if (mention.billionParameters() != null || state.isSize(mention.last())) {
            return true;
        }
        // "qwen3-4b" may be one token: its size is the last part of a name with a number in it.
        String id = mention.id() == null ? "" : mention.id().value();
        String size = id.substring(id.lastIndexOf('-') + 1);
        boolean sized = mention.family() != null
                && mention.family().open()
                && size.chars().anyMatch(Character::isDigit);
        return sized && state.typed(mention.first(), mention.last()).endsWith(size);
    }

    private boolean isJoin(int at) {
        return isJoin(state, at);
    }

    private static boolean isJoin(ParseState state, int at) {
        Token token = state.token(at);
        return token.isSymbol(',')
                || token.isSymbol('+')
                || state.isJoin(at)
                || (token.lexeme != null && state.hasTyped(at, Trait.OPPOSES));
    }

    private @Nullable Mention elided(Mention mention, int at) {
        Token token = state.token(at);
        Family family = mention.family();
        if (family == null || token.use != Token.Use.NOTHING) {
            return null;
        }
        if (state.isSize(at)) {
            return sized(mention, family, at);
        }
        boolean named = ParseState.isTier(token) || (token.isNumber() && !state.isUnitBehind(at) && isVersion(token));
        if (!named || mention.id() == null) {
            return null;
        }
        String word = state.typed(at, at);
        ModelId id = token.isNumber() ? versioned(family, mention.id(), word) : tiered(mention.id(), word);
        return id == null ? null : new Mention(at, at, id, List.of(), null, family, "", false);
    }

    // "3 or gpt-4" is a count; only a version with a point counts as a name.
    private static boolean isVersion(Token token) {
        return token.numeral().value().scale() > 0;
    }

    /** {@code gpt-4o or 4.1}; {@code gemini flash 2.5 vs 2.0} keeps the tier. */
    private @Nullable ModelId versioned(Family family, ModelId id, String version) {
        ModelId plain = state.compiledLexicon.model(family.name() + version);
        return plain == null ? Siblings.otherVersion(state.compiledLexicon, id, version) : plain;
    }

    /** {@code 4.1 mini/nano}, {@code nova micro, lite}, {@code gemini 2.5 pro vs flash}. */
    private @Nullable ModelId tiered(ModelId id, String tier) {
        ModelId extended = state.compiledLexicon.model(base(id) + tier);
        int dash = id.value().lastIndexOf('-');
        return extended == null && dash > 0
                ? state.compiledLexicon.model(id.value().substring(0, dash) + tier)
                : extended;
    }

    /** Returns the id without its last word, the tier to be replaced; an id without a tier is extended. */
    private String base(ModelId id) {
        String value = id.value();
        int dash = value.lastIndexOf('-');
        boolean hasTier = dash > 0 && state.compiledLexicon.model(value.substring(0, dash)) != null;
        return hasTier ? value.substring(0, dash) : value;
    }

    private @Nullable Mention sized(Mention mention, Family family, int at) {
        if (!family.open()) {
            return standard(at);
        }
        String size = state.typed(at, at);
        BigDecimal billions = state.token(at).numeral().value();
        String resized = resized(mention, size);
        if (resized != null) {
            ModelId known = state.compiledLexicon.model(resized);
            return known == null
                    ? new Mention(at, at, new ModelId(resized), List.of(), billions, family, mention.version(), false)
                    : new Mention(at, at, known, List.of(), null, family, mention.version(), false);
        }
        ModelId id = mention.version().isEmpty()
                ? family.sizes().getOrDefault(size, state.compiledLexicon.model(family.name() + size))
                : state.compiledLexicon.model(family.name() + mention.version() + size);
        if (id == null && mention.version().isEmpty() && state.isAt(at - 1, Cue.VERSUS) && standard(at) != null) {
            return standard(at);
        }
        String version = mention.version().isEmpty() ? "" : "-" + mention.version();
        return id == null
                ? new Mention(
                        at,
                        at,
                        new ModelId(family.name() + version + " " + size),
                        List.of(),
                        billions,
                        family,
                        mention.version(),
                        false)
                : new Mention(at, at, id, List.of(), null, family, mention.version(), false);
    }

    /** Returns the name of {@code Qwen2-VL 2B} with the size of the {@code 7B} that it is set against, or null where the family's name is enough. */
    private @Nullable String resized(Mention mention, String size) {
        boolean tiered = false;
        String own = null;
        for (int i = mention.first(); i <= mention.last(); i++) {
            tiered |= ParseState.isTier(state.token(i)) && !state.token(i).is(Category.NEUTRAL_TIERS);
            own = state.isSize(i) ? state.typed(i, i) : own;
        }
        ModelId id = mention.id();
        if (own == null || id == null || mention.billionParameters() == null) {
            return null;
        }
        String name = id.value();
        int place = name.lastIndexOf(own);
        boolean implied = mention.first() == mention.last() && name.indexOf('-') > 0;
        return place >= 0 && (tiered || implied || !mention.version().isEmpty())
                ? name.substring(0, place) + size + name.substring(place + own.length())
                : null;
    }
}
