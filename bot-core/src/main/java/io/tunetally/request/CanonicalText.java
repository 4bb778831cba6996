package io.tunetally.request;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request in its one spelling, which reads back as the same request: the verb, then the slots in the order of {@link SlotName}.
 * Every priced model is the pseudo model {@code all}: {@code compare all 1000 examples}.
 */
public final class CanonicalText {
    private static final Pattern ENDS_WITH_SHORT_NUMBER = Pattern.compile("[a-z ]\\d{1,3}$");

    private final Slots slots;
    private final StringBuilder text = new StringBuilder(64);

    private CanonicalText(Slots slots) {
        this.slots = slots;
    }

    /** The request as text; values that are only defaults are left out. */
    public static String write(Request request) {
        CanonicalText canonical = new CanonicalText(request.slots());
        canonical.text.append(verb(request));
        for (SlotName<?> name : SlotName.all()) {
            Slot<?> slot = canonical.slots.get(name);
            if (slot != null && slot.origin() != Origin.DEFAULT && slot.origin() != Origin.TEAM) {
                canonical.slot(name, slot);
            }
        }
        return canonical.text.toString();
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
            case Request.Models _ -> "models";
            case Request.Help _ -> "help";
        };
    }

    private void slot(SlotName<?> name, Slot<?> slot) {
        switch (name.word()) {
            case "models" -> models(slots.value(SlotName.MODELS));
            case "untuned" -> {}
            case "sizeB" -> size(slot);
            case "method" -> say(methodWord(slots.value(SlotName.METHOD)));
            case "methods" -> list(slots.value(SlotName.METHODS), CanonicalText::methodWord);
            case "objective", "edition" -> choice(name, slot);
            case "provider" -> say("on", providerWord(slots.value(SlotName.PROVIDER)));
            case "providers" -> list(slots.value(SlotName.PROVIDERS), CanonicalText::providerWord);
            case "deployment" -> say(word(slot.value()) + " deployment");
            case "units" -> number(slot, "", " model units");
            case "gpu" -> say("gpu", gpuWord(slots.value(SlotName.GPU)));
            case "examples" -> count(slot, " example");
            case "tokensPerExample" -> number(slot, "", " tokens per example");
            case "totalTokens" -> number(slot, "", " tokens total");
            case "billedTokens" -> number(slot, "", " billed tokens");
            case "epochs" -> count(slot, " epoch");
            case "runs" -> count(slot, " run");
            case "validationTokens" -> number(slot, "", " validation tokens");
            case "evaluations" -> count(slot, " evaluation");
            case "sequenceLength" -> number(slot, "sequence length ", "");
            case "packed" -> say(slot.value().equals(true) ? "packed" : "unpacked");
            case "trainingHours" -> number(slot, "", " training hours");
            case "graderTokens" -> number(slot, "", " grader tokens");
            case "requestsPerDay" -> number(slot, "", " requests/day");
            case "inputTokens" -> number(slot, "", " input tokens");
            case "outputTokens" -> number(slot, "", " output tokens");
            case "promptTokens" -> number(slot, "", " prompt tokens");
            case "tunedPromptTokens" -> number(slot, "", " tuned prompt tokens");
            case "cachedPercent" -> number(slot, "", "% cached");
            case "batch" -> say(slot.value().equals(true) ? "batch mode" : "no batch mode");
            case "months" -> count(slot, " month");
            case "retrainEveryDays" -> number(slot, "retrain every ", " days");
            case "criteria" -> criteria(slots.value(SlotName.CRITERIA));
            case "explain" -> say(slot.value().equals(true) ? "show the arithmetic" : "");
            case "budgetUsd" -> number(slot, "$", "");
            default -> throw new IllegalStateException("no canonical spelling of " + name);
        }
    }

    private void choice(SlotName<?> name, Slot<?> slot) {
        say(name == SlotName.EDITION ? slot.value() + " prices" : word(slot.value()));
    }

    private void say(String words) {
        text.append(' ').append(words);
    }

    private void say(String word, String next) {
        text.append(' ').append(word).append(' ').append(next);
    }

    private static String word(Object value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }

    /** A provider as it is read: {@code mistral} alone names the model. */
    public static String provider(ProviderId provider) {
        return provider.value().equals("mistral") ? "mistral ai" : provider.value();
    }

    private static String providerWord(@Nullable ProviderId provider) {
        return provider == null ? "" : provider(provider);
    }

    // "4090" alone is a number.
    private static String gpuWord(@Nullable String gpu) {
        String name = gpu == null ? "" : gpu;
        return name.chars().allMatch(Character::isDigit) ? "rtx " + name : name;
    }

    private static String methodWord(@Nullable Method method) {
        return method == Method.LORA ? "lora" : "full";
    }

    private <T> void list(@Nullable List<T> values, Function<T, String> word) {
        if (values != null) {
            for (int i = 0; i < values.size(); i++) {
                text.append(i == 0 ? " " : " vs ").append(word.apply(values.get(i)));
            }
        }
    }

    /** A comma closes a name such as {@code llama 8}, whose number would else join the one that follows. */
    private void models(@Nullable List<ModelId> models) {
        list(models, this::model);
        if (models != null && ENDS_WITH_SHORT_NUMBER.matcher(text).find()) {
            text.append(',');
        }
    }

    private String model(ModelId id) {
        List<ModelId> untuned = slots.value(SlotName.UNTUNED);
        return untuned != null && untuned.contains(id) ? "base " + id.value() : id.value();
    }

    private void criteria(@Nullable List<Criterion> criteria) {
        if (criteria != null) {
            criteria.forEach(criterion -> say(criterion.word()));
        }
    }

    /** Only where no model name carries it. */
    private void size(Slot<?> slot) {
        if (!slots.has(SlotName.MODELS)) {
            number(slot, "size ", "b");
        }
    }

    private void number(Slot<?> slot, String before, String after) {
        Object high = slot.high();
        text.append(' ').append(before).append(slot.approximate() ? "~" : "");
        plain(slot.value());
        if (high != null) {
            text.append('-');
            plain(high);
        }
        text.append(after);
    }

    private void count(Slot<?> slot, String unit) {
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
