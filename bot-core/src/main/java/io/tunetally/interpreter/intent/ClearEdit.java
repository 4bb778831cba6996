package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.run.RunsOfGroups;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.RestatedNumbers;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.talk.Asides;
import io.tunetally.interpreter.talk.ModelAskedAbout;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.SeasonalTraffic;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Finds out whether what a message changes of the remembered request is clear, whatever its words. */
final class ClearEdit {
    /** A message that is no longer has hardly room for more than its change. */
    private static final int SHORT = 12;

    /** The most words between a verb of planning and its number. */
    private static final int REACH_OF_PLAN = 4;

    private ClearEdit() {}

    /** True if it changes the request. */
    static boolean isIn(ParseState state) {
        boolean alone = !state.any(token -> token.kind == Token.Kind.WORD);
        boolean says = (alone || state.has(Cue.WHAT_ABOUT) || state.isAt(0, Cue.SAME))
                ? !state.slots.build().names().isEmpty()
                : state.size() <= SHORT && !state.hasQuestionMark() && (replacesNumber(state) || saysHowLong(state));
        return (says && !state.has(Cue.REPORT) && !state.has(Cue.THANKS))
                || saysInClause(state)
                || reckons(state)
                || plansTraffic(state)
                || plansValue(state)
                || namesSeller(state)
                || ModelAskedAbout.isIn(state)
                || (FollowUp.adds(state) && !state.mentions.isEmpty() && state.size() <= SHORT)
                || counts(state)
                || chooses(state)
                || drops(state)
                || (refines(state) && state.size() <= SHORT && !state.hasQuestionMark())
                || limits(state)
                || restatesBudget(state)
                || (state.slots.has(SlotName.PRICED_UNIT) && state.size() <= SHORT)
                || movesToGpu(state)
                || (state.slots.has(SlotName.OPEN_ONLY) && state.size() <= SHORT)
                || choosesFourBits(state)
                || (state.slots.has(SlotName.OWN_HARDWARE) && state.size() <= SHORT && !state.hasQuestionMark())
                || (givesReason(state) && state.hasTypedAnywhere(Trait.DEMANDS))
                || demandsDeployment(state)
                || choosesDeployment(state)
                || choosesBatch(state)
                || decidesObjective(state)
                || describesExamples(state)
                || rents(state)
                || saysElectricity(state)
                || withdraws(state);
    }

    /** {@code 4 bit please}, {@code and in 4bit?}: of the job that the conversation is about. */
    private static boolean choosesFourBits(ParseState state) {
        return state.slots.has(SlotName.QUANTIZED)
                && !Boolean.TRUE.equals(state.remembered.value(SlotName.QUANTIZED))
                && state.mayEdit()
                && state.size() <= SHORT
                && !state.has(Cue.REPORT);
    }

    /** {@code it draws 400 watts and we pay 0.32 per kWh}, where the conversation has a GPU. */
    private static boolean saysElectricity(ParseState state) {
        return state.slots.has(SlotName.GPU_HOUR_USD)
                && state.hasTypedAnywhere(Trait.ENERGY)
                && state.remembered.has(SlotName.GPU)
                && !state.has(Cue.REPORT);
    }

    /** True of a statement that gives a reason where advice was asked for: {@code we want a consistent JSON format}. */
    static boolean givesReason(ParseState state) {
        return state.slots.has(SlotName.CRITERIA)
                && !state.asks()
                && !state.has(Cue.REPORT)
                && !state.has(Cue.THANKS)
                && !state.has(Category.INTENTS);
    }

    /** True if it says how the model has to be deployed: {@code customer insists on regional}, {@code restate it for the developer tier}. */
    private static boolean demandsDeployment(ParseState state) {
        boolean demanded = state.hasTypedAnywhere(Trait.DEMANDS)
                || state.hasTypedAnywhere(Trait.IS_NOW)
                || leadsToDeployment(state);
        boolean brief = state.size() <= SHORT && !state.hasQuestionMark() && !state.has(Cue.REPORT);
        if (!state.slots.has(SlotName.DEPLOYMENT) || !demanded || !brief) {
            return false;
        }
        // "A regional manager" is no deployment.
        for (int i = 0; i < state.size(); i++) {
            Token next = state.at(i + 1);
            if (state.isAt(i, Category.DEPLOYMENTS) && next != null && next.kind == Token.Kind.WORD) {
                return false;
            }
        }
        return true;
    }

    /** True if it says another deployment than the remembered one, and asks nothing: {@code serverless rather than dedicated, it'd be idle}. */
    static boolean choosesDeployment(ParseState state) {
        return changes(state, SlotName.DEPLOYMENT) && !state.has(Intent.COMPARE) && !state.has(Cue.OR);
    }

    /** True if it puts one deployment in the place of another, also as a question: {@code what if we put it on a dedicated endpoint instead of serverless}. */
    static boolean swapsDeployment(ParseState state) {
        boolean several = false;
        boolean open = state.mayEdit() && state.slots.has(SlotName.DEPLOYMENT) && !state.has(Intent.COMPARE);
        for (int i = 0; open && i < state.size() && !several; i++) {
            several = state.isAt(i, Category.DEPLOYMENTS) && Exclusion.isSetBack(state, i);
        }
        return several && !state.has(Intent.BREAKEVEN) && !state.has(Intent.WORTHIT);
    }

    /** True if it says another method than the remembered one, and compares nothing: {@code not lora, full}. */
    static boolean choosesMethod(ParseState state) {
        return changes(state, SlotName.METHOD) && !state.has(Intent.COMPARE);
    }

    /** True if a remembered choice becomes another one, and nothing is asked or reported. */
    private static boolean changes(ParseState state, SlotName<?> choice) {
        Object before = state.remembered.value(choice);
        Object now = state.slots.build().value(choice);
        return before != null && now != null && !now.equals(before) && states(state);
    }

    private static boolean states(ParseState state) {
        return state.mayEdit() && !state.hasQuestionMark() && !state.has(Cue.REPORT);
    }

    /** True if it switches the batch mode of the remembered traffic: {@code no batch, people are waiting}. */
    private static boolean choosesBatch(ParseState state) {
        Boolean now = state.slots.build().value(SlotName.BATCH);
        return now != null
                && now != Boolean.TRUE.equals(state.remembered.value(SlotName.BATCH))
                && state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && states(state);
    }

    /** True if it decides for another objective than the remembered one: {@code we have pairs for all of them, so DPO it is}. */
    private static boolean decidesObjective(ParseState state) {
        Object now = state.slots.build().value(SlotName.OBJECTIVE);
        boolean open = now != null && !now.equals(state.remembered.value(SlotName.OBJECTIVE)) && states(state);
        for (int i = 0; open && i < state.size(); i++) {
            if (state.isAt(i, Category.OBJECTIVES)
                    && state.hasTyped(i + 1, Trait.PRONOUN)
                    && state.isAt(i + 2, Cue.IS)
                    && state.isBreakAt(i + 3)) {
                return true;
            }
        }
        return false;
    }

    /** {@code restate it for the developer tier}, {@code on a dedicated endpoint}. */
    private static boolean leadsToDeployment(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.is(Category.DEPLOYMENTS) && token.lexeme != null && !token.lexeme.weak()) {
                boolean article = state.isAt(i - 1, Cue.ARTICLE) || state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE);
                int led = article ? i - 2 : i - 1;
                return state.isAt(led, Cue.FOR)
                        || state.isAt(led, Cue.ON)
                        || state.isAt(led, Cue.OF)
                        || state.isAt(led, Cue.TO);
            }
        }
        return false;
    }

    /** True if it says how long the remembered examples are: {@code they are about 250 words each}. */
    private static boolean describesExamples(ParseState state) {
        return state.size() <= SHORT
                && !state.hasQuestionMark()
                && state.slots.has(SlotName.TOKENS_PER_EXAMPLE)
                && state.remembered.has(SlotName.EXAMPLES);
    }

    /** True if it names another GPU for the remembered job: {@code use an A100}, {@code and if I do it on our A100?}. */
    private static boolean movesToGpu(ParseState state) {
        return state.slots.has(SlotName.GPU)
                && state.mayEdit()
                && !state.has(Cue.REPORT)
                && (!state.hasQuestionMark() || state.isAt(0, Cue.AND));
    }

    /** True if GPUs of the asker's own give way to rented ones: {@code and if we rent them}. */
    private static boolean rents(ParseState state) {
        return state.mayEdit() && Withdrawals.rents(state);
    }

    /** True if a remembered value is changed by arithmetic: {@code 10x the data}, {@code one epoch less}. */
    static boolean reckons(ParseState state) {
        return state.mayEdit() && ValueArithmetic.isIn(state);
    }

    /** True if it tells to count with other traffic: {@code reckon with fifty daily}. */
    private static boolean plansTraffic(ParseState state) {
        if (!state.mayEdit() || state.hasQuestionMark() || !state.remembered.has(SlotName.REQUESTS_PER_DAY)) {
            return false;
        }
        return state.candidates.amounts(SlotName.REQUESTS_PER_DAY).anyMatch(traffic -> {
            int number = traffic.token();
            for (int i = number - 1; i >= Math.max(state.clause(number).first(), number - REACH_OF_PLAN); i--) {
                if (state.hasTyped(i, Trait.PLANS_WITH)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** True if it tells to count with another number: {@code they come in longer, figure 1,800 tokens going in, the answer stays}. */
    private static boolean plansValue(ParseState state) {
        return state.mayEdit()
                && !state.hasQuestionMark()
                && state.candidates.all().stream()
                        .anyMatch(said -> state.remembered.number(said.slot()) != null
                                && said.token() > 0
                                && state.hasTyped(said.token() - 1, Trait.PLANS_WITH));
    }

    /** {@code as vendor}, {@code as the provider}. */
    private static boolean isAsSeller(ParseState state, int as) {
        int noun = state.hasTyped(as + 1, Trait.DEFINITE_ARTICLE)
                        || state.isAt(as + 1, Cue.ARTICLE)
                        || state.hasTyped(as + 1, Trait.OWNER)
                ? as + 2
                : as + 1;
        return state.hasTyped(as, Trait.IN_ROLE) && state.hasTyped(noun, Trait.PROVIDER_NOUN);
    }

    /** True if it says of a seller that it is to be the one: {@code purchasing asks for fireworks as vendor}. */
    private static boolean namesSeller(ParseState state) {
        boolean named = false;
        for (int i = 0; state.mayEdit() && !state.hasQuestionMark() && i < state.size(); i++) {
            named |=
                    state.isAt(i, Category.PROVIDERS) && state.slots.has(SlotName.PROVIDER) && isAsSeller(state, i + 1);
        }
        return named;
    }

    /** True if it says another number for a slot that has one: {@code 12 months would be better}. */
    static boolean replacesNumber(ParseState state) {
        Slots said = state.slots.build();
        return said.names().stream().anyMatch(name -> {
            BigDecimal now = said.number(name);
            BigDecimal before = state.remembered.number(name);
            return now != null && before != null && now.compareTo(before) != 0;
        });
    }

    /** True if a short clause says by its own words another value: {@code prompt is 2400 now, ops added the rules}, {@code no, only 5 months, in summer it's shut}. */
    static boolean saysInClause(ParseState state) {
        if (!state.mayEdit() || state.hasQuestionMark() || state.has(Cue.THANKS)) {
            return false;
        }
        for (SlotCandidates.Candidate said : state.candidates.all()) {
            BigDecimal before = state.remembered.number(said.slot());
            boolean hours = said.slot() == SlotName.TRAINING_HOURS && state.remembered.has(SlotName.GPU);
            boolean other =
                    before == null ? hours : before.compareTo(said.numeral().value()) != 0;
            if (other && !said.replaced() && isSaidAlone(state, said.token())) {
                return true;
            }
        }
        return false;
    }

    /** True of talk about other matters that no clause of its own changes. */
    static boolean isAside(ParseState state) {
        return Asides.is(state) && !saysInClause(state);
    }

    /** True if a number is the whole of its clause, is the value now, or is what the next clause tells to take. */
    private static boolean isSaidAlone(ParseState state, int number) {
        Clause clause = state.clause(number);
        int unit = state.isUnitAt(number + 1) ? number + 1 : number;
        boolean prompt = state.isAt(number - 2, Cue.PROMPT) || state.isAt(number - 2, Cue.TUNED_PROMPT);
        if (clause.end() - clause.first() > SHORT || (unit == number && !prompt)) {
            return false;
        }
        // A translation has lost the "only".
        boolean narrowed = state.hasTyped(number - 1, Trait.NARROWS) && number - 1 == clause.first();
        boolean only =
                (narrowed || (state.text.isTranslated() && number == clause.first())) && unit + 1 == clause.end();
        boolean now = state.isAt(number - 1, Cue.IS) && state.hasTyped(unit + 1, Trait.TODAY);
        int verb = state.isAt(clause.end() + 1, Category.COURTESIES) ? clause.end() + 2 : clause.end() + 1;
        boolean taken = !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.USES)
                && state.hasTyped(verb + 1, Trait.PRONOUN)
                && state.isBreakAt(verb + 2);
        return only || now || taken;
    }

    /** True if it says how long the remembered model runs: {@code take 18 months as the period}, {@code only 2 weeks}. */
    private static boolean saysHowLong(ParseState state) {
        boolean months = state.candidates.has(SlotName.MONTHS) && state.remembered.has(SlotName.REQUESTS_PER_DAY);
        return months
                || Stream.of(SlotName.DAYS, SlotName.HOSTING_HOURS, SlotName.MONTHLY_HOURS)
                        .flatMap(state.candidates::amounts)
                        .anyMatch(time -> state.candidates.isSettled(time.token()));
    }

    /** True if it counts what only the conversation makes a part of the request: {@code two of the cards}. */
    private static boolean counts(ParseState state) {
        return state.mayEdit()
                && (OpenCounts.isIn(state)
                        || MovedCounts.isIn(state)
                        || OpenNumbers.namesHours(state)
                        || OpenNumbers.namesPasses(state)
                        || OpenNumbers.namesSpan(state)
                        || OpenNumbers.namesGrader(state)
                        || SeasonalTraffic.isAgain(state)
                        || RunsOfGroups.areIn(state)
                        || RestatedNumbers.isIn(state));
    }

    /** True if it chooses among the models or providers that are compared: {@code the middle one can go}. */
    private static boolean chooses(ParseState state) {
        return state.mayEdit() && (ListEdits.isIn(state) || SellerEdits.isIn(state) || TargetEdits.isReversed(state));
    }

    /** True if it drops one of the models or methods that are compared: {@code drop nova, it's out of scope}. */
    private static boolean drops(ParseState state) {
        return state.mayEdit() && (ModelEdits.drops(state) || ProviderEdits.choosesMethod(state));
    }

    /** True if it says more of the remembered traffic or training: {@code half the input is cached}, {@code two of those runs}. */
    private static boolean refines(ParseState state) {
        boolean runs = state.remembered.has(SlotName.REQUESTS_PER_DAY);
        return runs
                && (state.slots.has(SlotName.CACHED_PERCENT)
                        || state.slots.has(SlotName.RETRAIN_EVERY_DAYS)
                        || state.slots.has(SlotName.BATCH));
    }

    /** True if it limits what the running of the remembered request may cost: {@code our ceiling is $900 a month}. */
    private static boolean limits(ParseState state) {
        return state.mayEdit()
                && state.candidates.has(SlotName.MONTHLY_LIMIT_USD)
                && state.remembered.has(SlotName.REQUESTS_PER_DAY);
    }

    /** True if it says another sum where the remembered request has one: {@code the approved figure has been reduced to $950}. */
    private static boolean restatesBudget(ParseState state) {
        Slot<BigDecimal> reckoned = state.slots.get(SlotName.BUDGET_USD);
        if (state.mayEdit()
                && state.remembered.has(SlotName.BUDGET_USD)
                && reckoned != null
                && reckoned.origin() == Origin.DERIVED) {
            return true;
        }
        boolean open = state.mayEdit()
                && state.remembered.has(SlotName.BUDGET_USD)
                && state.candidates.money().size() == 1
                && !state.hasQuestionMark();
        return open
                && !state.remembersNumber(
                        state.token(state.candidates.money().getFirst().number())
                                .numeral()
                                .value())
                && (receives(state, state.candidates.money().getFirst().number())
                        || state.hasTypedAnywhere(Trait.FUNDER)
                        || state.hasTypedAnywhere(Trait.SHRINKS)
                        || state.hasTypedAnywhere(Trait.GROWS)
                        || state.has(Cue.BUDGET));
    }

    /** {@code we get $220 for it}, {@code we were given $220 now}. */
    private static boolean receives(ParseState state, int number) {
        int sign = state.isSymbolAt(number - 1, '$') ? number - 1 : number;
        int verb = state.isAt(sign - 1, Cue.ABOUT) || state.hasTyped(sign - 1, Trait.NARROWS) ? sign - 2 : sign - 1;
        int end = state.isAt(number + 1, Measure.DOLLAR) ? number + 2 : number + 1;
        boolean forIt = state.isAt(end, Cue.FOR) && state.hasTyped(end + 1, Trait.PRONOUN) && state.isBreakAt(end + 2);
        return state.hasTyped(verb, Trait.RECEIVES_SUM)
                && state.hasTyped(verb - 1, Trait.ASKER)
                && (forIt || state.isBreakAt(end) || state.hasTyped(end, Trait.TODAY));
    }

    /** {@code what about 3 epochs then}: nothing else is counted in epochs, and nothing else is said. */
    static boolean asksAboutEpochs(ParseState state) {
        if (!state.isAt(0, Cue.WHAT_ABOUT) || !state.slots.has(SlotName.EPOCHS)) {
            return false;
        }
        SmallWords small = new SmallWords(state);
        for (int i = 1; i < state.size(); i++) {
            if (state.token(i).use != Token.Use.SLOT && !state.isAt(i, Measure.EPOCH) && !small.isAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** True if it takes a remembered value back: {@code the provider doesn't matter}. */
    private static boolean withdraws(ParseState state) {
        return Withdrawals.areIn(state);
    }
}
