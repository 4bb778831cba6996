package io.tunetally.bot;

import io.tunetally.answer.Answers;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.PriceBook;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.conversation.Assumptions;
import io.tunetally.conversation.Conversations;
import io.tunetally.conversation.Defaults;
import io.tunetally.conversation.Recall;
import io.tunetally.discussion.command.DiscussionAnswers;
import io.tunetally.discussion.command.Response;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.TypedChoice;
import io.tunetally.reply.Reply;
import io.tunetally.request.Address;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Service;
import io.tunetally.request.Slots;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.StorageException;
import io.tunetally.topic.Topics;
import io.tunetally.wording.InfoWording;
import io.tunetally.wording.Wording;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot: interprets an event, answers it, words the answer, and remembers the request. */
public final class DefaultBot implements Bot {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultBot.class);

    private final Interpreter interpreter;
    private final Answers answers;
    private final Assumptions assumptions;
    private final Conversations conversations;
    private final Commands commands;
    private final List<PriceBook> books;
    private final Lifetimes lifetimes;
    private final TypedOptions typedOptions;
    private final AnswerCache given;
    private final OpenQuestions openQuestions;
    private final ShownOffers shownOffers;
    private final OtherQuestions otherQuestions;
    private final @Nullable DiscussionAnswers discussion;
    private final FollowUps followUps;
    private final Wording wording = new Wording();

    public DefaultBot(
            Interpreter interpreter,
            Answers answers,
            Assumptions assumptions,
            Conversations conversations,
            List<PriceBook> books) {
        this(interpreter, answers, assumptions, conversations, books, Lifetimes.USUAL, null, FollowUps.UNCHANGED);
    }

    /**
     * Creates a bot.
     *
     * @param lifetimes as stored data is kept
     * @param discussion keeps and answers what teams discuss; null for a bot that answers single questions
     * @param followUps what messages go on from
     */
    public DefaultBot(
            Interpreter interpreter,
            Answers answers,
            Assumptions assumptions,
            Conversations conversations,
            List<PriceBook> books,
            Lifetimes lifetimes,
            @Nullable DiscussionAnswers discussion,
            FollowUps followUps) {
        this.discussion = discussion;
        this.followUps = followUps;
        this.interpreter = interpreter;
        this.answers = answers;
        this.assumptions = assumptions;
        this.conversations = conversations;
        this.books = List.copyOf(books);
        this.lifetimes = lifetimes;
        this.commands = Commands.of(books, interpreter);
        this.typedOptions = new TypedOptions(commands.specs(), interpreter);
        this.given =
                new AnswerCache(question -> worded(answers.answer(question.read(interpreter), question.defaults())));
        this.openQuestions = new OpenQuestions(interpreter, given::to, answers::today);
        this.shownOffers = new ShownOffers(interpreter, given::to, answers::today);
        this.otherQuestions = new OtherQuestions(interpreter, given::to);
    }

    @Override
    public Answer answer(ChatEvent event) {
        try {
            return answerOrThrow(event);
        } catch (RuntimeException bug) {
            String incident = Incident.id();
            LOG.error("incident {}", incident, bug);
            return worded(new Outcome.Failed(incident));
        }
    }

    @Override
    public List<Completion> complete(String text, int cursor) {
        return interpreter.complete(text, cursor).stream().map(Completion::new).toList();
    }

    @Override
    public List<CommandSpec> commands() {
        return commands.specs();
    }

    @Override
    public List<Choice> choices(CommandSpec.Option option) {
        Defaults none = new Defaults(Slots.NONE, assumptions.reference());
        Answer models = given.to(
                new AnswerCache.Question("models", Markup.PLAIN, Address.ADDRESSED, null, none, answers.today()));
        return new Choices(models.outcome() instanceof ModelsOutcome listed ? listed.models() : List.of()).of(option);
    }

    private Answer answerOrThrow(ChatEvent event) {
        Optional<Service> service = service(event);
        if (service.isPresent()) {
            return answer(event, service.get());
        }
        Optional<Outcome.Refused> refused =
                event instanceof ChatEvent.Commanded command ? typedOptions.refusal(command) : Optional.empty();
        if (refused.isPresent()) {
            return worded(refused.get());
        }
        Recall now = recall(event);
        Recall recall = leanedOn(event, now);
        Optional<TypedChoice> choice = choice(event, recall);
        Optional<Response> discussed = choice.isPresent() ? Optional.empty() : discussed(event);
        if (discussed.isPresent() && discussed.get() instanceof Response.Said said) {
            rememberChange(event, said.change());
            return new Answer(said.outcome(), said.reply());
        }
        Optional<Defaults> found = defaults(event.envelope());
        Defaults defaults = found.orElseGet(this::noDefaults);
        AnswerCache.Question question = discussed.isPresent() && discussed.get() instanceof Response.Ask ask
                ? question(ask, event, recall, defaults)
                : choice.flatMap(each -> openQuestions.chosen(each, open(recall), defaults))
                        .or(() -> picked(event, recall, defaults))
                        .orElseGet(() -> question(event, recall, defaults));
        Answer answer = saysNothing(event) ? explained(event) : given.to(question);
        if (answer.outcome() instanceof Outcome.NotUnderstood && thanks(event)) {
            return new Answer(answer.outcome(), Wording.thanked());
        }
        if (answer.outcome() instanceof Outcome.NotUnderstood
                && otherwise(event, discussed).orElse(null) instanceof Response.Said said) {
            return new Answer(said.outcome(), said.reply());
        }
        Interpretation.Question open = answer.open();
        toRemember(event, recall, answer)
                .filter(_ -> isTheLatest(event, now))
                .ifPresent(request -> remember(event.envelope(), request, open));
        for (String line : otherQuestions.lines(question, answer)) {
            answer = new Answer(answer.outcome(), Wording.noted(answer.reply(), line));
        }
        Optional<String> kept = kept(event, answer.outcome(), defaults);
        if (kept.isPresent()) {
            answer = new Answer(answer.outcome(), Wording.noted(answer.reply(), kept.get()));
        }
        if (found.isEmpty()) {
            answer = new Answer(answer.outcome(), Wording.withoutTeamDefaults(answer.reply()));
        }
        if (recall instanceof Recall.Unavailable unavailable) {
            LOG.warn(
                    "answered without the thread's memory: {}",
                    unavailable.cause().getMessage());
            answer = new Answer(answer.outcome(), Wording.withoutMemory(answer.reply()));
        }
        return answer;
    }

    /** A description is answered by the question what to work out for it; an earlier request stays what the conversation is about. */
    private static Optional<Request> toRemember(ChatEvent event, Recall recall, Answer answer) {
        return event.envelope().addressed() && recall instanceof Recall.Nothing
                ? answer.remembered().or(answer::described)
                : answer.remembered();
    }

    /** Commands about a discussion are typed or chosen; a command's options and another's message are questions about costs. */
    private Optional<Response> discussed(ChatEvent event) {
        DiscussionAnswers discussions = discussion;
        if (discussions == null || !event.envelope().addressed()) {
            return Optional.empty();
        }
        return switch (event) {
            case ChatEvent.Said said -> discussions.answer(said.text(), said.markup(), said.envelope(), this::assumed);
            case ChatEvent.Chose choice ->
                discussions.answer(
                        choice.commandText(),
                        Markup.PLAIN,
                        choice.discussion().map(choice.envelope()::in).orElse(choice.envelope()),
                        this::assumed);
            case ChatEvent.Commanded _, ChatEvent.PointedAt _ -> Optional.empty();
        };
    }

    /** Says of what is no question about costs why it is no command either: its thread has too few scenarios for it. */
    private Optional<Response> otherwise(ChatEvent event, Optional<Response> discussed) {
        if (discussed.isPresent() && discussed.get() instanceof Response.Ask ask) {
            return Optional.of(ask.otherwise());
        }
        DiscussionAnswers discussions = discussion;
        return discussions != null
                        && event instanceof ChatEvent.Said said
                        && said.envelope().addressed()
                ? discussions.answerWithoutScenarios(said.text(), said.markup(), said.envelope())
                : Optional.empty();
    }

    private Optional<String> kept(ChatEvent event, Outcome outcome, Defaults defaults) {
        DiscussionAnswers discussions = discussion;
        return discussions == null || event instanceof ChatEvent.PointedAt
                ? Optional.empty()
                : discussions.kept(event.envelope(), outcome, defaults);
    }

    private Defaults assumed(Envelope envelope) {
        return defaults(envelope).orElseGet(this::noDefaults);
    }

    private Defaults noDefaults() {
        return new Defaults(Slots.NONE, assumptions.reference());
    }

    private boolean forgets(ConversationId conversation) {
        try {
            conversations.forget(conversation);
            followUps.forget(conversation);
            return true;
        } catch (StorageException unusable) {
            LOG.warn("a conversation could not be forgotten: {}", unusable.getMessage());
            return false;
        }
    }

    /** Explains the bot to a person who addressed it without any text. */
    private Answer explained(ChatEvent event) {
        return worded(new Outcome.Helped(read(event)));
    }

    private Answer worded(Outcome outcome) {
        Reply reply = wording.reply(outcome);
        Interpretation read = outcome.interpretation();
        return new Answer(
                outcome,
                interpreter
                        .lines(read == null ? null : read.language())
                        .map(lines -> Wording.inLanguage(reply, outcome, lines))
                        .orElse(reply));
    }

    @Override
    public Optional<Service> service(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Said said
            when said.envelope().addressed() -> interpreter.service(said.text(), said.markup());
            case ChatEvent.Said _, ChatEvent.PointedAt _ -> Optional.empty();
            case ChatEvent.Commanded command -> Service.of(command.verb());
            case ChatEvent.Chose choice -> interpreter.service(choice.commandText(), Markup.PLAIN);
        };
    }

    private boolean thanks(ChatEvent event) {
        return event instanceof ChatEvent.Said said
                && said.envelope().addressed()
                && interpreter.thanks(said.text(), said.markup());
    }

    /** Platforms that know their users delete and show their data themselves; elsewhere the privacy page says how. */
    private Answer answer(ChatEvent event, Service service) {
        return switch (service) {
            case RESET ->
                new Answer(
                        new Outcome.NotUnderstood(read(event)),
                        forgets(event.envelope().conversation()) ? Wording.forgotten() : Wording.notForgotten());
            case GREETING -> greeted(event);
            case THANKS -> new Answer(new Outcome.NotUnderstood(read(event)), Wording.thanked());
            case ABOUT -> new Answer(new Outcome.Helped(read(event)), InfoWording.about(books, answers.today()));
            case PRIVACY, FORGET_ME, EXPORT_ME ->
                new Answer(new Outcome.Helped(read(event)), PrivacyNotice.of(lifetimes));
        };
    }

    /** Greets in return, as the topic of that name. */
    private Answer greeted(ChatEvent event) {
        Defaults defaults =
                defaults(event.envelope()).orElseGet(() -> new Defaults(Slots.NONE, assumptions.reference()));
        String greeting = CanonicalText.write(Request.Explain.of(Topics.GREETING));
        return given.to(
                new AnswerCache.Question(greeting, Markup.PLAIN, Address.ADDRESSED, null, defaults, answers.today()));
    }

    /** Returns the defaults; empty if they cannot be read. */
    private Optional<Defaults> defaults(Envelope envelope) {
        try {
            return Optional.of(assumptions.in(envelope.conversation()));
        } catch (StorageException unreadable) {
            LOG.warn("answered without the team's defaults: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static boolean saysNothing(ChatEvent event) {
        return event instanceof ChatEvent.Said said
                && said.envelope().addressed()
                && said.text().isBlank();
    }

    /** Commands, buttons and pointed-at messages are complete; only a typed message may refer to the conversation. */
    private Recall recall(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Said said -> conversations.recall(said.envelope().conversation());
            case ChatEvent.PointedAt _, ChatEvent.Commanded _, ChatEvent.Chose _ -> new Recall.Nothing();
        };
    }

    /** An edited message refers to the memory before its first wording, unless that was forgotten meanwhile. */
    private Recall leanedOn(ChatEvent event, Recall now) {
        return now instanceof Recall.Remembered
                ? earlier(event)
                        .map(earlier -> conversations.recalled(earlier.before()))
                        .orElse(now)
                : now;
    }

    /** True if the conversation continues from it: not for a pointed-at message, nor for an edited one that others have continued from. */
    private boolean isTheLatest(ChatEvent event, Recall now) {
        boolean untouched = earlier(event)
                .map(earlier -> now instanceof Recall.Nothing || now.equals(conversations.recalled(earlier.after())))
                .orElse(true);
        return untouched && !(event instanceof ChatEvent.PointedAt);
    }

    private static Optional<ChatEvent.Earlier> earlier(ChatEvent event) {
        return event instanceof ChatEvent.Said said ? said.earlier() : Optional.empty();
    }

    private static @Nullable Request request(Recall recall) {
        return switch (recall) {
            case Recall.Remembered remembered -> remembered.request();
            case Recall.Nothing _, Recall.Unavailable _ -> null;
        };
    }

    private AnswerCache.Question question(ChatEvent event, Recall recall, Defaults defaults) {
        String text = switch (event) {
            case ChatEvent.Said said -> said.text();
            case ChatEvent.PointedAt pointedAt -> pointedAt.text();
            case ChatEvent.Commanded command -> commands.text(command.verb(), command.options());
            case ChatEvent.Chose choice -> choice.commandText();
        };
        Markup markup = switch (event) {
            case ChatEvent.Said said -> said.markup();
            case ChatEvent.PointedAt pointedAt -> pointedAt.markup();
            case ChatEvent.Commanded _, ChatEvent.Chose _ -> Markup.PLAIN;
        };
        return question(text, markup, address(event), event, recall, defaults);
    }

    /** Returns the choice of an open question that a typed message consists of. */
    private Optional<TypedChoice> choice(ChatEvent event, Recall recall) {
        Interpretation.Question open = open(recall);
        return open != null && event instanceof ChatEvent.Said said
                ? openQuestions.choice(
                        said.text(), said.markup(), said.envelope().addressed(), open)
                : Optional.empty();
    }

    /** Returns the question for the offer that a typed message picks of those in the answer before. */
    private Optional<AnswerCache.Question> picked(ChatEvent event, Recall recall, Defaults defaults) {
        Request before = undropped(event, request(recall));
        return before != null
                        && open(recall) == null
                        && event instanceof ChatEvent.Said said
                        && said.envelope().addressed()
                ? shownOffers.picked(said.text(), said.markup(), before, defaults)
                : Optional.empty();
    }

    /** A command that asks goes on from the request that it names, else from the thread's last one. */
    private AnswerCache.Question question(Response.Ask ask, ChatEvent event, Recall recall, Defaults defaults) {
        return ask.before() == null
                ? question(ask.text(), Markup.PLAIN, Address.ADDRESSED, event, recall, defaults)
                : new AnswerCache.Question(
                        ask.text(), Markup.PLAIN, Address.ADDRESSED, ask.before(), defaults, answers.today());
    }

    private AnswerCache.Question question(
            String text, Markup markup, Address address, ChatEvent event, Recall recall, Defaults defaults) {
        Request remembered = undropped(event, request(recall));
        Request before = remembered == null
                ? null
                : followUps.before(
                        event.envelope().conversation(),
                        remembered,
                        request -> interpreter.read(text, markup, address, request));
        return new AnswerCache.Question(
                text, markup, address, before, before == null ? null : open(recall), defaults, answers.today());
    }

    private static Interpretation.@Nullable Question open(Recall recall) {
        return recall instanceof Recall.Remembered remembered ? remembered.open() : null;
    }

    private @Nullable Request undropped(ChatEvent event, @Nullable Request remembered) {
        DiscussionAnswers discussions = discussion;
        return discussions == null || remembered == null
                ? remembered
                : discussions.withoutDropped(event.envelope(), remembered);
    }

    private static Address address(ChatEvent event) {
        return event instanceof ChatEvent.PointedAt
                ? Address.POINTED_AT
                : Address.of(event.envelope().addressed());
    }

    /** Reads an event without the conversation's memory; the bot's information about itself is not its own answer. */
    private Interpretation read(ChatEvent event) {
        Defaults none = new Defaults(Slots.NONE, assumptions.reference());
        return question(event, new Recall.Nothing(), none).read(interpreter);
    }

    /** {@code which is cheaper over a year}: the thread's plans are compared, and its last question goes on from the year. */
    private void rememberChange(ChatEvent event, @Nullable String change) {
        Request before = change == null ? null : request(recall(event));
        if (change == null || before == null) {
            return;
        }
        Interpretation read = interpreter.read(change, Markup.PLAIN, Address.ADDRESSED, before);
        Request changed = read.intent() == Intent.EXPLAIN ? null : read.request();
        if (changed != null) {
            remember(event.envelope(), changed, null);
        }
    }

    private void remember(Envelope envelope, Request request, Interpretation.@Nullable Question open) {
        try {
            conversations.remember(envelope.conversation(), request, open, envelope.user());
        } catch (StorageException unwritable) {
            LOG.warn("answered, but not remembered: {}", unwritable.getMessage());
        }
    }
}
