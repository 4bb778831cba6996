package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Spelling;
import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.ModelName;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the models of a message: spellings of the catalog, and families with a version, a size or both in either order. */
public final class ModelReader {
    /** Digits of a version without a point: {@code gemini 4}, {@code qwen 25}. */
    private static final int LONGEST_VERSION = 2;

    /** The most characters of all names, so that their canonical text fits into a message; the ids of tuned models have a hundred each. */
    private static final int LONGEST_NAMES = 1000;

    private final ParseState state;
    private final List<Mention> mentions;
    private int lengthOfNames;
    private final BareNames names;

    private ModelReader(ParseState state) {
        this.state = state;
        mentions = state.mentions;
        names = new BareNames(state);
    }

    public static void read(ParseState state) {
        ModelReader reader = new ModelReader(state);
        UnlistedNames unlisted = new UnlistedNames(state);
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            Mention mention = token.is(Category.MODELS)
                    ? reader.known(i)
                    : token.is(Category.FAMILIES)
                            ? reader.family(i)
                            : token.isNumber() ? reader.version(i) : unlisted.at(i);
            if (mention != null && reader.names.isModel(token, mention)) {
                i = mention.last();
                reader.add(token.isNumber() ? reader.withTierBefore(mention) : mention);
            }
        }
        reader.withoutRestatedVersions();
        Ellipsis.complete(state);
        for (Mention mention : state.mentions) {
            state.use(mention.first(), mention.last(), Token.Use.SLOT);
        }
    }

    /** {@code qwen 14b... the v3 one, Qwen3}, {@code qwen 14b (qwen3)}: a bare name that says the version of the model before it names no other model. */
    private void withoutRestatedVersions() {
        for (int k = mentions.size() - 1; k > 0; k--) {
            Mention before = mentions.get(k - 1);
            Mention mention = mentions.get(k);
            ModelId id = before.id();
            boolean bare = !mention.version().isEmpty()
                    && mention.family() != null
                    && mention.family().equals(before.family())
                    && !before.bareFamily()
                    && before.version().isEmpty()
                    && mention.last() == mention.first() + (state.isNumberAt(mention.last()) ? 1 : 0);
            Family family = mention.family();
            boolean led = state.isSymbolAt(mention.first() - 1, ',') && hasVersionWord(before.last(), mention.first());
            boolean aside = state.isSymbolAt(mention.first() - 1, '(')
                    && before.last() == mention.first() - 2
                    && state.isSymbolAt(mention.last() + 1, ')');
            if (!bare || !(led || aside) || id == null || family == null) {
                continue;
            }
            String own = family.name() + mention.version();
            ModelId known = before.billionParameters() == null || !id.value().startsWith(family.name())
                    ? null
                    : state.compiledLexicon.model(
                            own + id.value().substring(family.name().length()));
            if (known != null || id.value().startsWith(own + "-")) {
                mentions.set(k - 1, known == null ? before : before.meaning(known));
                mentions.remove(k);
                state.use(mention.first(), mention.last(), Token.Use.CONNECTIVE);
            }
        }
    }

    /** The {@code the v3 one} between a name and its version. */
    private boolean hasVersionWord(int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (state.hasTyped(i, Trait.ONE_OF_THEM)) {
                return true;
            }
        }
        return false;
    }

    private void add(Mention mention) {
        ModelId id = mention.id();
        int length = id == null ? 0 : id.value().length();
        if (lengthOfNames + length <= LONGEST_NAMES) {
            lengthOfNames += length;
            mentions.add(withPublisher(mention));
        }
    }

    private Mention known(int i) {
        ModelName name = (ModelName) code(i);
        ModelNameSuffix tail = isTuned(i) ? ModelNameSuffix.ofTuned(state, i) : ModelNameSuffix.after(state, i, false);
        if (name.misspelt()) {
            state.add(new Interpretation.Repair(
                    state.text.typed(state.token(i).start, state.token(i).end),
                    name.id().value(),
                    state.span(i, i)));
        }
        if (tail.hasAside()) {
            ModelId other = ofVersion(name, i, tail);
            return new Mention(
                    i,
                    other == null ? i : tail.last(),
                    other == null ? name.id() : other,
                    List.of(),
                    null,
                    name.family(),
                    name.version(),
                    false);
        }
        if (tail.isPlain()) {
            return new Mention(i, tail.last(), name.id(), List.of(), null, name.family(), name.version(), false);
        }
        ModelId known =
                state.compiledLexicon.model(state.text.folded(state.token(i).start, state.token(tail.lastTier()).end));
        ModelId inAside = known == null ? state.compiledLexicon.model(name.id().value() + tail.tiers()) : known;
        ModelId id = inAside != null ? inAside : new ModelId(state.typed(i, tail.last()));
        return new Mention(
                i, tail.last(), id, List.of(), tail.billionParameters(), name.family(), name.version(), false);
    }

    /** Returns the model of {@code llama 70b (the 3.1 one)}, the version behind its family, or null. */
    private @Nullable ModelId ofVersion(ModelName name, int at, ModelNameSuffix tail) {
        Family family = name.family();
        String typed = state.text.folded(state.token(at).start, state.token(at).end);
        return family == null || !typed.startsWith(family.name())
                ? null
                : state.compiledLexicon.model(family.name()
                        + tail.version()
                        + typed.substring(family.name().length()));
    }

    /** {@code cost 4.1 1k rows}: in a request, a version that only one model has means that model. */
    private @Nullable Mention version(int i) {
        Token token = state.token(i);
        ModelId id =
                token.numeral().value().scale() <= 0 ? null : state.compiledLexicon.modelOfVersion(state.typed(i, i));
        return id == null || !isVersionAskedFor() || isNumberOfSomething(i) ? null : tiered(i, id);
    }

    /** {@code the small 4.1 (the mini)}, {@code the mini of 4.1}: the tier that is said beside a version. */
    private Mention tiered(int version, ModelId id) {
        Family family = state.compiledLexicon.familyOf(id);
        ModelNameSuffix aside = ModelNameSuffix.aside(state, version);
        ModelId smaller = aside.isPlain() ? null : state.compiledLexicon.model(id.value() + aside.tiers());
        if (smaller != null) {
            return new Mention(version, aside.last(), smaller, List.of(), null, family, "", false);
        }
        int of = state.isAt(version - 1, Trait.DEFINITE_ARTICLE) ? version - 2 : version - 1;
        int tier = of - 1;
        Token word = state.isAt(of, Cue.OF) || state.isAt(of, Trait.PART_OF) ? state.at(tier) : null;
        boolean taken = !mentions.isEmpty() && mentions.getLast().last() >= tier;
        smaller = word != null && ParseState.isTier(word) && !taken
                ? state.compiledLexicon.model(id.value() + state.typed(tier, tier))
                : null;
        return smaller == null
                ? new Mention(version, version, id, List.of(), null, family, "", false)
                : new Mention(tier, version, smaller, List.of(), null, family, "", false);
    }

    /** A command with data and the place of training, {@code 4.1 azure 2,240 claims}, is a request, too. */
    private boolean isVersionAskedFor() {
        boolean placed = state.has(Category.PROVIDERS) || state.has(Category.DEPLOYMENTS);
        return BareNames.isOnTopic(state)
                || state.has(Category.RATES)
                || (state.terse && (state.has(Measure.REQUEST) || (placed && state.has(Measure.ITEM))))
                || BareNames.isOfTraining(state);
    }

    /** {@code the bigger mini, 4.1}, {@code nano will do us, the 4.1}: the version says which of the minis is meant. */
    private Mention withTierBefore(Mention version) {
        Mention tier = mentions.isEmpty() ? null : mentions.getLast();
        Family family = tier == null || !tier.bareFamily() ? null : tier.family();
        int mark = state.isAt(version.first() - 1, Trait.DEFINITE_ARTICLE) ? version.first() - 2 : version.first() - 1;
        boolean joined = state.isSymbolAt(mark, ',')
                || state.isSymbolAt(mark, ':')
                || state.isSymbolAt(mark, '(')
                || state.isAt(mark, Cue.OF);
        ModelId large = version.id();
        if (tier == null || family == null || large == null || !family.tier() || !joined) {
            return version;
        }
        boolean adjacent = tier.last() == mark - 1;
        boolean explained = !state.terse
                && state.remembered.isEmpty()
                && mentions.size() == 1
                && (adjacent || (mark == version.first() - 2 && isInSameClause(tier.last(), mark)));
        boolean compared = state.has(Intent.COMPARE) && (adjacent || !explained);
        if (compared || (!explained && !adjacent)) {
            return version;
        }
        int next = version.last() + 1;
        boolean alone = state.isBreakAt(next)
                || state.isSymbolAt(next, ')')
                || state.isAt(next, Category.COURTESIES)
                || state.hasTyped(next, Trait.ONE_OF_THEM);
        ModelId id = alone && (explained || names.isRemembered(tier))
                ? state.compiledLexicon.model(large.value() + family.name())
                : null;
        if (id == null) {
            return version;
        }
        mentions.removeLast();
        // "Not that mini, the 4.1 one": the name before is what is denied, and its kind stays.
        boolean denied = Exclusion.isTakenBack(state, tier.first());
        state.use(tier.first(), tier.last(), Token.Use.CONNECTIVE);
        int first = denied ? version.first() : tier.first();
        return new Mention(first, version.last(), id, List.of(), null, version.family(), "", false);
    }

    private boolean isInSameClause(int from, int mark) {
        for (int i = from + 1; i < mark; i++) {
            if (state.isBreakAt(i) || state.isNumberAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumberOfSomething(int i) {
        return isNamedByTextBefore(i) || isRate(i) || isMeasured(i);
    }

    /** {@code 4.1 it/s}. */
    private boolean isRate(int i) {
        Token after = state.at(i + 1);
        boolean word = after != null && (after.kind == Token.Kind.WORD || after.kind == Token.Kind.LEXEME);
        return (word && state.isSlash(i + 2) && !state.token(i + 2).spaced) || state.isSlash(i + 1);
    }

    /** {@code 4.1 points}, but not the {@code batch} of {@code 4.1 batch 2000 requests}. */
    private boolean isMeasured(int i) {
        int unit = i + 1;
        boolean own =
                state.isUnitAt(unit) && !state.hasTyped(unit, Trait.MODEL_NOUN) && !state.isAt(unit, Trait.BATCH_ALONE);
        int far = state.unitFinder.right(i);
        boolean described =
                far > unit && !isNoun(unit) && !state.isAt(far, Trait.BATCH_ALONE) && !isNumberBetween(unit, far);
        return own || described || state.isAt(unit, Category.CURRENCIES) || state.isAt(unit, Measure.DOLLAR);
    }

    private boolean isNumberBetween(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNoun(int unit) {
        return state.hasTyped(unit, Trait.MODEL_NOUN) || state.isAt(unit, Cue.OF);
    }

    /** {@code v4.1}, {@code section 4.1}; a run or a pass is no name of a version. */
    private boolean isNamedByTextBefore(int i) {
        Token before = state.at(i - 1);
        return before != null
                && ((before.is(Category.UNITS) && !before.is(Measure.RUN) && !before.is(Measure.EPOCH))
                        || before.is(Category.KNOBS)
                        || (before.kind == Token.Kind.SYMBOL && ",;(:/.?!".indexOf(before.symbol) < 0)
                        || before.kind == Token.Kind.CODE
                        || (before.kind == Token.Kind.WORD && !state.isEnglish(before)));
    }

    private boolean isTuned(int i) {
        boolean prefixed = state.isSymbolAt(i - 1, ':') && state.isAt(i - 2, Category.TUNING) && !state.token(i).spaced;
        return prefixed || state.token(i).is(Trait.TUNED_PREFIX);
    }

    private Mention family(int i) {
        Family family = (Family) code(i);
        ModelNameSuffix tail = ModelNameSuffix.after(state, i, true);
        int first = tail.size() == null ? sizeBefore(i) : i;
        String size = tail.size();
        BigDecimal billions = tail.billionParameters();
        if (first < i) {
            size = state.typed(first, first);
            billions = state.token(first).numeral().value();
        } else if (size == null && tail.isPlain() && tail.version().isEmpty()) {
            leaveOpen(tail.last() + 1);
        }
        return withPrefix(resolve(new Spelling(first, i, tail, family, size == null ? "" : size, billions)));
    }

    /** {@code xlm-roberta-base}, {@code kotoba-whisper}: an unknown word that a hyphen joins to the name of an unlisted model is part of it. */
    private Mention withPrefix(Mention mention) {
        int dash = mention.first() - 1;
        ModelId id = mention.id();
        boolean joined =
                dash > 0 && state.isSymbolAt(dash, '-') && !state.token(dash).spaced && !state.token(dash + 1).spaced;
        Family family = mention.family();
        if (!joined
                || id == null
                || family == null
                || !family.open()
                || state.compiledLexicon.catalog().model(id).isPresent()) {
            return mention;
        }
        Token head = state.token(dash - 1);
        boolean begins = head.spaced || !(state.isSymbolAt(dash - 2, '-') || state.isSymbolAt(dash - 2, '_'));
        boolean unknown = head.kind == Token.Kind.WORD && head.use == Token.Use.NOTHING && !state.isEnglish(head);
        return begins && unknown
                ? new Mention(
                        dash - 1,
                        mention.last(),
                        new ModelId(state.typed(dash - 1, dash) + id.value()),
                        List.of(),
                        mention.billionParameters(),
                        mention.family(),
                        mention.version(),
                        false)
                : mention;
    }

    /** In {@code gemini 4 800 examples} the 4 may be a version or the thousands of the examples: the question offers both. */
    private void leaveOpen(int number) {
        Token token = state.at(number);
        if (token == null
                || !token.isNumber()
                || !token.spaced
                || token.numeral().isRange()) {
            return;
        }
        String typed = state.typed(number, number);
        int space = typed.indexOf(' ');
        boolean twoGroups = space > 0 && space <= LONGEST_VERSION && typed.length() == space + 4;
        if (twoGroups && Boundary.isDigit(typed.charAt(0)) && Boundary.isDigit(typed.charAt(space + 1))) {
            BigDecimal count = new BigDecimal(typed.substring(space + 1));
            if (count.signum() == 0) {
                return;
            }
            Numeral read = token.numeral();
            token.numeral =
                    new Numeral(read.value(), null, 0, read.suffix(), read.approximate(), List.of(read.value(), count));
        }
    }

    /** {@code (llama)}, {@code (qwen3)}. */
    private boolean isClosedBehindName(int i) {
        return state.isSymbolAt(i + 1, ')') || (state.isNumberAt(i + 1) && state.isSymbolAt(i + 2, ')'));
    }

    private record Spelling(
            int first,
            int at,
            ModelNameSuffix tail,
            Family family,
            String size,
            @Nullable BigDecimal billions) {}

    private Mention resolve(Spelling said) {
        ModelNameSuffix tail = said.tail;
        String version = tail.version();
        boolean bare = said.size.isEmpty() && version.isEmpty() && tail.isPlain();
        ModelId id = bare ? said.family.standard() : lookUp(said);
        List<ModelId> candidates = List.of();
        if (id == null && bare) {
            candidates = said.family.candidates();
        } else if (id == null && said.size.isEmpty() && tail.isPlain()) {
            candidates = state.compiledLexicon.modelsNamed(said.family, version);
        }
        BigDecimal billions = null;
        if (id == null && candidates.size() == 1) {
            id = candidates.getFirst();
        } else if (id == null && candidates.isEmpty()) {
            id = new ModelId(typed(said));
            billions = said.billions;
        }
        return new Mention(said.first, tail.last(), id, candidates, billions, said.family, version, bare);
    }

    private @Nullable ModelId lookUp(Spelling said) {
        ModelNameSuffix tail = said.tail;
        String spelling = said.family.name() + tail.version() + said.size + tail.tiers();
        ModelId id = state.compiledLexicon.model(spelling);
        if (id == null && tail.version().isEmpty() && tail.isPlain()) {
            id = said.family.sizes().get(said.size);
        }
        return id;
    }

    /** Returns the text as typed, the family before the size. */
    private String typed(Spelling said) {
        if (said.tail.hasAside()) {
            return said.family.name() + said.tail.version() + "-"
                    + (said.size.isEmpty() ? said.tail.tiers() : said.size);
        }
        int last = said.size.isEmpty() ? said.tail.last() : said.tail.lastOwn();
        String name = state.typed(said.at, last);
        return said.first < said.at ? name + " " + said.size : name;
    }

    /** {@code 8b llama}, {@code the 70b-llama}, {@code the 8b of llama}, {@code 8b (llama)}. */
    private int sizeBefore(int i) {
        int before = i - 1;
        boolean aside = state.isSymbolAt(before, '(') && isClosedBehindName(i);
        if (aside || state.isAt(before, Cue.OF) || state.hasTyped(before, Trait.PART_OF)) {
            before--;
        }
        if (before > 0 && state.token(before).isSymbol('-') && !state.token(i).spaced) {
            before--;
        }
        boolean taken = !mentions.isEmpty() && mentions.getLast().last() >= before;
        return before >= 0 && !taken && state.isSize(before) && state.token(before).use == Token.Use.NOTHING
                ? before
                : i;
    }

    /** {@code meta-llama/Llama-3.1-8B}: the publisher is part of the model's name. */
    private Mention withPublisher(Mention mention) {
        int slash = mention.first() - 1;
        if (slash < 1 || !state.isSlash(slash) || state.token(mention.first()).spaced || state.token(slash).spaced) {
            return mention;
        }
        Token publisher = state.token(slash - 1);
        Mention before = mentions.isEmpty() ? null : mentions.getLast();
        if (before != null && before.last() == slash - 1 && before.bareFamily()) {
            mentions.removeLast();
            return mention.from(before.first());
        }
        boolean publishes = publisher.is(Category.PUBLISHERS)
                || (publisher.is(Category.PROVIDERS) && state.publishes(publisher))
                || (publisher.kind == Token.Kind.WORD && !state.isEnglish(publisher));
        return publishes ? mention.from(slash - 1) : mention;
    }

    private Object code(int i) {
        Lexeme lexeme = state.token(i).lexeme;
        if (lexeme == null || lexeme.code() == null) {
            throw new IllegalStateException("a name without its meaning");
        }
        return lexeme.code();
    }
}
