package io.tunetally.console;

import io.tunetally.bot.Bot;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;

/** An interactive session with a thread's memory; without a terminal, one message a line and one answer each. */
@CommandLine.Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "A conversation: what was said before is remembered.",
            "With standard input not a terminal: one message a line, answers in order."
        })
final class ChatCommand implements Callable<Integer> {
    private static final String PROMPT = "> ";

    private final Surroundings surroundings;

    @CommandLine.Option(
            names = "--conversation",
            paramLabel = "NAME",
            defaultValue = "chat",
            description = "the conversation's name (default: ${DEFAULT-VALUE})")
    private String conversation = "chat";

    ChatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Bot bot = Assembly.of(surroundings.environment(), surroundings.clock(), null, null)
                .bot();
        ChatSession session = new ChatSession(bot, conversation);
        return surroundings.terminal() ? converse(bot, session) : answerEachLine(session);
    }

    private int answerEachLine(ChatSession session) throws IOException {
        for (String line = surroundings.in().readLine();
                line != null;
                line = surroundings.in().readLine()) {
            if (!line.isBlank()) {
                surroundings.out().println(surroundings.plainText().render(session.answer(line)));
                surroundings.out().flush();
            }
        }
        return ExitCode.OK;
    }

    private int converse(Bot bot, ChatSession session) throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .completer((line, parsed, candidates) -> bot.complete(parsed.line(), parsed.cursor()).stream()
                            .map(completion -> new Candidate(completion.text()))
                            .forEach(candidates::add))
                    .build();
            terminal.writer()
                    .println(
                            "Ask what fine-tuning costs, or type the number of a choice; \"help\" shows examples, Ctrl-D ends.");
            while (true) {
                String line = reader.readLine(PROMPT);
                if (!line.isBlank()) {
                    terminal.writer().println(surroundings.plainText().render(session.answer(line)));
                    terminal.flush();
                }
            }
        } catch (EndOfFileException | UserInterruptException ended) {
            return ExitCode.OK;
        }
    }
}
