package io.tunetally.discussion.command;

import io.tunetally.catalog.ModelId;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Scenario;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers short messages that go on from the last answer of a thread. */
final class FollowUpCommands {

    /** In a question: a multiple of the requests a day of the last plan. */
    private static final Pattern REQUESTS = Pattern.compile("\\{requests\\*([\\d.]+)\\}");

    /** A question: the last one again, at whichever provider. */
    private static final String ANY_PROVIDER = "{any provider}";

    /** A question: a recommendation without the models of the last plan. */
    private static final String OTHER_MODELS = "{other models}";

    /** The name of those that are refused, too, ends a sentence. */
    private static final Pattern AT_END = Pattern.compile("[.,;:!?]+$");

    /** A question: what an amount of the last answer pays for. */
    private static final String WHAT_AMOUNT = "{what amount}";

    /** A question: about a row of a table by its place, where no plan has that place. */
    private static final String ROW = "{row}";

    /** A question: the last one again, with the examples of before some were taken out. */
    private static final String ALL_EXAMPLES = "{all examples}";

    /** What is said beside it. */
    private static final String REST = "rest";

    /** What is asked where no figure of the last plan is that amount: the fee that an answer about training only mentions. */
    private static final String HOSTING = "explain hosted";

    /** What is typed in a gap: names that are refused, words for a size. */
    private static final String REFUSED = "few";

    private static final String SAME_SIZE = "size";

    /** The gaps of two plans and of a term. */
    private static final String FIRST = "letter";

    private static final String SECOND = "other";
    private static final String TERM = "term";
    private static final String YEAR = "year";
    private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private final DiscussionStore store;
    private final Pricing pricing;
    private final Function<ModelId, @Nullable BigDecimal> sizes;

    /** @param sizes the billions of parameters of a model, null where they are unknown */
    FollowUpCommands(DiscussionStore store, Pricing pricing, Function<ModelId, @Nullable BigDecimal> sizes) {
        this.store = store;
        this.pricing = pricing;
        this.sizes = sizes;
    }

    /** Asks the question that a message stands for. */
    Response ask(Context context) {
        String question = context.command().value(Command.QUESTION);
        if (question.equals(ANY_PROVIDER)) {
            return latest(context)
                    .map(plan -> atAnyProvider(context, pricing.request(plan.canonical())))
                    .orElseGet(() -> none(context));
        }
        if (question.equals(OTHER_MODELS)) {
            return latest(context)
                    .map(plan -> otherModels(context, pricing.request(plan.canonical())))
                    .orElseGet(() -> none(context));
        }
        if (question.equals(WHAT_AMOUNT)) {
            return latest(context).map(plan -> ofAmount(context, plan)).orElseGet(() -> none(context));
        }
        if (question.equals(ROW)) {
            return Response.refused(
                    context.verb(),
                    "It is not clear which one that is: rows of a table have no numbers here, so say the model by its name, or the letter of a plan. "
                            + Words.known(context.command().open()));
        }
        if (question.equals(ALL_EXAMPLES)) {
            return allExamples(context);
        }
        Matcher requests = REQUESTS.matcher(question);
        Optional<Scenario> latest = requests.find() ? latest(context) : Optional.empty();
        String text = latest.map(plan -> requests.replaceFirst(requestsADay(context, plan)
                        .multiply(new BigDecimal(requests.group(1)))
                        .stripTrailingZeros()
                        .toPlainString()))
                .orElse(question);
        return new Response.Ask(text, null, none(context));
    }

    /** Asks with the number of examples that the last plan had before some were taken out: {@code back to all of them, 1 epoch}. */
    private Response allExamples(Context context) {
        List<Long> counts = store.scenarios(context.thread()).stream()
                .filter(each -> !each.dropped())
                .sorted(Comparator.comparing(Scenario::lastAskedAt)
                        .thenComparingLong(Scenario::number)
                        .reversed())
                .map(each -> pricing.request(each.canonical()).slots().value(SlotName.EXAMPLES))
                .takeWhile(Objects::nonNull)
                .toList();
        Optional<Long> before =
                counts.stream().filter(count -> count > counts.getFirst()).findFirst();
        String rest = context.command().has(REST) ? " " + context.command().value(REST) : "";
        Response.Said none = Response.refused(
                context.verb(), "No larger number of examples was said in this thread: say how many it should be");
        return before.<Response>map(count -> new Response.Ask(count + " examples" + rest, null, none))
                .orElse(none);
    }

    /** Says which figure of a plan an amount is: {@code what's the 1,224 for}. */
    private static Response ofAmount(Context context, Scenario plan) {
        Figures figures = plan.figures();
        BigDecimal amount = Words.number(context.command().value("amount")).orElseThrow();
        if (isShown(figures.training(), amount)) {
            return said(
                    context,
                    plan,
                    Numbers.money(figures.training()) + " is one training"
                            + (figures.rate().isEmpty() ? "" : ", at " + figures.rate()));
        }
        if (isShown(figures.hosting(), amount)) {
            return said(
                    context,
                    plan,
                    Numbers.money(Objects.requireNonNull(figures.hosting()))
                            + " a month keeps the model deployed, with requests or without");
        }
        if (isShown(figures.monthly(), amount)) {
            return said(context, plan, monthlyOf(figures));
        }
        if (isShown(figures.total(), amount)) {
            return said(
                    context,
                    plan,
                    Words.price(figures) + ": " + Numbers.money(figures.training())
                            + " to train, then the months of running it");
        }
        return new Response.Ask(HOSTING, null, none(context));
    }

    private static String monthlyOf(Figures figures) {
        Band hosting = figures.hosting();
        String fixed = hosting == null || hosting.isZero()
                ? ", by the tokens of its requests"
                : ", of which " + Numbers.money(hosting) + " are due without any request";
        return Numbers.money(Objects.requireNonNull(figures.monthly())) + " a month is running the model" + fixed;
    }

    /** True if an answer shows either end of a band as this amount, whose cents may be left out. */
    private static boolean isShown(@Nullable Band band, BigDecimal amount) {
        return band != null
                && Stream.of(band.low(), band.high())
                        .anyMatch(end -> end.usd()
                                        .setScale(amount.scale(), RoundingMode.HALF_UP)
                                        .compareTo(amount)
                                == 0);
    }

    /** Asks the last plan's question again without its provider. */
    private static Response atAnyProvider(Context context, Request request) {
        Request anywhere = Request.of(
                request.intent(),
                request.slots()
                        .without(SlotName.PROVIDER)
                        .without(SlotName.PROVIDERS)
                        .without(SlotName.DEPLOYMENT)
                        .without(SlotName.VARIANT));
        return new Response.Ask(CanonicalText.write(anywhere), anywhere, none(context));
    }

    /**
     * Asks for a recommendation for the last plan's job, without its models and those that are refused by name: {@code what can we
     * use instead}, {@code legal says no mistral, what else in that size}.
     */
    private Response otherModels(Context context, Request request) {
        List<ModelId> models = request.slots().value(SlotName.MODELS);
        List<String> out = new ArrayList<>(
                models == null ? List.of() : models.stream().map(ModelId::value).toList());
        if (context.command().has(REFUSED)) {
            out.add(AT_END.matcher(context.command().value(REFUSED)).replaceFirst(""));
        }
        String without = out.stream().map(each -> ", without " + each).collect(Collectors.joining());
        BigDecimal size = models == null || models.size() != 1 ? null : sizes.apply(models.getFirst());
        if (size == null || !context.command().has(SAME_SIZE)) {
            return new Response.Ask("recommend all models" + without, null, none(context));
        }
        Slots job = request.slots()
                .without(SlotName.MODELS)
                .without(SlotName.PROVIDER)
                .without(SlotName.PROVIDERS)
                .without(SlotName.DEPLOYMENT)
                .without(SlotName.VARIANT)
                .without(SlotName.UNTUNED)
                .with(SlotName.SIZE_B, Slot.of(size, Origin.REMEMBERED));
        return new Response.Ask("recommend" + without, Request.of(Intent.RECOMMEND, job), none(context));
    }

    private static Response.Said none(Context context) {
        return Response.refused(context.verb(), "There is no answer yet to go on from: ask for a price first");
    }

    /** Says which part of the last price is paid once and which each month. */
    Response perMonth(Context context) {
        return latest(context).map(plan -> perMonth(context, plan)).orElseGet(() -> none(context));
    }

    private static Response perMonth(Context context, Scenario plan) {
        Figures figures = plan.figures();
        Band monthly = figures.monthly();
        String once = Numbers.money(figures.training()) + " is one training";
        if (monthly == null) {
            return said(
                    context,
                    plan,
                    "No: " + once
                            + (figures.days() > 0
                                    ? ", and the cost of running it is unknown"
                                    : "; running it is extra"));
        }
        String total = figures.total() == null ? "" : "; " + Words.price(figures) + " in all";
        return said(context, plan, once + ", and running it costs " + Numbers.money(monthly) + " a month" + total);
    }

    /** Says what all plans that were priced last cost together. */
    Response together(Context context) {
        List<Scenario> open = context.command().open();
        Instant last = open.stream()
                .map(Scenario::lastAskedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Scenario> asked =
                open.stream().filter(each -> each.lastAskedAt().equals(last)).toList();
        if (!context.command().has(FIRST)) {
            return together(context, asked.size() < 2 ? open : asked);
        }
        Words.Found first = Words.find(context.command(), FIRST);
        Words.Found second = Words.find(context.command(), SECOND);
        return first.scenario()
                .map(one -> second.scenario()
                        .map(other -> together(context, List.of(one, other)))
                        .orElseGet(second::otherwise))
                .orElseGet(first::otherwise);
    }

    private static Response together(Context context, List<Scenario> meant) {
        Band training = sum(meant, Figures::training);
        boolean running = meant.stream().allMatch(each -> each.figures().monthly() != null);
        if (context.command().has(TERM)) {
            return togetherOver(context, meant);
        }
        String monthly = running ? ", then " + Numbers.money(sum(meant, Figures::monthly)) + " a month" : "";
        return Response.said(
                context.verb(),
                Words.list(meant) + " together: " + Numbers.money(training) + " to train" + monthly,
                List.of(new Block.Facts(meant.stream()
                        .map(each -> Block.Fact.of(each.label(), Span.plain(Words.summary(each.figures()))))
                        .toList())));
    }

    /** Says what plans cost together over a term, if each of them costs the same every month. */
    private static Response togetherOver(Context context, List<Scenario> meant) {
        String typed = context.command().value(TERM);
        BigDecimal count = Words.number(typed).orElse(BigDecimal.ONE);
        BigDecimal months = typed.contains(YEAR) ? count.multiply(MONTHS_OF_YEAR) : count;
        Optional<Scenario> uneven =
                meant.stream().filter(each -> !isEven(each.figures())).findFirst();
        if (uneven.isPresent()) {
            return Response.refused(
                    context.verb(),
                    uneven.get().label()
                            + " does not cost the same every month, or what it costs to run is unknown: ask about each of them over the time");
        }
        Band total = sum(meant, figures -> over(figures, months));
        return Response.said(
                context.verb(),
                Words.list(meant) + " together: " + Numbers.money(total) + " over " + Numbers.count(months)
                        + (months.compareTo(BigDecimal.ONE) == 0 ? " month" : " months"),
                List.of(new Block.Facts(meant.stream()
                        .map(each -> Block.Fact.of(
                                each.label(),
                                Span.plain(
                                        each.figures().offer() + ", " + Numbers.money(over(each.figures(), months)))))
                        .toList())));
    }

    /** True if the months of a plan add up to its total with one training: nothing grows, ends or is trained again. */
    private static boolean isEven(Figures figures) {
        Band total = figures.total();
        return total != null
                && figures.monthly() != null
                && figures.cut() == null
                && isSame(total.low(), over(figures, figures.months()).low());
    }

    private static boolean isSame(Money a, Money b) {
        return a.minus(b).usd().abs().compareTo(CENT) <= 0;
    }

    private static Band over(Figures figures, BigDecimal months) {
        return figures.training().plus(Objects.requireNonNull(figures.monthly()).times(months));
    }

    private static Band sum(List<Scenario> plans, Function<Figures, @Nullable Band> part) {
        return plans.stream()
                .map(each -> Objects.requireNonNull(part.apply(each.figures())))
                .reduce(Band::plus)
                .orElseThrow();
    }

    /** Says what a thousand requests of the last plan cost. */
    Response perRequest(Context context) {
        return latest(context).map(plan -> perRequest(context, plan)).orElseGet(() -> none(context));
    }

    private Response perRequest(Context context, Scenario plan) {
        Band monthly = plan.figures().monthly();
        BigDecimal requests = requestsADay(context, plan).multiply(BigDecimal.valueOf(Period.DAYS_PER_MONTH));
        if (monthly == null) {
            return said(
                    context, plan, "The price of a request is not known yet: running was not asked, or has no price");
        }
        Band thousand = monthly.times(THOUSAND.divide(requests, MathContext.DECIMAL64));
        Band hosting = plan.figures().hosting();
        String fixed = hosting == null || hosting.isZero()
                ? ""
                : "; " + Numbers.money(hosting) + " a month of it is due without any request";
        return said(
                context,
                plan,
                Numbers.money(thousand) + " per 1,000 requests, at " + Numbers.count(requestsADay(context, plan))
                        + " requests a day"
                        + fixed);
    }

    private static Response said(Context context, Scenario plan, String title) {
        List<Action> running = plan.figures().days() > 0
                ? List.of()
                : List.of(Action.of("Over 6 months", plan.letter() + " over 6 months"));
        return Response.said(
                context.verb(),
                title,
                List.of(
                        Block.Text.of(Span.plain(plan.label() + ": " + Words.summary(plan.figures()) + ".")),
                        new Block.Choices("", running)));
    }

    /** Returns a request without the models that only dropped plans have. */
    Request withoutDropped(Request request, List<Scenario> scenarios) {
        Slot<List<ModelId>> models = request.slots().get(SlotName.MODELS);
        Set<ModelId> gone = models(scenarios.stream().filter(Scenario::dropped));
        gone.removeAll(models(scenarios.stream().filter(each -> !each.dropped())));
        List<ModelId> left = models == null
                ? List.of()
                : models.value().stream().filter(id -> !gone.contains(id)).toList();
        return models == null || left.isEmpty() || left.size() == models.value().size()
                ? request
                : Request.of(
                        request.intent(),
                        request.slots().with(SlotName.MODELS, new Slot<>(left, null, models.origin(), null, false)));
    }

    private Set<ModelId> models(Stream<Scenario> scenarios) {
        return scenarios
                .map(each -> pricing.request(each.canonical()).slots().value(SlotName.MODELS))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns the requests a day of a plan, or those that are assumed where none were said. */
    private BigDecimal requestsADay(Context context, Scenario plan) {
        Slots job = pricing.request(plan.full()).slots();
        return Objects.requireNonNull(
                context.defaults().fill(Request.of(Intent.TCO, job)).value(SlotName.REQUESTS_PER_DAY));
    }

    private Optional<Scenario> latest(Context context) {
        return store.scenarios(context.thread()).stream()
                .filter(each -> !each.dropped())
                .max(Comparator.comparing(Scenario::lastAskedAt).thenComparingLong(Scenario::number));
    }
}
