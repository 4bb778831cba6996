package io.tunetally.interpreter.role;

import io.tunetally.interpreter.gpu.AskersGpu;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.SoldModels;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The features of each name of a message: the words around it, its sentence, and what it is to the other names. */
public final class NameFeatures {
    /** A message with more names is a list. */
    private static final int MOST_NAMES = 24;

    private static final Symbol MODEL = Symbol.of("MODEL");
    private static final Symbol NUMBER = Symbol.of("NUMBER");
    private static final Symbol ONLY = Symbol.of("ONLY-NAME");
    private static final Symbol SEVERAL = Symbol.of("SEVERAL-NAMES");
    private static final Symbol FIRST = Symbol.of("FIRST");
    private static final Symbol LAST = Symbol.of("LAST");
    private static final Symbol AGAIN = Symbol.of("AGAIN");
    private static final Symbol AGAIN_IN_QUESTION = Symbol.of("AGAIN-IN-QUESTION");
    private static final Symbol IN_QUESTION = Symbol.of("IN-QUESTION");
    private static final Symbol OTHER_IN_QUESTION = Symbol.of("OTHER-IN-QUESTION");
    private static final Symbol OTHER_BESIDE = Symbol.of("OTHER-BESIDE");
    private static final Symbol COMPARES = Symbol.of("COMPARES");
    private static final Symbol JOINED = Symbol.of("JOINED");
    private static final Symbol OF_ASKER = Symbol.of("OF-ASKER");
    private static final Symbol MISSING = Symbol.of("MISSING");
    private static final Symbol UNLISTED = Symbol.of("UNLISTED");
    private static final Symbol BESIDE_UNLISTED = Symbol.of("BESIDE-UNLISTED");
    private static final Symbol ONLY_CLOSED = Symbol.of("ONLY-CLOSED");
    private static final Map<Kind, Symbol> KINDS = Stream.of(Kind.values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind, kind -> Symbol.of("NAMES-" + kind.name())));
    private static final Map<SlotName<?>, Symbol> VALUES = symbols("#");
    private static final Map<SlotName<?>, Symbol> BESIDE = symbols("BESIDE-");
    private static final Map<SlotName<?>, Symbol> ELSEWHERE = symbols("ELSEWHERE-");

    /** What a name names. */
    public enum Kind {
        MODEL,
        PROVIDER,
        METHOD,
        OBJECTIVE,
        DEPLOYMENT,
        GPU;

        /** Returns the kind of a word that is no part of a model's name, or null. */
        private static @Nullable Kind of(Lexeme lexeme) {
            return switch (lexeme.sense()) {
                case PROVIDERS, OTHER_PROVIDERS -> PROVIDER;
                case METHODS -> METHOD;
                case OBJECTIVES -> OBJECTIVE;
                case DEPLOYMENTS -> DEPLOYMENT;
                case GPUS -> GPU;
                default -> null;
            };
        }
    }

    /**
     * A name in a message.
     *
     * @param id what it means; equal ids are the same thing
     * @param last the index of its last token
     */
    public record Name(Kind kind, String id, int first, int last) {}

    private final ParseState state;
    private final List<Name> names;
    private final SentenceFacts sentenceFacts;
    private final WordsBeside wordsBeside;
    private final Map<Integer, Symbol> values = new HashMap<>();
    private final boolean compares;
    private final boolean unlistedModel;
    private final boolean onlyClosed;

    /** Creates the features of a message that has names. */
    NameFeatures(ParseState state, List<Name> names) {
        this.state = state;
        this.names = names;
        sentenceFacts = SentenceFacts.of(state);
        wordsBeside = new WordsBeside(state, this::symbol);
        for (SlotCandidates.Candidate value : state.candidates.all()) {
            Symbol symbol = value.replaced() ? null : VALUES.get(value.slot());
            if (symbol != null) {
                values.putIfAbsent(value.token(), symbol);
            }
        }
        unlistedModel = names.stream().anyMatch(name -> isUnlisted(state, name));
        onlyClosed = SoldModels.areOnlyClosed(state, state.mentions);
        compares = state.has(Cue.VERSUS)
                || state.has(Intent.COMPARE)
                || state.hasTypedAnywhere(Trait.CHEAPER)
                || state.hasTypedAnywhere(Trait.DIFFERENCE);
    }

    private static Map<SlotName<?>, Symbol> symbols(String prefix) {
        return NumberRoles.ROLES.stream()
                .collect(Collectors.toUnmodifiableMap(slot -> slot, slot -> Symbol.of(prefix + slot.word())));
    }

    /** Returns the features of a message's names; they have none if there are too many. */
    public static NameFeatures of(ParseState state) {
        return new NameFeatures(state, namesOf(state));
    }

    /** Returns the names of a message, those of models first; none if there are too many. */
    static List<Name> namesOf(ParseState state) {
        List<Name> names = new ArrayList<>();
        for (Mention mention : state.mentions) {
            String id = mention.id() == null
                    ? state.typed(mention.first(), mention.last())
                    : mention.id().value();
            names.add(new Name(Kind.MODEL, id.toLowerCase(Locale.ROOT), mention.first(), mention.last()));
        }
        for (int i = 0; i < state.size(); i++) {
            Lexeme lexeme = state.token(i).lexeme;
            Kind kind = lexeme == null || state.isOfMention(i) ? null : Kind.of(lexeme);
            if (isGpuNumber(state, i)) {
                names.add(new Name(Kind.GPU, state.typed(i, i).toLowerCase(Locale.ROOT), i, i));
            } else if (lexeme != null && kind != null) {
                Object code = lexeme.code();
                boolean choice = kind != Kind.PROVIDER && kind != Kind.GPU;
                String id = choice && code != null ? code.toString() : lexeme.value();
                names.add(new Name(kind, id.toLowerCase(Locale.ROOT), i, i));
            }
        }
        return names.size() > MOST_NAMES ? List.of() : names;
    }

    /** {@code a 3090}: some GPUs are named by a number. */
    private static boolean isGpuNumber(ParseState state, int i) {
        return state.isGpuNumber(i)
                && state.token(i).use == Token.Use.KNOWN_NON_SLOT
                && !state.isOfMention(i)
                && (!state.isUnitAt(i + 1) || state.isGpuOfCards(i));
    }

    /** Returns the names, those of models first. */
    public List<Name> names() {
        return names;
    }

    /** Gives the features of a name to a sink. */
    public void read(Name name, WordSymbols words, FeatureSink sink) {
        Symbol kind = KINDS.getOrDefault(name.kind, Symbol.NONE);
        sink.add(FeatureKind.FACT, kind, Symbol.NONE);
        facts(name, (each, fact, none) -> {
            sink.add(each, fact, none);
            sink.add(FeatureKind.WITH, fact, kind);
        });
        wordsBeside.read(name.first, name.last, kind, words, sink);
        wordsBeside.sentence(name.first, words, sink);
    }

    private void facts(Name name, FeatureSink sink) {
        Sentence sentence = state.sentence(name.first);
        boolean several = false;
        boolean first = true;
        boolean last = true;
        boolean again = false;
        boolean againAsked = false;
        boolean otherAsked = false;
        boolean otherBeside = false;
        for (Name each : names) {
            if (each.kind != name.kind || each.equals(name)) {
                continue;
            }
            if (each.id.equals(name.id)) {
                again = true;
                againAsked |= isAsked(each);
                continue;
            }
            boolean beside = state.sentence(each.first) == sentence;
            several = true;
            first &= each.first > name.first;
            last &= each.first < name.first;
            otherBeside |= beside;
            otherAsked |= !beside && isAsked(each);
        }
        fact(sink, true, several ? SEVERAL : ONLY);
        fact(sink, first, FIRST);
        fact(sink, last, LAST);
        fact(sink, sentence.asks(), IN_QUESTION);
        fact(sink, again, AGAIN);
        fact(sink, againAsked, AGAIN_IN_QUESTION);
        fact(sink, otherAsked, OTHER_IN_QUESTION);
        fact(sink, otherBeside, OTHER_BESIDE);
        fact(sink, compares, COMPARES);
        fact(sink, name.kind == Kind.GPU && AskersGpu.isOne(state, name.first), OF_ASKER);
        fact(sink, name.kind == Kind.GPU && AskersGpu.isMissing(state, name.first), MISSING);
        boolean unlisted = isUnlisted(state, name);
        fact(sink, unlisted, UNLISTED);
        fact(sink, name.kind == Kind.MODEL && !unlisted && unlistedModel, BESIDE_UNLISTED);
        fact(sink, name.kind == Kind.GPU && onlyClosed, ONLY_CLOSED);
        fact(sink, state.isJoin(name.first - 1) || state.isJoin(name.last + 1), JOINED);
        for (SlotCandidates.Candidate value : state.candidates.all()) {
            Symbol symbol = value.replaced()
                    ? null
                    : (state.sentence(value.token()) == sentence ? BESIDE : ELSEWHERE).get(value.slot());
            if (symbol != null) {
                sink.add(FeatureKind.FACT, symbol, Symbol.NONE);
            }
        }
        sentenceFacts.of(name.first, fact -> sink.add(FeatureKind.FACT, fact, Symbol.NONE));
    }

    private static boolean isUnlisted(ParseState state, Name name) {
        return name.kind == Kind.MODEL && SoldModels.isUnlisted(state, name.first);
    }

    private boolean isAsked(Name name) {
        return state.sentence(name.first).asks();
    }

    private static void fact(FeatureSink sink, boolean holds, Symbol fact) {
        if (holds) {
            sink.add(FeatureKind.FACT, fact, Symbol.NONE);
        }
    }

    private Symbol symbol(int i) {
        if (state.isOfMention(i)) {
            return MODEL;
        }
        return state.isNumberAt(i) ? values.getOrDefault(i, NUMBER) : Symbol.NONE;
    }
}
