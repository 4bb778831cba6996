package io.tunetally.console;

import io.tunetally.bot.Bot;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.reply.Reply;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Knowledge;
import io.tunetally.runtime.Stores;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;
import io.tunetally.storage.jdbc.JdbcStorage;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** An interactive session with a thread's memory; without a terminal, it reads one message per line and prints one answer each. */
@CommandLine.Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a conversation that remembers earlier messages.",
            "A line that names a training file (train.jsonl llama 70b lora) has it measured and priced.",
            "With a name a later process can continue it; without one it ends with this process.",
            "With standard input not a terminal: one message a line, answers in order."
        })
final class ChatCommand implements Callable<Integer> {
    private static final String PROMPT = "> ";

    private final CommandContext commandContext;

    @CommandLine.Option(
            names = "--conversation",
            paramLabel = "NAME",
            description = "continues the conversation of this name")
    private @Nullable String conversation;

    @CommandLine.Option(
            names = "--people",
            description = "each line begins with who says it: \"ada: cost gpt-4o 1k examples\"")
    private boolean people;

    ChatCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() throws IOException {
        if (conversation == null) {
            Clock clock = commandContext.clock();
            return converse(Assembly.ofSession(Knowledge.read(commandContext.environment(), clock), clock));
        }
        try (JdbcStorage storage = Stores.open(commandContext.environment(), commandContext.clock());
                WriteBehindThreadMemory memory = new WriteBehindThreadMemory(
                        storage.sweeping().threadMemory(), commandContext.clock(), this::notRemembered)) {
            return converse(Assembly.ofPlatform(
                    Knowledge.read(commandContext.environment(), commandContext.clock()),
                    commandContext.clock(),
                    memory,
                    storage.teamDefaults(),
                    storage.teamRecords()));
        }
    }

    private int converse(Assembly assembly) throws IOException {
        Bot bot = assembly.bot();
        ChatSession session = new ChatSession(bot, conversation == null ? "chat" : conversation, people);
        return commandContext.terminal() ? readLines(bot, session) : answerEachLine(session);
    }

    private void notRemembered(StorageException failed) {
        commandContext.err().println("tunetally: this message may not be remembered: " + failed.getMessage());
    }

    private int answerEachLine(ChatSession session) throws IOException {
        for (String line = commandContext.in().readLine();
                line != null;
                line = commandContext.in().readLine()) {
            if (!line.isBlank()) {
                commandContext.out().println(rendered(session.answer(line)));
                commandContext.out().flush();
            }
        }
        return ExitCode.OK;
    }

    /** Returns an answer with the content of its files, which a session cannot save. */
    private String rendered(Reply reply) {
        String files = reply.files().stream().map(file -> "\n" + file.text()).collect(Collectors.joining());
        return commandContext.plainText("below").render(reply) + files;
    }

    private int readLines(Bot bot, ChatSession session) throws IOException {
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
                    terminal.writer().println(rendered(session.answer(line)));
                    terminal.flush();
                }
            }
        } catch (EndOfFileException | UserInterruptException ended) {
            return ExitCode.OK;
        }
    }
}
