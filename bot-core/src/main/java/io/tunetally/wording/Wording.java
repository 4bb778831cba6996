package io.tunetally.wording;

import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.OwnOrSellerOutcome;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Warning;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.Crossing;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Card;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Interpretation;
import io.tunetally.request.LanguageLines;
import io.tunetally.request.Problem;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.EnglishOnly;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.OutcomeQuotes;
import io.tunetally.wording.part.ProblemWording;
import io.tunetally.wording.part.WarningWording;
import io.tunetally.wording.table.Ranking;
import io.tunetally.wording.tipping.TippingPointsWording;
import io.tunetally.wording.unit.CostReasonWording;
import io.tunetally.wording.unit.CostSplitWording;
import io.tunetally.wording.unit.OtherCostWording;
import io.tunetally.wording.unit.OwnOrSellerWording;
import io.tunetally.wording.unit.UnitPriceWording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Words an outcome, with one class per kind. */
public final class Wording {
    private static final Block EXAMPLES = Block.Text.of(
            Span.plain("Try "),
            Span.code("cost 1k examples 3 epochs llama 8b lora"),
            Span.plain(" or "),
            Span.code("help"),
            Span.plain("."));
    private static final Reply TOO_COMPLEX = new Reply(
            "Your message is too long to read safely",
            List.of(Block.Text.of(Span.plain("Ask for one thing, in a sentence or two.")), EXAMPLES),
            Audience.ASKER);

    private final EstimateWording estimate = new EstimateWording();
    private final CompareWording compare = new CompareWording();
    private final TcoWording totalCost = new TcoWording();
    private final BreakEvenWording paidBack = new BreakEvenWording();
    private final CrossoverWording crossed = new CrossoverWording();
    private final BudgetWording afforded = new BudgetWording();
    private final RecommendWording recommended = new RecommendWording();
    private final WorthItWording judged = new WorthItWording();
    private final MigrateWording migrated = new MigrateWording();
    private final TippingPointsWording tippingPoints = new TippingPointsWording();
    private final ModelsWording models = new ModelsWording();
    private final GpuPricesWording gpuPrices = new GpuPricesWording();
    private final ExplainWording explained = new ExplainWording();
    private final HelpWording help = new HelpWording();
    private final ClarificationWording asked = new ClarificationWording(this::reply);
    private final RefusalWording refused = new RefusalWording();

    public Reply reply(Outcome outcome) {
        Reply usual = usual(outcome);
        if (!(outcome instanceof Outcome.Answered answered)) {
            return usual;
        }
        Supplier<Optional<Quote>> first = () -> rows(outcome).stream().findFirst();
        return CostReasonWording.of(answered, first, OtherCostWording.of(answered, first, usual));
    }

    private Reply usual(Outcome outcome) {
        return switch (outcome) {
            case EstimateOutcome estimated -> priced(estimated, () -> estimate.reply(estimated));
            case CompareOutcome compared -> priced(compared, () -> compare.reply(compared));
            case TcoOutcome total -> priced(total, () -> totalCost.reply(total));
            case BreakEvenOutcome back -> paidBack.reply(back);
            case CrossoverOutcome lines -> crossed.reply(lines);
            case BudgetOutcome bought -> afforded.reply(bought);
            case RecommendOutcome pick -> recommended.reply(pick);
            case WorthItOutcome verdict -> judged.reply(verdict);
            case MigrateOutcome move -> migrated.reply(move);
            case TippingPointsOutcome tipping -> tippingPoints.reply(tipping);
            case ModelsOutcome list -> models.reply(list);
            case GpuPricesOutcome hours -> gpuPrices.reply(hours);
            case OwnOrSellerOutcome either -> OwnOrSellerWording.reply(either);
            case ExplainOutcome topic -> explained.reply(topic);
            case Outcome.Helped _ -> help.reply(List.of());
            case Outcome.Asked question -> asked.reply(question);
            case Outcome.Refused refusal -> refused.reply(refusal);
            case Outcome.NotUnderstood nothing -> notUnderstood(nothing);
            case Outcome.Discussed _, Outcome.FileRefused _ ->
                throw new IllegalArgumentException(
                        "a command about a discussion and a refusal of a file word their own answer");
            case Outcome.Failed failed -> failed(failed);
        };
    }

    /** Words a price with that of one unit or one share above it, where these were asked for. */
    private static Reply priced(Outcome.Answered outcome, Supplier<Reply> usual) {
        return CostSplitWording.of(outcome, () -> UnitPriceWording.of(outcome, usual));
    }

    /** Returns the quote that an answer leads with, if it has prices. */
    public static Optional<Quote> leading(Outcome outcome) {
        return OutcomeQuotes.of(outcome).stream().findFirst();
    }

    /** Returns the offers that an answer shows, in the order of its table: {@code the second one} is the second of them. */
    public static List<Quote> rows(Outcome outcome) {
        List<Quote> rows = switch (outcome) {
            case EstimateOutcome estimated -> ranked(estimated.inquiry(), estimated.quotes());
            case CompareOutcome compared -> CompareWording.rows(compared);
            case TcoOutcome total -> TcoWording.rows(total);
            case BudgetOutcome bought ->
                bought.fits().stream()
                        .map(fit -> bought.job(fit).orElse(fit.quote()))
                        .toList();
            default -> OutcomeQuotes.of(outcome);
        };
        return rows.subList(0, Math.min(Card.ROWS, rows.size()));
    }

    /** Returns the offer that an answer sets against those of its table, such as one that costs many times less. */
    public static Optional<Quote> besideRows(Outcome outcome) {
        return Optional.ofNullable(
                switch (outcome) {
                    case EstimateOutcome estimated -> estimated.instead();
                    case CompareOutcome compared -> compared.instead();
                    case TcoOutcome total -> total.instead();
                    case RecommendOutcome pick -> pick.instead();
                    default -> null;
                });
    }

    private static List<Quote> ranked(Inquiry inquiry, List<Quote> quotes) {
        Ranking ranking = Ranking.of(inquiry, quotes);
        return ranking.ranked().isEmpty() ? List.of(ranking.first()) : ranking.ranked();
    }

    /** Returns the headline of an explanation. */
    public static String explanationTitle(ExplainOutcome outcome) {
        return ExplainWording.title(outcome);
    }

    /** Returns an explanation and its price, as one paragraph. */
    public static String explanation(ExplainOutcome outcome) {
        return ExplainWording.text(outcome) + " " + ExplainWording.price(outcome);
    }

    /** Returns a line's name. */
    public static String label(LineItem line) {
        return Labels.line(line.kind());
    }

    /** Returns a line's calculation, on one line. */
    public static String arithmetic(LineItem line) {
        return Arithmetic.of(line);
    }

    public static String warning(Warning warning, Offer offer, LocalDate asOf) {
        return new WarningWording(asOf).text(warning, offer);
    }

    public static String verdict(BreakEven comparison) {
        return BreakEvenVerdict.of(comparison);
    }

    public static String verdict(Crossing crossing) {
        return CrossoverWording.verdict(crossing);
    }

    public static String refusal(Outcome.Reason reason) {
        return RefusalWording.title(reason);
    }

    /** Returns a refusal with advice on what to do instead. */
    public static String refusalAndAdvice(Outcome.Reason reason) {
        return RefusalWording.sentence(reason);
    }

    /** Returns a model's provider and price: {@code OpenAI, $25.00 / 1M tokens, closed 2026-05-07}. */
    public static String offer(ModelsOutcome.Row available) {
        return ModelsWording.offer(available);
    }

    /** Returns a provider's best offer: {@code Together AI, from $0.48 / 1M tokens}. */
    public static String cheapestOffer(ModelsOutcome.Row available) {
        return ModelsWording.cheapestOffer(available);
    }

    /** Adds to a reply that its thread's earlier messages could not be considered. */
    public static Reply withoutMemory(Reply reply) {
        return warned(
                reply,
                "Answered without this thread's memory, which cannot be read at the moment: what was said before was"
                        + " not taken into account.");
    }

    /** Adds to a reply that the team's defaults could not be considered. */
    public static Reply withoutTeamDefaults(Reply reply) {
        return warned(
                reply,
                "Answered without your team's defaults, which cannot be read at the moment: what you did not say is"
                        + " that of the reference job.");
    }

    /**
     * Adds a line in the language of the message: its answer is in English, or no question was found in it.
     *
     * @param outcome the outcome that the reply words
     */
    public static Reply inLanguage(Reply reply, Outcome outcome, LanguageLines lines) {
        if (outcome instanceof Outcome.NotUnderstood) {
            return EnglishOnly.reply(lines.nothingFound(), reply.audience());
        }
        return noted(reply, lines.answered());
    }

    /** Adds a line of secondary text before the buttons. */
    public static Reply noted(Reply reply, String line) {
        List<Block> blocks = new ArrayList<>(reply.blocks());
        blocks.add(beforeButtons(blocks), new Block.Notes(Block.Tone.NOTE, List.of(List.of(Span.plain(line)))));
        return new Reply(reply.title(), blocks, reply.audience());
    }

    private static int beforeButtons(List<Block> blocks) {
        int end = blocks.size();
        while (end > 0 && blocks.get(end - 1) instanceof Block.Choices) {
            end--;
        }
        return end;
    }

    private static Reply warned(Reply reply, String warning) {
        List<Block> blocks = new ArrayList<>(reply.blocks());
        blocks.addFirst(new Block.Notes(Block.Tone.WARNING, List.of(List.of(Span.plain(warning)))));
        return new Reply(reply.title(), blocks, reply.audience());
    }

    /** Returns what was corrected, unused or impossible in a message, one sentence each. */
    public static List<String> doubts(Interpretation interpretation) {
        return ProblemWording.of(interpretation).stream()
                .map(spans -> spans.stream().map(Span::text).collect(Collectors.joining()))
                .toList();
    }

    /** Returns the answer to "reset". */
    public static Reply forgotten() {
        return new Reply(
                "Forgotten: the next question starts afresh",
                List.of(Block.Text.of(
                        Span.plain("Try "), Span.code("cost 1k examples 3 epochs llama 8b lora"), Span.plain("."))),
                Audience.ASKER);
    }

    /** Returns the answer to "reset" if the memory cannot be used. */
    public static Reply notForgotten() {
        return new Reply(
                "The memory cannot be reached just now, so this may not be forgotten yet",
                List.of(Block.Text.of(
                        Span.plain("Please try "), Span.code("reset"), Span.plain(" again in a minute."))),
                Audience.ASKER);
    }

    /** Returns the one line for thanks. */
    public static Reply thanked() {
        return new Reply("You are welcome", List.of(), Audience.ASKER);
    }

    private static Reply notUnderstood(Outcome.NotUnderstood outcome) {
        String language = outcome.interpretation().language();
        if (language != null) {
            return EnglishOnly.reply(language);
        }
        if (outcome.interpretation().problems().stream().anyMatch(Problem.TooComplex.class::isInstance)) {
            return TOO_COMPLEX;
        }
        List<Block> blocks = new ArrayList<>();
        List<List<Span>> doubts = ProblemWording.of(outcome.interpretation());
        if (!doubts.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.WARNING, doubts));
        }
        if (!outcome.interpretation().slots().isEmpty()) {
            return UnaskedWording.reply(outcome.interpretation().slots(), blocks);
        }
        blocks.add(EXAMPLES);
        return new Reply("I found no question about fine-tuning cost in that", blocks, Audience.ASKER);
    }

    private static Reply failed(Outcome.Failed outcome) {
        return new Reply(
                "Something broke on our side",
                List.of(Block.Text.of(
                        Span.plain("Nothing was lost. Ask again; if it happens again, report incident "),
                        Span.code(outcome.incidentId()),
                        Span.plain("."))),
                Audience.ASKER);
    }
}
