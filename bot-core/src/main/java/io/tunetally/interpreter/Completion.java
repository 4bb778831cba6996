package io.tunetally.interpreter;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.request.CanonicalText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Completes the text at the cursor: first whole example commands, then verbs, models, providers and units that begin with the word. */
final class Completion {
    private static final int MAXIMUM = 25;
    private static final int LONGEST_WORD = 64;
    private static final List<String> COMMANDS = List.of(
            "cost gpt-4o-mini 1000 examples 3 epochs",
            "cost llama-3.1-8b lora 1000 examples 3 epochs",
            "compare all 1000 examples 3 epochs",
            "compare gpt-4o-mini vs llama-3.1-8b 1000 examples",
            "tco gpt-4o-mini 1000 examples 100 requests/day 6 months",
            "break even gpt-4o-mini 2000 prompt tokens 100 tuned prompt tokens",
            "budget $50 gpt-4o-mini",
            "recommend 1000 examples 100 requests/day",
            "worth it gpt-4o-mini 500 examples",
            "models",
            "help");
    private static final List<String> WORDS = List.of(
            "lora", "full", "examples", "epochs", "tokens per example", "tokens total", "requests/day", "months", "vs");

    private final List<String> words = new ArrayList<>();

    Completion(CompiledLexicon compiledLexicon) {
        compiledLexicon.catalog().models().stream().map(Model::id).forEach(id -> words.add(id.value()));
        compiledLexicon.catalog().providers().stream()
                .map(Provider::id)
                .forEach(id -> words.add(CanonicalText.provider(id)));
        words.addAll(WORDS);
    }

    List<String> complete(String text, int cursor) {
        int end = Math.max(0, Math.min(cursor, text.length()));
        String typed = text.substring(0, end).toLowerCase(Locale.ROOT);
        // The last word may also begin the rest of a command.
        Set<String> found = new LinkedHashSet<>();
        for (String command : COMMANDS) {
            if (command.startsWith(typed.stripLeading())) {
                found.add(command);
            }
        }
        words(typed, found);
        return found.stream().limit(MAXIMUM).toList();
    }

    /** Ranks words that begin with the typed text before those that only contain it. */
    private void words(String typed, Set<String> found) {
        int start = typed.length();
        while (start > 0 && !Character.isWhitespace(typed.charAt(start - 1))) {
            start--;
        }
        String word = typed.substring(start);
        if (word.length() > LONGEST_WORD) {
            return;
        }
        String key = CompiledLexicon.key(word);
        String before = typed.substring(0, start);
        List<String> holding = new ArrayList<>();
        for (String candidate : words) {
            String candidateKey = CompiledLexicon.key(candidate);
            if (candidateKey.startsWith(key)) {
                found.add(before + candidate);
            } else if (key.length() >= 2 && candidateKey.contains(key)) {
                holding.add(before + candidate);
            }
        }
        found.addAll(holding);
    }
}
