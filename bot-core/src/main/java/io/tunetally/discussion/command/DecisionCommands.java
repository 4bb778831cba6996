package io.tunetally.discussion.command;

import io.tunetally.chat.UserId;
import io.tunetally.discussion.Decision;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.DiscussionStore.Vote;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.Scenario;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the commands about the vote and the decision of a thread. A vote never decides by itself. */
final class DecisionCommands {
    private static final int CANDIDATES = 5;
    private static final int REJECTED_SHOWN = 4;

    private final DiscussionStore store;
    private final Pricing pricing;
    private final Clock clock;

    DecisionCommands(DiscussionStore store, Pricing pricing, Clock clock) {
        this.store = store;
        this.pricing = pricing;
        this.clock = clock;
    }

    Response decide(Context context) {
        Words.Found found =
                context.command().has("cheapest") ? cheapest(context) : Words.find(context.command(), "letter");
        if (found.scenario().isEmpty()) {
            return found.otherwise();
        }
        Optional<Decision> earlier = store.decision(context.thread());
        if (earlier.isPresent()) {
            return Response.refused(
                    context.verb(), decided(earlier.get()) + "; say reopen before you decide something else");
        }
        Scenario chosen = found.scenario().get();
        Figures figures = pricing.price(chosen.full(), context.defaults())
                .map(Plan::figures)
                .orElse(chosen.figures());
        String rejected = store.scenarios(context.thread()).stream()
                .filter(each -> !each.dropped())
                .filter(each -> each.number() != chosen.number())
                .sorted(Comparator.comparing(each -> each.figures().training().low()))
                .limit(REJECTED_SHOWN)
                .map(each -> each.label() + " " + Words.summary(each.figures()))
                .collect(Collectors.joining(" · "));
        Decision decision = new Decision(
                chosen.label(),
                chosen.full(),
                unquoted(context.command().value("reason")),
                rejected,
                chosen.quote(),
                figures,
                context.from().user(),
                clock.instant());
        store.decide(context.from(), decision);
        List<Block> blocks = new ArrayList<>(facts(decision));
        blocks.add(Block.Text.of(Span.plain("Pin this message to keep it in sight.")));
        blocks.add(new Block.Choices(
                "",
                List.of(
                        Action.of("Watch its price", "watch this decision"),
                        Action.of("What changed?", "decision"),
                        Action.of("Reopen", "reopen"))));
        return Response.said(context.verb(), title(decision), blocks);
    }

    private Words.Found cheapest(Context context) {
        List<Scenario> all = store.scenarios(context.thread());
        List<Scenario> open = all.stream().filter(each -> !each.dropped()).toList();
        Optional<Scenario> first = open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Board(open, each -> pricing.request(each.full()).slots(), pricing::seller).cheapest());
        return new Words.Found(first, Response.refused(context.verb(), Words.none(all)));
    }

    private static String unquoted(String reason) {
        return reason.replaceAll("^[\"'\u201c]+|[\"'\u201d]+$", "");
    }

    private static String title(Decision decision) {
        return "Decided: " + decision.label() + ", " + Words.summary(decision.figures());
    }

    private static String decided(Decision decision) {
        return "Decided on " + Words.day(decision.at()) + ": " + decision.label();
    }

    private static List<Block> facts(Decision decision) {
        List<Block.Fact> facts = new ArrayList<>();
        if (!decision.reason().isEmpty()) {
            facts.add(Block.Fact.of("Because", Span.plain(decision.reason())));
        }
        facts.add(Block.Fact.of("On", on(decision)));
        if (!decision.rejected().isEmpty()) {
            facts.add(Block.Fact.of("Not chosen", Span.plain(decision.rejected())));
        }
        facts.add(Block.Fact.of("Quote", Span.plain("Q" + decision.quote())));
        return List.of(new Block.Facts(facts));
    }

    private static Span[] on(Decision decision) {
        Span day = Span.plain(Words.day(decision.at()).toString());
        String decider = decision.decider().value();
        return decider.isEmpty() ? new Span[] {day} : new Span[] {day, Span.plain(" by "), new Span.Person(decider)};
    }

    Response decision(Context context) {
        Optional<Decision> found = store.decision(context.thread());
        if (found.isEmpty()) {
            return Response.refused(
                    context.verb(),
                    "Nothing is decided here. "
                            + Words.known(store.scenarios(context.thread()).stream()
                                    .filter(each -> !each.dropped())
                                    .toList()));
        }
        Decision decision = found.get();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Text.of(Span.plain(pricing.price(decision.full(), context.defaults())
                .map(now -> Changes.since(decision.figures(), now.figures(), Words.day(decision.at())))
                .orElse("It has no price any more."))));
        blocks.addAll(facts(decision));
        blocks.add(new Block.Choices("", List.of(Action.of("Reopen", "reopen"))));
        return Response.said(context.verb(), title(decision), blocks);
    }

    Response reopen(Context context) {
        return store.reopen(context.from())
                ? Response.said(
                        context.verb(),
                        "Open again",
                        List.of(Block.Text.of(Span.plain("The scenarios and votes are as they were."))))
                : Response.refused(context.verb(), "Nothing is decided here, so there is nothing to reopen");
    }

    Response vote(Context context) {
        Optional<Decision> decision = store.decision(context.thread());
        if (decision.isPresent()) {
            return Response.refused(context.verb(), decided(decision.get()) + "; say reopen to vote again");
        }
        if (!context.command().has("letter")) {
            return poll(context, store.scenarios(context.thread()), "");
        }
        Words.Found found = Words.find(context.command(), "letter");
        if (found.scenario().isEmpty()) {
            return found.otherwise();
        }
        Scenario chosen = found.scenario().get();
        store.vote(context.from(), chosen.number());
        return poll(context, context.command().scenarios(), "Your vote for " + chosen.label() + " is counted");
    }

    private Response poll(Context context, List<Scenario> scenarios, String title) {
        List<Scenario> open = scenarios.stream().filter(each -> !each.dropped()).toList();
        if (open.isEmpty()) {
            return Response.refused(context.verb(), Words.none(scenarios));
        }
        List<Vote> votes = store.votes(context.thread());
        List<Scenario> candidates = open.stream()
                .sorted(Comparator.comparingInt(
                                (Scenario each) -> -count(votes, each).size())
                        .thenComparingLong(Scenario::number))
                .limit(CANDIDATES)
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Facts(
                candidates.stream().map(each -> tally(each, count(votes, each))).toList()));
        blocks.add(new Block.Choices(
                "",
                candidates.stream()
                        .map(each -> Action.of("Vote " + each.label(), "vote " + each.letter()))
                        .toList()));
        return Response.said(context.verb(), title.isEmpty() ? asked(candidates, votes) : title, blocks);
    }

    /** {@code Votes: A 2, B 1}. */
    private static String asked(List<Scenario> candidates, List<Vote> votes) {
        String counts = candidates.stream()
                .filter(each -> !count(votes, each).isEmpty())
                .map(each -> each.label() + " " + count(votes, each).size())
                .collect(Collectors.joining(", "));
        return (counts.isEmpty() ? "Which one?" : "Votes: " + counts + ".")
                + " One vote a person, which can be changed";
    }

    private static Block.Fact tally(Scenario scenario, List<UserId> voters) {
        List<Span> spans = new ArrayList<>();
        spans.add(Span.strong(voters.size() == 1 ? "1 vote" : voters.size() + " votes"));
        spans.add(Span.plain(" · " + Words.summary(scenario.figures())));
        voters.forEach(voter -> {
            spans.add(Span.plain(" · "));
            spans.add(new Span.Person(voter.value()));
        });
        return new Block.Fact(scenario.label(), spans);
    }

    private static List<UserId> count(List<Vote> votes, Scenario scenario) {
        return votes.stream()
                .filter(vote -> vote.scenario() == scenario.number())
                .map(Vote::voter)
                .toList();
    }
}
