package io.tunetally.request;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.request.CanonicalSource.Found;
import io.tunetally.request.CanonicalSource.Named;
import io.tunetally.units.Growth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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
    private static final String QLORA = CanonicalText.values(Slots.NONE
            .with(SlotName.METHOD, Slot.of(Method.LORA, Origin.SAID))
            .with(SlotName.QUANTIZED, Slot.of(true, Origin.SAID)));
    private static final Pattern WITHOUT_MODELS = Pattern.compile("without [^,]+,(?: without [^,]+,)*");
    private static final Pattern SPLIT = Pattern.compile("split over ([1-9]\\d{0,17}) ([a-z]+)");
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]+");
    private static final Pattern STAGE = Pattern.compile(TrainingStage.THEN
            + "(sft|dpo|rft)(?: (\\d{1,10}) examples?)?(?: (\\d{1,10}) tokens per example)?(?: (\\d{1,3}) epochs?)?");
    private static final String AMOUNT = "\\d{1,18}(?:\\.\\d{1,18})?";
    private static final Pattern OTHER_COST =
            Pattern.compile("instead of (" + AMOUNT + ") ([A-Z]{3}) a (month|year|request) for ([\\p{L}]+)");
    private static final String AT = " at ";
    private static final Pattern DISCOUNT = Pattern.compile("(" + AMOUNT + ")% off");
    private static final Pattern GROWTH = Pattern.compile("(growing by|growing|falling) (" + AMOUNT + ")(?:-(" + AMOUNT
            + "))?(%?) (a [a-z]+|every [1-9]\\d{0,3} days)");

    /** The words of methods, of which QLoRA is LoRA with quantised weights. */
    private static final List<Named<Method>> METHODS = Stream.concat(
                    Arrays.stream(Method.values()).map(method -> new Named<>(words(SlotName.METHOD, method), method)),
                    Stream.of(new Named<>(QLORA, Method.LORA)))
            .toList();

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
        @Nullable Found read(CanonicalSource source, int at);
    }

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
        add(SlotName.OTHER_COST, CanonicalReader::otherCost);
        add(SlotName.OTHER_STAGE, CanonicalReader::stage);
        SlotName.all().forEach(this::numbersAndFewValues);
        forms.sort(Comparator.comparingInt(Form::index));
    }

    /** True if a text begins as canonical text does. */
    public boolean mayRead(String text) {
        return new CanonicalSource(text, List.of()).longest(0, verbs) != null;
    }

    /**
     * Returns the request that is written as this text; empty if there is none.
     *
     * @param unlisted the names of its models that no price book lists
     */
    public Optional<Request> read(String text, List<ModelId> unlisted) {
        CanonicalSource source = new CanonicalSource(text, named(unlisted.stream()));
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
    private @Nullable Form longest(CanonicalSource source, int at, int next) {
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
    private static <T> @Nullable Names<T> list(CanonicalSource source, int start, List<Named<T>> names) {
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
    private static @Nullable Found withoutModels(CanonicalSource source, int at) {
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

    /** Returns what was read of methods. */
    private static <T> Found found(CanonicalSource source, int at, int end, SlotName<T> name, T value) {
        return new Found(end, slots -> {
            source.put(slots, name, value, null, at, end);
            if (source.text().substring(at, end).contains(QLORA)) {
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
        add(SlotName.DISCOUNTS, (source, at) -> discounts(source, at, names));
        add(SlotName.PROVIDERS, (source, at) -> {
            Names<ProviderId> some = list(source, at, names);
            return some == null || some.all().size() == 1
                    ? null
                    : source.found(SlotName.PROVIDERS, some.values(), at, some.end());
        });
    }

    /** Reads {@code 20% off at together 10% off}; null if none stands there. */
    private static @Nullable Found discounts(CanonicalSource source, int start, List<Named<ProviderId>> sellers) {
        List<SellerDiscount> all = new ArrayList<>();
        int end = start - 1;
        Matcher share = source.at(DISCOUNT, start);
        while (share.lookingAt() && SellerDiscount.isPossible(new BigDecimal(share.group(1)))) {
            Named<ProviderId> seller =
                    source.isAt(AT, share.end()) ? source.longest(share.end() + AT.length(), sellers) : null;
            all.add(new SellerDiscount(new BigDecimal(share.group(1)), seller == null ? null : seller.value()));
            end = seller == null
                    ? share.end()
                    : share.end() + AT.length() + seller.words().length();
            share = source.at(DISCOUNT, end + 1);
        }
        return all.isEmpty() ? null : source.found(SlotName.DISCOUNTS, List.copyOf(all), start, end);
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

    private static @Nullable Found growth(CanonicalSource source, int at) {
        Matcher growth = source.at(GROWTH, at);
        OptionalLong days = growth.lookingAt() ? Growth.daysOf(growth.group(5)) : OptionalLong.empty();
        Growth low = days.isEmpty() ? null : growth(growth, growth.group(2), days.getAsLong());
        Growth high = low == null || growth.group(3) == null ? null : growth(growth, growth.group(3), low.everyDays());
        return low == null || (high == null && growth.group(3) != null)
                ? null
                : new Found(growth.end(), slots -> source.put(slots, SlotName.GROWTH, low, high, at, growth.end()));
    }

    /** Returns the growth of one amount; null if nothing would be left. */
    private static @Nullable Growth growth(Matcher growth, String size, long days) {
        boolean falls = growth.group(1).equals("falling");
        boolean percent = !growth.group(4).isEmpty();
        BigDecimal amount = falls ? new BigDecimal(size).negate() : new BigDecimal(size);
        return Growth.leavesTraffic(amount, percent) ? new Growth(amount, percent, days) : null;
    }

    private static @Nullable Found stage(CanonicalSource source, int at) {
        Matcher stage = source.at(STAGE, at);
        if (!stage.lookingAt()) {
            return null;
        }
        TrainingStage other = new TrainingStage(
                Objective.valueOf(stage.group(1).toUpperCase(Locale.ROOT)),
                whole(stage.group(2)),
                whole(stage.group(3)),
                whole(stage.group(4)));
        return source.found(SlotName.OTHER_STAGE, other, at, stage.end());
    }

    private static @Nullable Long whole(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    private static @Nullable Found split(CanonicalSource source, int at) {
        Matcher split = source.at(SPLIT, at);
        if (!split.lookingAt()) {
            return null;
        }
        CostSplit parts = new CostSplit(Long.parseLong(split.group(1)), split.group(2));
        return source.found(SlotName.COST_SPLIT, parts, at, split.end());
    }

    private static @Nullable Found otherCost(CanonicalSource source, int at) {
        Matcher other = source.at(OTHER_COST, at);
        if (!other.lookingAt()) {
            return null;
        }
        Request.OtherCost cost = new Request.OtherCost(
                new BigDecimal(other.group(1)),
                other.group(2),
                Request.OtherCost.Per.valueOf(other.group(3).toUpperCase(Locale.ROOT)),
                other.group(4));
        return source.found(SlotName.OTHER_COST, cost, at, other.end());
    }

    private <T> void numbersAndFewValues(SlotName<T> name) {
        choices(name, name.values().stream());
        String[] around = name.pattern().split("#", -1);
        if (around.length > 1) {
            add(name, (source, at) -> number(name, around[0], around[1], source, at));
        }
    }

    /** Reads {@code ~1000-2000 examples}: a number or a range, and the words around it. */
    private static <T> @Nullable Found number(
            SlotName<T> name, String before, String after, CanonicalSource source, int at) {
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
