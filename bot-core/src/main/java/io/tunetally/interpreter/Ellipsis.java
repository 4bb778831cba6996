package io.tunetally.interpreter;

import io.tunetally.catalog.ModelId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A family that is said once for several models: {@code llama 8b or 70b}, {@code 7b/13b llama}, {@code 4.1 or 4.1-mini}. */
final class Ellipsis {
    private final Draft draft;
    private final List<Token> tokens;
    private final List<Mention> said;
    private final List<Mention> all = new ArrayList<>(4);

    Ellipsis(Draft draft, List<Mention> said) {
        this.draft = draft;
        this.said = said;
        tokens = draft.tokens;
    }

    List<Mention> complete() {
        for (int k = 0; k < said.size(); k++) {
            Mention mention = said.get(k);
            int from = k == 0 ? 0 : said.get(k - 1).last() + 1;
            int to = k + 1 < said.size() ? said.get(k + 1).first() : tokens.size();
            before(mention, from);
            all.add(mention);
            after(mention, to);
        }
        return all;
    }

    private void after(Mention first, int to) {
        Mention mention = first;
        int at = mention.last() + 1;
        while (true) {
            int next = afterJoin(at, to);
            Mention elided = next < 0 ? null : elided(mention, next);
            if (elided == null) {
                return;
            }
            all.add(elided);
            mention = elided;
            at = elided.last() + 1;
        }
    }

    private void before(Mention mention, int from) {
        int at = mention.first() - 1;
        List<Mention> found = new ArrayList<>(0);
        while (at > from && isJoin(at)) {
            Mention elided = elided(mention, at - 1);
            if (elided == null) {
                break;
            }
            found.addFirst(elided);
            at -= 2;
        }
        all.addAll(found);
    }

    private int afterJoin(int at, int to) {
        int next = at;
        while (next < to && next < at + 2 && isJoin(next)) {
            next++;
        }
        if (next < to && next > at && tokens.get(next).is(Cue.ARTICLE)) {
            next++;
        }
        return next > at && next < to ? next : -1;
    }

    private boolean isJoin(int at) {
        Token token = tokens.get(at);
        return token.isSymbol(',') || token.isSymbol('+') || draft.isJoin(at);
    }

    private @Nullable Mention elided(Mention mention, int at) {
        Token token = tokens.get(at);
        Family family = mention.family();
        if (family == null || token.use != Token.Use.NOTHING) {
            return null;
        }
        if (draft.isSize(at)) {
            return sized(mention, family, at);
        }
        boolean named = Draft.isTier(token) || (token.isNumber() && !draft.isUnitAt(at + 1) && isVersion(token));
        if (!named || mention.id() == null) {
            return null;
        }
        String word = draft.typed(at, at);
        ModelId id = token.isNumber()
                ? draft.vocabulary.model(family.name() + word)
                : draft.vocabulary.model(base(mention.id()) + word);
        return id == null ? null : new Mention(at, at, id, List.of(), null, family, "", false);
    }

    // "3 or gpt-4" counts something; only a version with a point is taken for a name.
    private static boolean isVersion(Token token) {
        return token.numeral().value().scale() > 0;
    }

    /** The id without its last word, which is the tier that is replaced; an id without a tier goes on. */
    private String base(ModelId id) {
        String value = id.value();
        int dash = value.lastIndexOf('-');
        boolean hasTier = dash > 0 && draft.vocabulary.model(value.substring(0, dash)) != null;
        return hasTier ? value.substring(0, dash) : value;
    }

    private @Nullable Mention sized(Mention mention, Family family, int at) {
        if (!family.open()) {
            return null;
        }
        String size = draft.typed(at, at);
        BigDecimal billions = tokens.get(at).numeral().value();
        ModelId id = mention.version().isEmpty()
                ? family.sizes().get(size)
                : draft.vocabulary.model(family.name() + mention.version() + size);
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
}
