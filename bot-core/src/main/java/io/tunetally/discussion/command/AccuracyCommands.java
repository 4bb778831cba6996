package io.tunetally.discussion.command;

import io.tunetally.discussion.Bill;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.SavedQuote;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the estimates of a team with its bills. */
final class AccuracyCommands {
    private static final int ROWS = 5;
    private static final String FAILED = "failed";

    private final DiscussionStore store;
    private final Pricing pricing;

    AccuracyCommands(DiscussionStore store, Pricing pricing) {
        this.store = store;
        this.pricing = pricing;
    }

    Response accuracy(Context context) {
        List<SavedQuote> billed = store.billed(context.from());
        if (billed.isEmpty()) {
            return Response.refused(
                    context.verb(), "No bill is recorded yet: say actual 17 $4.38 with a quote's number");
        }
        Map<String, List<SavedQuote>> byProvider = billed.stream()
                .collect(Collectors.groupingBy(
                        quote -> quote.figures().providerName(), LinkedHashMap::new, Collectors.toList()));
        List<List<String>> rows = byProvider.entrySet().stream()
                .limit(ROWS)
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
        Money billedInAll = sum(billed, quote -> bill(quote).amount());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                List.of(
                        Block.Column.text("Provider"),
                        Block.Column.number("Bills"),
                        Block.Column.number("Estimated"),
                        Block.Column.number("At the day's price"),
                        Block.Column.number("Billed")),
                rows));
        List<Action> offers = new ArrayList<>();
        failedRuns(billed).ifPresent(blocks::add);
        tokensPerExample(billed).ifPresent(tokens -> {
            blocks.add(Block.Text.of(Span.plain("Your own data: " + Numbers.count(tokens) + " tokens per example.")));
            offers.add(Action.of("Use it as team default", "defaults set " + tokens + " tokens per example"));
        });
        blocks.add(new Block.Choices("", offers));
        return Response.said(
                context.verb(),
                "Bills were "
                        + Words.compared(billedInAll, sum(billed, quote -> BillCommands.estimate(quote.figures())))
                        + " estimated (" + billed.size() + (billed.size() == 1 ? " bill, " : " bills, ")
                        + Numbers.money(billedInAll) + ")",
                offers.isEmpty() ? blocks.subList(0, blocks.size() - 1) : blocks);
    }

    private static List<String> row(String provider, List<SavedQuote> quotes) {
        return List.of(
                provider,
                String.valueOf(quotes.size()),
                Numbers.money(sum(quotes, quote -> BillCommands.estimate(quote.figures()))),
                Numbers.money(sum(quotes, quote -> bill(quote).estimate())),
                Numbers.money(sum(quotes, quote -> bill(quote).amount())));
    }

    private static Money sum(List<SavedQuote> quotes, Function<SavedQuote, Money> amount) {
        return quotes.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }

    private static Bill bill(SavedQuote quote) {
        return Objects.requireNonNull(quote.bill());
    }

    private static Optional<Block> failedRuns(List<SavedQuote> billed) {
        List<String> jobs = billed.stream()
                .map(quote -> bill(quote).job())
                .filter(job -> !job.isEmpty())
                .toList();
        long failed = jobs.stream().filter(FAILED::equals).count();
        return failed == 0
                ? Optional.empty()
                : Optional.of(Block.Text.of(
                        Span.plain(failed + " of " + jobs.size() + " jobs failed: plan with more than one run.")));
    }

    /** Returns the mean over the jobs that said what they trained, and whose quote counts examples. */
    private Optional<Long> tokensPerExample(List<SavedQuote> billed) {
        List<Long> each = billed.stream()
                .filter(quote -> bill(quote).trainedTokens() > 0)
                .flatMap(quote -> {
                    Slots slots = pricing.request(quote.full()).slots();
                    Long examples = slots.value(SlotName.EXAMPLES);
                    Long epochs = slots.value(SlotName.EPOCHS);
                    return Optional.ofNullable(examples)
                            .filter(_ -> epochs != null)
                            .map(count -> bill(quote).trainedTokens() / (count * Objects.requireNonNull(epochs)))
                            .stream();
                })
                .toList();
        return each.isEmpty()
                ? Optional.empty()
                : Optional.of(each.stream().mapToLong(Long::longValue).sum() / each.size());
    }
}
