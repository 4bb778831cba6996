package io.tunetally.discord.message;

import java.util.List;

/** The adapter's own notices, in markup, for when there is no answer of the bot to show. */
public final class Notices {
    public static final String COMMAND = "finetune";

    private Notices() {}

    public static String busy() {
        return "Too much at once just now. Please ask again in a minute.";
    }

    public static String restarting() {
        return "The bot is being restarted. Please ask again in a minute.";
    }

    public static String coolDown() {
        return "That was a lot within a few seconds. Please wait ten seconds and ask again.";
    }

    public static String failed(String incident) {
        return "Something broke on our side. Ask again; if it happens again, report incident `" + incident + "`.";
    }

    public static String older() {
        return "This is from an older version and does nothing any more. Ask again, for example with `/" + COMMAND
                + " help`.";
    }

    /** For a key that the store has not taken yet or has dropped after months, or that is made up. */
    public static String unknown() {
        return "The command of this button is not known. Please try again in a minute, or ask again, for example with `/"
                + COMMAND + " help`.";
    }

    public static String unreadable() {
        return "The command of this button cannot be looked up at the moment. Please try again in a minute,"
                + " or ask with `/" + COMMAND + " ask`.";
    }

    public static String notShared() {
        return "It could not be shared just now. Please press *Share* again.";
    }

    public static String sharedAlready() {
        return "This has been shared, or is being shared. If it does not stand in the channel, ask again and share that.";
    }

    public static String perhapsShared() {
        return "Discord did not say whether it was shared. If it does not stand in the channel, please press *Share* again.";
    }

    public static String noText() {
        return "There is no text in that message to estimate, nor in what it forwards or embeds. Try `/" + COMMAND
                + " ask`.";
    }

    public static String forgotten(long rows) {
        return rows == 0
                ? "Nothing was stored about you."
                : "Deleted: all that was stored about you, " + rows + (rows == 1 ? " entry." : " entries.");
    }

    public static String nothingStored() {
        return "Nothing is stored about you.";
    }

    public static String notExported() {
        return "Your stored data cannot be read at the moment. Please try again in a minute.";
    }

    /** The command is offered in servers only that have installed the app. */
    public static String noServer() {
        return "Only a server that has added this app has defaults of its own.";
    }

    public static String noDefaults() {
        return "The defaults of this server can be neither read nor changed at the moment. Please try again in a minute.";
    }

    public static String notForgotten() {
        return "The store did not confirm that it has deleted everything. Please try again in a minute.";
    }

    public static String notANumber(String option, String typed) {
        return "`" + typed.replace('`', 'ˋ') + "` is no number for *" + option.replace('_', ' ')
                + "*, such as `1000`, `1,000` or `1k`. The form keeps your other numbers.";
    }

    public static String notALine(String line, List<String> numbers) {
        return "`" + line.replace('`', 'ˋ') + "` is none of the numbers. Write one a line, such as `"
                + numbers.getFirst() + ": 1000`; there is " + String.join(", ", numbers) + ".";
    }

    /** For a user who asked where the bot may not write. */
    public static String cannotWrite(String channelId) {
        return "I may not write in <#" + channelId
                + ">. A person who manages that channel can allow me to *View Channel*,"
                + " *Send Messages* and, in threads, *Send Messages in Threads*, and open a thread that is locked; or ask"
                + " me here.";
    }
}
