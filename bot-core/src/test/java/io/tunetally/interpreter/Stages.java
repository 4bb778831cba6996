package io.tunetally.interpreter;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.corpus.Corpus;
import io.tunetally.interpreter.corpus.Label;
import io.tunetally.interpreter.entity.ChoiceReader;
import io.tunetally.interpreter.entity.CriterionReader;
import io.tunetally.interpreter.entity.ModelReader;
import io.tunetally.interpreter.entity.ModelSlot;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.part.Contradictions;
import io.tunetally.interpreter.quantity.Budgets;
import io.tunetally.interpreter.quantity.QuantityReader;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.quantity.VagueAmounts;
import io.tunetally.interpreter.role.GroupedCounts;
import io.tunetally.interpreter.role.NameRoles;
import io.tunetally.interpreter.role.NumberRoles;
import io.tunetally.interpreter.role.Shares;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.text.Decoder;
import io.tunetally.text.FoldedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message after each stage of the interpreter, with the built-in lexicon; later stages have not run. */
public final class Stages {
    private static final Weights NAMES = Decider.builtIn().names();
    private static final Weights NUMBERS = Decider.builtIn().numbers();

    private Stages() {}

    /** Returns the compiled built-in lexicon. */
    public static CompiledLexicon lexicon() {
        return drafted("").compiledLexicon;
    }

    /** Returns the text as the stages see it. */
    public static FoldedText folded(String text) {
        return Decoder.decode(text, Markup.PLAIN, Interpreter.MAXIMUM_LENGTH);
    }

    /** Returns an interpreter that works out no number of examples by weights. */
    public static Interpreter readerWithoutDerivations() {
        return WeightTrainer.readerWithoutDerivations();
    }

    /** Returns an interpreter that works out neither traffic nor a number of examples by weights. */
    public static Interpreter readerWithoutTraffic() {
        return WeightTrainer.readerWithoutTraffic();
    }

    /** Returns the state with all values, before they are filled into slots. */
    public static ParseState settled(Interpreter reader, String text, @Nullable Request remembered) {
        return reader.settled(text, Corpus.markup(text), remembered);
    }

    /** Returns the state after the text is split into tokens and numbers are joined. */
    public static ParseState drafted(String text) {
        return BuiltIn.draft(text);
    }

    /** Returns the state after models are found. */
    public static ParseState named(String text) {
        ParseState state = drafted(text);
        ModelReader.read(state);
        return state;
    }

    /** Returns the state after numbers have their units. */
    public static ParseState counted(String text) {
        ParseState state = named(text);
        QuantityReader.read(state);
        return state;
    }

    /** Returns the state before weights decide what open numbers are. */
    public static ParseState open(String text, @Nullable Request remembered) {
        return open(text, remembered, NAMES);
    }

    static ParseState open(String text, @Nullable Request remembered, Weights names) {
        ParseState state = BuiltIn.draft(text, remembered);
        ModelReader.read(state);
        QuantityReader.read(state);
        NameRoles.read(state, names);
        ChoiceReader.read(state);
        Budgets.settle(state);
        VagueAmounts.read(state);
        return state;
    }

    /** Returns the state after every slot is filled and only the intent is open. */
    public static ParseState filled(String text) {
        return filled(text, null);
    }

    /** Returns the same state within a conversation. */
    public static ParseState filled(String text, @Nullable Request remembered) {
        ParseState state = open(text, remembered);
        NumberRoles.read(state, NUMBERS);
        GroupedCounts.read(state);
        Shares.read(state);
        Contradictions.read(state);
        SlotFiller.fill(state);
        ModelSlot.fill(state);
        CriterionReader.read(state, remembered);
        return state;
    }

    /** Returns the slots of the candidates, in order: {@code epochs=3}, {@code examples=500..1000}. */
    public static List<String> candidates(ParseState state) {
        return state.candidates.all().stream()
                .filter(candidate -> !candidate.replaced())
                .map(Stages::written)
                .toList();
    }

    private static String written(SlotCandidates.Candidate candidate) {
        return candidate.slot() + "=" + written(candidate.numeral());
    }

    /** Returns a number without trailing zeros, a range with both ends. */
    public static String written(Numeral numeral) {
        String low = numeral.value().stripTrailingZeros().toPlainString();
        return numeral.high() == null
                ? low
                : low + ".." + numeral.high().stripTrailingZeros().toPlainString();
    }

    /** Returns the slots in one line, alphabetically: {@code epochs=3 models=gpt-4o}. */
    public static String slots(ParseState state) {
        return label(new Interpretation(
                Interpretation.Status.READY,
                Intent.ESTIMATE,
                state.slots.build(),
                List.of(),
                List.of(),
                null,
                List.of(),
                0,
                List.of(),
                null));
    }

    /** Returns the slots of a whole interpretation in the same format. */
    public static String label(Interpretation read) {
        String line = Label.of(read).toString();
        String head = read.status().word() + " " + read.intent().word();
        return line.substring(head.length()).strip();
    }

    /** Returns the status and intent of a message: {@code ready estimate}, {@code not_a_request none}. */
    public static String verdict(Interpretation read) {
        return read.status().word() + " " + read.intent().word();
    }

    /** Returns the interpretation of a message after another one. */
    public static Interpretation follow(String before, String after) {
        return BuiltIn.INTERPRETER.read(
                after, Markup.PLAIN, true, BuiltIn.read(before).request());
    }

    /** Returns the index of the first token with this text. */
    public static int place(ParseState state, String typed) {
        for (int i = 0; i < state.size(); i++) {
            if (state.typed(i, i).equals(typed)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no token " + typed);
    }
}
