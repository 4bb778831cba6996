package io.tunetally.bot.file;

import io.tunetally.answer.Answers;
import io.tunetally.answer.dataset.DatasetPricing;
import io.tunetally.answer.dataset.DatasetReport;
import io.tunetally.answer.dataset.DatasetReport.PricedDataset;
import io.tunetally.answer.dataset.DatasetRequest;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.BotDecorator;
import io.tunetally.bot.Incident;
import io.tunetally.catalog.ModelId;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.FileRefusedException;
import io.tunetally.chat.Markup;
import io.tunetally.conversation.Assumptions;
import io.tunetally.conversation.Conversations;
import io.tunetally.conversation.Defaults;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.TokenStatistics;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.discussion.CountedFile;
import io.tunetally.discussion.command.DiscussionAnswers;
import io.tunetally.download.DownloadException;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.reply.Reply;
import io.tunetally.request.Address;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.storage.StorageException;
import io.tunetally.units.Range;
import io.tunetally.wording.Wording;
import io.tunetally.wording.dataset.DatasetWording;
import io.tunetally.wording.dataset.FileWording;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bot that also answers training files: measures the file, prices it, and remembers its counts as the conversation's
 * request, so that the next message can go on from it. The content is neither kept nor logged.
 */
public final class FileBot implements BotDecorator {
    private static final Logger LOG = LoggerFactory.getLogger(FileBot.class);

    private final Bot bot;
    private final Interpreter interpreter;
    private final Answers answers;
    private final Assumptions assumptions;
    private final Conversations conversations;
    private final @Nullable DiscussionAnswers discussion;
    private final FileMeter meter;
    private final FileCounts counts;
    private final Wording wording = new Wording();

    /**
     * Creates a bot.
     *
     * @param bot answers everything else
     * @param discussion keeps the priced job as a plan; null for a bot that answers single questions
     * @param counts what the other bot's follow-ups look up
     */
    public FileBot(
            Bot bot,
            Interpreter interpreter,
            Answers answers,
            Assumptions assumptions,
            Conversations conversations,
            @Nullable DiscussionAnswers discussion,
            FileMeter meter,
            FileCounts counts) {
        this.bot = bot;
        this.interpreter = interpreter;
        this.answers = answers;
        this.assumptions = assumptions;
        this.conversations = conversations;
        this.discussion = discussion;
        this.meter = meter;
        this.counts = counts;
    }

    @Override
    public Bot bot() {
        return bot;
    }

    @Override
    public Answer answer(ChatEvent event) {
        return bot.answer(event);
    }

    @Override
    public Answer answer(FileQuestion question) {
        String name = question.file().name();
        try {
            return measured(question);
        } catch (FileRefusedException refused) {
            return refused(FileWording.refused(String.valueOf(refused.getMessage())));
        } catch (DownloadException failed) {
            LOG.warn("a file was not read: {} {} {}", failed.kind(), failed.status(), failed.getMessage());
            return refused(FileWording.notReceived(name, failed, meter.limits()));
        } catch (DatasetException unusable) {
            return refused(FileWording.unusable(name, String.valueOf(unusable.getMessage())));
        } catch (IOException | RuntimeException bug) {
            String incident = Incident.id();
            LOG.error("incident {}: a file was not measured", incident, UnquotedException.of(bug));
            return new Answer(new Outcome.Failed(incident), wording.reply(new Outcome.Failed(incident)));
        }
    }

    private Answer measured(FileQuestion question) throws IOException {
        Defaults defaults = defaults(question.envelope());
        TokenizerFamilies families = meter.families();
        DatasetPricing pricing = new DatasetPricing(request -> outcome(request, defaults), families, meter.rules());
        DatasetRequest asked = asked(question);
        List<ModelId> startable = pricing.models(DatasetRequest.ALL);
        List<ModelId> models = pricing.models(asked);
        List<String> tokenizers = pricing.tokenizers(
                asked,
                Stream.concat(models.stream(), startable.stream()).distinct().toList());
        Measurement measurement = meter.measure(
                question,
                tokenizers.stream()
                        .map(families::named)
                        .map(families::tokenizer)
                        .toList());
        if (measurement.examples() == 0) {
            return refused(FileWording.noExamples(measurement));
        }
        return priced(question, pricing, pricing.report(measurement, asked, models), defaults);
    }

    /** The report on a file, with the buttons of the job that the conversation remembers. */
    private Answer priced(FileQuestion question, DatasetPricing pricing, DatasetReport report, Defaults defaults) {
        Reply reply = DatasetWording.reply(report);
        Optional<PricedDataset> first = report.first();
        if (first.isEmpty()) {
            return refused(
                    report.measurement().parquet() == null
                            ? reply
                            : FileWording.uncounted(reply, report.measurement().examples()));
        }
        Slots job = pricing.job(report, first.get());
        Outcome outcome = outcome(new Request.Estimate(job), defaults);
        Answer answer = new Answer(
                outcome,
                FileWording.withChoices(FileWording.remembered(reply, job, first.get()), wording.reply(outcome)));
        remember(question.envelope(), answer, report);
        return kept(question.envelope(), outcome, defaults)
                .map(line -> new Answer(outcome, Wording.noted(answer.reply(), line)))
                .orElse(answer);
    }

    private void remember(Envelope envelope, Answer answer, DatasetReport report) {
        ConversationId conversation = envelope.conversation();
        Map<String, Range> tokens = new HashMap<>();
        for (TokenStatistics counted : report.measurement().tokens()) {
            Slot<Long> total =
                    DatasetPricing.total(counted, counted.perExample().total());
            tokens.put(counted.tokenizer(), new Range(total.value(), total.highOrValue()));
        }
        counts.keep(
                conversation,
                envelope.user(),
                new CountedFile(
                        tokens, report.epochs().said() ? 0 : report.epochs().count()));
        answer.remembered().ifPresent(request -> {
            try {
                conversations.remember(conversation, request, null, envelope.user());
            } catch (StorageException unwritable) {
                LOG.warn("answered, but not remembered: {}", unwritable.getMessage());
            }
        });
    }

    private Optional<String> kept(Envelope envelope, Outcome outcome, Defaults defaults) {
        DiscussionAnswers discussions = discussion;
        return discussions == null ? Optional.empty() : discussions.kept(envelope, outcome, defaults);
    }

    private Outcome outcome(Request request, Defaults defaults) {
        return answers.answer(interpreter.read(CanonicalText.write(request), Markup.PLAIN, true, null), defaults);
    }

    /** Returns what the words beside the file ask; words that name none of it are about the file as a whole. */
    private DatasetRequest asked(FileQuestion question) {
        Request request = read(question).request();
        Slots slots = request == null ? Slots.NONE : request.slots();
        List<ModelId> models = slots.value(SlotName.MODELS);
        Slots also = Slots.NONE;
        for (SlotName<?> name : List.of(SlotName.METHOD, SlotName.PROVIDER)) {
            also = copied(name, slots, also);
        }
        return new DatasetRequest(
                models == null || models.contains(SlotName.ALL_MODELS) ? List.of() : models,
                slots.value(SlotName.EPOCHS),
                also);
    }

    private static <T> Slots copied(SlotName<T> name, Slots from, Slots to) {
        Slot<T> slot = from.get(name);
        return slot == null ? to : to.with(name, slot);
    }

    private Interpretation read(FileQuestion question) {
        return interpreter.read(question.text(), question.markup(), Address.POINTED_AT, null);
    }

    /** A file without a price leaves what the conversation remembers. */
    private static Answer refused(Reply reply) {
        return new Answer(new Outcome.FileRefused(), reply);
    }

    private Defaults defaults(Envelope envelope) {
        try {
            return assumptions.in(envelope.conversation());
        } catch (StorageException unreadable) {
            LOG.warn("answered without the team's defaults: {}", unreadable.getMessage());
            return new Defaults(Slots.NONE, assumptions.reference());
        }
    }
}
