package io.tunetally.console;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.reply.PlainText;
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
        return surroundings.terminal() ? converse(bot) : answerEachLine(bot);
    }

    private int answerEachLine(Bot bot) throws IOException {
        for (String line = surroundings.in().readLine();
                line != null;
                line = surroundings.in().readLine()) {
            if (!line.isBlank()) {
                surroundings.out().println(answer(bot, line, surroundings.plainText()));
                surroundings.out().flush();
            }
        }
        return ExitCode.OK;
    }

    private int converse(Bot bot) throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .completer((line, parsed, candidates) -> bot.complete(parsed.line(), parsed.cursor()).stream()
                            .map(completion -> new Candidate(completion.text()))
                            .forEach(candidates::add))
                    .build();
            terminal.writer().println("Ask what fine-tuning costs; \"help\" shows examples, Ctrl-D ends.");
            while (true) {
                String line = reader.readLine(PROMPT);
                if (!line.isBlank()) {
                    terminal.writer().println(answer(bot, line, surroundings.plainText()));
                    terminal.flush();
                }
            }
        } catch (EndOfFileException | UserInterruptException ended) {
            return ExitCode.OK;
        }
    }

    private String answer(Bot bot, String line, PlainText text) {
        ChatEvent said = AskCommand.said(line, conversation);
        Answer answer = bot.answer(said);
        return text.render(answer.reply());
    }
}
