package io.tunetally.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.catalog.Objective;
import io.tunetally.interpreter.corpus.Label;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Scores how labelled messages are read, kind by kind. As a program it prints the table of files, and with {@code -v}
 * each fault: {@code java io.tunetally.interpreter.MessageScore [-v] FILE...}.
 */
final class MessageScore {
    /** Keys of {@code expects} that are no slots. */
    private static final Set<String> NO_SLOTS = Set.of("intent", "problems", "ranges", "alternatives");

    private static final int DECIMALS = 6;

    private final String kind;
    private final List<String> faults = new ArrayList<>();
    private int lines;
    private int exact;
    private int intents;
    private int rightIntents;
    private int right;
    private int wrong;
    private int missed;
    private int silentErrors;
    private int chatter;
    private int falseRequests;

    MessageScore(String kind) {
        this.kind = kind;
    }

    public static void main(String[] args) {
        boolean verbose = args.length > 0 && args[0].equals("-v");
        for (String file : List.of(args).subList(verbose ? 1 : 0, args.length)) {
            Table table = Table.of(LabelledMessage.load(Path.of(file)));
            System.out.println(table.text(file));
            if (verbose) {
                table.byKind().values().forEach(score -> score.faults.forEach(System.out::println));
            }
        }
    }

    /** The scores of a set, each message read once. */
    record Table(Map<String, MessageScore> byKind, MessageScore all) {
        static Table of(List<LabelledMessage> messages) {
            Table table = new Table(new TreeMap<>(), new MessageScore("all"));
            List<Interpretation> read =
                    messages.parallelStream().map(LabelledMessage::read).toList();
            for (int i = 0; i < messages.size(); i++) {
                LabelledMessage message = messages.get(i);
                table.all.add(message, read.get(i));
                table.byKind.computeIfAbsent(message.kind(), MessageScore::new).add(message, read.get(i));
            }
            return table;
        }

        /** Returns a row for each kind, and a last one for all. */
        String text(String name) {
            return Stream.concat(byKind.values().stream(), Stream.of(all))
                    .map(MessageScore::row)
                    .collect(Collectors.joining("\n", name + "\n" + head() + "\n", "\n"));
        }
    }

    private void add(LabelledMessage message, Interpretation read) {
        boolean request = read.status() != Interpretation.Status.NOT_A_REQUEST;
        String intent = message.intent();
        boolean sameIntent = intent == null
                || message.pointed()
                || intent.equals(request ? read.intent().word() : "none");
        lines++;
        intents += intent == null ? 0 : 1;
        rightIntents += intent != null && sameIntent ? 1 : 0;
        boolean asksNothing = message.decided() == Intent.NONE;
        chatter += asksNothing ? 1 : 0;
        falseRequests += asksNothing && request ? 1 : 0;
        // Slots of talk are read, too, though it gets no answer.
        Set<String> faulty = asksNothing && !request ? Set.of() : slots(message, read);
        boolean wrongValue = faulty.stream().anyMatch(fault -> !fault.startsWith("-"));
        boolean told = !read.problems().isEmpty()
                || !read.repairs().isEmpty()
                || !read.doubts().isEmpty()
                || read.question() != null;
        silentErrors += wrongValue && request && !told ? 1 : 0;
        Set<String> problems = missingProblems(message, read);
        boolean same = sameIntent && faulty.isEmpty() && problems.isEmpty();
        exact += same ? 1 : 0;
        if (!same || (asksNothing && request)) {
            faults.add("%s: %s%s%n    expected %s%n    found    %s%n    %s %s %s"
                    .formatted(
                            message.kind(),
                            message.context().isEmpty() ? "" : message.context() + " >> ",
                            message.text(),
                            message.expects(),
                            Label.of(read),
                            sameIntent ? "" : "INTENT",
                            faulty,
                            problems));
        }
    }

    private static Set<String> missingProblems(LabelledMessage message, Interpretation read) {
        Set<String> missing = new HashSet<>();
        if (!message.unscored().contains("problems")) {
            message.expects().path("problems").forEach(kind -> missing.add(kind.asText()));
            read.problems().stream().map(Problem::kind).forEach(missing::remove);
        }
        return missing;
    }

    /** Counts the slots and returns those with a wrong value, and those that are missing with a minus before. */
    private Set<String> slots(LabelledMessage message, Interpretation read) {
        Map<String, Set<String>> expected = expected(message.expects());
        Set<String> faulty = new HashSet<>();
        for (SlotName<?> name : read.slots().names()) {
            Slot<?> slot = read.slots().get(name);
            boolean open = isUnscored(message, name) || (isImplied(name, slot) && !expected.containsKey(name.word()));
            if (slot == null || !read.isWithinContract(name) || open) {
                continue;
            }
            String found = slot.high() == null ? text(slot.value()) : text(slot.value()) + ".." + text(slot.high());
            boolean equal = expected.getOrDefault(name.word(), Set.of()).contains(found);
            right += equal ? 1 : 0;
            wrong += equal ? 0 : 1;
            if (!equal) {
                faulty.add(name.word());
            }
        }
        for (String name : expected.keySet()) {
            boolean absent = read.slots().names().stream()
                    .noneMatch(found -> found.word().equals(name));
            if (absent && !message.unscored().contains(name)) {
                missed++;
                faulty.add("-" + name);
            }
        }
        message.expects().path("alternatives").fieldNames().forEachRemaining(name -> faulty.remove("-" + name));
        return faulty;
    }

    /** True of a slot that the text does not decide; of one that holds several values also if that is said of the single one. */
    private static boolean isUnscored(LabelledMessage message, SlotName<?> name) {
        SlotName<?> single =
                name == SlotName.METHODS ? SlotName.METHOD : name == SlotName.PROVIDERS ? SlotName.PROVIDER : name;
        return message.unscored().contains(name.word()) || message.unscored().contains(single.word());
    }

    /** True for a size beside its model, for supervised tuning, and for all models: each is implied, and labels leave it out. */
    private static boolean isImplied(SlotName<?> name, @Nullable Slot<?> slot) {
        return name == SlotName.SIZE_B
                || (slot != null && slot.value() == Objective.SFT)
                || (slot != null && slot.value().equals(List.of(SlotName.ALL_MODELS)));
    }

    /** Returns the values that each slot may have. */
    private static Map<String, Set<String>> expected(JsonNode expects) {
        Map<String, Set<String>> expected = new TreeMap<>();
        expects.properties().stream()
                .filter(slot -> !NO_SLOTS.contains(slot.getKey()))
                .forEach(slot -> expected.put(slot.getKey(), values(slot.getKey(), slot.getValue())));
        expects.path("ranges")
                .properties()
                .forEach(slot -> expected.put(
                        slot.getKey(),
                        Set.of(text(slot.getValue().get(0)) + ".."
                                + text(slot.getValue().get(1)))));
        expects.path("alternatives").properties().forEach(slot -> {
            Set<String> values = StreamSupport.stream(slot.getValue().spliterator(), false)
                    .map(MessageScore::text)
                    .collect(Collectors.toSet());
            values.add(text(slot.getValue().get(0)) + ".."
                    + text(slot.getValue().get(slot.getValue().size() - 1)));
            expected.put(slot.getKey(), values);
        });
        return expected;
    }

    /** Methods have no order, and a provider may be called by an alias of the catalog: {@code vertex} is {@code google}. */
    private static Set<String> values(String slot, JsonNode value) {
        String text = text(value);
        if (slot.equals(SlotName.METHODS.word())) {
            Set<String> orders = new HashSet<>();
            orders.add(text);
            orders.add(StreamSupport.stream(value.spliterator(), false)
                    .map(MessageScore::text)
                    .sorted(Comparator.reverseOrder())
                    .collect(Collectors.joining(",")));
            orders.add(StreamSupport.stream(value.spliterator(), false)
                    .map(MessageScore::text)
                    .sorted()
                    .collect(Collectors.joining(",")));
            return orders;
        }
        if (slot.equals(SlotName.PROVIDER.word())) {
            return BuiltIn.CATALOG.providers().stream()
                    .filter(provider ->
                            provider.aliases().stream().map(MessageScore::word).anyMatch(text::equals))
                    .map(provider -> word(provider.id().value()))
                    .collect(Collectors.collectingAndThen(Collectors.toSet(), ids -> {
                        ids.add(text);
                        return ids;
                    }));
        }
        return Set.of(text);
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return number(value.decimalValue());
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(MessageScore::text)
                        .collect(Collectors.joining(","))
                : word(value.asText());
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(MessageScore::text).collect(Collectors.joining(","));
            case BigDecimal amount -> number(amount);
            default -> word(value.toString());
        };
    }

    /** Requests a day of those a week or a month are written with any number of decimals. */
    private static String number(BigDecimal amount) {
        BigDecimal rounded = amount.scale() > DECIMALS ? amount.setScale(DECIMALS, RoundingMode.HALF_EVEN) : amount;
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** Names of models are equal whatever separates their parts. */
    private static String word(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[ _:/-]", "");
    }

    double exactPercent() {
        return percent(exact, lines);
    }

    double precisionPercent() {
        return percent(right, right + wrong);
    }

    double recallPercent() {
        return percent(right, right + wrong + missed);
    }

    double silentPercent() {
        return percent(silentErrors, lines);
    }

    int falseRequests() {
        return falseRequests;
    }

    List<String> faults() {
        return faults;
    }

    static String head() {
        return "kind        lines    exact  intent  slot precision  slot recall  silent errors  false requests";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-10s %6d  %5.1f %%  %4.0f %%          %5.1f %%      %5.1f %%  %13d  %7d of %d",
                kind,
                lines,
                exactPercent(),
                percent(rightIntents, intents),
                precisionPercent(),
                recallPercent(),
                silentErrors,
                falseRequests,
                chatter);
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }
}
