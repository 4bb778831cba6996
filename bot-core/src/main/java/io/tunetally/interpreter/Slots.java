package io.tunetally.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a request, at most one slot a name. Immutable; equal when every slot is equal. */
public final class Slots {
    public static final Slots NONE = none();

    private final @Nullable Slot<?>[] byName;

    private Slots(@Nullable Slot<?>[] byName) {
        this.byName = byName;
    }

    // Not a field initialiser: javac 25 fails an assertion on an annotated array creation there.
    private static Slots none() {
        @Nullable Slot<?>[] empty = new @Nullable Slot<?>[SlotName.all().size()];
        return new Slots(empty);
    }

    // A slot enters only through with(name, slot), which ties its type to the name's.
    @SuppressWarnings("unchecked")
    public <T> @Nullable Slot<T> get(SlotName<T> name) {
        return (Slot<T>) byName[name.index()];
    }

    /** The value, or null where the slot is empty. */
    public <T> @Nullable T value(SlotName<T> name) {
        Slot<T> slot = get(name);
        return slot == null ? null : slot.value();
    }

    public boolean has(SlotName<?> name) {
        return byName[name.index()] != null;
    }

    public boolean isEmpty() {
        for (Slot<?> slot : byName) {
            if (slot != null) {
                return false;
            }
        }
        return true;
    }

    /** The names of the filled slots, in the order of canonical text. */
    public List<SlotName<?>> names() {
        List<SlotName<?>> names = new ArrayList<>();
        for (SlotName<?> name : SlotName.all()) {
            if (has(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The same with one slot replaced. */
    public <T> Slots with(SlotName<T> name, Slot<T> slot) {
        return replaced(name, slot);
    }

    /** The same values, none of them said in this message: they come from elsewhere. */
    public Slots from(Origin origin) {
        Slots moved = this;
        for (SlotName<?> name : names()) {
            moved = moved.moved(name, origin);
        }
        return moved;
    }

    private <T> Slots moved(SlotName<T> name, Origin origin) {
        Slot<T> slot = get(name);
        return slot == null
                ? this
                : with(name, new Slot<>(slot.value(), slot.high(), origin, null, slot.approximate()));
    }

    /** These, and of the others those whose names are not among these. */
    public Slots over(Slots others) {
        Slots both = others;
        for (SlotName<?> name : names()) {
            both = both.replaced(name, get(name));
        }
        return both;
    }

    public Slots without(SlotName<?> name) {
        return has(name) ? replaced(name, null) : this;
    }

    private Slots replaced(SlotName<?> name, @Nullable Slot<?> slot) {
        @Nullable Slot<?>[] copy = byName.clone();
        copy[name.index()] = slot;
        return new Slots(copy);
    }

    static Builder builder() {
        return new Builder(NONE);
    }

    Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects slots without a copy for each. */
    static final class Builder {
        private @Nullable Slot<?>[] byName;
        /** Whether the array is shared with a value that has been built. */
        private boolean shared = true;

        private Builder(Slots slots) {
            byName = slots.byName;
        }

        private @Nullable Slot<?>[] own() {
            if (shared) {
                byName = byName.clone();
                shared = false;
            }
            return byName;
        }

        <T> Builder put(SlotName<T> name, Slot<T> slot) {
            own()[name.index()] = slot;
            return this;
        }

        Builder remove(SlotName<?> name) {
            own()[name.index()] = null;
            return this;
        }

        // A slot enters only through put(name, slot), which ties its type to the name.
        @SuppressWarnings("unchecked")
        <T> @Nullable Slot<T> get(SlotName<T> name) {
            return (Slot<T>) byName[name.index()];
        }

        boolean has(SlotName<?> name) {
            return byName[name.index()] != null;
        }

        Slots build() {
            shared = true;
            return new Slots(byName);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slots slots && Arrays.equals(byName, slots.byName);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byName);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (SlotName<?> name : names()) {
            text.append(text.length() == 1 ? "" : ", ").append(name).append('=').append(get(name));
        }
        return text.append('}').toString();
    }
}
