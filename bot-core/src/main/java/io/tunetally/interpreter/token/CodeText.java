package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.text.FoldedText;
import java.util.BitSet;

/**
 * Finds what is written as in a program: {@code get_peft_model}, {@code --enable-lora}, {@code KeyError}, {@code eval.py},
 * {@code <|eot_id|>}. Who writes so mostly asks how to mend something, and not what tuning costs.
 */
public final class CodeText {
    private static final int SHORTEST_PART = 2;

    private final FoldedText folded;
    private final String text;

    private CodeText(FoldedText folded) {
        this.folded = folded;
        text = folded.text();
    }

    /** Returns which tokens are part of such a piece. */
    public static BitSet tokens(FoldedText folded, Token[] tokens) {
        CodeText pieces = new CodeText(folded);
        BitSet found = new BitSet(tokens.length);
        int end = -1;
        boolean code = false;
        for (int i = 0; i < tokens.length; i++) {
            int start = tokens[i].start;
            if (start >= end) {
                int first = pieces.start(start);
                end = pieces.end(start);
                code = pieces.isCode(first, end);
            }
            found.set(i, code);
        }
        return found;
    }

    private int start(int at) {
        int first = at;
        while (first > 0 && !isSpace(first - 1)) {
            first--;
        }
        return first;
    }

    private int end(int at) {
        int end = at + 1;
        while (end < folded.length() && !isSpace(end)) {
            end++;
        }
        return end;
    }

    private boolean isSpace(int at) {
        char c = text.charAt(at);
        return c == ' ' || c == '\n';
    }

    private boolean isCode(int first, int end) {
        char c = text.charAt(first);
        boolean option = c == '-' && end - first > SHORTEST_PART && isOptionName(first + 1);
        boolean path = c == '/' && text.indexOf('/', first + 1) > 0 && text.indexOf('/', first + 1) < end;
        if (option || path) {
            return true;
        }
        for (int i = first; i < end - 1; i++) {
            if (joins(i, first, end)) {
                return true;
            }
        }
        return text.charAt(first) == '`';
    }

    private boolean isOptionName(int at) {
        return Boundary.isLetter(text.charAt(at)) || (text.charAt(at) == '-' && Boundary.isLetter(text.charAt(at + 1)));
    }

    /** True if a character and the one after it join parts as only programs do. */
    private boolean joins(int at, int first, int end) {
        char c = text.charAt(at);
        char next = text.charAt(at + 1);
        boolean inside = at > first && Boundary.isLetter(text.charAt(at - 1));
        return switch (c) {
            case '_' -> inside && Boundary.isLetter(next);
            case '(' -> inside && next == ')';
            case '<' -> next == '|' || next == '/';
            case ':' -> inside && (next == ':' || next == '/');
            case '=', '!' -> next == '=';
            case '.' -> isFileOrMember(at, first, end);
            default ->
                Boundary.isLetter(c)
                        && Boundary.isLetter(next)
                        && !folded.isUpperCase(at)
                        && folded.isUpperCase(at + 1);
        };
    }

    /** {@code trainer.train}, {@code rows.jsonl}; but no sentence that begins without a space, and no {@code e.g.}. */
    private boolean isFileOrMember(int dot, int first, int end) {
        boolean before = dot - SHORTEST_PART >= first
                && isNameLetter(text.charAt(dot - 1))
                && isNameLetter(text.charAt(dot - SHORTEST_PART));
        boolean after = dot + SHORTEST_PART < end
                && Boundary.isLetter(text.charAt(dot + 1))
                && Boundary.isLetter(text.charAt(dot + SHORTEST_PART));
        return before && after && !folded.isUpperCase(dot + 1);
    }

    private static boolean isNameLetter(char c) {
        return Boundary.isLetter(c) || c == '_';
    }
}
