package io.tunetally.wording.dataset;

import io.tunetally.answer.dataset.DatasetReport.PricedDataset;
import io.tunetally.dataset.Measurement;
import io.tunetally.download.DownloadException;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.settings.FileSettings;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Words what is said of a file in a chat beside its report: what is remembered of it, or why it was not read. */
public final class FileWording {
    private static final long MEGABYTE = 1_000_000;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final String ON_YOUR_MACHINE = "./tunetally dataset measures files of any size on your own machine";

    private static final String SEND =
            ". Send chat messages, preference pairs, or prompt and completion, as JSON Lines or CSV";

    private FileWording() {}

    /** Adds what the conversation remembers, and how to go on from it. */
    public static Reply remembered(Reply report, Slots job, PricedDataset first) {
        Slot<Long> tokens = job.get(SlotName.TOTAL_TOKENS);
        Long epochs = job.value(SlotName.EPOCHS);
        if (tokens == null || epochs == null) {
            return report;
        }
        String count = tokens.high() == null
                ? Numbers.count(tokens.value())
                : Numbers.count(tokens.value()) + "-" + Numbers.count(tokens.highOrValue());
        return with(
                report,
                "Remembered here: " + count + " tokens (" + first.tokenizer() + "), " + Text.counted(epochs, "epoch")
                        + "; the file itself is not kept. Go on with \"same data on gpt-4o\" or \"5 epochs instead\".");
    }

    private static Reply with(Reply reply, String line) {
        List<Block> blocks = new ArrayList<>(reply.blocks());
        blocks.add(new Block.Notes(Block.Tone.NOTE, List.of(List.of(Span.plain(line)))));
        return new Reply(reply.title(), blocks, reply.audience());
    }

    /** Adds the buttons of the answer to the remembered job. */
    public static Reply withChoices(Reply report, Reply answer) {
        List<Block> blocks = new ArrayList<>(report.blocks());
        answer.blocks().stream().filter(Block.Choices.class::isInstance).forEach(blocks::add);
        return new Reply(report.title(), blocks, report.audience());
    }

    /** Returns a reply of one sentence. */
    public static Reply refused(String sentence) {
        return new Reply(sentence, List.of(), Audience.ASKER);
    }

    public static String tooLarge(String name, long bytes, long most) {
        return name + " has " + megabytes(bytes) + "; at most " + megabytes(most) + " are read here. "
                + ON_YOUR_MACHINE;
    }

    private static String megabytes(long bytes) {
        return Numbers.count(BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGABYTE), 1, RoundingMode.CEILING))
                + " MB";
    }

    /** Says how far a file has been read. */
    public static String reading(String name, long bytes, long ofBytes, long examples) {
        return "Measuring " + name
                + (ofBytes == 0 ? "" : ": " + megabytes(bytes) + " of " + megabytes(ofBytes))
                + (examples == 0 ? "" : ", " + Text.counted(examples, "example"));
    }

    public static String busy() {
        return "Two other files are being measured just now. Send the file again in a minute";
    }

    /** Adds how to go on from a number of rows whose tokens are not counted. */
    public static Reply uncounted(Reply report, long rows) {
        return with(
                report,
                "Nothing is remembered of it. Send it as JSON Lines or CSV to have its tokens counted, or say how long they are: \""
                        + rows + " examples of 400 tokens\".");
    }

    /** Says why a file was not read as training data. */
    public static Reply unusable(String name, String why) {
        return refused(name + " " + why);
    }

    /** Says why a file has no example. */
    public static Reply noExamples(Measurement measured) {
        if (measured.lines().read() == 0) {
            return refused(measured.file() + " is empty" + SEND);
        }
        String why = measured.lines().bad().stream()
                .findFirst()
                .map(bad -> ": line " + bad.line() + " " + bad.why())
                .orElse("");
        return refused(measured.file() + " is no training file that I know" + why + SEND);
    }

    /** Says why a file did not arrive. */
    public static Reply notReceived(String name, DownloadException failed, FileSettings limits) {
        return refused(
                switch (failed.kind()) {
                    case FOREIGN ->
                        name + " does not lie on the chat's own file servers, so it is not read. Attach it here";
                    case STATUS -> answered(name, failed.status());
                    case TOO_LARGE ->
                        name + " has more than the " + megabytes(limits.most()) + " that are read here. "
                                + ON_YOUR_MACHINE;
                    case TOO_SLOW ->
                        name + " did not arrive within " + limits.within().toSeconds()
                                + " seconds, or nothing came for a while. Send it again";
                    case UNREACHABLE, UNTRUSTED, BROKEN, INTERRUPTED ->
                        name + " did not arrive completely. Send it again in a minute";
                });
    }

    private static String answered(String name, int status) {
        return switch (status) {
            case NOT_FOUND, GONE -> name + " is no longer there, or its address has expired. Attach it again";
            case UNAUTHORIZED, FORBIDDEN -> "I am not allowed to read " + name + ". Attach it again where I can see it";
            default ->
                name + " was not sent by the chat's file server (it answers " + status + "). Send it again in a minute";
        };
    }
}
