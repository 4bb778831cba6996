package io.tunetally.request;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.text.TextSpan;
import io.tunetally.units.Growth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads canonical text as the request that {@link CanonicalText} wrote: the verb, then the slots in the order of {@link
 * SlotName}, the longest where several fit. A text is accepted only if the request that was read is written as that very
 * text, so that memory and buttons, which keep canonical text, lose nothing. Immutable.
 */
public final class CanonicalReader {
    private static final String VERSUS = " vs ";
    private static final String BASE = "base ";
    private static final String GPU = "gpu ";
    private static final String WITHOUT = "without ";
    private static final Pattern WITHOUT_MODELS = Pattern.compile("without [^,]+,(?: without [^,]+,)*");
    private static final Pattern SPLIT = Pattern.compile("split over (\\d{1,18}) ([a-z]+)");
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]+");
    private static final Pattern GROWTH = Pattern.compile(
            "(growing by|growing|falling) (\\d[0-9.]{0,17}?)(?:-(\\d[0-9.]{0,17}?))?(%?) (a [a-z]+|every (\\d{1,4}) days)");
    /** The days of the periods of growth that have a name. */
    private static final long[] NAMED_PERIODS = {1, 7, 30, 90, 360};

    private static final List<Named<Method>> METHODS = List.of(
            new Named<>("lora", Method.LORA), new Named<>("qlora", Method.LORA), new Named<>("full", Method.FULL));

    private final List<Form> forms = new ArrayList<>();
    private final List<Named<Intent>> verbs;

    /**
     * The names that canonical text may contain.
     *
     * @param gpus the names of GPUs
     * @param variants the ids of variants of prices
     * @param isTopic whether a word is the id of a topic
     */
    public record Vocabulary(Catalog catalog, Set<String> gpus, Set<String> variants, Predicate<String> isTopic) {}

    /** How the text of a slot is read, which stands at an index among all. */
    private record Form(int index, Rule rule) {}

    private interface Rule {
        /** Returns what is read at a position, or null. */
        @Nullable Found read(Source source, int at);
    }

    /**
     * The text to read.
     *
     * @param unlisted the names of its models that no price book lists
     */
    private record Source(String text, List<Named<ModelId>> unlisted) {
        boolean isAt(String words, int at) {
            return text.startsWith(words, at);
        }

        Matcher at(Pattern pattern, int at) {
            return pattern.matcher(text).region(Math.min(text.length(), at), text.length());
        }

        /** Returns the longest of some names at a position, or null. */
        <T> @Nullable Named<T> longest(int at, List<Named<T>> names) {
            Named<T> longest = null;
            for (Named<T> name : names) {
                String words = name.words();
                if (isAt(words, at)
                        && isEndOfName(at + words.length())
                        && (longest == null || words.length() > longest.words().length())) {
                    longest = name;
                }
            }
            return longest;
        }

        boolean isEnd(int at) {
            return at == text.length() || text.charAt(at) == ' ';
        }

        private boolean isEndOfName(int at) {
            return isEnd(at) || text.charAt(at) == ',';
        }

        /** Returns the end of a number such as {@code 12} or {@code 0.5}; its start if there is none. */
        int digitsEnd(int start) {
            int end = start;
            boolean whole = true;
            while (isDigit(end) || (whole && end > start && isAt(".", end) && isDigit(end + 1))) {
                whole &= isDigit(end);
                end++;
            }
            return end;
        }

        private boolean isDigit(int at) {
            return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
        }

        /** Fills a slot with what stands between two positions. */
        <T> void put(Slots.Builder slots, SlotName<T> name, T value, @Nullable T high, int start, int end) {
            boolean approximate = text.substring(start, end).indexOf('~') >= 0;
            slots.put(name, new Slot<>(value, high, Origin.SAID, new TextSpan(start, end), approximate));
        }

        <T> Found found(SlotName<T> name, T value, int start, int end) {
            return new Found(end, slots -> put(slots, name, value, null, start, end));
        }
    }

    /**
     * A part of the text that was read.
     *
     * @param end the position after it
     * @param fill fills its slots
     */
    private record Found(int end, Consumer<Slots.Builder> fill) {}

    /** A value and the words that it is written as. */
    private record Named<T>(String words, T value) {}

    /** A list of values with the position after it. */
    private record Names<T>(List<Named<T>> all, int end) {
        List<T> values() {
            return all.stream().map(Named::value).toList();
        }
    }

    public CanonicalReader(Vocabulary words) {
        verbs = Arrays.stream(Intent.values())
                .filter(intent -> intent != Intent.NONE)
                .map(intent -> new Named<>(CanonicalText.verb(Request.of(intent, Slots.NONE)), intent))
                .toList();
        topic(SlotName.TOPIC, "", words.isTopic());
        topic(SlotName.OTHER_TOPIC, "vs ", words.isTopic());
        models(words.catalog().models().stream().map(Model::id).toList());
        methods();
        providers(words.catalog().providers().stream().map(Provider::id).toList());
        gpus(words.gpus());
        choices(SlotName.VARIANT, words.variants().stream());
        choices(SlotName.EDITION, words.catalog().books().stream().map(PriceBook::edition));
        repeated(SlotName.CRITERIA, List.of(Criterion.values()));
        add(SlotName.WITHOUT_MODELS, CanonicalReader::withoutModels);
        add(SlotName.GROWTH, CanonicalReader::growth);
        add(SlotName.COST_SPLIT, CanonicalReader::split);
        SlotName.all().forEach(this::numbersAndFewValues);
        forms.sort(Comparator.comparingInt(Form::index));
    }

    /** True if a text begins as canonical text does. */
    public boolean mayRead(String text) {
        return new Source(text, List.of()).longest(0, verbs) != null;
    }

    /**
     * Returns the request that is written as this text; empty if there is none.
     *
     * @param unlisted the names of its models that no price book lists
     */
    public Optional<Request> read(String text, List<ModelId> unlisted) {
        Source source = new Source(text, named(unlisted.stream()));
        Named<Intent> verb = source.longest(0, verbs);
        if (verb == null) {
            return Optional.empty();
        }
        Slots.Builder slots = Slots.builder();
        int at = verb.words().length();
        Named<Intent> about = verb.value() == Intent.TIPPINGPOINTS ? source.longest(at + 1, verbs) : null;
        if (about != null) {
            int start = at + 1;
            at = start + about.words().length();
            source.put(slots, SlotName.ABOUT, about.value(), null, start, at);
        }
        // "lora" is a topic only where one is asked for.
        int next = verb.value() == Intent.EXPLAIN ? 0 : SlotName.MODELS.index();
        while (at < text.length()) {
            Form form = text.charAt(at) == ' ' ? longest(source, at + 1, next) : null;
            Found found = form == null ? null : form.rule().read(source, at + 1);
            if (form == null || found == null) {
                return Optional.empty();
            }
            found.fill().accept(slots);
            next = form.index() + 1;
            at = found.end();
        }
        Request request = Request.of(verb.value(), slots.build());
        boolean lacksTopic = verb.value() == Intent.EXPLAIN && !slots.has(SlotName.TOPIC);
        return !lacksTopic && CanonicalText.write(request).equals(text) ? Optional.of(request) : Optional.empty();
    }

    /** Returns the form from an index on that reads the most text. */
    private @Nullable Form longest(Source source, int at, int next) {
        Form longest = null;
        int end = at;
        for (Form form : forms) {
            Found found = form.index() < next ? null : form.rule().read(source, at);
            if (found != null && found.end() > end && source.isEnd(found.end())) {
                longest = form;
                end = found.end();
            }
        }
        return longest;
    }

    private void add(SlotName<?> name, Rule rule) {
        forms.add(new Form(name.index(), rule));
    }

    private void topic(SlotName<String> name, String before, Predicate<String> isTopic) {
        add(name, (source, at) -> {
            Matcher word = source.at(TOPIC, at + before.length());
            return source.isAt(before, at) && word.lookingAt() && isTopic.test(word.group())
                    ? source.found(name, word.group(), at, word.end())
                    : null;
        });
    }

    private void models(List<ModelId> listed) {
        choices(SlotName.TEACHER, listed.stream());
        List<Named<ModelId>> names = named(Stream.concat(listed.stream(), Stream.of(SlotName.ALL_MODELS)));
        modelList(SlotName.MODELS, "", names);
        modelList(SlotName.TARGETS, "to ", names);
    }

    private static List<Named<ModelId>> named(Stream<ModelId> models) {
        return models.flatMap(id -> Stream.of(new Named<>(id.value(), id), new Named<>(BASE + id.value(), id)))
                .toList();
    }

    private void modelList(SlotName<List<ModelId>> name, String before, List<Named<ModelId>> listed) {
        add(name, (source, at) -> {
            List<Named<ModelId>> known = source.unlisted().isEmpty()
                    ? listed
                    : Stream.concat(listed.stream(), source.unlisted().stream()).toList();
            Names<ModelId> models = source.isAt(before, at) ? list(source, at + before.length(), known) : null;
            if (models == null) {
                return null;
            }
            // A comma ends a name that ends with a number.
            int end = source.isAt(",", models.end()) ? models.end() + 1 : models.end();
            List<ModelId> untuned = models.all().stream()
                    .filter(each -> each.words().startsWith(BASE))
                    .map(Named::value)
                    .toList();
            return new Found(end, slots -> {
                source.put(slots, name, models.values(), null, at, end);
                if (!untuned.isEmpty()) {
                    source.put(slots, SlotName.UNTUNED, untuned, null, at, end);
                }
            });
        });
    }

    /** Reads {@code gpt-4o vs gpt-4.1}; null if no name stands there. */
    private static <T> @Nullable Names<T> list(Source source, int start, List<Named<T>> names) {
        List<Named<T>> all = new ArrayList<>();
        int end = start;
        Named<T> name = source.longest(start, names);
        while (name != null) {
            all.add(name);
            end = (all.size() == 1 ? start : end + VERSUS.length())
                    + name.words().length();
            name = source.isAt(VERSUS, end) ? source.longest(end + VERSUS.length(), names) : null;
        }
        return all.isEmpty() ? null : new Names<>(all, end);
    }

    /** Reads {@code without gpt-4.1, without llama,}: models, and families of them. */
    private static @Nullable Found withoutModels(Source source, int at) {
        Matcher all = source.at(WITHOUT_MODELS, at);
        if (!all.lookingAt() || all.group().contains(WITHOUT + BASE)) {
            return null;
        }
        List<ModelId> models = Stream.of(all.group().split(","))
                .map(each -> new ModelId(each.strip().substring(WITHOUT.length())))
                .toList();
        return source.found(SlotName.WITHOUT_MODELS, models, at, all.end());
    }

    private void methods() {
        add(SlotName.METHOD, (source, at) -> {
            Named<Method> method = source.longest(at, METHODS);
            return method == null
                    ? null
                    : found(source, at, at + method.words().length(), SlotName.METHOD, method.value());
        });
        add(SlotName.METHODS, (source, at) -> {
            Names<Method> methods = list(source, at, METHODS);
            return methods == null || methods.all().size() == 1
                    ? null
                    : found(source, at, methods.end(), SlotName.METHODS, methods.values());
        });
    }

    /** Returns what was read of methods, of which QLoRA is LoRA with quantised weights. */
    private static <T> Found found(Source source, int at, int end, SlotName<T> name, T value) {
        return new Found(end, slots -> {
            source.put(slots, name, value, null, at, end);
            if (source.text().substring(at, end).contains("qlora")) {
                source.put(slots, SlotName.QUANTIZED, true, null, at, end);
            }
        });
    }

    private void providers(List<ProviderId> listed) {
        List<ProviderId> providers = Stream.concat(listed.stream(), Stream.of(ProviderId.SELF_HOSTED))
                .distinct()
                .toList();
        choices(SlotName.PROVIDER, providers.stream());
        choices(SlotName.TARGET_PROVIDER, providers.stream());
        repeated(SlotName.WITHOUT_PROVIDERS, providers);
        List<Named<ProviderId>> names = providers.stream()
                .map(id -> new Named<>(CanonicalText.provider(id), id))
                .toList();
        add(SlotName.PROVIDERS, (source, at) -> {
            Names<ProviderId> some = list(source, at, names);
            return some == null || some.all().size() == 1
                    ? null
                    : source.found(SlotName.PROVIDERS, some.values(), at, some.end());
        });
    }

    /** Adds a slot that is written as one of some values. */
    private <T> void choices(SlotName<T> name, Stream<T> values) {
        List<Named<T>> names = values.map(value -> new Named<>(words(name, value), value))
                .filter(each -> !each.words().isEmpty())
                .toList();
        add(name, (source, at) -> {
            Named<T> said = source.longest(at, names);
            return said == null
                    ? null
                    : source.found(name, said.value(), at, at + said.words().length());
        });
    }

    /** Adds a slot of several values, each of which is written with its own words. */
    private <T> void repeated(SlotName<List<T>> name, List<T> values) {
        List<Named<T>> names = values.stream()
                .map(value -> new Named<>(words(name, List.of(value)), value))
                .toList();
        add(name, (source, at) -> {
            List<T> all = new ArrayList<>();
            int next = at;
            Named<T> said = source.longest(next, names);
            while (said != null) {
                all.add(said.value());
                next += said.words().length() + 1;
                said = source.longest(next, names);
            }
            return all.isEmpty() ? null : source.found(name, List.copyOf(all), at, next - 1);
        });
    }

    private static <T> String words(SlotName<T> name, T value) {
        return CanonicalText.values(Slots.NONE.with(name, Slot.of(value, Origin.SAID)));
    }

    /** Adds {@code gpu a100}, {@code gpu 8 x h100}. */
    private void gpus(Set<String> gpus) {
        List<Named<String>> names = gpus.stream()
                .map(gpu -> new Named<>(words(SlotName.GPU, gpu).substring(GPU.length()), gpu))
                .toList();
        add(SlotName.GPU, (source, at) -> {
            Found count = number(SlotName.GPUS, GPU, " x ", source, at);
            int start = count == null ? at + GPU.length() : count.end();
            Named<String> gpu = source.isAt(GPU, at) ? source.longest(start, names) : null;
            if (gpu == null) {
                return null;
            }
            int end = start + gpu.words().length();
            return new Found(end, slots -> {
                source.put(slots, SlotName.GPU, gpu.value(), null, start, end);
                if (count != null) {
                    count.fill().accept(slots);
                }
            });
        });
    }

    private static @Nullable Found growth(Source source, int at) {
        Matcher growth = source.at(GROWTH, at);
        if (!growth.lookingAt()) {
            return null;
        }
        String days = growth.group(6);
        Stream<Long> periods = days == null ? Arrays.stream(NAMED_PERIODS).boxed() : Stream.of(Long.parseLong(days));
        String high = growth.group(3);
        return periods.map(each -> growth(growth, growth.group(2), each))
                .filter(each -> each.period().equals(growth.group(5)))
                .findFirst()
                .map(each -> new Found(
                        growth.end(),
                        slots -> source.put(
                                slots,
                                SlotName.GROWTH,
                                each,
                                high == null ? null : growth(growth, high, each.everyDays()),
                                at,
                                growth.end())))
                .orElse(null);
    }

    private static Growth growth(Matcher growth, String size, long days) {
        BigDecimal amount = new BigDecimal(size);
        boolean falls = growth.group(1).equals("falling");
        return new Growth(falls ? amount.negate() : amount, !growth.group(4).isEmpty(), days);
    }

    private static @Nullable Found split(Source source, int at) {
        Matcher split = source.at(SPLIT, at);
        if (!split.lookingAt()) {
            return null;
        }
        CostSplit parts = new CostSplit(Long.parseLong(split.group(1)), split.group(2));
        return source.found(SlotName.COST_SPLIT, parts, at, split.end());
    }

    private <T> void numbersAndFewValues(SlotName<T> name) {
        choices(name, name.values().stream());
        String[] around = name.pattern().split("#", -1);
        if (around.length > 1) {
            add(name, (source, at) -> number(name, around[0], around[1], source, at));
        }
    }

    /** Reads {@code ~1000-2000 examples}: a number or a range, and the words around it. */
    private static <T> @Nullable Found number(SlotName<T> name, String before, String after, Source source, int at) {
        int start = at + before.length();
        int first = source.isAt("~", start) ? start + 1 : start;
        int middle = source.digitsEnd(first);
        boolean ranges = source.isAt("-", middle) && source.digitsEnd(middle + 1) > middle + 1;
        int last = ranges ? source.digitsEnd(middle + 1) : middle;
        // "1 example", "2 examples".
        String words = source.isAt(after, last) ? after : after.substring(0, Math.max(0, after.length() - 1));
        if (!source.isAt(before, at) || middle == first || !source.isAt(words, last)) {
            return null;
        }
        BigDecimal low = new BigDecimal(source.text().substring(first, middle));
        BigDecimal high = ranges ? new BigDecimal(source.text().substring(middle + 1, last)) : null;
        int end = last + words.length();
        return name.limits().allow(low) && name.limits().allow(high)
                ? new Found(
                        end,
                        slots -> source.put(
                                slots, name, name.value(low), high == null ? null : name.value(high), at, end))
                : null;
    }
}
