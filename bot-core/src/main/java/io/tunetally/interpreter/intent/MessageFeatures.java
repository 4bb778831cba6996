package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.SpeechAct;
import io.tunetally.interpreter.talk.TalkSign;
import io.tunetally.interpreter.token.CodeText;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.weight.FeatureKind;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.MarkSymbols;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the features of a message: its words' meanings and their order, its values, the form of its sentences. */
public final class MessageFeatures {
    /** The letters that forms of a word have in common. */
    private static final int STEM = 5;

    private static final Symbol MODEL = Symbol.of("MODEL");
    private static final Symbol BACKGROUND = Symbol.of("BACKGROUND");
    private static final Symbol SIZE = Symbol.of("SIZE");
    private static final Symbol NUMBER = Symbol.of("NUMBER");
    private static final Symbol MONEY = Symbol.of("MONEY");
    private static final Symbol WORD = Symbol.of("WORD");
    private static final Symbol CODE = Symbol.of("CODE");
    private static final Symbol BREAK = Symbol.of("BREAK");
    private static final Symbol TECHNICAL = Symbol.of("TECHNICAL");
    private static final Symbol EDGE = Symbol.of("EDGE");
    private static final MarkSymbols MARKS = new MarkSymbols("?!,.;:$");

    private static final Symbol ALWAYS = Symbol.of("ALWAYS");
    private static final Symbol TERSE = Symbol.of("TERSE");
    private static final Symbol ASKING = Symbol.of("ASKING");
    private static final Symbol QUESTION_MARK = Symbol.of("QUESTION-MARK");
    private static final Symbol OPEN_TOKENS = Symbol.of("OPEN-TOKENS");
    private static final Symbol MIGRATION = Symbol.of("MIGRATION");
    private static final Symbol RUNNING = Symbol.of("RUNNING");
    private static final Symbol RECKONS = Symbol.of("RECKONS");
    private static final Symbol OPEN_NUMBER = Symbol.of("OPEN-NUMBER");
    private static final Symbol MODELS = Symbol.of("SEVERAL-MODELS");
    private static final Symbol[] WEIGHT = numbered("WEIGHT");
    private static final Symbol[] VALUES = numbered("VALUES");
    private static final Symbol[] FOREIGN = numbered("FOREIGN");
    private static final Symbol[] TECHNICALS = numbered("TECHNICALS");
    private static final Map<TalkSign, Symbol> TALK = Stream.of(TalkSign.values())
            .collect(Collectors.toUnmodifiableMap(sign -> sign, sign -> Symbol.of("TALK-" + sign.name())));
    private static final Map<SlotName<?>, Symbol> SLOTS = SlotName.all().stream()
            .collect(Collectors.toUnmodifiableMap(slot -> slot, slot -> Symbol.of("#" + slot.word())));

    /** By kind, of which there are few. */
    private static final Map<String, Symbol> PROBLEMS = new ConcurrentHashMap<>();

    private final ParseState state;
    private final WordSymbols words;
    private final FeatureSink sink;
    private final Symbol weight;
    private final @Nullable Symbol[] values;
    /** Whether the sentence being read ends with a question mark. */
    private boolean asks;
    /** The sentence that asks last, or the last one. */
    private final @Nullable Sentence point;

    private MessageFeatures(ParseState state, WordSymbols words, FeatureSink sink) {
        this.state = state;
        this.words = words;
        point = point(state);
        this.sink = sink;
        weight = WEIGHT[Math.clamp(DomainScore.weight(state), 0, WEIGHT.length - 1)];
        values = new Symbol[state.size()];
    }

    /**
     * Reads the features of a message.
     *
     * @param words the words outside the lexicon that count
     */
    public static void read(ParseState state, WordSymbols words, FeatureSink sink) {
        new MessageFeatures(state, words, sink).read();
    }

    /**
     * Reads the words of a message alone, with their meanings and their first letters, by which {@code billing} and
     * {@code billed} are alike: what it is about, whatever its form.
     */
    public static void readWords(ParseState state, WordSymbols words, FeatureSink sink) {
        for (Token token : state.all()) {
            if (token.kind == Token.Kind.WORD || token.kind == Token.Kind.LEXEME) {
                sink.add(FeatureKind.HAS, words.of(state.text.text(), token.start, token.end), Symbol.NONE);
                int stem = Math.min(token.end, token.start + STEM);
                sink.add(FeatureKind.HAS, words.of(state.text.text(), token.start, stem), Symbol.NONE);
            }
            Lexeme lexeme = token.lexeme;
            if (lexeme != null) {
                sink.add(FeatureKind.HAS, lexeme.meaning(), Symbol.NONE);
                sink.add(FeatureKind.HAS, lexeme.wording(), Symbol.NONE);
            }
        }
    }

    private static @Nullable Sentence point(ParseState state) {
        if (state.size() == 0) {
            return null;
        }
        Sentence last = state.sentence(0);
        boolean asked = last.asks();
        for (int first = last.end() + 1; first < state.size(); ) {
            Sentence sentence = state.sentence(first);
            if (sentence.asks() || (!asked && sentence.end() > sentence.first())) {
                last = sentence;
                asked |= sentence.asks();
            }
            first = sentence.end() + 1;
        }
        return last;
    }

    private static Symbol[] numbered(String name) {
        return IntStream.range(0, 5).mapToObj(n -> Symbol.of(name + "-" + n)).toArray(Symbol[]::new);
    }

    private void read() {
        noteValues();
        facts();
        sequence();
    }

    /** Returns which kinds of values it has: a model, a number that fills a slot, both or none. */
    private Symbol values() {
        return VALUES[
                (state.mentions.isEmpty() ? 0 : 1) + (state.candidates.all().isEmpty() ? 0 : 2)];
    }

    private void noteValues() {
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            values[candidate.token()] = candidate.replaced() ? NUMBER : SLOTS.get(candidate.slot());
        }
        for (SlotCandidates.Money money : state.candidates.money()) {
            if (values[money.number()] == null) {
                values[money.number()] = MONEY;
            }
        }
        for (Mention mention : state.mentions) {
            values[mention.first()] = state.isBackground(mention.first()) ? BACKGROUND : MODEL;
            for (int i = mention.first() + 1; i <= mention.last(); i++) {
                values[i] = Symbol.NONE;
            }
        }
    }

    private void facts() {
        fact(ALWAYS, true);
        fact(weight, true);
        fact(TERSE, state.terse);
        fact(ASKING, state.asks());
        fact(QUESTION_MARK, state.hasQuestionMark());
        fact(OPEN_TOKENS, !state.candidates.openTokens().isEmpty());
        fact(MIGRATION, MigrationWord.isIn(state));
        fact(RUNNING, RunningWord.isIn(state));
        fact(MODELS, namesSeveralModels());
        if (!state.remembered.isEmpty()) {
            fact(RECKONS, ClearEdit.reckons(state));
            fact(OPEN_NUMBER, OnlyNumber.ofClause(state) >= 0);
            TalkSign.of(state).forEach(sign -> fact(TALK.getOrDefault(sign, Symbol.NONE), true));
        }
        for (SlotName<?> name : state.slots.build().names()) {
            Symbol slot = SLOTS.getOrDefault(name, Symbol.NONE);
            sink.add(FeatureKind.FACT, slot, Symbol.NONE);
            sink.add(FeatureKind.WITH, slot, weight);
            sink.add(FeatureKind.WITH, slot, state.terse ? TERSE : state.hasQuestionMark() ? QUESTION_MARK : ALWAYS);
        }
        for (Problem problem : state.problems()) {
            sink.add(FeatureKind.FACT, PROBLEMS.computeIfAbsent(problem.kind(), Symbol::of), Symbol.NONE);
        }
    }

    /** True if it names several models, those of an earlier job aside. */
    private boolean namesSeveralModels() {
        int meant = 0;
        for (Mention mention : state.mentions) {
            meant += state.isPast(mention.first()) || state.isBackground(mention.first()) ? 0 : 1;
        }
        return meant > 1 || (meant == 0 && state.mentions.size() > 1);
    }

    private void fact(Symbol fact, boolean holds) {
        if (holds) {
            sink.add(FeatureKind.FACT, fact, Symbol.NONE);
            if (fact != weight && fact != ALWAYS) {
                sink.add(FeatureKind.WITH, fact, weight);
            }
        }
    }

    private void sequence() {
        Token[] tokens = state.all();
        Symbol before = EDGE;
        Symbol second = EDGE;
        Symbol wordBefore = Symbol.NONE;
        boolean opening = true;
        int foreign = 0;
        int technical = 0;
        BitSet code = CodeText.tokens(state.text, tokens);
        int end = -1;
        for (int i = 0; i < tokens.length; i++) {
            Token token = tokens[i];
            if (i > end) {
                end = state.sentence(i).end();
                opening = true;
                asks = state.isSymbolAt(end, '?');
            }
            boolean atPoint = point != null && i >= point.first() && i <= point.end();
            if (token.kind == Token.Kind.WORD || token.kind == Token.Kind.LEXEME) {
                Symbol word = words.of(state.text.text(), token.start, token.end);
                word(word, wordBefore, before, opening, atPoint);
                wordBefore = word;
            } else {
                wordBefore = Symbol.NONE;
            }
            Symbol symbol = symbol(i, token);
            if (code.get(i) && values[i] == null && (symbol == WORD || symbol == CODE)) {
                technical++;
                technical(atPoint);
            }
            foreign += symbol == WORD && token.end - token.start > 1 ? 1 : 0;
            if (symbol == Symbol.NONE || (symbol == WORD && before == WORD)) {
                continue;
            }
            occurs(token, symbol, opening);
            if (atPoint) {
                point(token, symbol, opening ? EDGE : before, opening);
            }
            sink.add(FeatureKind.THEN, before, symbol);
            sink.add(FeatureKind.NEAR, second, symbol);
            second = before;
            before = symbol;
            opening &= SpeechAct.isCourteous(token);
        }
        fact(FOREIGN[Math.min(foreign, FOREIGN.length - 1)], true);
        fact(TECHNICALS[Math.min(technical, TECHNICALS.length - 1)], technical > 0);
        sink.add(FeatureKind.ENDS, before, Symbol.NONE);
        sink.add(FeatureKind.ENDS, second, before);
    }

    /** Notes a part of a program's text, and whether the question is about it. */
    private void technical(boolean atPoint) {
        sink.add(FeatureKind.HAS, TECHNICAL, Symbol.NONE);
        sink.add(FeatureKind.WITH, TECHNICAL, values());
        if (atPoint) {
            sink.add(FeatureKind.POINT, TECHNICAL, Symbol.NONE);
            sink.add(FeatureKind.POINT, TECHNICAL, values());
        }
    }

    private void word(Symbol word, Symbol wordBefore, Symbol before, boolean opening, boolean atPoint) {
        if (word == Symbol.NONE) {
            return;
        }
        sink.add(FeatureKind.HAS, word, Symbol.NONE);
        sink.add(FeatureKind.THEN, before, word);
        if (wordBefore != Symbol.NONE) {
            sink.add(FeatureKind.THEN, wordBefore, word);
            if (atPoint) {
                sink.add(FeatureKind.POINT, wordBefore, word);
            }
        }
        if (asks) {
            sink.add(FeatureKind.ASKS, word, Symbol.NONE);
        }
        if (opening) {
            sink.add(FeatureKind.OPENS, word, Symbol.NONE);
        }
        if (atPoint) {
            sink.add(FeatureKind.POINT, word, Symbol.NONE);
        }
    }

    private void point(Token token, Symbol symbol, Symbol before, boolean opening) {
        sink.add(FeatureKind.POINT, symbol, Symbol.NONE);
        sink.add(FeatureKind.POINT, before, symbol);
        if (token.lexeme != null) {
            sink.add(FeatureKind.POINT, token.lexeme.wording(), Symbol.NONE);
        }
        if (opening) {
            sink.add(FeatureKind.POINT, symbol, values());
        }
    }

    private void occurs(Token token, Symbol symbol, boolean opening) {
        Lexeme lexeme = token.lexeme;
        Symbol wording = lexeme == null || symbol != lexeme.meaning() ? Symbol.NONE : lexeme.wording();
        occurs(symbol, opening);
        if (wording != Symbol.NONE) {
            occurs(wording, opening);
        }
        if (token.is(Category.INTENTS) || token.is(Category.TUNING) || token.is(Cue.ABILITY)) {
            sink.add(FeatureKind.WITH, symbol, state.terse ? TERSE : state.asks() ? ASKING : ALWAYS);
        }
    }

    private void occurs(Symbol symbol, boolean opening) {
        sink.add(FeatureKind.HAS, symbol, Symbol.NONE);
        sink.add(FeatureKind.WITH, symbol, weight);
        if (asks) {
            sink.add(FeatureKind.ASKS, symbol, Symbol.NONE);
        }
        if (opening) {
            sink.add(FeatureKind.OPENS, symbol, Symbol.NONE);
        }
    }

    /** Returns the symbol at a position; none for a part of a value that another token stands for. */
    private Symbol symbol(int i, Token token) {
        Symbol value = values[i];
        if (value != null) {
            return value;
        }
        if (state.isBackground(i)) {
            return BACKGROUND;
        }
        Lexeme lexeme = token.lexeme;
        if (lexeme != null) {
            return lexeme.meaning();
        }
        return switch (token.kind) {
            case NUMBER -> token.numeral().isInBillions() ? SIZE : NUMBER;
            case WORD -> WORD;
            case CODE -> CODE;
            case BREAK -> BREAK;
            default -> MARKS.of(token.symbol);
        };
    }
}
