package io.tunetally.catalog;

/**
 * Where something stands in a price file, for messages.
 *
 * @param line counted from 1; 0 where the whole file is meant
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

    /** The short form other messages point with: {@code guide.yaml:12}. */
    public String fileAndLine() {
        return file + ":" + line;
    }

    @Override
    public String toString() {
        String where = line == 0 ? file : fileAndLine();
        return key.isEmpty() ? where : where + ": " + shortened(key, LONGEST_KEY);
    }

    /** At most so many characters of what a file says, and an ellipsis where some are left out. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "\u2026";
    }
}
