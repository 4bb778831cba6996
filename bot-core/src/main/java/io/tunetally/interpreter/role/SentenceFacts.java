package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the sentence around a number or a name is to the message: before or behind the one that asks, beside a model, about
 * the past or about others. In a post of several sentences they tell the job that is asked about from its background.
 */
final class SentenceFacts {
    private static final Symbol ONLY = Symbol.of("ONLY-SENTENCE");
    private static final Symbol NO_QUESTION = Symbol.of("NO-QUESTION");
    private static final Symbol BEFORE_QUESTION = Symbol.of("BEFORE-QUESTION");
    private static final Symbol FAR_BEFORE_QUESTION = Symbol.of("FAR-BEFORE-QUESTION");
    private static final Symbol BEHIND_QUESTION = Symbol.of("BEHIND-QUESTION");
    private static final Symbol MODEL_BESIDE = Symbol.of("MODEL-BESIDE");
    private static final Symbol BACKGROUND_BESIDE = Symbol.of("BACKGROUND-BESIDE");
    private static final Symbol MODEL_IN_QUESTION = Symbol.of("MODEL-IN-QUESTION");
    private static final Symbol NO_MODEL = Symbol.of("NO-MODEL");
    private static final Symbol REPORTED = Symbol.of("REPORTED");
    private static final Symbol PAST = Symbol.of("PAST");
    private static final Symbol OF_OTHERS = Symbol.of("OF-OTHERS");
    private static final Symbol OLD_JOB = Symbol.of("OLD-JOB");
    private static final Symbol NEW_JOB = Symbol.of("NEW-JOB");
    private static final Symbol MONEY_BESIDE = Symbol.of("MONEY-BESIDE");

    private final ParseState state;
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<Sentence, Set<Symbol>> facts = new HashMap<>();

    private SentenceFacts(ParseState state) {
        this.state = state;
    }

    static SentenceFacts of(ParseState state) {
        return new SentenceFacts(state);
    }

    /** Gives the facts of the sentence around a token. */
    void of(int token, Consumer<Symbol> sink) {
        facts.computeIfAbsent(state.sentence(token), this::read).forEach(sink);
        if (state.isPast(token)) {
            sink.accept(PAST);
        }
        Symbol job = job(token);
        if (job != null) {
            sink.accept(job);
        }
    }

    boolean isOfOldJob(int number) {
        return OLD_JOB.equals(job(number));
    }

    boolean isOfAskedJob(int number) {
        return NEW_JOB.equals(job(number));
    }

    /** {@code old job: 3 epochs}, {@code 5 epochs last time}, {@code ours: 2 epochs}: the nearest word before a number, else the next behind it. */
    private @Nullable Symbol job(int number) {
        Sentence sentence = state.sentence(number);
        for (int i = number - 1; i >= sentence.first(); i--) {
            Symbol job = jobAt(i);
            if (job != null) {
                return job;
            }
        }
        for (int i = number + 1; i < sentence.end() && !state.isSymbolAt(i, ','); i++) {
            Symbol job = jobAt(i);
            if (job != null) {
                return job;
            }
        }
        return null;
    }

    private @Nullable Symbol jobAt(int i) {
        if (state.isNumberAt(i)) {
            return null;
        }
        if (state.hasTyped(i, Trait.ASKED_JOB)) {
            return NEW_JOB;
        }
        boolean old = state.hasTyped(i, Trait.EARLIER_JOB)
                || state.hasTyped(i, Trait.OTHER_PARTY)
                || state.hasTyped(i, Trait.ACQUAINTANCE);
        return old ? OLD_JOB : null;
    }

    private Set<Symbol> read(Sentence sentence) {
        if (sentences.isEmpty()) {
            for (int first = 0;
                    first < state.size();
                    first = state.sentence(first).end() + 1) {
                sentences.add(state.sentence(first));
            }
        }
        Set<Symbol> found = new LinkedHashSet<>();
        if (sentences.size() == 1) {
            found.add(ONLY);
        } else if (!sentence.asks()) {
            found.add(toQuestion(sentences.indexOf(sentence)));
        }
        if (hasModel(sentence)) {
            found.add(MODEL_BESIDE);
        }
        if (sentences.stream().anyMatch(each -> each != sentence && each.asks() && hasModel(each))) {
            found.add(MODEL_IN_QUESTION);
        }
        if (state.mentions.isEmpty()) {
            found.add(NO_MODEL);
        }
        for (int i = sentence.first(); i < sentence.end(); i++) {
            boolean word = !state.isNumberAt(i);
            if (word && (state.isAt(i, Cue.REPORT) || state.hasTyped(i, Trait.PAST_VERB))) {
                found.add(REPORTED);
            }
            if (word && (state.hasTyped(i, Trait.OTHER_PARTY) || state.hasTyped(i, Trait.ACQUAINTANCE))) {
                found.add(OF_OTHERS);
            }
            if (state.isBackground(i)) {
                found.add(BACKGROUND_BESIDE);
            }
            if (state.isSymbolAt(i, '$')) {
                found.add(MONEY_BESIDE);
            }
        }
        return found;
    }

    private Symbol toQuestion(int place) {
        int before = -1;
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).asks()) {
                if (i > place) {
                    return i == place + 1 ? BEFORE_QUESTION : FAR_BEFORE_QUESTION;
                }
                before = i;
            }
        }
        return before < 0 ? NO_QUESTION : BEHIND_QUESTION;
    }

    private boolean hasModel(Sentence sentence) {
        for (Mention mention : state.mentions) {
            boolean within = mention.first() >= sentence.first() && mention.first() < sentence.end();
            if (within && !state.isBackground(mention.first())) {
                return true;
            }
        }
        return false;
    }
}
