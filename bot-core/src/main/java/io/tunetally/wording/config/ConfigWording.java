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
        List<String> notes = notes(job);
        if (!notes.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.NOTE, plain(notes)));
        }
        return new Reply(answer.title(), blocks, answer.audience());
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
        List<String> data = job.remarks().stream().flatMap(ConfigWording::data).toList();
        return data.isEmpty() ? List.of("as said") : data;
    }

    private static Stream<String> data(Remark remark) {
        return switch (remark) {
            case Remark.Counted counted ->
                Stream.of(counted.name() + ": " + Text.counted(counted.examples(), "example") + ", "
                        + (counted.exact() ? "" : "about ") + Numbers.count(counted.tokens()) + " tokens ("
                        + counted.tokenizer() + ")");
            case Remark.NotHere missing -> Stream.of(missing.name() + " is not here");
            case Remark.NoData _ -> Stream.of("the config names none");
            case Remark.Steps steps ->
                Stream.of(Text.counted(steps.examples(), "example") + " or "
                        + (steps.examples() == 1 ? "sequence" : "sequences") + " by the number of steps");
            case Remark.Held _, Remark.TooLong _ -> Stream.empty();
        };
    }

    private static List<String> warnings(ConfiguredJob job, Slots said) {
        List<String> warnings = new ArrayList<>();
        if (!job.hasSize() && SIZES.stream().noneMatch(said::has)) {
            warnings.add("The size of the data is not known, so it is assumed. Add it: --examples 2000 --tokens 400, "
                    + "or with ask in words: \"2k examples of 400 tokens\".");
        }
        job.config()
                .unknownModel()
                .filter(_ -> !said.has(SlotName.MODELS))
                .map(written ->
                        written + " is no model that is known. Name one in words; ./tunetally ask models lists them.")
                .ifPresent(warnings::add);
        return warnings;
    }

    /** Returns the remarks on settings and data. */
    public static List<String> notes(ConfiguredJob job) {
        List<String> notes = new ArrayList<>();
        job.remarks().stream().flatMap(ConfigWording::note).forEach(notes::add);
        job.config().notes().stream().flatMap(note -> note(note, job.config())).forEach(notes::add);
        return notes;
    }

    private static Stream<String> note(Remark remark) {
        return switch (remark) {
            case Remark.Held held ->
                Stream.of(Numbers.count(held.tokens()) + " tokens are held back for validation, of the mean length.");
            case Remark.TooLong tooLong ->
                Stream.of(Text.counted(tooLong.examples(), "example") + " beyond "
                        + Numbers.count(tooLong.sequenceLength()) + " tokens "
                        + (tooLong.examples() == 1 ? "is " : "are ") + (tooLong.dropped() ? "left out." : "cut."));
            case Remark.Steps _ -> Stream.of("Steps are counted on one device; N devices train on N times as much.");
            case Remark.Counted _, Remark.NotHere _, Remark.NoData _ -> Stream.empty();
        };
    }

    private static Stream<String> note(Note note, TrainingConfig config) {
        return switch (note.kind()) {
            case STANDARD ->
                Stream.of(note.written() + " is not set: " + config.framework() + "'s default, " + note.detail() + ".");
            case PRICED_AS -> Stream.of(note.written() + " is priced as " + note.detail() + ".");
            case NOT_PRICED -> Stream.of(note.written() + ": " + note.detail() + ".");
            case UNKNOWN_MODEL -> Stream.empty();
        };
    }

    private static Block.Fact fact(String name, String value) {
        return Block.Fact.of(name, Span.plain(value));
    }

    private static List<List<Span>> plain(List<String> texts) {
        return texts.stream().map(Span::plain).map(List::of).toList();
    }
}
