package io.tunetally.wording.config;

import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.answer.config.ConfiguredJob.Remark;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.trainingconfig.TrainingConfig;
import io.tunetally.trainingconfig.TrainingConfig.Note;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words what was read from a training config, around the answer to it. */
public final class ConfigWording {
    private static final List<SlotName<?>> SIZES =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.BILLED_TOKENS);

    private ConfigWording() {}

    /**
     * Returns an answer with the config's settings and data first, and below what was not priced.
     *
     * @param said the values of the answered request
     */
    public static Reply around(Reply answer, ConfiguredJob job, Slots said) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(
                List.of(fact("Config", settings(job.config())), fact("Data", String.join("; ", data(job))))));
        List<String> warnings = warnings(job, said);
        if (!warnings.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.WARNING, plain(warnings)));
        }
        blocks.addAll(answer.blocks());
        List<String> notes = further(job).toList();
        if (!notes.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.NOTE, plain(notes)));
        }
        String title = Stream.of(withoutData(job, said), bySize(job, said), Optional.of(answer.title()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new Reply(title, blocks, answer.audience());
    }

    /** Returns the settings in one line: {@code train.yml (Axolotl), adapter: qlora, num_epochs: 4}. */
    private static String settings(TrainingConfig config) {
        List<String> parts = new ArrayList<>();
        parts.add(config.name() + " (" + config.framework() + ")");
        config.said().forEach((name, written) -> {
            if (!isData(name) && !parts.contains(written)) {
                parts.add(written);
            }
        });
        return String.join(", ", parts);
    }

    private static boolean isData(String setting) {
        return setting.equals(TrainingConfig.DATA) || setting.equals(TrainingConfig.VALIDATION_DATA);
    }

    private static List<String> data(ConfiguredJob job) {
        List<String> data = Stream.concat(job.remarks().stream().flatMap(ConfigWording::data), elsewhere(job).stream())
                .toList();
        return data.isEmpty() ? List.of("as said") : data;
    }

    /** Names the data sets that are no file here together. */
    private static Optional<String> elsewhere(ConfiguredJob job) {
        List<String> names = job.remarks().stream()
                .filter(remark ->
                        remark instanceof Remark.NotHere missing && !missing.isFile() && !missing.isUploaded())
                .map(remark -> ((Remark.NotHere) remark).name())
                .distinct()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.listed(names) + (names.size() == 1 ? " is no file here" : " are no files here")
                        + "; data sets of a hub are not read");
    }

    private static Stream<String> data(Remark remark) {
        return switch (remark) {
            case Remark.Counted counted ->
                Stream.of(counted.name() + ": " + Text.counted(counted.examples(), "example") + ", "
                        + (counted.exact() ? "" : "about ") + Numbers.count(counted.tokens()) + " tokens ("
                        + counted.tokenizer() + ")");
            case Remark.NotHere missing -> missing(missing).stream();
            case Remark.Empty empty -> Stream.of(empty.name() + " has no example that can be read");
            case Remark.NoData _ -> Stream.of("the config names none");
            case Remark.Steps steps ->
                Stream.of(Text.counted(steps.examples(), "example") + " or "
                        + (steps.examples() == 1 ? "sequence" : "sequences") + " by the number of steps");
            case Remark.Held _, Remark.TooLong _, Remark.FractionalEpochs _ -> Stream.empty();
        };
    }

    private static List<String> warnings(ConfiguredJob job, Slots said) {
        List<String> warnings = new ArrayList<>();
        misspelt(job).forEach(warnings::add);
        if (isAssumed(job, said)) {
            warnings.add("The size of the data is not known, so it is assumed. " + files(job)
                    + "Add it: --examples 2000 --tokens 400, or with ask in words: \"2k examples of 400 tokens\".");
        }
        return warnings;
    }

    /** Says why the size of a job's data is not known. */
    static String whyUnknown(ConfiguredJob job) {
        return unusable(job).orElse("the size of the data is not known");
    }

    /** Names the files that are missing or have no example, which can be put right. */
    private static Optional<String> unusable(ConfiguredJob job) {
        List<String> files = job.remarks().stream()
                .filter(remark -> (remark instanceof Remark.NotHere missing && missing.isFile())
                        || remark instanceof Remark.Empty)
                .flatMap(ConfigWording::data)
                .toList();
        return files.isEmpty() ? Optional.empty() : Optional.of(Text.listed(files));
    }

    private static boolean isAssumed(ConfiguredJob job, Slots said) {
        return !job.hasSize() && (job.assumesSize() || SIZES.stream().noneMatch(said::has));
    }

    /** Says where a file is looked for; only a path can be put right. */
    private static String files(ConfiguredJob job) {
        boolean path =
                job.remarks().stream().anyMatch(remark -> remark instanceof Remark.NotHere missing && missing.isFile());
        return path ? "Paths go from the working folder, then from that of the config. " : "";
    }

    private static Optional<String> missing(Remark.NotHere missing) {
        if (missing.isUploaded()) {
            return Optional.of(missing.name() + " is with the service and not read");
        }
        return missing.isFile() ? Optional.of("there is no file " + missing.name()) : Optional.empty();
    }

    /** A price of data that is not there begins with that. */
    private static Optional<String> withoutData(ConfiguredJob job, Slots said) {
        return unusable(job)
                .filter(_ -> isAssumed(job, said))
                .map(why -> "The size of the data is assumed: " + why + ".");
    }

    private static Optional<String> bySize(ConfiguredJob job, Slots said) {
        return job.config()
                .unknownModel()
                .filter(_ -> !said.has(SlotName.MODELS) && said.has(SlotName.SIZE_B))
                .map(ConfigWording::bySize);
    }

    private static String bySize(Note unknownModel) {
        return unknownModel.written() + " is not known, so models of its size, " + unknownModel.detail()
                + ", are priced.";
    }

    /** Says what to do about a model that is not known and whose name has no size. */
    public static String unpriced(Note unknownModel) {
        return unknownModel.written()
                + " is no model that is known, and its name has no size. Name a model or a size in words, such as"
                + " \"13b\"; ./tunetally ask models lists the models.";
    }

    /** Returns the remarks on settings and data. */
    public static List<String> notes(ConfiguredJob job) {
        Stream<String> bySize = job
                .config()
                .unknownModel()
                .filter(note -> !note.detail().isEmpty())
                .stream()
                .map(ConfigWording::bySize);
        return Stream.of(misspelt(job), bySize, further(job))
                .flatMap(notes -> notes)
                .toList();
    }

    /** Returns a warning of each key that is probably misspelt. */
    private static Stream<String> misspelt(ConfiguredJob job) {
        return job.config().notes().stream()
                .filter(note -> note.kind() == Note.Kind.MISSPELT)
                .map(note -> note.written() + " is not read: did you mean " + note.detail() + "?");
    }

    private static Stream<String> further(ConfiguredJob job) {
        return Stream.concat(
                job.remarks().stream().flatMap(ConfigWording::note),
                job.config().notes().stream().flatMap(note -> note(note, job.config())));
    }

    private static Stream<String> note(Remark remark) {
        return switch (remark) {
            case Remark.Held held ->
                Stream.of(Numbers.count(held.tokens()) + " tokens are held back for validation, of the mean length.");
            case Remark.TooLong tooLong ->
                Stream.of(Text.counted(tooLong.examples(), "example") + " beyond "
                        + Numbers.count(tooLong.sequenceLength()) + " tokens "
                        + (tooLong.examples() == 1 ? "is " : "are ") + (tooLong.dropped() ? "left out." : "cut."));
            case Remark.FractionalEpochs part ->
                Stream.of(part.epochs().toPlainString() + " epochs are priced as "
                        + (part.examples() == 0
                                ? Numbers.count(part.tokens()) + " tokens once."
                                : Text.counted(part.examples(), "example") + " once."));
            case Remark.Steps _ -> Stream.of("Steps are counted on one device; N devices train on N times as much.");
            case Remark.Counted _, Remark.NotHere _, Remark.Empty _, Remark.NoData _ -> Stream.empty();
        };
    }

    private static Stream<String> note(Note note, TrainingConfig config) {
        return switch (note.kind()) {
            case STANDARD ->
                Stream.of(note.written() + " is not set: " + config.framework() + "'s default, " + note.detail() + ".");
            case PRICED_AS -> Stream.of(note.written() + " is priced as " + note.detail() + ".");
            case NOT_PRICED -> Stream.of(note.written() + ": " + note.detail() + ".");
            case UNKNOWN_MODEL, MISSPELT -> Stream.empty();
        };
    }

    private static Block.Fact fact(String name, String value) {
        return Block.Fact.of(name, Span.plain(value));
    }

    private static List<List<Span>> plain(List<String> texts) {
        return texts.stream().map(Span::plain).map(List::of).toList();
    }
}
