package io.tunetally.console.config;

import io.tunetally.catalog.Provider;
import io.tunetally.chat.Markup;
import io.tunetally.request.Limits;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.runtime.Assembly;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Options that say something about a job which its file does not. */
public final class JobOptions {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    @CommandLine.Option(names = "--provider", paramLabel = "NAME", description = "prices of this provider only")
    private @Nullable String provider;

    @CommandLine.Option(names = "--method", paramLabel = "NAME", description = "lora, qlora or full")
    private @Nullable String method;

    @CommandLine.Option(
            names = "--examples",
            paramLabel = "N",
            description = "examples, where a config's data is not here")
    private @Nullable Long examples;

    @CommandLine.Option(names = "--tokens", paramLabel = "N", description = "tokens of each of them")
    private @Nullable Long tokens;

    /**
     * Returns what the options say.
     *
     * @throws CommandLine.ParameterException naming the option and what to write instead
     */
    public Slots slots(Assembly assembly) {
        Slots.Builder slots = Slots.builder();
        if (provider != null) {
            Provider known = assembly.catalog()
                    .providerNamed(provider)
                    .orElseThrow(() -> usage("--provider: no provider is called '" + provider
                            + "'; ./tunetally ask models names those of a model"));
            slots.put(SlotName.PROVIDER, Slot.of(known.id(), Origin.SAID));
        }
        if (method != null) {
            method(assembly, method, slots);
        }
        number("--examples", examples, SlotName.EXAMPLES, slots);
        number("--tokens", tokens, SlotName.TOKENS_PER_EXAMPLE, slots);
        return slots.build();
    }

    /** The words for methods are those of the lexicon. */
    private void method(Assembly assembly, String word, Slots.Builder slots) {
        Slots read = assembly.interpreter()
                .read("cost " + word, Markup.PLAIN, true, null)
                .slots()
                .from(Origin.SAID);
        if (!read.has(SlotName.METHOD)) {
            throw usage("--method: '" + word + "' is not one of: lora, qlora, full");
        }
        slots.replace(SlotName.METHOD, read).replace(SlotName.QUANTIZED, read);
    }

    private void number(String option, @Nullable Long number, SlotName<Long> name, Slots.Builder slots) {
        if (number == null) {
            return;
        }
        Limits limits = name.limits();
        if (!limits.allow(BigDecimal.valueOf(number))) {
            throw usage(option + ": " + number + " is not between " + limits.minimum() + " and " + limits.maximum());
        }
        slots.put(name, Slot.of(number, Origin.SAID));
    }

    private CommandLine.ParameterException usage(String problem) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), problem);
    }
}
