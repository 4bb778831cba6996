package io.tunetally.reply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sample replies for formatters. */
public final class SampleReplies {
    private static final List<Block.Tone> TONES = List.of(Block.Tone.values());

    /** Text that a platform could mistake for markup, a mention or a broken layout. */
    public static final String HOSTILE =
            "<!channel> <@U024BE7LH> @everyone & <https://example.test|click> `code` *b* _i_ ~s~ ||x|| ```fence``` # > quote";

    /** The text of every file, which belongs in no message. */
    static final String FILE_TEXT = "BEGIN:VCALENDAR";

    private SampleReplies() {}

    /** A reply with a name for the test report. */
    public record Sample(String name, Reply reply) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns typical replies, none of which may be cut. */
    public static Stream<Sample> usual() {
        return Stream.of(
                sample("title only"),
                sample("text", Block.Text.of(Span.plain("It costs "), Span.strong("$37.50"), Span.plain("."))),
                sample("link", Block.Text.of(new Span.Link("the 2026 prices", "https://example.test/p?a=1&b=2"))),
                sample("facts", facts(7)),
                sample("arithmetic", new Block.Facts(List.of(fact("", "1,000 × 500 × 3 = 1,500,000")))),
                sample("table", table(12, 6)),
                sample("chart", chart(8)),
                sample("file", file(1)),
                sample("choices", choices("", 6)),
                sample("examples", choices("Ask, for example:", 8)),
                sample("notes", notes(Block.Tone.NOTE, 9), notes(Block.Tone.WARNING, 3)),
                sample("hostile", everywhere(HOSTILE)),
                sample("all", facts(4), table(5, 5), chart(3), file(2), notes(Block.Tone.NOTE, 3), choices("", 5)));
    }

    /** Returns replies that no platform can show in full. */
    public static Stream<Sample> oversize() {
        return Stream.of(
                new Sample("long title", new Reply("It costs $1,234 " + "word ".repeat(600) + "77", List.of(), all())),
                sample("long text", Block.Text.of(Span.plain(words(30_000)))),
                sample("long word", Block.Text.of(Span.plain("x".repeat(30_000)))),
                sample("long strong", Block.Text.of(Span.strong(words(9_000)), Span.code(words(9_000)))),
                sample("emoji", Block.Text.of(Span.plain("\uD83D\uDE00".repeat(9_000)))),
                sample("many facts", facts(300)),
                sample("long facts", new Block.Facts(List.of(fact("name", words(5_000)), fact(words(4_000), "9")))),
                sample("many rows", table(400, 5)),
                sample("many columns", table(10, 40)),
                sample("wide cells", new Block.Table(List.of(Block.Column.text("c")), List.of(List.of(words(9_000))))),
                sample("many tables", repeat(20, n -> table(20, 5))),
                sample("many charts", repeat(60, n -> chart(10))),
                sample("many files", repeat(60, n -> file(n))),
                sample("many choices", choices("Which?", 130)),
                sample("long choices", new Block.Choices(words(5_000), List.of(Action.of(words(900), words(5_000))))),
                sample("many notes", notes(Block.Tone.NOTE, 300)),
                sample("many warnings", notes(Block.Tone.WARNING, 300)),
                sample("many assumptions", notes(Block.Tone.BASIS, 300)),
                sample("many blocks", repeat(200, n -> Block.Text.of(Span.plain("number " + n)))),
                sample("hostile and long", everywhere((HOSTILE + " ").repeat(200))),
                sample(
                        "nothing in it",
                        facts(0),
                        notes(Block.Tone.NOTE, 0),
                        notes(Block.Tone.BASIS, 0),
                        choices("", 0),
                        table(0, 2)));
    }

    /** Returns random replies, the same on every run. */
    public static List<Sample> generated(int count) {
        Random random = new Random(20_261_125);
        return IntStream.range(0, count)
                .mapToObj(n -> sample("generated " + n, repeat(random.nextInt(9), any -> block(random))))
                .toList();
    }

    private static Block block(Random random) {
        int size = random.nextInt(10) == 0 ? random.nextInt(200) : random.nextInt(12);
        return switch (random.nextInt(8)) {
            case 0 -> Block.Text.of(span(random), span(random));
            case 1 -> facts(size);
            case 2 -> table(size, 1 + random.nextInt(8));
            case 3 -> chart(1 + size);
            case 4 -> choices(random.nextBoolean() ? "" : "Which?", size);
            case 5 -> file(size);
            case 6 -> notes(TONES.get(random.nextInt(TONES.size())), size);
            default -> everywhere(words(1 + random.nextInt(300)) + HOSTILE)[random.nextInt(4)];
        };
    }

    private static Span span(Random random) {
        String text = words(1 + random.nextInt(400));
        return switch (random.nextInt(4)) {
            case 0 -> Span.strong(text);
            case 1 -> Span.code(text);
            case 2 -> new Span.Link(text, "https://example.test/" + random.nextInt(100));
            default -> Span.plain(text);
        };
    }

    private static Block[] everywhere(String text) {
        return new Block[] {
            Block.Text.of(Span.plain(text), Span.strong(text), Span.code(text), new Span.Link(text, "https://e.test/")),
            new Block.Facts(List.of(fact(text, text), fact("", text))),
            new Block.Table(List.of(Block.Column.text(text), Block.Column.number("n")), List.of(List.of(text, "5"))),
            new Block.Notes(Block.Tone.NOTE, List.of(List.of(Span.plain(text)))),
        };
    }

    private static Sample sample(String name, Block... blocks) {
        return new Sample(name, new Reply("GPT-4o at OpenAI: $37.50 to train", List.of(blocks), all()));
    }

    private static Audience all() {
        return Audience.EVERYONE;
    }

    private static Block[] repeat(int times, IntFunction<Block> block) {
        return IntStream.range(0, times).mapToObj(block).toArray(Block[]::new);
    }

    private static Block.Facts facts(int count) {
        return new Block.Facts(IntStream.range(0, count)
                .mapToObj(n -> fact("Fact " + n, "$" + (1_000 + n) + ".50 to $" + (2_000 + n)))
                .toList());
    }

    private static Block.Fact fact(String name, String value) {
        return Block.Fact.of(name, Span.strong(value));
    }

    private static Block.Table table(int rows, int columns) {
        List<Block.Column> header = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            header.add(column % 2 == 0 ? Block.Column.text("Name " + column) : Block.Column.number("$ " + column));
        }
        List<List<String>> body = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int line = row;
            body.add(IntStream.range(0, columns)
                    .mapToObj(column -> "$" + line + "." + column)
                    .toList());
        }
        return new Block.Table(header, body);
    }

    private static Block.Chart chart(int bars) {
        return new Block.Chart(new ChartSpec.Bars(
                "To train",
                "prices of 2026-11-25",
                IntStream.range(0, bars)
                        .mapToObj(n -> new ChartSpec.Bar(
                                "bar", new ChartSpec.Amount(BigDecimal.valueOf(n), BigDecimal.valueOf(n), "$" + n)))
                        .toList()));
    }

    private static Block.File file(int number) {
        return new Block.File("dates-" + number + ".ics", "text/calendar", FILE_TEXT, "Calendar " + HOSTILE.repeat(2));
    }

    private static Block.Choices choices(String prompt, int count) {
        return new Block.Choices(
                prompt,
                IntStream.range(0, count)
                        .mapToObj(n -> new Action(
                                "Choice " + n,
                                "cost gpt-4o " + (1_000 + n) + " examples",
                                n % 3 == 0 ? Emphasis.PRIMARY : Emphasis.NORMAL))
                        .toList());
    }

    private static Block.Notes notes(Block.Tone tone, int count) {
        return new Block.Notes(
                tone,
                IntStream.range(0, count)
                        .mapToObj(n -> List.of(Span.plain("note " + n + " of 2026-11-25")))
                        .toList());
    }

    /** Returns roughly {@code length} characters of words, of which every twentieth is a number. */
    private static String words(int length) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; text.length() < length; word++) {
            text.append(word % 20 == 19 ? "$" + word + ",000.25 " : "word ");
        }
        return text.toString().strip();
    }
}
