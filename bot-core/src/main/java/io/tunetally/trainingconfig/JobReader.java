package io.tunetally.trainingconfig;

import io.tunetally.catalog.FilePosition;
import io.tunetally.catalog.yaml.Faults;
import io.tunetally.request.Limits;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.trainingconfig.ConfigDocument.Found;
import io.tunetally.trainingconfig.Framework.Setting;
import io.tunetally.trainingconfig.TrainingConfig.Note;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a config of a known framework, row by row of its settings. */
final class JobReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    private static final BigDecimal LEAST_FRACTION = new BigDecimal("0.01");
    private static final String ON = "on ";
    private static final String MODEL = "model";
    private static final String PACKED = "packed";
    private static final String PADDED = "padded";

    private final Frameworks frameworks;
    private final Framework framework;
    private final ConfigDocument document;
    private final ModelNames models;
    private final DataIndex index;
    private final Faults faults;

    private final Slots.Builder slots = Slots.builder();
    private final Map<JobProperty, Long> numbers = new EnumMap<>(JobProperty.class);
    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> training = new ArrayList<>();
    private final List<String> validation = new ArrayList<>();
    private final Set<String> done = new HashSet<>();
    private @Nullable BigDecimal fractionalEpochs;
    private double heldShare;
    private boolean packed;
    private boolean padded;

    JobReader(
            Frameworks frameworks,
            Framework framework,
            ConfigDocument document,
            ModelNames models,
            DataIndex index,
            Faults faults) {
        this.frameworks = frameworks;
        this.framework = framework;
        this.document = document;
        this.models = models;
        this.index = index;
        this.faults = faults;
    }

    TrainingConfig read(String file) {
        framework.settings().stream().filter(row -> !done.contains(row.name())).forEach(this::read);
        framework.ignored().forEach(this::ignored);
        frameworks
                .misspelt(framework, document)
                .forEach(key ->
                        notes.add(new Note(Note.Kind.MISSPELT, key.found().written(), key.near())));
        if (numbers.containsKey(JobProperty.STEPS)) {
            // The steps decide, so that it does not matter how many epochs they make.
            notes.removeIf(note -> note.kind() == Note.Kind.STANDARD
                    && said.getOrDefault(SlotName.EPOCHS.word(), "").startsWith(note.written() + ":"));
        }
        return new TrainingConfig(
                file,
                framework.title(),
                slots.build().over(models.words(words)),
                numbers,
                fractionalEpochs,
                new TrainingConfig.Padding(packed, padded, framework.dropsLong()),
                new TrainingConfig.Data(training, validation, heldShare),
                said,
                notes);
    }

    private void read(Setting row) {
        if (done.contains(row.name()) || !document.matches(row.when()) || document.matchesAny(row.unless())) {
            return;
        }
        String fixed = row.fixed();
        if (fixed != null) {
            done.add(row.name());
            word(row, fixed);
        } else if (row.name().equals(TrainingConfig.DATA)) {
            training.addAll(data(row));
        } else if (row.name().equals(TrainingConfig.VALIDATION_DATA)) {
            validation.addAll(data(row));
        } else {
            value(row).ifPresentOrElse(found -> takeUnlessLater(row, found), () -> standard(row));
        }
    }

    /** A value that a row does not know is left to a later row of its name, such as full beside a quantization. */
    private void takeUnlessLater(Setting row, Found found) {
        boolean later = !row.knows(found.text())
                && framework.settings().stream()
                        .dropWhile(other -> !other.equals(row))
                        .skip(1)
                        .anyMatch(other -> other.name().equals(row.name())
                                && other.knows(found.text())
                                && document.matches(other.when())
                                && !document.matchesAny(other.unless()));
        if (!later) {
            take(row, found);
        }
    }

    private Optional<Found> value(Setting row) {
        return row.keys().stream()
                .flatMap(key -> document.first(key).stream())
                .filter(found -> !row.saysNothing(found.text()))
                .findFirst();
    }

    private void standard(Setting row) {
        String standard = row.standard();
        if (standard == null) {
            return;
        }
        String key = row.keys().getFirst();
        take(row, new Found(FilePosition.start(framework.title()).child(key, 0), standard));
        if (JobProperty.named(row.name()).isEmpty()) {
            notes.add(new Note(Note.Kind.STANDARD, key, standard));
        }
    }

    private void take(Setting row, Found found) {
        done.add(row.name());
        said.put(row.name(), found.written());
        switch (row.name()) {
            case MODEL -> model(row, found);
            case PACKED -> packed = flag(found);
            case PADDED -> padded = flag(found);
            default -> number(row, found);
        }
    }

    private void model(Setting row, Found found) {
        String name = found.text();
        for (Map.Entry<Pattern, String> replacement : row.replace().entrySet()) {
            name = replacement.getKey().matcher(name).replaceAll(replacement.getValue());
        }
        Slots model = models.model(frameworks.modelName(name));
        if (model.isEmpty()) {
            model = size(frameworks.modelName(name));
            BigDecimal size = model.value(SlotName.SIZE_B);
            notes.add(new Note(
                    Note.Kind.UNKNOWN_MODEL,
                    found.written(),
                    size == null ? "" : size.stripTrailingZeros().toPlainString() + "B"));
        }
        take(SlotName.MODELS, model);
        take(SlotName.SIZE_B, model);
    }

    /** A model that is not known is priced as others of its size. */
    private Slots size(String name) {
        return frameworks
                .modelSize(name)
                .filter(SlotName.SIZE_B.limits()::allow)
                .map(size -> Slots.NONE.with(SlotName.SIZE_B, Slot.of(size, Origin.SAID)))
                .orElse(Slots.NONE);
    }

    private <T> void take(SlotName<T> name, Slots from) {
        Slot<T> slot = from.get(name);
        if (slot != null) {
            slots.put(name, slot);
        }
    }

    private boolean flag(Found found) {
        Optional<Boolean> flag = frameworks.flag(found.text());
        if (flag.isEmpty()) {
            faults.add(found.place(), "'" + found.text() + "' is not true or false");
        }
        return flag.orElse(false);
    }

    private void number(Setting row, Found found) {
        Optional<JobProperty> property = JobProperty.named(row.name());
        Optional<SlotName<?>> slot = row.slot();
        if (property.isPresent()) {
            decimal(found, property.get().limits()).ifPresent(number -> put(found, property.get(), number));
        } else if (row.fractions() && slot.isPresent()) {
            decimal(found, withFractions(slot.get().limits())).ifPresent(number -> putFraction(slot.get(), number));
        } else if (row.values().isEmpty() && slot.isPresent()) {
            decimal(found, slot.get().limits()).ifPresent(number -> put(slot.get(), number));
        } else {
            choice(row, found);
        }
    }

    private static Limits withFractions(Limits limits) {
        return new Limits(limits.kind(), LEAST_FRACTION, limits.maximum(), false);
    }

    /** A request has whole epochs only; a fraction is worked out with the data. */
    private void putFraction(SlotName<?> name, BigDecimal number) {
        if (name.limits().allow(number)) {
            put(name, number);
        } else {
            fractionalEpochs = number;
        }
    }

    private void put(Found found, JobProperty property, BigDecimal number) {
        if (property == JobProperty.HELD && number.compareTo(BigDecimal.ONE) < 0) {
            heldShare = number.doubleValue();
        } else if (property == JobProperty.HELD && number.stripTrailingZeros().scale() > 0) {
            faults.add(
                    found.place(),
                    found.text()
                            + " cannot be priced; write a share below 1, such as 0.1, or a whole number of examples");
        } else {
            numbers.put(property, number.longValue());
        }
    }

    private <T> void put(SlotName<T> name, BigDecimal number) {
        slots.put(name, Slot.of(name.value(number), Origin.SAID));
    }

    private Optional<BigDecimal> decimal(Found found, Limits limits) {
        if (!NUMBER.matcher(found.text()).matches()) {
            faults.add(found.place(), "'" + found.text() + "' is not a number; write " + range(limits));
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(found.text());
        if (!limits.allow(number)) {
            faults.add(found.place(), found.text() + " cannot be priced; write " + range(limits));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private static String range(Limits limits) {
        return (limits.whole() ? "a whole number from " : "a number from ")
                + limits.minimum().toPlainString() + " to "
                + limits.maximum().toPlainString();
    }

    private void choice(Setting row, Found found) {
        Optional<String> exactly = Frameworks.word(row.values(), found.text());
        Optional<String> near = exactly.isPresent() ? Optional.empty() : Frameworks.word(row.near(), found.text());
        near.ifPresent(word -> notes.add(new Note(Note.Kind.PRICED_AS, found.written(), word)));
        exactly.or(() -> near)
                .ifPresentOrElse(
                        word -> word(row, word),
                        () -> faults.add(
                                found.place(),
                                "'" + found.text() + "' is not known; " + framework.title() + " has: " + choices(row)));
    }

    private static String choices(Setting row) {
        List<String> all = new ArrayList<>();
        row.values().keySet().forEach(pattern -> all.add(pattern.pattern()));
        row.near().keySet().forEach(pattern -> all.add(pattern.pattern()));
        return String.join(", ", all).replace("(?i)", "").replace("|", ", ");
    }

    private void word(Setting row, String word) {
        words.add(row.name().equals(SlotName.PROVIDER.word()) ? ON + word : word);
    }

    private List<String> data(Setting row) {
        String each = row.each();
        List<ConfigDocument> entries = each == null ? List.of(document) : document.entries(each);
        List<String> names = entries.stream()
                .flatMap(entry -> names(entry, row).stream())
                .filter(found -> !found.text().isEmpty() && !row.saysNothing(found.text()))
                .flatMap(found -> files(found.text(), row).stream())
                .toList();
        if (!names.isEmpty()) {
            done.add(row.name());
            said.put(row.name(), String.join(", ", names));
        }
        return names;
    }

    private static List<Found> names(ConfigDocument entry, Setting row) {
        return row.keys().stream()
                .map(entry::all)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> entry.itself().stream().toList());
    }

    private List<String> files(String text, Setting row) {
        Framework.NamedData names = row.names();
        if (names == null) {
            return List.of(text);
        }
        String folder = document.first(names.folder()).map(Found::text).orElse(names.standardFolder());
        return List.of(text.split(Pattern.quote(names.separator()), -1)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> index.file(name, folder, names))
                .toList();
    }

    private void ignored(Framework.Ignored row) {
        document.first(row.key())
                .filter(found -> row.unset().stream()
                        .noneMatch(pattern -> pattern.matcher(found.text()).matches()))
                .ifPresent(found -> notes.add(new Note(Note.Kind.NOT_PRICED, found.written(), row.why())));
    }
}
