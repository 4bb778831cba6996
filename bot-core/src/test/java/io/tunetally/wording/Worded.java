package io.tunetally.wording;

import io.tunetally.answer.Answers;
import io.tunetally.answer.Inquiries;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Offers;
import io.tunetally.engine.TestPrices;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replies to typed questions, and access to their parts. */
public final class Worded {
    private static final Wording WORDING = new Wording();
    private static final Catalog ALL = TestPrices.catalog("published/", "guide.yaml");
    private static final Answers GUIDE = answers(TestPrices.catalog("guide.yaml"), TestPrices.TODAY);
    private static final Answers TODAY = answers(ALL, TestPrices.TODAY);
    private static final Answers EARLIER = answers(ALL, Inquiries.BEFORE_CLOSURES);

    private Worded() {}

    private static Answers answers(Catalog catalog, LocalDate day) {
        return new Answers(catalog, Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC));
    }

    /** Returns the reply with the guide's prices alone. */
    static Reply byGuide(String question) {
        return WORDING.reply(outcomeByGuide(question));
    }

    /** Returns the reply with the guide's and the published prices. */
    public static Reply today(String question) {
        return WORDING.reply(outcomeToday(question));
    }

    /** Returns the same reply on the day before all closures. */
    static Reply earlier(String question) {
        return WORDING.reply(outcomeEarlier(question));
    }

    public static Outcome outcomeEarlier(String question) {
        return EARLIER.answer(BuiltIn.read(question), Inquiries.DEFAULTS);
    }

    public static Catalog catalog() {
        return ALL;
    }

    /** Returns the offers of a model that a new customer can start today, on GPUs too if it is open. */
    public static List<Offer> startableOffers(Model model) {
        Offers offers =
                TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml").offers();
        return Stream.concat(
                        offers.of(model, Objective.SFT, null).stream()
                                .filter(offer -> offers.canStart(offer, Objective.SFT)),
                        offers.onGpus(model, ProviderId.SELF_HOSTED).stream())
                .toList();
    }

    public static Outcome outcomeByGuide(String question) {
        return GUIDE.answer(BuiltIn.read(question), Inquiries.DEFAULTS);
    }

    public static Outcome outcomeToday(String question) {
        return TODAY.answer(BuiltIn.read(question), Inquiries.DEFAULTS);
    }

    /** Returns the facts of all blocks, each as {@code name: value}. */
    static List<String> facts(Reply reply) {
        return blocks(reply, Block.Facts.class)
                .flatMap(block -> block.facts().stream())
                .map(fact -> fact.name().isEmpty() ? text(fact.value()) : fact.name() + ": " + text(fact.value()))
                .toList();
    }

    /** Returns the notes of a tone. */
    public static List<String> notes(Reply reply, Block.Tone tone) {
        return blocks(reply, Block.Notes.class)
                .filter(block -> block.tone() == tone)
                .flatMap(block -> block.notes().stream())
                .map(Worded::text)
                .toList();
    }

    static List<String> paragraphs(Reply reply) {
        return blocks(reply, Block.Text.class).map(block -> text(block.spans())).toList();
    }

    /** Returns the rows of all tables, each with its cells joined. */
    static List<String> rows(Reply reply) {
        return blocks(reply, Block.Table.class)
                .flatMap(block -> block.rows().stream())
                .map(row -> String.join(" | ", row))
                .toList();
    }

    static List<Action> buttons(Reply reply) {
        return blocks(reply, Block.Choices.class)
                .flatMap(block -> block.actions().stream())
                .toList();
    }

    static <B extends Block> Stream<B> blocks(Reply reply, Class<B> kind) {
        return reply.blocks().stream().filter(kind::isInstance).map(kind::cast);
    }

    public static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
