package io.tunetally.request;

import io.tunetally.catalog.ModelId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a request, at most one slot per name. Immutable; equal if every slot is equal. */
public final class Slots {
    public static final Slots NONE = new Slots(SlotSet.EMPTY, new Slot<?>[0]);

    /** The names whose slots are filled. */
    private final SlotSet filled;
    /** The filled slots in the order of their names; array elements beyond them are unused. */
    private final Slot<?>[] slots;

    /** Computed on demand, like a string's: the defaults are part of every cache key. */
    private int hash;

    private Slots(SlotSet filled, Slot<?>[] slots) {
        this.filled = filled;
        this.slots = slots;
    }

    // A slot enters only through put(name, slot), which ties its type to the name's.
    @SuppressWarnings("unchecked")
    private static <T> @Nullable Slot<T> get(SlotSet filled, Slot<?>[] slots, SlotName<T> name) {
        return filled.has(name) ? (Slot<T>) slots[filled.before(name)] : null;
    }

    public <T> @Nullable Slot<T> get(SlotName<T> name) {
        return get(filled, slots, name);
    }

    /** Returns the value, or null if the slot is empty. */
    public <T> @Nullable T value(SlotName<T> name) {
        Slot<T> slot = get(name);
        return slot == null ? null : slot.value();
    }

    /** Returns the number in a slot of a count or an amount; null if the slot is empty or holds something else. */
    public @Nullable BigDecimal number(SlotName<?> name) {
        return numberOf(value(name));
    }

    /** Returns a slot's value as a number; null if it is none. */
    public static @Nullable BigDecimal numberOf(@Nullable Object value) {
        return switch (value) {
            case Long count -> BigDecimal.valueOf(count);
            case BigDecimal amount -> amount;
            case null, default -> null;
        };
    }

    public boolean has(SlotName<?> name) {
        return filled.has(name);
    }

    public boolean isEmpty() {
        return filled.isEmpty();
    }

    /** Returns the names of the filled slots, in the order of canonical text. */
    public List<SlotName<?>> names() {
        return filled.names();
    }

    /** Returns the slots with one replaced. */
    public <T> Slots with(SlotName<T> name, Slot<T> slot) {
        return toBuilder().put(name, slot).build();
    }

    /** Returns the same values with another origin, none from this message. */
    public Slots from(Origin origin) {
        Builder moved = toBuilder();
        names().forEach(name -> moved.move(name, origin));
        return moved.build();
    }

    /** Returns these slots, filled up with the others for missing names. */
    public Slots over(Slots others) {
        Builder both = others.toBuilder();
        names().forEach(name -> both.take(name, this));
        return both.build();
    }

    /** Returns only the slots of some names. */
    public Slots only(Set<SlotName<?>> some) {
        Slots left = this;
        for (SlotName<?> name : names()) {
            left = some.contains(name) ? left : left.without(name);
        }
        return left;
    }

    public Slots without(SlotName<?> name) {
        return has(name) ? toBuilder().remove(name).build() : this;
    }

    /** Returns the slots without models that stay untuned where none of these is named. */
    Slots withNamedUntuned() {
        Slot<List<ModelId>> untuned = get(SlotName.UNTUNED);
        if (untuned == null) {
            return this;
        }
        List<ModelId> named = Stream.of(SlotName.MODELS, SlotName.TARGETS, SlotName.WITHOUT_MODELS)
                .map(this::value)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        List<ModelId> kept = untuned.value().stream().filter(named::contains).toList();
        if (kept.isEmpty()) {
            return without(SlotName.UNTUNED);
        }
        return kept.size() == untuned.value().size()
                ? this
                : with(
                        SlotName.UNTUNED,
                        new Slot<>(kept, null, untuned.origin(), untuned.span(), untuned.approximate()));
    }

    public static Builder builder() {
        return new Builder(NONE);
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects slots without a copy for each. */
    public static final class Builder {
        private static final int USUAL = 4;

        private SlotSet filled;
        private Slot<?>[] slots;
        /** Whether the array is shared with a built value. */
        private boolean shared = true;

        private Builder(Slots before) {
            filled = before.filled;
            slots = before.slots;
        }

        public <T> Builder put(SlotName<T> name, Slot<T> slot) {
            int size = filled.size();
            int place = filled.before(name);
            own(has(name) ? size : size + 1);
            if (!has(name)) {
                System.arraycopy(slots, place, slots, place + 1, size - place);
                filled = filled.with(name);
            }
            slots[place] = slot;
            return this;
        }

        public Builder remove(SlotName<?> name) {
            if (has(name)) {
                int size = filled.size();
                int place = filled.before(name);
                own(size);
                System.arraycopy(slots, place + 1, slots, place, size - place - 1);
                filled = filled.without(name);
            }
            return this;
        }

        /** Takes the slot of others, or removes it where they have none. */
        public <T> Builder replace(SlotName<T> name, Slots from) {
            Slot<T> slot = from.get(name);
            return slot == null ? remove(name) : put(name, slot);
        }

        /** Makes the array this builder's own, with a given capacity. */
        private void own(int size) {
            if (shared || size > slots.length) {
                slots = Arrays.copyOf(slots, Math.max(USUAL, size > slots.length ? size + size / 2 : slots.length));
                shared = false;
            }
        }

        private <T> void move(SlotName<T> name, Origin origin) {
            Slot<T> slot = get(name);
            if (slot != null) {
                put(name, new Slot<>(slot.value(), slot.high(), origin, null, slot.approximate()));
            }
        }

        private <T> void take(SlotName<T> name, Slots from) {
            Slot<T> slot = from.get(name);
            if (slot != null) {
                put(name, slot);
            }
        }

        public <T> @Nullable Slot<T> get(SlotName<T> name) {
            return Slots.get(filled, slots, name);
        }

        public boolean has(SlotName<?> name) {
            return filled.has(name);
        }

        public Slots build() {
            shared = true;
            return filled.isEmpty() ? NONE : new Slots(filled, slots);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Slots that
                && filled.equals(that.filled)
                && Arrays.equals(slots, 0, filled.size(), that.slots, 0, filled.size());
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = filled.hashCode();
            for (int i = 0; i < filled.size(); i++) {
                known = 31 * known + slots[i].hashCode();
            }
            hash = known;
        }
        return known;
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
