package io.tunetally.catalog;

/**
 * A position in a price file, for messages.
 *
 * @param line counted from 1; 0 for the whole file
 * @param key the path of keys to it, e.g. {@code prices[3].training.lora}; empty for the whole file
 */
public record FilePosition(String file, int line, String key) {
    private static final int LONGEST_KEY = 200;

    public static FilePosition start(String file) {
        return new FilePosition(file, 0, "");
    }

    public FilePosition child(String name, int childLine) {
        return new FilePosition(file, childLine, key.isEmpty() ? name : key + "." + name);
    }

    public FilePosition item(int index, int itemLine) {
        return new FilePosition(file, itemLine, key + "[" + index + "]");
    }

    /** Returns the short form for references in messages: {@code guide.yaml:12}. */
    public String fileAndLine() {
        return file + ":" + line;
    }

    @Override
    public String toString() {
        String where = line == 0 ? file : fileAndLine();
        return key.isEmpty() ? where : where + ": " + shortened(key, LONGEST_KEY);
    }

    /** Limits a text from a file to a number of characters, with an ellipsis if it is cut. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }
}
