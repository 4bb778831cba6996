package io.tunetally.answer.config;

import io.tunetally.answer.config.ConfiguredJob.Remark;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.TokenStatistics;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.engine.rule.DefaultEpochs;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.request.TrainingSteps;
import io.tunetally.trainingconfig.JobProperty;
import io.tunetally.trainingconfig.TrainingConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Completes training configs with the tokens of their data, as far as it is there. */
public final class ConfiguredJobs {
    /** Measures a data set by its name in a config. */
    @FunctionalInterface
    public interface Counter {
        /** Returns the measured file; empty if the name is no file here. */
        Optional<Measurement> count(String name, String tokenizer);
    }

    private final TokenizerFamilies families;
    private final Counter counter;
    private final Slots assumed;

    /**
     * Creates the jobs.
     *
     * @param assumed the reference job, for data whose size is not known
     */
    public ConfiguredJobs(TokenizerFamilies families, Counter counter, Slots assumed) {
        this.families = families;
        this.counter = counter;
        this.assumed = assumed;
    }

    /**
     * Returns the job of a config.
     *
     * @param added values that go before those of the config
     */
    public ConfiguredJob of(TrainingConfig config, Slots added) {
        return new Draft(config, added).job();
    }

    private final class Draft {
        private final TrainingConfig config;
        private final Slots said;
        private final Slots.Builder slots;
        private final List<Remark> remarks = new ArrayList<>();
        private final String tokenizer;
        private final @Nullable BigDecimal fractionalEpochs;

        Draft(TrainingConfig config, Slots added) {
            this.config = config;
            said = added.over(config.slots());
            slots = said.toBuilder();
            fractionalEpochs = added.has(SlotName.EPOCHS) ? null : config.fractionalEpochs();
            var models = said.value(SlotName.MODELS);
            tokenizer =
                    families.of(models == null ? "" : models.getFirst().value()).id();
        }

        ConfiguredJob job() {
            if (said.has(SlotName.BILLED_TOKENS)) {
                return new ConfiguredJob(config, slots.build(), remarks);
            }
            if (said.has(SlotName.EXAMPLES) || said.has(SlotName.TOTAL_TOKENS) || !counted()) {
                byNumbers();
            }
            return new ConfiguredJob(config, slots.build(), remarks);
        }

        /** Counts all data sets. False if the size of one is unknown. */
        private boolean counted() {
            TrainingTokens total = TrainingTokens.NONE;
            boolean all = true;
            for (String name : config.data().training()) {
                Optional<TokenStatistics> found = statistics(name);
                all &= found.isPresent();
                total = found.isPresent() ? total.plus(tokens(found.get())) : total;
            }
            if (config.data().training().isEmpty()) {
                remarks.add(new Remark.NoData());
                return false;
            }
            if (all && total.examples() > 0) {
                put(total);
                validate(total);
            }
            return all && total.examples() > 0;
        }

        private Optional<TokenStatistics> statistics(String name) {
            Optional<Measurement> file = counter.count(name, tokenizer);
            Optional<TokenStatistics> found = file.filter(
                            measured -> measured.content().messages().examples() > 0)
                    .map(measured -> measured.tokens(tokenizer));
            remarks.add(
                    found.isEmpty()
                            ? file.isEmpty() ? new Remark.NotHere(name) : new Remark.Empty(name)
                            : new Remark.Counted(
                                    name,
                                    found.get().perExample().examples(),
                                    found.get().perExample().total(),
                                    tokenizer,
                                    found.get().exact()));
            return found;
        }

        private TrainingTokens tokens(TokenStatistics counted) {
            Long longest = said.value(SlotName.SEQUENCE_LENGTH);
            TrainingTokens tokens = TrainingTokens.of(counted, longest, config.padding());
            long tooLong = longest == null ? 0 : counted.perExample().longerThan(longest);
            if (longest != null && tooLong > 0) {
                remarks.add(
                        new Remark.TooLong(tooLong, longest, config.padding().dropsLong()));
            }
            Long most = config.numbers().get(JobProperty.MAX_EXAMPLES);
            return most == null ? tokens : tokens.first(Math.min(most, tokens.examples()));
        }

        private void put(TrainingTokens all) {
            TrainingTokens held = all.first(held(all.examples()));
            TrainingTokens trained = all.minus(held);
            if (held.tokens() > 0) {
                remarks.add(new Remark.Held(held.tokens()));
                slots.put(SlotName.VALIDATION_TOKENS, held.slot());
            }
            List.of(SlotName.SEQUENCE_LENGTH, SlotName.PACKED).forEach(slots::remove);
            Map<JobProperty, Long> numbers = config.numbers();
            Long steps = numbers.get(JobProperty.STEPS);
            Optional<TrainingTokens> shortened = Optional.ofNullable(numbers.get(JobProperty.STEPS_PER_EPOCH))
                    .map(most -> inSteps(trained, most))
                    .filter(some -> some.tokens() < trained.tokens());
            if (steps != null) {
                putSteps(SlotName.BILLED_TOKENS, inSteps(trained, steps));
                slots.remove(SlotName.EPOCHS);
            } else if (shortened.isPresent()) {
                putSteps(SlotName.TOTAL_TOKENS, shortened.get());
            } else if (fractionalEpochs != null) {
                putFraction(fractionalEpochs, trained);
            } else {
                put(SlotName.TOTAL_TOKENS, trained);
                slots.put(
                        SlotName.EPOCHS,
                        Optional.ofNullable(said.get(SlotName.EPOCHS))
                                .orElseGet(() -> said(DefaultEpochs.of(Math.max(1, trained.examples())))));
            }
        }

        /** A request has whole epochs, so that the tokens of all passes are those of one. */
        private void putFraction(BigDecimal epochs, TrainingTokens trained) {
            TrainingTokens tokens = trained.times(epochs);
            put(SlotName.TOTAL_TOKENS, tokens);
            slots.put(SlotName.EPOCHS, said(1L));
            remarks.add(new Remark.FractionalEpochs(epochs, tokens.tokens(), 0, false));
        }

        private void put(SlotName<Long> name, TrainingTokens tokens) {
            slots.put(name, tokens.slot());
        }

        /** Says that the number of steps decides, too. */
        private void putSteps(SlotName<Long> name, TrainingTokens tokens) {
            put(name, tokens);
            remarks.add(new Remark.Steps(tokens.examples()));
        }

        private long held(long examples) {
            Long number = config.numbers().get(JobProperty.HELD);
            return Math.min(
                    examples - 1,
                    number == null ? Math.round(examples * config.data().heldShare()) : number);
        }

        /** A packed sequence is full; otherwise an example has its own length. */
        private TrainingTokens inSteps(TrainingTokens tokens, long steps) {
            TrainingSteps job = new TrainingSteps(steps, config.examplesPerStep());
            long examples = job.examples();
            Long sequence = said.value(SlotName.SEQUENCE_LENGTH);
            return config.padding().packed() && sequence != null
                    ? new TrainingTokens(examples, job.packedTokens(sequence), 0)
                    : tokens.first(examples);
        }

        private void validate(TrainingTokens training) {
            long tokens = config.data().validation().stream()
                    .map(name -> statistics(name).map(found -> tokens(found).tokens()))
                    .mapToLong(found -> found.orElse(0L))
                    .sum();
            if (tokens > 0 && training.examples() > 0) {
                slots.put(SlotName.VALIDATION_TOKENS, said(tokens));
            }
        }

        /** Without counted data the engine works out the tokens of examples and sequences. */
        private void byNumbers() {
            Long steps = config.numbers().get(JobProperty.STEPS);
            Long sequence = said.value(SlotName.SEQUENCE_LENGTH);
            if (sequence != null && config.padding().packed()) {
                slots.put(SlotName.PACKED, said(true));
            } else if (sequence != null && config.padding().fillsUp()) {
                slots.put(SlotName.PACKED, said(false));
            }
            if (steps == null && fractionalEpochs != null) {
                putFractionOfNumbers(fractionalEpochs);
            }
            // Steps replace the epochs over whatever number of examples there is.
            if (steps != null && !said.has(SlotName.TOTAL_TOKENS)) {
                TrainingSteps job = new TrainingSteps(steps, config.examplesPerStep());
                long examples = job.examples();
                remarks.add(new Remark.Steps(examples));
                remarks.removeIf(ConfiguredJob::leavesSizeOpen);
                if (config.padding().packed() && sequence != null) {
                    slots.put(SlotName.BILLED_TOKENS, said(job.packedTokens(sequence)));
                    List.of(SlotName.SEQUENCE_LENGTH, SlotName.PACKED, SlotName.EPOCHS)
                            .forEach(slots::remove);
                } else {
                    slots.put(SlotName.EXAMPLES, said(examples));
                    slots.put(SlotName.EPOCHS, said(1L));
                }
            }
        }

        private void putFractionOfNumbers(BigDecimal epochs) {
            Long total = said.value(SlotName.TOTAL_TOKENS);
            if (total != null) {
                putFraction(epochs, new TrainingTokens(0, total, 0));
                return;
            }
            Long known = said.value(SlotName.EXAMPLES);
            Long examples = known == null ? assumed.value(SlotName.EXAMPLES) : known;
            if (examples != null) {
                long once = TrainingTokens.times(examples, epochs);
                slots.put(SlotName.EXAMPLES, said(once));
                slots.put(SlotName.EPOCHS, said(1L));
                remarks.add(new Remark.FractionalEpochs(epochs, 0, once, known == null));
            }
        }

        private static <T> Slot<T> said(T value) {
            return Slot.of(value, Origin.SAID);
        }
    }
}
