package io.tunetally.discussion.command;

import io.tunetally.chat.UserId;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.Scenario;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the commands about who proposed which scenarios. A person is known by the platform's id only. */
final class ProposalCommands {
    private static final Pattern MENTION = Pattern.compile("<@!?(\\w+)(?:\\|[^>]*)?>");

    private final ScenarioCommands scenarios;

    ProposalCommands(ScenarioCommands scenarios) {
        this.scenarios = scenarios;
    }

    /** A name works where it is the id, as at the terminal. */
    Response by(Context context) {
        Command command = context.command();
        String typed = command.value("person");
        Matcher mention = MENTION.matcher(typed);
        String id = mention.matches() ? mention.group(1) : typed.replaceFirst("^@", "");
        List<Scenario> theirs = command.open().stream()
                .filter(each -> each.asker().value().equalsIgnoreCase(id))
                .toList();
        if (theirs.isEmpty()) {
            return Response.refused(
                    command.verb(),
                    mention.matches()
                            ? "Nothing here was proposed by that person. " + Words.known(command.open())
                            : "I keep no names, so I do not know " + typed + ": mention the person with @, or see "
                                    + "scenarios");
        }
        return scenarios.board(context, theirs);
    }

    Response mine(Context context) {
        UserId asker = context.from().user();
        List<Scenario> own = context.command().open().stream()
                .filter(each -> each.asker().equals(asker))
                .toList();
        return own.isEmpty()
                ? Response.refused(
                        context.verb(),
                        "You have proposed nothing here. "
                                + Words.known(context.command().open()))
                : scenarios.board(context, own);
    }

    Response who(Context context) {
        Command command = context.command();
        Words.Found found = Words.find(command, "letter");
        return found.scenario().map(scenario -> asked(context, scenario)).orElse(found.otherwise());
    }

    private static Response asked(Context context, Scenario scenario) {
        Span day = Span.plain("On " + Words.day(scenario.askedAt()));
        Span offer = Span.plain(": " + Words.summary(scenario.figures()) + "."
                + (scenario.asks() > 1 ? " Asked about " + scenario.asks() + " times." : ""));
        UserId asker = scenario.asker();
        boolean known = !asker.value().isEmpty();
        return Response.said(
                context.verb(),
                known
                        ? scenario.label() + " was proposed"
                        : "It is not known any more who proposed " + scenario.label(),
                List.of(
                        known
                                ? Block.Text.of(day, Span.plain(" by "), new Span.Person(asker.value()), offer)
                                : Block.Text.of(day, offer)));
    }
}
