package io.tunetally.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Renders spans in a platform's markup, in short pieces broken between words, never within a number. */
public final class Pieces {
    private Pieces() {}

    /**
     * Returns the spans in sequence.
     *
     * @param limit the maximum number of markup characters per piece
     * @param markup renders a span in the platform's markup
     */
    public static List<String> of(List<Span> spans, int limit, Function<Span, String> markup) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (Span span : spans) {
            for (String part : parts(span, limit, markup)) {
                if (piece.length() + part.length() > limit) {
                    pieces.add(piece.toString());
                    piece.setLength(0);
                }
                piece.append(part);
            }
        }
        if (!piece.toString().isBlank()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static List<String> parts(Span span, int limit, Function<Span, String> markup) {
        String whole = markup.apply(span);
        if (whole.length() <= limit) {
            return List.of(whole);
        }
        int middle = middle(span.text());
        List<String> parts = new ArrayList<>(parts(withText(span, span.text().substring(0, middle)), limit, markup));
        parts.addAll(parts(withText(span, span.text().substring(middle)), limit, markup));
        return parts;
    }

    /** Returns the space nearest before the middle, else the middle itself, never within a surrogate pair. */
    private static int middle(String text) {
        int space = text.lastIndexOf(' ', text.length() / 2);
        if (space > 0) {
            return space;
        }
        int middle = Math.max(1, text.length() / 2);
        return Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
    }

    private static Span withText(Span span, String text) {
        return switch (span) {
            case Span.Plain _ -> Span.plain(text);
            case Span.Strong _ -> Span.strong(text);
            case Span.Code _ -> Span.code(text);
            case Span.Link link -> new Span.Link(text, link.url());
            case Span.Person person -> person;
        };
    }
}
