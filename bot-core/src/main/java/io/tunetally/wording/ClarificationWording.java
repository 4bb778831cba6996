package io.tunetally.wording;

import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Emphasis;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.OutcomeQuotes;
import io.tunetally.wording.part.ProblemWording;
import io.tunetally.wording.part.RequestSummary;
import io.tunetally.wording.part.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Words a clarification: the open question, the cost of each reading, and a button for each. */
final class ClarificationWording {
    private static final String CURRENCY = "currency";

    private final Function<Outcome, Reply> worded;

    ClarificationWording(Function<Outcome, Reply> worded) {
        this.worded = worded;
    }

    Reply reply(Outcome.Asked outcome) {
        Interpretation.Question question = outcome.interpretation().question();
        String about = question == null ? "" : question.about();
        List<Block> blocks = new ArrayList<>();
        List<List<Span>> doubts =
                ProblemWording.of(outcome.interpretation(), problem -> saidByTheTitle(problem, about));
        if (!doubts.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.WARNING, doubts));
        }
        List<Block.Fact> facts = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        for (Outcome.Reading reading : outcome.readings()) {
            Optional<Quote> quote = firstQuote(reading.answer());
            String label = label(reading, about);
            if (about.equals(CURRENCY)) {
                actions.add(new Action(label, reading.choice().command(), Emphasis.PRIMARY));
                continue;
            }
            facts.add(fact(label, reading.answer(), quote));
            actions.add(new Action(label, reading.choice().command(), Emphasis.PRIMARY));
        }
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
        }
        if (about.equals("comparison")) {
            blocks.add(Block.Text.of(
                    Span.plain("For example "),
                    Span.code("what would change compare llama 8b vs gpt-4.1-mini 100 requests/day"),
                    Span.plain(".")));
        }
        basis(outcome).ifPresent(blocks::add);
        if (!actions.isEmpty()) {
            blocks.add(new Block.Choices("", actions));
        }
        return new Reply(
                priced(outcome, about)
                        .or(() -> together(outcome, about))
                        .orElseGet(() -> title(
                                outcome.interpretation(),
                                about,
                                outcome.readings().size())),
                blocks,
                Audience.EVERYONE);
    }

    /** {@code Start with gpt-oss 20B, ...: $23.83 over 12 months, in US dollars: is that within EUR 4.500?} */
    private Optional<String> priced(Outcome.Asked outcome, String about) {
        return outcome.readings().stream()
                .filter(reading -> about.equals(CURRENCY) && reading.answer() instanceof Outcome.Answered)
                .findFirst()
                .flatMap(reading -> outcome.interpretation().problems().stream()
                        .filter(problem -> problem.kind().equals(CURRENCY))
                        .findFirst()
                        .map(problem -> worded.apply(reading.answer()).title() + " in US dollars - is that within "
                                + problem.text() + "?"));
    }

    /** {@code Together $886.19 over 12 months, each of the 3 by itself}, where each line says its part of the sum. */
    private Optional<String> together(Outcome.Asked outcome, String about) {
        List<Quote> quotes = outcome.readings().stream()
                .map(Outcome.Reading::answer)
                .flatMap(answer ->
                        firstQuote(answer)
                                .filter(quote -> worded.apply(answer).title().contains(Numbers.money(summand(quote))))
                                .stream())
                .toList();
        boolean complete =
                about.equals("jobs") && quotes.size() == outcome.readings().size();
        List<String> periods = complete
                ? quotes.stream().map(ClarificationWording::period).distinct().toList()
                : List.of();
        return periods.size() != 1
                ? Optional.empty()
                : Optional.of("Together "
                        + Numbers.money(quotes.stream()
                                .map(ClarificationWording::summand)
                                .reduce(Band.ZERO, Band::plus))
                        + periods.getFirst() + ", each of the " + quotes.size() + " by itself");
    }

    private static Band summand(Quote quote) {
        return quote.total() == null ? quote.training() : quote.total().amount();
    }

    private static String period(Quote quote) {
        return quote.total() == null ? " to train" : " over " + Standing.period(quote.total());
    }

    /** Returns a one-line answer to a reading. */
    private Block.Fact fact(String label, Outcome answer, Optional<Quote> first) {
        if (answer instanceof EstimateOutcome && first.isPresent()) {
            Quote quote = first.get();
            return Block.Fact.of(
                    label,
                    Span.strong(Numbers.money(quote.training())),
                    Span.plain(" to train, " + Labels.method(quote) + " on " + Labels.provider(quote.offer())));
        }
        return Block.Fact.of(label, Span.plain(worded.apply(answer).title()));
    }

    private static Optional<Quote> firstQuote(Outcome outcome) {
        return OutcomeQuotes.of(outcome).stream().findFirst();
    }

    /** Returns a model's name instead of its id; numbers get separators. */
    private static String label(Outcome.Reading reading, String about) {
        boolean model = about.equals("ambiguous-model") || about.equals("billed-model");
        return model && reading.answer() instanceof Outcome.Answered answered
                ? answered.inquiry()
                        .engine()
                        .prices()
                        .catalog()
                        .model(new ModelId(reading.label()))
                        .map(Model::name)
                        .orElse(reading.label())
                : ProblemWording.grouped(reading.label());
    }

    /** Returns the assumptions that all readings share. */
    private static Optional<Block.Notes> basis(Outcome.Asked outcome) {
        List<Inquiry> inquiries = outcome.readings().stream()
                .map(Outcome.Reading::answer)
                .filter(Outcome.Answered.class::isInstance)
                .map(answer -> ((Outcome.Answered) answer).inquiry())
                .toList();
        List<Block.Notes> assumed = inquiries.stream()
                .map(inquiry -> new RequestSummary(inquiry).assumedInAll(inquiries))
                .toList();
        return assumed.stream()
                .filter(basis -> !basis.notes().isEmpty())
                .findFirst()
                .or(() -> assumed.stream().findFirst());
    }

    private static boolean saidByTheTitle(Problem problem, String about) {
        return problem instanceof Problem.AmbiguousModel && about.equals(problem.kind());
    }

    private static String title(Interpretation interpretation, String about, int readings) {
        String text = interpretation.problems().stream()
                .filter(problem -> problem.kind().equals(about))
                .map(Problem::text)
                .findFirst()
                .orElse("");
        return switch (about) {
            case "ambiguous-model" -> text.isEmpty() ? "Which model do you mean?" : "Which model is \"" + text + "\"?";
            case "billed-model" ->
                "Which model does the "
                        + Numbers.money(new Money(
                                Objects.requireNonNull(interpretation.slots().value(SlotName.MONTHLY_BILL_USD))))
                        + " a month pay for?";
            case "ambiguous-number" ->
                text.isEmpty() ? "Which number do you mean?" : "Which number is \"" + text + "\"?";
            case "conflict" -> "Which of these do you mean?";
            case CURRENCY -> "How much is that in US dollars?";
            case "jobs", "scenarios" -> "Each of the " + readings + " by itself";
            case "model" -> "Which of these models?";
            case "method" -> "Which method?";
            case "comparison" -> "What would change which answer? Ask for a comparison first, or in the same message";
            case "provider" -> "Which provider?";
            case "budget" -> "How large is the budget?";
            case "" -> "One thing is missing";
            default -> "How many " + about + "?";
        };
    }
}
