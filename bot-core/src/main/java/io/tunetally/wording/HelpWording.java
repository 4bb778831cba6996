package io.tunetally.wording;

import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.wording.part.AnswerFrame;
import java.util.List;
import java.util.stream.Stream;

/** Words how to use the bot, with examples to copy. */
final class HelpWording {
    private static final List<Action> EXAMPLES = List.of(
            Action.of("A cost", "cost 1k examples 3 epochs llama 8b lora"),
            Action.of("A comparison", "gpt-4o vs llama 70b 1k examples"),
            Action.of("Over months", "tco gpt-4o 1k examples 100 requests/day over 6 months"),
            Action.of("When it pays back", "break even gpt-4o-mini 2000 token prompt vs 100 token prompt"),
            Action.of("A budget", "what can I train for $50"),
            Action.of("A recommendation", "recommend"),
            Action.of("Whether at all", "should I fine-tune"),
            Action.of("What would change it", "what would change compare all 100 requests/day"),
            Action.of("Moving off a model", "migrate gpt-4o-mini 2k examples 20k requests/day"),
            Action.of("The models", "models"),
            Action.of("What a word means", "what is LoRA"));

    Reply reply(List<Block> before) {
        return AnswerFrame.bare(
                "What fine-tuning a model will cost",
                Stream.concat(
                                before.stream(),
                                Stream.of(
                                        Block.Text.of(
                                                Span.plain(
                                                        "Say model, examples, tokens per example, epochs and method in any order; what you leave out is assumed and shown.")),
                                        new Block.Choices("Ask, for example:", EXAMPLES)))
                        .toList());
    }
}
