package io.tunetally.dataset.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pre-tokenizer given by its regular expression; text between two matches is a piece of its own. */
record PatternSplitter(Pattern pattern) implements Splitter {
    @Override
    public int end(String text, int start) {
        Matcher matcher = pattern.matcher(text);
        matcher.useTransparentBounds(true).region(start, text.length());
        if (!matcher.find()) {
            return text.length();
        }
        return matcher.start() > start ? matcher.start() : Math.max(matcher.end(), start + 1);
    }
}
