package io.tunetally.discussion.command;

import io.tunetally.answer.Answers;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.UserId;
import io.tunetally.conversation.Defaults;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.TeamRules;
import io.tunetally.discussion.Verb;
import io.tunetally.discussion.reader.CommandReader;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.reply.Reply;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and answers commands about a team's discussion, and keeps each answered plan as a scenario and a quote. Thread-safe. */
public final class DiscussionAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(DiscussionAnswers.class);
    private static final String UNREACHABLE =
            "What this team keeps cannot be reached just now; please try again in a minute";

    private final CommandReader reader = new CommandReader();
    private final Predicate<Envelope> mayChangeTeam;
    private final DiscussionStore store;
    private final Pricing pricing;
    private final ScenarioCommands scenarios;
    private final DifferenceCommands differences;
    private final FollowUpCommands followUps;
    private final ChangeCommands changeCommands;
    private final ProposalCommands proposals;
    private final DecisionCommands decisions;
    private final QuoteCommands quotes;
    private final BillCommands bills;
    private final AccuracyCommands accuracy;
    private final DefaultsCommands defaultValues;
    private final RuleCommands ruleCommands;
    private final WatchCommands watches;
    private final KeptNote note;
    private final AtomicReference<Consumer<ConversationId>> changes = new AtomicReference<>(_ -> {});

    /**
     * Creates the answers over a store.
     *
     * @param rules as the answers about costs read them
     * @param mayChangeTeam whether the person of a message may change what the whole team assumes
     * @param calls of the team's defaults
     */
    public DiscussionAnswers(
            DiscussionStore store,
            TeamRules rules,
            TeamDefaults defaults,
            Interpreter interpreter,
            Answers answers,
            Catalog catalog,
            Predicate<Envelope> mayChangeTeam,
            StoreCalls calls,
            Clock clock) {
        this.mayChangeTeam = mayChangeTeam;
        this.store = store;
        this.pricing = new Pricing(interpreter, answers, digest(catalog));
        this.scenarios = new ScenarioCommands(store, rules, pricing);
        this.differences = new DifferenceCommands(scenarios, pricing);
        this.followUps = new FollowUpCommands(
                store,
                pricing,
                id -> catalog.model(id).map(Model::comparableSize).orElse(null));
        this.changeCommands = new ChangeCommands(store);
        this.proposals = new ProposalCommands(scenarios);
        this.decisions = new DecisionCommands(store, pricing, clock);
        this.quotes = new QuoteCommands(store, pricing);
        this.bills = new BillCommands(store, rules, pricing, quotes, clock);
        this.accuracy = new AccuracyCommands(store, pricing);
        this.defaultValues = new DefaultsCommands(defaults, interpreter, calls);
        this.ruleCommands = new RuleCommands(store, rules, pricing, catalog::providerNamed, clock);
        this.watches = new WatchCommands(store, pricing, clock);
        this.note = new KeptNote(rules);
    }

    /** Calls a listener after each change of what the board of a thread shows. It returns immediately. */
    public void onChange(Consumer<ConversationId> listener) {
        changes.set(listener);
    }

    public DiscussionStore store() {
        return store;
    }

    /** Returns the board of a thread as it is now. */
    public Reply board(ConversationId thread, Defaults defaults) {
        Envelope from = new Envelope("", thread, new UserId(""), true);
        Command command = new Command(Verb.BOARD, Map.of(), List.of());
        return ((Response.Said) scenarios.board(new Context(command, from, defaults))).reply();
    }

    /** The digest is needed by the first answer only, and takes some milliseconds. */
    private static Supplier<String> digest(Catalog catalog) {
        return new Supplier<>() {
            private volatile String known = "";

            @Override
            public String get() {
                if (known.isEmpty()) {
                    known = BookDigest.of(catalog);
                }
                return known;
            }
        };
    }

    /**
     * Returns the round that tells of watched prices.
     *
     * @param defaults reads what the team assumes in a conversation
     */
    public WatchRound watchRound(Deliveries deliveries, Function<ConversationId, Defaults> defaults) {
        return new WatchRound(store, pricing, deliveries, defaults);
    }

    /**
     * Returns the response to a message; empty if it is no such command.
     *
     * @param defaults reads what the team assumes
     */
    public Optional<Response> answer(String text, Markup markup, Envelope from, Function<Envelope, Defaults> defaults) {
        try {
            Optional<Command> command = reader.read(text, markup, () -> store.scenarios(from.discussion()));
            return command.map(read -> answer(read, from, defaults));
        } catch (StorageException unusable) {
            LOG.warn("a discussion could not be read: {}", unusable.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the response to a message that only means something in a thread with more scenarios; empty if it does not. */
    public Optional<Response> answerWithoutScenarios(String text, Markup markup, Envelope from) {
        try {
            return reader.readWithoutScenarios(text, markup, () -> store.scenarios(from.discussion()))
                    .map(command -> Response.refused(command.verb(), Words.tooFew(command.open())));
        } catch (StorageException unusable) {
            LOG.warn("a discussion could not be read: {}", unusable.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the request that a thread goes on from without the models of plans that were dropped. */
    public Request withoutDropped(Envelope from, Request remembered) {
        List<ModelId> models = remembered.slots().value(SlotName.MODELS);
        if (models == null || models.size() < 2) {
            return remembered;
        }
        try {
            return followUps.withoutDropped(remembered, store.scenarios(from.discussion()));
        } catch (StorageException unusable) {
            LOG.warn("what a thread dropped could not be read: {}", unusable.getMessage());
            return remembered;
        }
    }

    private Response answer(Command command, Envelope from, Function<Envelope, Defaults> defaults) {
        try {
            boolean allowed = !command.verb().changesTeam() || mayChangeTeam.test(from);
            return allowed
                    ? answerOnBoard(new Context(command, from, defaults.apply(from)))
                    : Response.refused(
                            command.verb(),
                            "Only admins change what the whole team assumes; defaults and price list local show it");
        } catch (StorageException unusable) {
            LOG.warn("a command about a discussion was not answered: {}", unusable.getMessage());
            return Response.refused(command.verb(), UNREACHABLE);
        }
    }

    private Response answerOnBoard(Context context) {
        Response response = answer(context);
        boolean answered =
                response instanceof Response.Said said && said.outcome().status() == Outcome.Status.ANSWERED;
        if (answered && context.verb().changesBoard()) {
            changes.get().accept(context.thread());
        }
        return response;
    }

    private Response answer(Context context) {
        if (context.command().has(Command.EXAMPLE)) {
            return Response.refused(
                    context.verb(),
                    "That lacks something; say for example " + context.command().value(Command.EXAMPLE));
        }
        return switch (context.verb()) {
            case BOARD -> scenarios.board(context);
            case CHEAPEST, COMPARE_THOSE -> scenarios.compared(context);
            case EQUAL_TERMS -> scenarios.onEqualTerms(context);
            case SHOW -> scenarios.show(context);
            case EDIT -> scenarios.edit(context);
            case ASK -> scenarios.ask(context);
            case DROPPED -> changeCommands.dropped(context);
            case VERSUS -> scenarios.versus(context);
            case DROP -> changeCommands.drop(context);
            case KEEP -> changeCommands.keep(context);
            case RESTORE -> changeCommands.restore(context);
            case CALL -> changeCommands.call(context);
            case MERGE -> changeCommands.merge(context);
            case UNDO -> changeCommands.undo(context);
            case PROPOSED_BY -> proposals.by(context);
            case MINE -> proposals.mine(context);
            case WHO -> proposals.who(context);
            case DEARER -> differences.dearer(context);
            case FOLLOW_UP -> followUps.ask(context);
            case PER_MONTH -> followUps.perMonth(context);
            case PER_REQUEST -> followUps.perRequest(context);
            case TOGETHER -> followUps.together(context);
            case DECIDE -> decisions.decide(context);
            case DECISION -> decisions.decision(context);
            case REOPEN -> decisions.reopen(context);
            case VOTE -> decisions.vote(context);
            case QUOTE -> quotes.quote(context);
            case HISTORY -> quotes.history(context);
            case EXPORT -> quotes.export(context);
            case ACTUAL -> bills.actual(context);
            case ACCURACY -> accuracy.accuracy(context);
            case DEFAULTS_SHOW -> defaultValues.show(context);
            case DEFAULTS_SET -> defaultValues.set(context);
            case DEFAULTS_RESET -> defaultValues.reset(context);
            case CUSTOMER -> ruleCommands.customer(context);
            case NO_CUSTOMER -> ruleCommands.noCustomer(context);
            case PRICE_SET -> ruleCommands.price(context);
            case DISCOUNT -> ruleCommands.discount(context);
            case PRICE_LIST -> ruleCommands.list(context);
            case PRICE_REMOVE -> ruleCommands.remove(context);
            case CURRENCY -> ruleCommands.currency(context);
            case CURRENCY_OFF -> ruleCommands.currencyOff(context);
            case WATCH -> watches.watch(context);
            case UNWATCH -> watches.unwatch(context);
            case BUDGET_ALERT -> watches.budget(context);
        };
    }

    /**
     * Keeps the plans of an answer.
     *
     * @param defaults that it was made with
     * @return a line with their letters and quote numbers; empty for the first of a thread, which needs none, and if there
     *     is nothing to keep or it could not be kept
     */
    public Optional<String> kept(Envelope from, Outcome outcome, Defaults defaults) {
        List<Plan> plans = pricing.plans(outcome, defaults);
        if (plans.isEmpty()) {
            return Optional.empty();
        }
        try {
            DiscussionStore.Recorded recorded = store.record(from, plans);
            if (recorded.isNew()) {
                changes.get().accept(from.discussion());
            }
            return Optional.of(note.of(from, recorded, () -> store.scenarios(from.discussion())))
                    .filter(line -> !line.isEmpty());
        } catch (StorageException unusable) {
            LOG.warn("answered, but not kept as a scenario: {}", unusable.getMessage());
            return Optional.empty();
        }
    }
}
