package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class HelpWordingTest {
    private static final Reply HELP = new HelpWording().reply(List.of());

    @Test
    void everyExampleIsARequestThatTheBotAnswers() {
        assertThat(Worded.buttons(HELP))
                .extracting(Action::command)
                .allSatisfy(command ->
                        assertThat(BuiltIn.read(command).status()).as(command).isEqualTo(Interpretation.Status.READY));
    }

    @Test
    void thereIsAnExampleOfEveryIntent() {
        Set<Intent> shown = EnumSet.noneOf(Intent.class);
        Worded.buttons(HELP)
                .forEach(example -> shown.add(BuiltIn.read(example.command()).intent()));
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Intent.NONE, Intent.HELP)));
    }

    @Test
    void startsWithTheBlocksGiven() {
        Block warning = Block.Text.of(Span.plain("No prices."));
        assertThat(new HelpWording().reply(List.of(warning)).blocks())
                .startsWith(warning)
                .hasSize(HELP.blocks().size() + 1);
    }
}
