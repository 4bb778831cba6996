package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The models that differ from a remembered one in one part of the name: {@code and 14b?} after {@code qwen3-8b}. */
final class Siblings {
    private static final Pattern SIZE = Pattern.compile("(?<=-)[0-9.]+b(?=-|$)");
    private static final Pattern VERSION = Pattern.compile("(?<=[a-z-])[0-9]+[.][0-9]+(?=-|$)");

    private final CompiledLexicon lexicon;
    private final List<ModelId> remembered;

    Siblings(CompiledLexicon lexicon, Slots remembered) {
        this.lexicon = lexicon;
        List<ModelId> models = remembered.value(SlotName.MODELS);
        this.remembered = models == null ? List.of() : models;
    }

    /** Returns the model of a size; what the family means by it goes before the same version. */
    @Nullable ModelId sized(String size) {
        ModelId compared = compared(size);
        if (compared != null) {
            return compared;
        }
        for (ModelId id : remembered) {
            Family family = lexicon.familyOf(id);
            ModelId standard = family != null && family.sizes().containsValue(id)
                    ? family.sizes().get(size)
                    : null;
            if (standard != null) {
                return standard;
            }
        }
        return first(id -> replaced(SIZE, id, size));
    }

    /** Returns the only one of several models that has the size: {@code drop the 4b}. */
    private @Nullable ModelId compared(String size) {
        List<ModelId> sized =
                remembered.stream().filter(id -> isSized(id.value(), size)).toList();
        return remembered.size() > 1 && sized.size() == 1 ? sized.getFirst() : null;
    }

    private static boolean isSized(String id, String size) {
        Matcher matcher = SIZE.matcher(id);
        return matcher.find() && matcher.group().equals(size);
    }

    /** Returns the model of another size in a family of the conversation: {@code gemma 12b} after {@code gemma-3-27b}. */
    @Nullable ModelId sized(Family family, String size) {
        for (ModelId id : remembered) {
            if (id.value().startsWith(family.name()) && SIZE.matcher(id.value()).find()) {
                return new ModelId(replaced(SIZE, id.value(), size));
            }
        }
        return null;
    }

    /** Returns the other size of the only model of the conversation, if that is priced by its size: {@code qwen2.5-7b} after {@code qwen2.5-72b}. */
    @Nullable ModelId priced(String size) {
        if (remembered.size() != 1) {
            return null;
        }
        ModelId only = remembered.getFirst();
        boolean bySize = lexicon.catalog().model(only).isEmpty()
                && SIZE.matcher(only.value()).find();
        return bySize ? new ModelId(replaced(SIZE, only.value(), size)) : null;
    }

    /** Returns the model of another version and size: {@code llama-3.2-3b} by {@code 3.2} and {@code 3b}. */
    @Nullable ModelId sized(String version, String size) {
        return first(id -> replaced(SIZE, replaced(VERSION, id, version), size));
    }

    /** Returns the only model of the conversation with a word in its name: {@code nova-micro} by {@code micro}. */
    @Nullable ModelId known(String word) {
        List<ModelId> known = remembered.stream()
                .filter(id -> ("-" + id.value() + "-").contains("-" + word.replace(' ', '-') + "-"))
                .toList();
        return known.size() == 1 ? known.getFirst() : null;
    }

    @Nullable ModelId versioned(String version) {
        return first(id -> replaced(VERSION, id, version));
    }

    /**
     * Returns the model with another last word: {@code nova-micro} after {@code nova-lite}; or else with another last word but one
     * and without the last: {@code gemini-2.5-flash} after {@code gemini-2.5-flash-lite}.
     */
    @Nullable ModelId tiered(String tier) {
        String word = tier.replace(' ', '-');
        ModelId other = first(id -> id.substring(0, afterDash(id, id.length())) + word);
        return other == null
                ? first(id -> id.substring(0, afterDash(id, afterDash(id, id.length()) - 1)) + word)
                : other;
    }

    /** Returns the model of another version, {@code gemini-2.0-flash} of {@code gemini-2.5-flash}, or null. */
    static @Nullable ModelId otherVersion(CompiledLexicon lexicon, ModelId id, String version) {
        ModelId other = new ModelId(replaced(VERSION, id.value(), version));
        return !other.equals(id) && lexicon.catalog().model(other).isPresent() ? other : null;
    }

    private static int afterDash(String id, int end) {
        return id.substring(0, Math.max(0, end)).lastIndexOf('-') + 1;
    }

    private static String replaced(Pattern part, String id, String by) {
        Matcher matcher = part.matcher(id);
        return matcher.find() ? matcher.replaceFirst(Matcher.quoteReplacement(by)) : id;
    }

    private @Nullable ModelId first(UnaryOperator<String> renamed) {
        for (ModelId id : remembered) {
            ModelId other = new ModelId(renamed.apply(id.value()));
            if (!remembered.contains(other) && lexicon.catalog().model(other).isPresent()) {
                return other;
            }
        }
        return null;
    }
}
