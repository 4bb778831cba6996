package io.tunetally.wording;

import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Emphasis;
import io.tunetally.reply.Reply;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Intent;
import io.tunetally.request.Request;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words the question back to a message that describes a job and asks nothing: what should be worked out for it. */
final class UnaskedWording {
    /** What can be asked of a job, with the label of its button. */
    private static final Map<Intent, String> QUESTIONS = Map.of(
            Intent.ESTIMATE, "What it costs to train",
            Intent.TCO, "What it costs to run",
            Intent.WORTHIT, "Is it worth it?",
            Intent.RECOMMEND, "What should we use?");

    private static final List<Intent> ORDER = List.of(Intent.ESTIMATE, Intent.TCO, Intent.WORTHIT, Intent.RECOMMEND);

    private static final List<String> PLACES = List.of("on ", "in ", "without ");

    private UnaskedWording() {}

    /**
     * Returns the question back.
     *
     * @param said the values of the message, at least one
     * @param doubts what was corrected or impossible, before the buttons
     */
    static Reply reply(Slots said, List<Block> doubts) {
        List<Block> blocks = new ArrayList<>(doubts);
        List<Action> actions = ORDER.stream()
                .map(intent -> new Action(
                        QUESTIONS.getOrDefault(intent, intent.word()),
                        CanonicalText.write(Request.of(intent, said)),
                        intent == Intent.ESTIMATE ? Emphasis.PRIMARY : Emphasis.NORMAL))
                .toList();
        blocks.add(new Block.Choices("", actions));
        String job = CanonicalText.values(said);
        // Without a model or numbers the words only say where: "on openai".
        String about = PLACES.stream().anyMatch(job::startsWith) ? "fine-tuning " + job : job;
        return new Reply("What would you like to know about " + about + "?", blocks, Audience.ASKER);
    }
}
