package io.tunetally.reply;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The people that a reply names by their platform's ids. */
public final class People {
    private People() {}

    /** Returns their ids. */
    public static Set<String> in(Reply reply) {
        Set<String> ids = new HashSet<>();
        reply.blocks().stream().flatMap(People::spans).forEach(span -> {
            if (span instanceof Span.Person person) {
                ids.add(person.id());
            }
        });
        return ids;
    }

    private static Stream<Span> spans(Block block) {
        return switch (block) {
            case Block.Text text -> text.spans().stream();
            case Block.Facts facts -> facts.facts().stream().flatMap(fact -> fact.value().stream());
            case Block.Notes notes -> notes.notes().stream().flatMap(List::stream);
            case Block.Table _, Block.Chart _, Block.File _, Block.Choices _ -> Stream.empty();
        };
    }

    /** Returns the reply with plain names, for a platform whose mentions of people notify them. */
    public static Reply named(Reply reply, Function<String, String> name) {
        return new Reply(
                reply.title(),
                reply.blocks().stream().map(block -> named(block, name)).toList(),
                reply.audience());
    }

    private static Block named(Block block, Function<String, String> name) {
        return switch (block) {
            case Block.Text text -> new Block.Text(named(text.spans(), name));
            case Block.Facts facts ->
                new Block.Facts(facts.facts().stream()
                        .map(fact -> new Block.Fact(fact.name(), named(fact.value(), name)))
                        .toList());
            case Block.Notes notes ->
                new Block.Notes(
                        notes.tone(),
                        notes.notes().stream().map(note -> named(note, name)).toList());
            case Block.Table _, Block.Chart _, Block.File _, Block.Choices _ -> block;
        };
    }

    private static List<Span> named(List<Span> spans, Function<String, String> name) {
        return spans.stream()
                .map(span -> span instanceof Span.Person person ? Span.plain(name.apply(person.id())) : span)
                .toList();
    }
}
