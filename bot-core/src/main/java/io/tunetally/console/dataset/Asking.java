package io.tunetally.console.dataset;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Request;
import io.tunetally.runtime.Assembly;

/** Asks the bot requests as their canonical text, each in a conversation of its own, so that none inherits from another. */
final class Asking {
    private final Assembly assembly;
    private int asked;

    Asking(Assembly assembly) {
        this.assembly = assembly;
    }

    Outcome answer(Request request) {
        return assembly.bot()
                .answer(CommandContext.said(CanonicalText.write(request), "dataset-" + asked++))
                .outcome();
    }
}
