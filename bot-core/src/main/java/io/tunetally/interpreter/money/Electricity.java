package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what an hour of an own GPU costs from its power and the price of electricity: {@code 350W each at $0.31/kWh} are $0.1085 an
 * hour. Of one without the other nothing follows, as no power is on file.
 */
public final class Electricity {
    /** The most words between a price and the unit of energy, and between a power and who draws it. */
    private static final int REACH = 3;

    /** {@code 350w}, {@code 0.45kw}. */
    private static final Pattern GLUED = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)(k?)w");

    private static final int KILO = 3;
    private static final int CENTS = 2;

    /** A GPU draws from 10 W to 2 kW. */
    private static final BigDecimal LEAST_KILOWATTS = new BigDecimal("0.01");

    private static final BigDecimal MOST_KILOWATTS = BigDecimal.TWO;

    /** No kilowatt-hour costs more dollars. */
    private static final BigDecimal DEAREST = new BigDecimal("2");

    private final ParseState state;

    private Electricity(ParseState state) {
        this.state = state;
    }

    /** Claims the price of a GPU-hour if the power of one GPU and the price of a kilowatt-hour in dollars are said. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.ENERGY) && (state.hasTypedAnywhere(Trait.POWER) || isWritten(state))) {
            new Electricity(state).read();
        }
    }

    private static boolean isWritten(ParseState state) {
        return state.any(token -> token.kind == Token.Kind.CODE
                && GLUED.matcher(state.text.folded(token.start, token.end)).matches());
    }

    private void read() {
        int price = price();
        int power = power();
        boolean gpus = SelfHosting.namesGpu(state) || state.remembered.has(SlotName.GPU);
        if (price < 0 || power < 0 || !gpus || state.candidates.has(SlotName.GPU_HOUR_USD)) {
            return;
        }
        BigDecimal hour = perKilowattHour(price).multiply(kilowatts(power)).stripTrailingZeros();
        state.candidates.addDerived(SlotName.GPU_HOUR_USD, Numeral.of(hour), price);
        state.candidates.settle(price);
        int energy = energyBeside(price);
        int sign = state.isSymbolAt(price - 1, '$') ? price - 1 : price;
        state.use(power, endOfPower(power), Token.Use.CONNECTIVE);
        state.use(Math.min(sign, energy), Math.max(price, energy), Token.Use.CONNECTIVE);
        state.token(price).use = Token.Use.SLOT;
    }

    /** Returns the index of the 0.31 of {@code 0.31/kWh}, {@code 31 cents a kWh}, {@code a kWh is $0.31}; -1 for none, or one in another currency. */
    private int price() {
        for (int i = 0; i < state.size(); i++) {
            int energy = isOne(i) ? energyBeside(i) : -1;
            boolean foreign = isForeign(Math.min(i, energy), Math.max(i, energy));
            if (energy >= 0 && perKilowattHour(i).compareTo(DEAREST) <= 0 && !foreign) {
                return i;
            }
        }
        return -1;
    }

    private int energyBeside(int number) {
        int behind = energyBehind(number);
        return behind >= 0 ? behind : energyBefore(number);
    }

    /** {@code kWh at $0.40}, {@code a kWh costs 0.31}, {@code kWh: 0.31}. */
    private int energyBefore(int number) {
        int link = state.isSymbolAt(number - 1, '$') ? number - 2 : number - 1;
        boolean links = state.isAt(link, Cue.IS)
                || state.isAssignmentAt(link)
                || (state.at(link) != null && !state.isNumberAt(link) && state.hasTyped(link, Trait.COSTS));
        int energy = links ? link - 1 : link;
        return state.at(energy) != null && !state.isNumberAt(energy) && state.hasTyped(energy, Trait.ENERGY)
                ? energy
                : -1;
    }

    private int energyBehind(int number) {
        for (int i = number + 1; i <= number + REACH && state.at(i) != null && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.ENERGY)) {
                return i > number + 1 ? i : -1;
            }
        }
        return -1;
    }

    private boolean isForeign(int first, int last) {
        for (int i = first - 1; i <= last + 1; i++) {
            if (state.at(i) != null && state.isAt(i, Category.CURRENCIES) && !state.isAt(i, Measure.DOLLAR)) {
                return true;
            }
        }
        return false;
    }

    private BigDecimal perKilowattHour(int number) {
        BigDecimal said = state.token(number).numeral().value();
        return state.hasTyped(number + 1, Trait.CENT) ? said.movePointLeft(CENTS) : said;
    }

    /** Returns the index of {@code 350W}, {@code 350 watts each}; -1 for none, or the power of all GPUs together. */
    private int power() {
        for (int i = 0; i < state.size(); i++) {
            BigDecimal kilowatts = kilowatts(i);
            boolean ofOne = kilowatts.compareTo(LEAST_KILOWATTS) >= 0
                    && kilowatts.compareTo(MOST_KILOWATTS) <= 0
                    && !state.isAt(endOfPower(i) + 1, Cue.TOTAL);
            if (ofOne) {
                return i;
            }
        }
        return -1;
    }

    private int endOfPower(int i) {
        return state.isNumberAt(i) ? i + 1 : i;
    }

    /** Returns the kilowatts that are said at an index, or zero. */
    private BigDecimal kilowatts(int i) {
        Token token = state.token(i);
        Matcher glued = GLUED.matcher(state.text.folded(token.start, token.end));
        if (token.kind == Token.Kind.CODE && glued.matches()) {
            BigDecimal said = new BigDecimal(glued.group(1));
            return glued.group(2).isEmpty() ? said.movePointLeft(KILO) : said;
        }
        if (!isOne(i) || !state.hasTyped(i + 1, Trait.POWER)) {
            return BigDecimal.ZERO;
        }
        BigDecimal said = token.numeral().value();
        return state.hasTyped(i + 1, Trait.KILOWATT) ? said : said.movePointLeft(KILO);
    }

    private boolean isOne(int number) {
        return state.isNumberAt(number)
                && !state.token(number).numeral().isRange()
                && state.token(number).numeral().value().signum() > 0
                // In a conversation a number of watts counts nothing, which others have seen before.
                && (state.token(number).use == Token.Use.NOTHING
                        || state.token(number).use == Token.Use.KNOWN_NON_SLOT);
    }
}
