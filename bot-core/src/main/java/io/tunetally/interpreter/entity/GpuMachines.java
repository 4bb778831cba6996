package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.GpuBill;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads machines of several GPUs: the price of a machine is shared by its GPUs ({@code a node with 8 H100 at $24 an hour}), and
 * several machines have as many times the GPUs ({@code 2 nodes of 8 H100}).
 */
final class GpuMachines {
    /** The most words between a machine and its price. */
    private static final int REACH = 8;

    private final ParseState state;

    GpuMachines(ParseState state) {
        this.state = state;
    }

    void read() {
        Slot<Long> gpus = state.slots.get(SlotName.GPUS);
        int machine = machine();
        if (machine < 0 || gpus == null) {
            return;
        }
        BigDecimal perMachine = BigDecimal.valueOf(gpus.value());
        int price = price();
        if (price >= 0 && isMachineNear(price) && GpuBill.isPerHourOnly(state, price)) {
            BigDecimal each = state.token(price).numeral().value().divide(perMachine, MathContext.DECIMAL64);
            state.candidates.withdraw(price);
            state.candidates.addDerived(SlotName.GPU_HOUR_USD, Numeral.of(each), price);
        }
        Token count = count(machine);
        int nodes = count == null ? assigned(machine) : -1;
        if (nodes >= 0) {
            count = state.token(nodes);
        }
        if (count != null) {
            BigDecimal all = perMachine.multiply(count.numeral().value());
            SlotFiller.settle(state, SlotName.GPUS, Numeral.of(all), Origin.DERIVED, machine - 1);
            count.use = Token.Use.SLOT;
        }
    }

    private int machine() {
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.GPU_MACHINE)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isMachineNear(int price) {
        for (int i = Math.max(0, price - REACH); i <= price + REACH; i++) {
            if (state.at(i) != null && state.hasTyped(i, Trait.GPU_MACHINE)) {
                return true;
            }
        }
        return false;
    }

    private int price() {
        return state.candidates.all().stream()
                .filter(candidate -> candidate.slot() == SlotName.GPU_HOUR_USD)
                .mapToInt(SlotCandidates.Candidate::token)
                .findFirst()
                .orElse(-1);
    }

    /** Returns the index of the 2 of {@code nodes: 2, gpus_per_node: 8}, or -1. */
    private int assigned(int machine) {
        int number = machine + 2;
        boolean open = state.isAssignmentAt(machine + 1)
                && state.isGpuCount(number)
                && state.token(number).use != Token.Use.SLOT;
        return open && state.hasTypedAnywhere(Trait.GPUS_OF_EACH) ? number : -1;
    }

    private @Nullable Token count(int machine) {
        Token before = state.at(machine - 1);
        return before != null && state.isGpuCount(machine - 1) && before.use != Token.Use.SLOT ? before : null;
    }
}
