package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers of tokens without the word: {@code 800 in / 200 out}, {@code 2k prompt}, {@code answers of 150}. */
final class BareTokens {
    /** The words between a prompt and its number within a clause. */
    private static final int WIDE_REACH = 8;

    /** The most tokens from the unit to the word for a total. */
    private static final int LONGEST_NAME = 4;

    /** Fewer tokens make no file. */
    private static final BigDecimal FEWEST_TOKENS = BigDecimal.valueOf(10_000);

    /** No question or answer of a request without its unit is shorter, or longer. */
    private static final BigDecimal SHORTEST_TURN = BigDecimal.TEN;

    private static final BigDecimal LONGEST_TURN = BigDecimal.valueOf(20_000);

    /** The most tokens of a list of lengths and their names. */
    private static final int LONGEST_LIST = 8;

    /** From so many times the length of a thing on, a total is one of tokens. */
    private static final BigDecimal MOST_THINGS = BigDecimal.valueOf(300);

    /** The most words from a price of tokens to how many it buys. */
    private static final int REACH_OF_PRICE = 8;

    /** The most dollars that a million tokens cost. */
    private static final BigDecimal DEAREST_MILLION = BigDecimal.valueOf(300);

    private static final BigDecimal FEWEST_PRICED = BigDecimal.valueOf(1000);

    private static final BigDecimal MOST_SHOTS = BigDecimal.valueOf(20);

    private final ParseState state;
    private final TokenRoles roles;
    /** Whether the message is written with options: {@code --in 500 --out 60}. */
    private final boolean options;

    private final boolean today;

    BareTokens(ParseState state) {
        this.state = state;
        roles = new TokenRoles(state);
        options = state.text.text().contains("--");
        today = state.hasTypedAnywhere(Trait.TODAY);
    }

    /** {@code 800 in / 200 out}, {@code 2k prompt}, {@code input 800}. */
    boolean read(int i) {
        if (!state.terse && state.isAt(i + 1, Cue.PROMPT) && isFewShots(i)) {
            state.ignore(i, i + 1);
            return true;
        }
        if (isPriceOfSide(i)) {
            state.ignore(i, i + 1);
            state.candidates.settle(i);
            return true;
        }
        SlotName<?> option = options ? option(i) : null;
        if (option != null) {
            state.claim(option, i, i - 1, i);
            return true;
        }
        Token next = state.at(i + 1);
        // "rpd=20000 in=750": the word belongs to the number behind it
        boolean ofNext = namesNextPrompt(i)
                || namesReadLength(i + 1)
                || isOfRate(i)
                || (state.isAssignmentAt(i + 2) && state.isNumberAt(i + 3));
        Cue cue = next == null || ofNext ? null : next.cue();
        SlotName<?> slot = cue == null
                ? null
                : switch (cue) {
                    case IN -> isInput(i) ? SlotName.INPUT_TOKENS : null;
                    case INPUT -> SlotName.INPUT_TOKENS;
                    case OUT -> isShare(i + 2) || isThrown(i) ? null : SlotName.OUTPUT_TOKENS;
                    case OUTPUT -> areCollected(i) ? null : SlotName.OUTPUT_TOKENS;
                    case PROMPT -> roles.promptOrUsage(i + 1);
                    case TUNED_PROMPT -> SlotName.TUNED_PROMPT_TOKENS;
                    case TOTAL -> total(i);
                    default -> null;
                };
        if (slot != null) {
            state.claim(slot, i, i, i + 1);
            if (isHalfOfPair(i)) {
                state.candidates.settle(i);
            }
            return true;
        }
        return namedWithoutUnit(i);
    }

    /** The numbers of {@code 800 in 300 out}, {@code 800 in / 300 out}: the other side stands right beside, and leaves no doubt. */
    private boolean isHalfOfPair(int number) {
        int before = state.isSlash(number - 1) || state.isSymbolAt(number - 1, ',') ? number - 3 : number - 2;
        return isInOfPair(number) || (isInOfPair(before) && state.isAt(number + 1, Cue.OUT));
    }

    private boolean isInOfPair(int number) {
        int other = state.isSlash(number + 2) || state.isSymbolAt(number + 2, ',') ? number + 3 : number + 2;
        return state.isNumberAt(number)
                && state.isAt(number + 1, Cue.IN)
                && state.isNumberAt(other)
                && (state.isAt(other + 1, Cue.OUT) || state.isAt(other + 1, Cue.OUTPUT));
    }

    /** {@code 1.25 in / 10 out per 1M}: what so many tokens cost, without a currency. */
    private boolean isPriceOfSide(int number) {
        boolean side =
                isSide(number + 1) && state.token(number).numeral().value().compareTo(DEAREST_MILLION) <= 0;
        for (int i = number + 2; side && i < number + REACH_OF_PRICE && !state.isSymbolAt(i, '.'); i++) {
            if (state.isAt(i, Cue.PER) && !state.isSlash(i)) {
                Token of = state.at(i + 1);
                return of != null
                        && (of.is(Category.MULTIPLIERS)
                                || (of.isNumber()
                                        && Amounts.counted(of.numeral()).value().compareTo(FEWEST_PRICED) >= 0));
            }
        }
        return false;
    }

    /** {@code 700 in, 150 out}, and alone where a command with traffic ends: {@code tco 4o mini 900 calls/day 700 in}. */
    private boolean isInput(int number) {
        boolean ends = state.terse
                && state.isBreakAt(number + 2)
                && state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !state.isSize(number);
        return ends || (TokenRoles.namesOutput(state) && !isRatio(number + 2));
    }

    /** The {@code in} of {@code prompt 1500 -> 120 in 85 out 25}: the number behind it was read as its length. */
    private boolean namesReadLength(int name) {
        return state.isAt(name, Cue.IN)
                && state.token(name).use == Token.Use.CONNECTIVE
                && state.isNumberAt(name + 1)
                && state.candidates.isOf(SlotName.INPUT_TOKENS, name + 1);
    }

    /** The 15k of {@code rpd=15k prompt 2200}, of {@code rpd 120k in 80 out 12}: the name behind it belongs to the next number. */
    private boolean isOfRate(int number) {
        int name = state.isAssignmentAt(number - 1) ? number - 2 : number - 1;
        return state.isNumberAt(number + 2) && TokenRoles.isRateOfNext(state, name);
    }

    /** {@code got 1,500 outputs saved}, {@code we have 900 answers on file}: they are counted. */
    private boolean areCollected(int number) {
        int verb = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        return !state.terse
                && state.isPluralAt(number + 1)
                && !state.isNumberAt(verb)
                && (state.hasTyped(verb, Trait.COLLECTS) || state.hasTyped(verb, Trait.OWNS));
    }

    /** The {@code tuned prompt} of {@code prompt 1000 tuned prompt 150}: it names the number behind it. */
    private boolean namesNextPrompt(int number) {
        boolean between = isSide(number + 1)
                && state.isNumberAt(number + 2)
                && (state.isAt(number - 1, Cue.PROMPT) || state.isAt(number - 1, Cue.TUNED_PROMPT));
        int first = number;
        while (between && first > number - LONGEST_LIST && isSide(first - 1) && state.isNumberAt(first - 2)) {
            first -= 2;
        }
        return between && isSide(first - 1) && !state.isNumberAt(first - 2);
    }

    private boolean isSide(int i) {
        return state.isAt(i, Cue.PROMPT)
                || state.isAt(i, Cue.TUNED_PROMPT)
                || state.isAt(i, Cue.INPUT)
                || state.isAt(i, Cue.OUTPUT)
                || state.isAt(i, Cue.IN)
                || state.isAt(i, Cue.OUT);
    }

    /** {@code I threw 200 out}, {@code they took the 150 out}. */
    private boolean isThrown(int number) {
        int verb = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) ? number - 2 : number - 1;
        return state.hasTyped(verb, Trait.LOSES) || state.isAt(verb, Cue.DROP);
    }

    /** {@code --in 500}, {@code --out=60}: the option before a number and not the next one names it. */
    private @Nullable SlotName<?> option(int number) {
        int name = state.isAssignmentAt(number - 1) ? number - 2 : number - 1;
        if (!state.isSymbolAt(name - 1, '-') || !state.isSymbolAt(name - 2, '-')) {
            return null;
        }
        if (state.isAt(name, Cue.IN) || state.isAt(name, Cue.INPUT)) {
            return SlotName.INPUT_TOKENS;
        }
        return state.isAt(name, Cue.OUT) || state.isAt(name, Cue.OUTPUT) ? SlotName.OUTPUT_TOKENS : null;
    }

    /** The {@code 5} of {@code 1 in 5}, but not the 200 of {@code 800 in 200 out}. */
    private boolean isRatio(int number) {
        int out = state.isAt(number + 1, Measure.TOKEN) ? number + 2 : number + 1;
        return state.isNumberAt(number) && !state.isAt(out, Cue.OUT) && !state.isAt(out, Cue.OUTPUT);
    }

    /** The {@code of} of {@code 9 out of ten}, of {@code 800 out of these}. */
    private boolean isShare(int of) {
        return state.isAt(of, Cue.OF)
                && (state.isNumberAt(of + 1) || state.isAt(of + 1, Cue.THEM) || state.hasTyped(of + 1, Trait.RELATIVE));
    }

    /** {@code 14 few-shot examples}: their number, not their length. */
    private boolean isFewShots(int number) {
        return state.token(number).numeral().value().compareTo(MOST_SHOTS) <= 0;
    }

    /** {@code the 3,500 token instructions shrink to 400}. */
    private boolean isShrunkTo(int number) {
        return !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)
                && state.hasTyped(number - 2, Trait.SHRINKS)
                && state.unitFinder.right(number) < 0;
    }

    /** {@code the prompt only gets down to 900}: the prompt after tuning. */
    private boolean isPromptDownTo(int number) {
        if (state.candidates.has(SlotName.PROMPT_TOKENS)) {
            return isShrunkTo(number);
        }
        int from = Math.max(state.clause(number).first(), number - WIDE_REACH);
        for (int i = number - 2; i >= from && !state.isNumberAt(i) && !state.isAt(i, Cue.FROM); i--) {
            if (state.isAt(i, Cue.PROMPT) || isRememberedPrompt(i)) {
                return !state.isAt(number + 1, Category.UNITS);
            }
        }
        return false;
    }

    /** {@code 2M in total}: tokens, or the things that the words before it count. */
    private @Nullable SlotName<?> total(int i) {
        if (state.isAt(i - 1, Category.UNITS)) {
            return null;
        }
        int first = Math.max(state.sentence(i).first(), i - WIDE_REACH);
        for (int k = i - 1; k >= first; k--) {
            if (state.isItemAt(k)) {
                return SlotName.EXAMPLES;
            }
            if (state.isAt(k, Measure.TOKEN)) {
                return isLengthOfThings(k, i) ? SlotName.EXAMPLES : SlotName.TOTAL_TOKENS;
            }
        }
        boolean tokens = state.has(Measure.TOKEN) && !state.candidates.has(SlotName.EXAMPLES);
        return tokens && !roles.isTotalOfThings(i) ? SlotName.TOTAL_TOKENS : null;
    }

    /** {@code for chronicles of 600 tokens, 900 in all}: what has a length and no count yet is counted. */
    private boolean isLengthOfThings(int unit, int total) {
        int length = unit - 1;
        boolean of = state.isNumberAt(length)
                && (state.isAt(length - 1, Trait.PART_OF) || state.isAt(length - 1, Cue.OF))
                && !state.isNumberAt(length - 2)
                && state.isPluralAt(length - 2);
        for (int i = length - 3; of && i >= Math.max(state.clause(length).first(), length - WIDE_REACH); i--) {
            of = !state.isNumberAt(i) || state.isOfMention(i);
        }
        return of
                && Amounts.counted(state.token(total).numeral())
                                .value()
                                .compareTo(Amounts.counted(state.token(length).numeral())
                                        .value()
                                        .multiply(MOST_THINGS))
                        < 0;
    }

    /**
     * {@code answers of 400}, {@code summaries 180}, {@code user message 300}, where tokens are spoken of, or the conversation is about
     * running a model.
     */
    private @Nullable SlotName<?> turn(int name, int number) {
        if (isUserOfCommand(name, number)) {
            return SlotName.INPUT_TOKENS;
        }
        if (!state.has(Measure.TOKEN)) {
            return isOfRunning(name, number) ? turnOfRunning(name, number) : null;
        }
        return roles.isAnswer(name) && !isRateOfThings(number)
                ? SlotName.OUTPUT_TOKENS
                : isQuestion(name, number) ? SlotName.INPUT_TOKENS : null;
    }

    /** {@code be: gpt-4.1, sys prompt 3.5k, user 250, out 180}: a part of its own in a command that says the length of answers. */
    private boolean isUserOfCommand(int name, int number) {
        return state.clause(number).isTerse()
                && name == number - 1
                && state.isSymbolAt(name - 1, ',')
                && state.isBreakAt(number + 1)
                && state.hasTyped(name, Trait.INPUT_PART)
                && !state.isPluralAt(name)
                && state.isCountAt(number)
                && TokenRoles.namesOutput(state);
    }

    /** {@code and answers 400}: a length is what such a conversation lacks of them, and 400 answers are written the other way round. */
    private boolean isOfRunning(int name, int number) {
        Numeral length = Amounts.counted(state.token(number).numeral());
        return state.mayEdit()
                && state.assumesLengths()
                && name >= 0
                && !state.isNumberAt(name - 1)
                && state.unitFinder.right(number) < 0
                && !state.isPercentAt(number + 1)
                && !length.isInBillions()
                && length.value().compareTo(SHORTEST_TURN) >= 0
                && length.value().compareTo(LONGEST_TURN) <= 0;
    }

    /** The prompts of {@code what if prompts shrink only to 1,500}, in a conversation about their length. */
    private boolean isRememberedPrompt(int i) {
        return state.mayEdit() && state.remembered.has(SlotName.PROMPT_TOKENS) && state.hasTyped(i, Trait.PROMPTS);
    }

    private @Nullable SlotName<?> turnOfRunning(int name, int number) {
        if (isRememberedPrompt(name)) {
            return SlotName.PROMPT_TOKENS;
        }
        if (state.hasTyped(name, Trait.ANSWERED)) {
            return SlotName.OUTPUT_TOKENS;
        }
        boolean both = state.hasTypedAnywhere(Trait.ANSWERED) && state.hasTyped(name, Trait.ASKED);
        return both && !isRate(number) ? SlotName.INPUT_TOKENS : null;
    }

    /** {@code the user message 300, reply 150}, but not {@code questions: 300 a day} or {@code 40 questions 300}. */
    private boolean isQuestion(int name, int number) {
        return state.at(name) != null
                && (state.hasTyped(name, Trait.ASKED) || TokenRoles.isTextOfPerson(state, name))
                && !state.isNumberAt(name - 1)
                && (TokenRoles.namesOutput(state) || isBesideAnswer(number))
                && !isRate(number);
    }

    /** {@code the desk answers 120 importers a day}: whom it answers is no length. */
    private boolean isRateOfThings(int number) {
        return state.isPluralAt(number + 1) && (state.isRateAt(number + 2) || state.isAt(number + 2, Category.PERIODS));
    }

    private boolean isRate(int number) {
        return state.isAt(number + 1, Cue.PER)
                || state.isAt(number + 1, Cue.ARTICLE)
                || state.isAt(number + 1, Cue.EVERY)
                || state.isAt(number + 1, Category.PERIODS)
                || state.isUnitAt(number + 1)
                || state.isSlash(number + 1);
    }

    /** {@code answers have 180 tokens, the questions 90}: the sentence has just told the length of an answer. */
    private boolean isBesideAnswer(int number) {
        int first = state.sentence(number).first();
        return state.candidates
                .amounts(SlotName.OUTPUT_TOKENS)
                .anyMatch(answer -> answer.token() >= first && answer.token() < number);
    }

    /** {@code in tokens it is 1,400 per scene}, {@code tokens per note: 380}. */
    private boolean isPerThing(int i) {
        boolean behind = state.isAt(i + 1, Cue.EACH)
                || (state.isAt(i + 1, Cue.PER)
                        && state.measureAt(i + 2) != Measure.REQUEST
                        && state.timeAt(i + 2) == null);
        boolean tokens = false;
        int first = Math.max(state.sentence(i).first(), i - WIDE_REACH);
        for (int k = i - 1; k >= first && !state.isNumberAt(k) && !state.isSymbolAt(k, ','); k--) {
            if (state.isAt(k, Category.KNOBS)) {
                return false;
            }
            tokens |= behind && state.isAt(k, Measure.TOKEN);
            boolean per = state.isAt(k, Cue.PER)
                    && state.isAt(k - 1, Measure.TOKEN)
                    && !state.isNumberAt(k - 2)
                    && !state.isAt(k + 1, Measure.REQUEST);
            if (per && state.timeAt(k + 1) == null && !state.isAt(k + 1, Measure.OTHER)) {
                return !state.isUnitAt(i + 1);
            }
        }
        return tokens;
    }

    /** {@code 12.5k ex, avg 880}, {@code 880 avg}: in a command the average of the examples is their length. */
    private boolean isAverage(int i) {
        return state.terse
                && (state.isAt(i - 1, Cue.AVERAGE) || state.isAt(i + 1, Cue.AVERAGE))
                && state.unitFinder.countsExamples()
                && !state.isUnitAt(i + 1)
                && !state.isAt(i + 2, Measure.TOKEN);
    }

    /** {@code segments 22,000, length 65}, {@code same length, 280}, {@code 34k rows x 385}: how long each of those counted is. */
    private boolean isLengthOfCounted(int number) {
        boolean possible = !state.isUnitAt(number + 1)
                && !state.isPercentAt(number + 1)
                && !state.isSize(number)
                && !state.isTimesSign(number + 1)
                && state.isCountAt(number);
        if (!possible) {
            return false;
        }
        BigDecimal length = Amounts.counted(state.token(number).numeral()).value();
        if (length.compareTo(SHORTEST_TURN) < 0 || length.compareTo(LONGEST_TURN) > 0) {
            return false;
        }
        boolean factor = state.isTimesSign(number - 1) && state.isItemAt(number - 2) && state.isNumberAt(number - 3);
        int name = number - 1;
        boolean same = state.isSymbolAt(name, ',') && state.isAt(number - 3, Cue.SAME);
        name -= same || state.isAssignmentAt(name) || state.isAt(name, Cue.IS) || state.isAt(name, Cue.ABOUT) ? 1 : 0;
        boolean named = name >= 0
                && !state.isNumberAt(name)
                && state.hasTyped(name, Trait.LENGTH_NOUN)
                && (name == 0 || state.isBreakAt(name - 1) || state.isAt(name - 1, Cue.SAME));
        boolean ends = state.isBreakAt(number + 1) || number + 1 >= state.size();
        return ends
                && (factor
                        || (named && (state.candidates.has(SlotName.EXAMPLES) || state.unitFinder.countsExamples())));
    }

    private boolean namedWithoutUnit(int i) {
        if ((state.has(Measure.TOKEN) && isPerThing(i)) || isAverage(i) || isLengthOfCounted(i)) {
            state.claim(SlotName.TOKENS_PER_EXAMPLE, i, i, i);
            return true;
        }
        boolean to = state.has(Cue.TO) && state.isAt(i - 1, Cue.TO);
        if (to && isPromptDownTo(i)) {
            state.claim(SlotName.TUNED_PROMPT_TOKENS, i, i, i);
            return true;
        }
        if (isPackedLength(i)) {
            state.claim(SlotName.SEQUENCE_LENGTH, i, i - 2, i);
            return true;
        }
        boolean counted = !state.isNumberAt(i + 1) && state.hasTyped(i + 1, Trait.SEQUENCE_NOUN);
        if (state.isAt(i - 2, Cue.PACKED) && !state.isNumberAt(i - 1) && !state.isBreakAt(i - 1) && !counted) {
            state.claim(SlotName.SEQUENCE_LENGTH, i, i - 1, i);
            return true;
        }
        int name = i - 1;
        Token token = state.at(name);
        while (token != null && isLink(token, name)) {
            name--;
            token = state.at(name);
        }
        Cue cue = token == null ? null : token.cue();
        SlotName<?> slot = cue == null
                ? turn(name, i)
                : switch (cue) {
                    case INPUT -> SlotName.INPUT_TOKENS;
                    case OUTPUT -> SlotName.OUTPUT_TOKENS;
                    case IN ->
                        TokenRoles.namesOutput(state) && name < i - 1 && !TokenRoles.comesIn(state, i)
                                ? SlotName.INPUT_TOKENS
                                : null;
                    case OUT ->
                        (name < i - 1 || isOutAlone(name))
                                        && !state.isAt(i - 1, Cue.OF)
                                        && !state.hasTyped(i - 1, Trait.LOCATIVE)
                                ? SlotName.OUTPUT_TOKENS
                                : null;
                    case PROMPT -> roles.promptOrUsage(name);
                    case TUNED_PROMPT -> SlotName.TUNED_PROMPT_TOKENS;
                    case TOTAL -> isNamedTotal(name, i) ? SlotName.TOTAL_TOKENS : null;
                    default -> null;
                };
        if (slot == null) {
            return false;
        }
        state.claim(slot, i, name, i);
        return true;
    }

    /** {@code prompt 2.4k->300, out 180}: a part of its own in a command about requests. */
    private boolean isOutAlone(int out) {
        return state.terse
                && state.isSymbolAt(out - 1, ',')
                && state.isBreakAt(out + 2)
                && !state.isUnitAt(out + 2)
                && (state.has(Cue.PROMPT) || state.has(Measure.REQUEST) || state.has(Category.RATES));
    }

    /** {@code token count total=9,000,000}, {@code tokens_total: 2100000}: what a program prints of a whole set. */
    private boolean isNamedTotal(int total, int number) {
        int unit = total - 1;
        while (unit > total - LONGEST_NAME
                && !state.isNumberAt(unit)
                && (state.isSymbolAt(unit, '_') || state.hasTyped(unit, Trait.COUNT_NAME))) {
            unit--;
        }
        return state.isAssignmentAt(number - 1)
                && state.isAt(unit, Measure.TOKEN)
                && !state.isNumberAt(unit - 1)
                && Amounts.counted(state.token(number).numeral()).value().compareTo(FEWEST_TOKENS) >= 0;
    }

    /** {@code packed sequences of 4096}, {@code packed into blocks of 2048}. */
    private boolean isPackedLength(int number) {
        return state.has(Cue.PACKED)
                && (state.isAt(number - 1, Cue.OF) || state.isAt(number - 1, Trait.PART_OF))
                && !state.isNumberAt(number - 2)
                && state.hasTyped(number - 2, Trait.SEQUENCE_NOUN);
    }

    /** {@code prompt: 3000}, {@code prompt is about 3000}, {@code prompt now 3.2k}. */
    private boolean isLink(Token token, int at) {
        boolean now = today && !token.isNumber() && state.hasTyped(at, Trait.TODAY);
        return now
                || token.is(Cue.IS)
                || (!token.isNumber() && state.hasTyped(at, Trait.CONTAINS))
                || token.is(Cue.OF)
                || token.is(Cue.ABOUT)
                || (token.kind == Token.Kind.SYMBOL && state.isAssignmentAt(at));
    }

    /** {@code 40M trained tokens}, {@code trained_tokens=5,812,400}: the tokens of all the data. */
    boolean readTotal(int i) {
        SlotName<?> tokens = state.has(Cue.BILLED) || state.has(Measure.TOKEN)
                ? totalWithoutUnit(i)
                : isCountOfTool(i) ? SlotName.TOTAL_TOKENS : null;
        if (tokens != null) {
            state.claim(tokens, i, i, i);
            return true;
        }
        // "trained_tokens: 9696": so few tokens are those of a trial, and no examples.
        boolean few = state.has(Cue.BILLED) && state.isAssignmentAt(i - 1) && billedName(i) >= 0;
        if (few) {
            state.ignore(i);
            state.candidates.settle(i);
        }
        return few;
    }

    /** {@code my tiktoken count for the file is 950,400}: the name of a tool that counts nothing but tokens. */
    private boolean isCountOfTool(int number) {
        boolean result = state.isBreakAt(number + 1)
                && (state.isAt(number - 1, Cue.IS)
                        || state.isAt(number - 1, Trait.FORM_OF_BE)
                        || state.isSymbolAt(number - 1, ':')
                        || state.hasTyped(number - 1, Trait.PRINTS))
                && Amounts.counted(state.token(number).numeral()).value().compareTo(FEWEST_TOKENS) >= 0;
        for (int i = number - 1; result && i >= state.sentence(number).first() && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.COUNTS_TOKENS)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the slot of {@code 40M trained tokens}, {@code token counts are in: 7.3M for the train file}, or null. */
    private @Nullable SlotName<?> totalWithoutUnit(int i) {
        Token next = state.at(i + 1);
        boolean billed = next != null && next.is(Cue.BILLED) && !state.isAt(i + 2, Category.UNITS);
        boolean file =
                next != null && next.is(Cue.FOR) && (state.isAt(i + 2, Cue.TOTAL) || state.isAt(i + 3, Cue.TOTAL));
        int name = billedName(i);
        billed |= name >= 0;
        // "total_num_tokens" counts the data once, "num_tokens" of a log all passes.
        boolean once = name > 0 && state.isAt(name - (state.isSymbolAt(name - 1, '_') ? 2 : 1), Cue.TOTAL);
        boolean many = (billed || file)
                && Amounts.counted(state.token(i).numeral()).value().compareTo(FEWEST_TOKENS) >= 0;
        return many ? billed && !once ? SlotName.BILLED_TOKENS : SlotName.TOTAL_TOKENS : null;
    }

    /** Returns the name of {@code trained_tokens=5,812,400}, {@code num_input_tokens_seen: 48.3M}, or -1. */
    private int billedName(int number) {
        int name = number - 1;
        while (state.isAssignmentAt(name)
                || state.isAt(name, Cue.IS)
                || state.isAt(name, Cue.OF)
                || state.isAt(name, Cue.ABOUT)
                || state.isSymbolAt(name, '~')) {
            name--;
        }
        // "loss=1.12 tokens_seen=52428800": the number before the name has a name of its own.
        boolean counted = state.isNumberAt(name - 1) && !state.isAssignmentAt(name - 2);
        boolean named = state.isAt(name, Cue.BILLED) && state.isAt(name, Trait.NAMES_TOKENS) && !counted;
        return named ? name : -1;
    }

    /** {@code 80 in} in a conversation about the lengths of requests. */
    boolean readOfRequest(int i) {
        if (!state.remembered.has(SlotName.INPUT_TOKENS) || !state.isBreakAt(i + 2)) {
            return false;
        }
        boolean in = state.isAt(i + 1, Cue.IN) || state.isAt(i + 1, Cue.INPUT);
        boolean out = state.isAt(i + 1, Cue.OUT) || state.isAt(i + 1, Cue.OUTPUT);
        if (in || out) {
            state.claim(in ? SlotName.INPUT_TOKENS : SlotName.OUTPUT_TOKENS, i, i, i + 1);
        }
        return in || out;
    }
}
