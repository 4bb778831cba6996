package io.tunetally.bot;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.ModelId;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.WrittenNumber;
import io.tunetally.reply.Cut;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.EditDistance;
import io.tunetally.text.TextSpan;
import io.tunetally.wording.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks that each typed option holds a value of its own kind: a name, a number or a choice. A sentence is not a value,
 * so that no other model is priced in place of an unknown name.
 */
final class TypedOptions {
    private static final int NEAREST = 3;
    private static final int LONGEST_SHOWN = 100;

    /** Beyond this length the rest of a text does not help to match a name. */
    private static final int LONGEST_COMPARED = 80;

    private static final Pattern BETWEEN_VALUES = Pattern.compile(CommandSpec.BETWEEN_VALUES, Pattern.CASE_INSENSITIVE);

    /** Defines how to read a value of each option on its own, and which slots it may fill. */
    private static final Map<String, Reading> READINGS = Map.of(
            "model", new Reading("cost ", Set.of(SlotName.MODELS, SlotName.SIZE_B)),
            "provider",
                    new Reading(
                            "cost on ",
                            Set.of(SlotName.PROVIDER, SlotName.DEPLOYMENT, SlotName.GPU, SlotName.OWN_HARDWARE)),
            "usd", new Reading("budget $", Set.of(SlotName.BUDGET_USD)));

    private record Reading(String before, Set<SlotName<?>> slots) {}

    private final Interpreter interpreter;
    private final Map<String, CommandSpec.Option> options = new LinkedHashMap<>();

    TypedOptions(List<CommandSpec> commands, Interpreter interpreter) {
        this.interpreter = interpreter;
        commands.stream()
                .flatMap(command -> command.options().stream())
                .forEach(option -> options.putIfAbsent(option.name(), option));
    }

    /** Returns the refusal of a command: the first option, in command order, whose value is not of its kind. */
    Optional<Outcome.Refused> refusal(ChatEvent.Commanded command) {
        return options.values().stream()
                .filter(option -> command.options().containsKey(option.name()))
                .flatMap(option -> refusal(
                        option,
                        command.options().getOrDefault(option.name(), "").strip())
                        .stream())
                .findFirst();
    }

    /** Returns the faults of values, option name to sentence. */
    Map<String, String> faults(Map<String, String> values) {
        Map<String, String> faults = new LinkedHashMap<>();
        options.values().stream()
                .filter(option -> values.containsKey(option.name()))
                .forEach(option -> refusal(
                                option, values.getOrDefault(option.name(), "").strip())
                        .ifPresent(refused -> faults.put(option.name(), Wording.refusalAndAdvice(refused.reason()))));
        return faults;
    }

    private Optional<Outcome.Refused> refusal(CommandSpec.Option option, String typed) {
        if (!option.choices().isEmpty()) {
            boolean chosen = option.choices().stream().anyMatch(typed::equalsIgnoreCase);
            return chosen ? Optional.empty() : refused(option, typed, option.choices());
        }
        return switch (option.type()) {
            case YES_NO -> Optional.empty();
            case WHOLE_NUMBER -> isNumber(typed) ? Optional.empty() : refused(option, typed, List.of());
            case TEXT -> option.known().isEmpty() ? amount(option, typed) : names(option, typed);
        };
    }

    /** True for digits or words such as {@code a thousand}: a count of examples and nothing else. */
    private boolean isNumber(String typed) {
        if (WrittenNumber.of(typed).isPresent()) {
            return true;
        }
        Interpretation read = read("cost " + typed + " examples");
        return read.problems().isEmpty()
                && read.slots().has(SlotName.EXAMPLES)
                && read.slots().names().size() == 1;
    }

    private Optional<Outcome.Refused> amount(CommandSpec.Option option, String typed) {
        Interpretation read = read(option, typed);
        boolean saysSomething = !read.slots().isEmpty() || !read.problems().isEmpty();
        return saysSomething && fillsItsOwn(option, read) ? Optional.empty() : refused(option, typed, List.of());
    }

    private Optional<Outcome.Refused> names(CommandSpec.Option option, String typed) {
        List<String> parts = BETWEEN_VALUES
                .splitAsStream(typed)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        for (String part : parts) {
            if (!option.known().contains(part) && !isName(option, part, parts)) {
                return refused(option, part, nearest(option, part));
            }
        }
        return parts.isEmpty() ? refused(option, typed, nearest(option, typed)) : Optional.empty();
    }

    private boolean isName(CommandSpec.Option option, String part, List<String> parts) {
        Interpretation read = read(option, part);
        if (fillsItsOwn(option, read) && isKnown(read) && covers(option, read, part)) {
            return true;
        }
        boolean isOfModels = option.name().equals("model") && isKnown(read);
        return isOfModels && (isUntuned(option, part) || goesOnFrom(part, parts));
    }

    /** True for the untuned model, which {@code base gpt-4o} is beside any other model. */
    private boolean isUntuned(CommandSpec.Option option, String part) {
        List<ModelId> named = read(option, part).slots().value(SlotName.MODELS);
        if (named == null || named.size() != 1) {
            return false;
        }
        String other = option.known().stream()
                .filter(id -> !id.equals(named.getFirst().value()))
                .findFirst()
                .orElse("");
        Slot<List<ModelId>> untuned =
                read("compare " + other + " vs " + part).slots().get(SlotName.UNTUNED);
        TextSpan span = untuned == null ? null : untuned.span();
        return span != null && span.end() - span.start() == part.length();
    }

    /** True for a word that completes the previous name, such as {@code mini} after {@code gpt-4o vs}. */
    private boolean goesOnFrom(String part, List<String> parts) {
        String first = parts.getFirst();
        if (part.contains(" ") || part.equals(first)) {
            return false;
        }
        Interpretation read = read("compare " + first + " vs " + part);
        List<ModelId> both = read.slots().value(SlotName.MODELS);
        return both != null && new LinkedHashSet<>(both).size() == 2 && isKnown(read);
    }

    private static Reading reading(CommandSpec.Option option) {
        Reading reading = READINGS.get(option.name());
        if (reading == null) {
            throw new IllegalStateException("no reading is defined for option " + option.name());
        }
        return reading;
    }

    private Interpretation read(CommandSpec.Option option, String typed) {
        return read(reading(option).before() + typed);
    }

    private Interpretation read(String text) {
        return interpreter.read(text, Markup.PLAIN, true, null);
    }

    private static boolean fillsItsOwn(CommandSpec.Option option, Interpretation read) {
        return reading(option).slots().containsAll(read.slots().names());
    }

    /**
     * A model is known by its price or its size, a provider by its prices. One typing error is repaired and told; with two, a name is
     * guessed.
     */
    private static boolean isKnown(Interpretation read) {
        return read.repairs().size() < 2
                && read.problems().stream().noneMatch(problem -> switch (problem) {
                    case Problem.UnpricedModel _ -> !read.slots().has(SlotName.SIZE_B);
                    case Problem.AmbiguousModel _ -> false;
                    case Problem.OutOfRange _,
                            Problem.UnknownWord _,
                            Problem.AmbiguousNumber _,
                            Problem.ForeignCurrency _,
                            Problem.Conflict _,
                            Problem.TooComplex _,
                            Problem.TooMany _,
                            Problem.NotOffered _ -> true;
                });
    }

    /** True if the reading, as a slot or as several possible models, covers the whole value. */
    private static boolean covers(CommandSpec.Option option, Interpretation read, String part) {
        int from = reading(option).before().length();
        List<TextSpan> spans = new ArrayList<>();
        read.slots().names().forEach(name -> {
            Slot<?> slot = read.slots().get(name);
            if (slot != null && slot.span() != null) {
                spans.add(slot.span());
            }
        });
        read.problems().forEach(problem -> spans.add(problem.span()));
        int start = spans.stream().mapToInt(TextSpan::start).min().orElse(-1);
        int end = spans.stream().mapToInt(TextSpan::end).max().orElse(-1);
        return start == from && end == from + part.length();
    }

    private Optional<Outcome.Refused> refused(CommandSpec.Option option, String typed, List<String> instead) {
        return Optional.of(new Outcome.Refused(
                read(typed),
                new Outcome.Reason.NotAValue(option.name(), Cut.to(typed, LONGEST_SHOWN), instead),
                List.of()));
    }

    /** Returns similar names: first those it contains, then those it is a prefix of, then those it may be a typo of. */
    private List<String> nearest(CommandSpec.Option option, String part) {
        String typed = part.substring(0, Math.min(part.length(), LONGEST_COMPARED));
        Interpretation read = read(option, typed);
        List<ModelId> named = read.slots().value(SlotName.MODELS);
        Stream<String> inIt = named == null ? Stream.of() : named.stream().map(ModelId::value);
        Stream<String> likeIt = read.problems().stream().flatMap(problem -> problem.suggestions().stream());
        List<String> words = Stream.concat(Stream.of(typed), Arrays.stream(typed.split("\\s+", -1)))
                .map(CommandSpec.Option::folded)
                .filter(word -> !word.isEmpty())
                .toList();
        Stream<String> byLetters = option.known().stream()
                .sorted(Comparator.comparingInt(name -> distance(CommandSpec.Option.folded(name), words)));
        return Stream.of(inIt, likeIt, option.suggestions(typed).stream(), byLetters)
                .flatMap(names -> names)
                .filter(option.known()::contains)
                .distinct()
                .limit(NEAREST)
                .toList();
    }

    private static int distance(String name, List<String> words) {
        return words.stream()
                .mapToInt(word -> EditDistance.between(word, name, LONGEST_COMPARED))
                .min()
                .orElse(0);
    }
}
