package io.tunetally.request;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.units.Growth;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request as canonical text, which reads back as the same request: the verb, then the slots in the order of
 * {@link SlotName}. Every priced model is the pseudo model {@code all}: {@code compare all 1000 examples}.
 */
public final class CanonicalText {
    /** The most digits of a number that a name may end with. */
    private static final int FEW_DIGITS = 3;

    private final Slots slots;
    private final StringBuilder text = new StringBuilder(64);

    private CanonicalText(Slots slots) {
        this.slots = slots;
    }

    /** Returns the request as text, without values that are only defaults. */
    public static String write(Request request) {
        return verb(request) + new CanonicalText(request.slots()).written();
    }

    /** Returns the values of a job alone, without values that are only defaults: {@code gpt-4o 1000 examples}. */
    public static String values(Slots slots) {
        return new CanonicalText(slots).written().strip();
    }

    private String written() {
        for (SlotName<?> name : slots.names()) {
            slot(name);
        }
        return text.toString();
    }

    static String verb(Request request) {
        return switch (request) {
            case Request.Estimate _ -> "cost";
            case Request.Compare _ -> "compare";
            case Request.Tco _ -> "tco";
            case Request.BreakEven _ -> "break even";
            case Request.Budget _ -> "budget";
            case Request.Recommend _ -> "recommend";
            case Request.WorthIt _ -> "worth it";
            case Request.Migrate _ -> "migrate";
            case Request.TippingPoints tipping ->
                "what would change" + (tipping.slots().has(SlotName.ABOUT) ? " " + verb(tipping.subject()) : "");
            case Request.Models _ -> "models";
            case Request.Help _ -> "help";
            case Request.Explain _ -> "explain";
        };
    }

    private <T> void slot(SlotName<T> name) {
        Slot<T> slot = slots.get(name);
        if (slot != null && slot.origin() != Origin.DEFAULT && slot.origin() != Origin.TEAM) {
            name.write(this, slot);
        }
    }

    void say(String words) {
        text.append(' ').append(words);
    }

    /** Returns a provider in readable form: {@code mistral} alone means the model. */
    public static String provider(ProviderId provider) {
        return provider.value().equals("mistral") ? "mistral ai" : provider.value();
    }

    /** Returns the words for a variant's id: {@code one_month} is a commitment. */
    public static String variant(String id) {
        return id.endsWith("_month") ? id.replace('_', ' ') + " commitment" : id.replace('-', ' ');
    }

    void gpu(Slot<String> gpu) {
        Slot<Long> count = slots.get(SlotName.GPUS);
        // "4090" alone is a number.
        String word = gpu.value().chars().allMatch(Character::isDigit) ? "rtx " + gpu.value() : gpu.value();
        if (count == null) {
            say("gpu " + word);
        } else {
            number(count, "gpu ", " x " + word);
        }
    }

    void gpus(Slot<Long> count) {
        if (!slots.has(SlotName.GPU)) {
            number(count, "", " gpus");
        }
    }

    String methodWord(Method method) {
        return switch (method) {
            case LORA -> Boolean.TRUE.equals(slots.value(SlotName.QUANTIZED)) ? "qlora" : "lora";
            case FULL -> "full";
        };
    }

    <T> void list(List<T> values, Function<T, String> word) {
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? " " : " vs ").append(word.apply(values.get(i)));
        }
    }

    /** A comma ends a name such as {@code llama 8}, whose number would otherwise join the next one. */
    void models(List<ModelId> models) {
        list(models, this::model);
        if (endsWithShortNumber()) {
            text.append(',');
        }
    }

    private boolean endsWithShortNumber() {
        int start = text.length();
        while (isBetween('0', start - 1, '9')) {
            start--;
        }
        int digits = text.length() - start;
        return digits > 0 && digits <= FEW_DIGITS && isNameBefore(start - 1);
    }

    /** True for a letter, a space or an underscore. */
    private boolean isNameBefore(int index) {
        return isBetween('a', index, 'z') || isBetween(' ', index, ' ') || isBetween('_', index, '_');
    }

    private boolean isBetween(char first, int index, char last) {
        return index >= 0 && text.charAt(index) >= first && text.charAt(index) <= last;
    }

    void targets(List<ModelId> models) {
        text.append(" to");
        models(models);
    }

    private String model(ModelId id) {
        List<ModelId> untuned = slots.value(SlotName.UNTUNED);
        if (untuned == null) {
            // Without the word the bill would be for this model.
            return slots.has(SlotName.MONTHLY_BILL_USD) && !id.equals(SlotName.ALL_MODELS)
                    ? "tuned " + id.value()
                    : id.value();
        }
        return untuned.contains(id) ? "base " + id.value() : id.value();
    }

    /** Writes a model or a family that is out of the question; the comma ends its name. */
    void without(ModelId model) {
        say("without " + model.value() + ',');
    }

    /** Writes the size only if no model name contains it. */
    void size(Slot<BigDecimal> slot) {
        if (!slots.has(SlotName.MODELS)) {
            number(slot, "size ", "b");
        }
    }

    void growth(Slot<Growth> slot) {
        say(growth(slot.value(), slot.high()));
    }

    /** Returns {@code growing 10% a month}, {@code growing 5%-10% a month}. */
    public static String growth(Growth growth, @Nullable Growth high) {
        return high == null
                ? growth.toString()
                : growth.verb() + " " + growth.amount().abs().toPlainString() + "-" + high.size() + " "
                        + growth.period();
    }

    void number(Slot<?> slot, String before, String after) {
        Object high = slot.high();
        text.append(' ').append(before).append(slot.approximate() ? "~" : "");
        plain(slot.value());
        if (high != null) {
            text.append('-');
            plain(high);
        }
        text.append(after);
    }

    void count(Slot<?> slot, String unit) {
        number(slot, "", unit);
        boolean one = slot.high() == null && slot.value().equals(1L);
        text.append(one ? "" : "s");
    }

    private void plain(Object value) {
        switch (value) {
            case Long count -> text.append(count.longValue());
            case BigDecimal amount -> text.append(amount.toPlainString());
            default -> text.append(value);
        }
    }
}
