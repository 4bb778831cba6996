package io.tunetally.interpreter.corpus;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Quality;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Service;
import org.jspecify.annotations.Nullable;

/** Conversations: each turn is {@code text<TAB>label}, an empty line starts a new one. Accepted requests are remembered. */
public final class Dialogues {
    private Dialogues() {}

    public static Quality quality() {
        Quality quality = new Quality("dialogues");
        @Nullable Request remembered = null;
        for (String row : Corpus.rows("dialogues.tsv")) {
            if (row.isBlank()) {
                remembered = null;
                continue;
            }
            int tab = row.lastIndexOf('\t');
            String text = row.substring(0, tab);
            Interpretation read = BuiltIn.INTERPRETER.read(text, Markup.PLAIN, true, remembered);
            quality.add(text, Label.parse(row.substring(tab + 1)), read);
            Request request = read.request();
            if (BuiltIn.INTERPRETER
                    .service(text, Markup.PLAIN)
                    .filter(Service.RESET::equals)
                    .isPresent()) {
                remembered = null;
            } else if (request != null && read.status() == Interpretation.Status.READY) {
                remembered = request;
            }
        }
        return quality;
    }
}
