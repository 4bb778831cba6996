package io.tunetally.console.config;

import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.answer.config.CostDifference;
import io.tunetally.bot.Answer;
import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Request;
import io.tunetally.request.Slots;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.trainingconfig.TrainingConfigException;
import io.tunetally.wording.config.ConfigWording;
import io.tunetally.wording.config.DifferenceWording;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Prices two training configs and prints the difference. */
@CommandLine.Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the cost of two training configs, the difference, and which setting causes it; nothing where the cost is the same.",
            "Configs are recognised: Axolotl, LLaMA-Factory, TRL, torchtune, a job of OpenAI or Together, as YAML or JSON."
        },
        footer = {
            "",
            "Exit code: 0 no increase above the threshold, 2 a config cannot be priced, 3 above the threshold, 64 usage, 70 a bug, 78 bad configuration."
        })
public final class DiffCommand implements Callable<Integer> {
    private static final String TEXT = "text";
    private static final String JSON = "json";
    private static final String MARKDOWN = "markdown";

    private final CommandContext commandContext;
    private int asked;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @CommandLine.Mixin
    private JobOptions options = new JobOptions();

    @CommandLine.Option(
            names = "--threshold",
            paramLabel = "LIMIT",
            description = "exit with 3 if training costs more by more than this, e.g. 20%% or 50usd")
    private @Nullable String threshold;

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = TEXT,
            description = "text, json or markdown, e.g. for a comment on a pull request")
    private String form = TEXT;

    @CommandLine.Option(names = "--as-of", paramLabel = "DATE", description = "prices of this day, e.g. 2026-11-25")
    private @Nullable LocalDate asOf;

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "BASE",
            description = "the config before, or - for standard input")
    private String base = "";

    @CommandLine.Parameters(index = "1", paramLabel = "HEAD", description = "the config after")
    private String head = "";

    public DiffCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        Optional<Threshold> limit = threshold();
        if (!List.of(TEXT, JSON, MARKDOWN).contains(form)) {
            throw usage("--as: '" + form + "' is not one of: text, json, markdown");
        }
        Assembly assembly = Assembly.of(commandContext.environment(), commandContext.clock(), asOf, null);
        Slots added = options.slots(assembly);
        ConfigLoader loader = new ConfigLoader(commandContext, assembly);
        CostDifference difference = CostDifference.of(
                side(loader.load(base, added), assembly),
                side(loader.load(head, added), assembly),
                request -> answer(request, assembly).outcome());
        if (!difference.isNone()) {
            commandContext.out().print(printed(difference, limit));
            commandContext.out().flush();
        }
        return limit.filter(most -> most.isExceededBy(difference)).isPresent() ? ExitCode.BEYOND_LIMIT : ExitCode.OK;
    }

    private CostDifference.Side side(ConfiguredJob job, Assembly assembly) {
        job.config()
                .unknownModel()
                .filter(note -> note.detail().isEmpty())
                .ifPresent(note -> {
                    throw new TrainingConfigException(
                            job.config().file() + ": cannot be priced: " + ConfigWording.unpriced(note));
                });
        Answer answer = answer(new Request.Estimate(job.slots()), assembly);
        return CostDifference.Side.of(job, answer.outcome())
                .orElseThrow(() -> new TrainingConfigException(job.config().file() + ": cannot be priced: "
                        + answer.reply().title()));
    }

    /** Each request is asked in a conversation of its own, so that none inherits from another. */
    private Answer answer(Request request, Assembly assembly) {
        return assembly.bot().answer(CommandContext.said(CanonicalText.write(request), "diff-" + asked++));
    }

    private String printed(CostDifference difference, Optional<Threshold> limit) {
        DifferenceWording wording = new DifferenceWording(difference);
        return switch (form) {
            case JSON -> Json.pretty(new DifferenceJson(day()).of(difference, limit)) + "\n";
            case MARKDOWN -> wording.markdown();
            default -> commandContext.plainText().render(wording.reply());
        };
    }

    private Optional<Threshold> threshold() {
        if (threshold == null) {
            return Optional.empty();
        }
        Optional<Threshold> limit = Threshold.of(threshold);
        if (limit.isEmpty()) {
            throw usage("--threshold: '" + threshold + "' is not a limit; write 20% or 50usd");
        }
        return limit;
    }

    private LocalDate day() {
        return asOf == null ? LocalDate.now(commandContext.clock()) : asOf;
    }

    private CommandLine.ParameterException usage(String problem) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
