package io.tunetally.interpreter.corpus;

import java.util.Random;

/** Text that no person would write, and fragments of text that they do, in any order. */
public final class RandomText {
    private static final String[] PIECES = {
        "gpt-4o",
        "llama",
        "8b",
        "1k",
        "examples",
        "epochs",
        "$",
        "50",
        "-",
        "..",
        "/",
        "vs",
        "cost",
        "~",
        "~~",
        "*",
        "_",
        "`",
        "```",
        "<@U1>",
        "<http://x|",
        "&amp;",
        ">",
        "\n> ",
        ":",
        ":x:",
        "1,000",
        "1.000",
        "1e999",
        "99999999999999999999999",
        "3x",
        "x",
        "%",
        "tokens",
        "per",
        "day",
        "half",
        "a",
        "million",
        "\u00a0",
        "\u200b",
        "\ud83d",
        "\ude00",
        "\uff11",
        "\u0130",
        "\u0131",
        "\u0663",
        "(",
        ")",
        "[",
        "](",
        "2024-01-01",
        "12:30",
        "ft:",
        "::",
        "--",
        "=",
        "exmaples",
        "double the",
        "instead of",
        "not",
        "retrain",
        "every",
        "weeks",
        "\ud835\udfcf",
        "\u00bd",
        "\u4e00",
        "prompt",
        "in",
        "out",
        "->",
        "'s",
        "'",
        "\\",
        "||",
        "#1",
        "@",
        "^"
    };

    private final Random random;

    public RandomText(Random random) {
        this.random = random;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(4) == 0) {
                text.append((char) random.nextInt(0x10000));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            text.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
