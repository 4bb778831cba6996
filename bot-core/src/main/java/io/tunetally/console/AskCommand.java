package io.tunetally.console;

import io.tunetally.bot.Answer;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** One message in, one answer out. */
@CommandLine.Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers one message; without one it is read from standard input.",
        footer = {
            "",
            "Exit code: 0 answered, 2 a question back, refused or nothing asked, 64 usage, 70 a bug, 78 bad configuration."
        })
final class AskCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @CommandLine.Option(
            names = "--as",
            paramLabel = "FORM",
            defaultValue = "text",
            converter = AskCommand.FormConverter.class,
            description = "text or json (default: ${DEFAULT-VALUE})")
    private Form form = Form.TEXT;

    @CommandLine.Option(names = "--as-of", paramLabel = "DATE", description = "prices of this day, e.g. 2026-11-25")
    private @Nullable LocalDate asOf;

    @CommandLine.Option(names = "--edition", paramLabel = "NAME", description = "the price book to look at first")
    private @Nullable String edition;

    @CommandLine.Parameters(arity = "0..*", paramLabel = "TEXT", description = "the message")
    private List<String> words = new ArrayList<>();

    /** How an answer is printed. */
    enum Form {
        TEXT,
        JSON
    }

    AskCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Assembly assembly = Assembly.of(surroundings.environment(), surroundings.clock(), asOf, edition);
        refuseUnknownEdition(assembly);
        String text = words.isEmpty() ? standardInput() : String.join(" ", words);
        Answer answer = assembly.bot().answer(said(text, "ask"));
        switch (form) {
            case TEXT -> surroundings.out().print(surroundings.plainText().render(answer.reply()));
            case JSON -> surroundings.out().println(Json.pretty(new OutcomeJson(day()).of(answer.outcome())));
        }
        surroundings.out().flush();
        return ExitCode.of(answer.outcome());
    }

    /** A message said at the console; each command line is a conversation of its own. */
    static ChatEvent.Said said(String text, String conversation) {
        Envelope envelope = new Envelope("", conversation(conversation), new UserId("console"), true);
        return new ChatEvent.Said(envelope, text, List.of());
    }

    static ConversationId conversation(String name) {
        return new ConversationId(PlatformId.CONSOLE, "", name, "");
    }

    private LocalDate day() {
        return asOf == null ? LocalDate.now(surroundings.clock()) : asOf;
    }

    private String standardInput() throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[4096];
        for (int read = surroundings.in().read(buffer);
                read >= 0;
                read = surroundings.in().read(buffer)) {
            text.append(buffer, 0, read);
        }
        return text.toString().strip();
    }

    private void refuseUnknownEdition(Assembly assembly) {
        List<String> editions =
                assembly.catalog().books().stream().map(book -> book.edition()).toList();
        if (edition != null && !editions.contains(edition) && spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "no price book '" + edition + "'; there is "
                            + editions.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    /** Reads {@code json} as well as {@code JSON}. */
    static final class FormConverter implements CommandLine.ITypeConverter<Form> {
        @Override
        public Form convert(String word) {
            try {
                return Form.valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new CommandLine.TypeConversionException("'" + word + "' is not text or json");
            }
        }
    }
}
