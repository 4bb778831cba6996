package io.tunetally.interpreter.corpus;

import io.tunetally.interpreter.Interpreter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mutates messages of the corpora: characters and words lost, doubled, moved, two messages merged, numbers at limits, nested markup. */
public final class MutatedText {
    private static final List<String> MESSAGES = messages();

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-5",
            "2.5",
            "3-4.5",
            "1.000",
            "1,5k",
            "1e30",
            "1e-30",
            "9223372036854775807",
            "9223372036854775808",
            "100000000000000000000000000000000",
            "0.0000001",
            "999999999999999999999b",
            "0b",
            "-7b",
            "1m-5k",
            "5k-1m",
            "1/0",
            "10^99",
            "1e5b",
            "3x",
            "0.1x",
            "\uff11\uff12",
            "\u00bd",
            "½k",
            "NaN",
            "1_000_",
            "1'000'0");

    private static final List<String[]> MARKUP = List.of(
            new String[] {"*", "*"},
            new String[] {"_", "_"},
            new String[] {"~~", "~~"},
            new String[] {"~", "~"},
            new String[] {"`", "`"},
            new String[] {"```", "```"},
            new String[] {"||", "||"},
            new String[] {"> ", "\n"},
            new String[] {"<https://x.y/|", ">"},
            new String[] {"[", "](https://x.y)"},
            new String[] {"(", ")"},
            new String[] {"\"", "\""},
            new String[] {"<@U1|", ">"},
            new String[] {"&lt;", "&gt;"});

    private final Random random;

    public MutatedText(Random random) {
        this.random = random;
    }

    private static List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (String corpus : List.of("written.tsv", "judged.tsv", "negative.tsv", "positive.tsv")) {
            Corpus.load(corpus).lines().forEach(line -> messages.add(line.text()));
        }
        return List.copyOf(messages);
    }

    /** Returns an unchanged message of the corpora. */
    public String message() {
        return one(MESSAGES);
    }

    /** Returns a message with one to four changes. */
    public String text() {
        String text = message();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            text = changed(text);
        }
        return text.length() > 2 * Interpreter.MAXIMUM_LENGTH ? text.substring(0, Interpreter.MAXIMUM_LENGTH) : text;
    }

    private String changed(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = at + random.nextInt(Math.min(8, text.length() - at) + 1);
        String before = text.substring(0, at);
        String part = text.substring(at, to);
        String after = text.substring(to);
        String[] marks = one(MARKUP);
        return switch (random.nextInt(12)) {
            case 0 -> before + after;
            case 1 -> before + part + part + after;
            case 2 -> before + (char) random.nextInt(0x10000) + after;
            case 3 -> before + (char) (' ' + random.nextInt(95)) + part + after;
            case 4, 5 -> before + " " + one(NUMBERS) + " " + after;
            case 6 -> numberReplaced(text);
            case 7 -> marks[0] + text + marks[1];
            case 8 -> before + marks[0] + part + marks[1] + after;
            case 9 -> text + one(List.of(" ", ", ", ". ", " and ", " vs ", "\n", " no, ")) + message();
            case 10 -> shuffled(text);
            default -> part.repeat(1 + random.nextInt(300)) + after;
        };
    }

    private String numberReplaced(String text) {
        return text.replaceFirst("\\d[\\d.,]*", one(NUMBERS));
    }

    private String shuffled(String text) {
        List<String> words = new ArrayList<>(List.of(text.split(" ", -1)));
        java.util.Collections.shuffle(words, random);
        return String.join(" ", words);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
