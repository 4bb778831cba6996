package io.tunetally.interpreter;

import io.tunetally.interpreter.corpus.Corpus;
import io.tunetally.interpreter.corpus.Label;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.corpus.Sample;
import io.tunetally.interpreter.corpus.TrainingExample;
import io.tunetally.interpreter.intent.Decider;
import io.tunetally.interpreter.intent.FollowUp;
import io.tunetally.interpreter.intent.FollowUpIntent;
import io.tunetally.interpreter.intent.MessageFeatures;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.FeatureSink;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.interpreter.weight.WordSymbols;
import io.tunetally.request.Intent;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.topic.Topic;
import io.tunetally.topic.Topics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A labelled message as the trainer sees it.
 *
 * @param source the corpus, or a part of a large one; cross-validation leaves it out as a whole
 * @param intent what it asks for, the shape of its values included
 * @param label what the weights have to say
 * @param slots its values, those of the conversation included
 * @param before the intent of the conversation, null for a first message
 */
record Example(
        String source,
        String text,
        Intent intent,
        String label,
        Set<String> features,
        Slots slots,
        @Nullable Intent before)
        implements TrainingExample {
    /** The parts of the largest written corpus. */
    private static final int PARTS = 10;

    private static final List<String> TABLES = List.of("positive", "written", "negative", "migrate", "judged");
    /** Questions for an explanation in free words, with their topics. */
    static final String EXPLAINED = "explained.tsv";

    /** Topics that are answered from what a message names, so that its words are not weighed. */
    private static final Set<String> OF_OFFERS =
            Set.of(Topics.GREETING, Topics.OFFERED, Topics.SELLER, Topics.HARDWARE, Topics.SERVING);

    /** Messages with their intents alone. */
    private static final List<String> DECIDED = List.of(
            "decisions",
            "managers",
            "engineers",
            "hobbyists",
            "asides",
            "followups",
            "sentences",
            "threads",
            "doldrums",
            "oakums");

    static final List<String> LABELLED = List.of(
            "teams",
            "public",
            "rapids",
            "channels",
            "offices",
            "clubs",
            "desks",
            "benches",
            "halls",
            "wards",
            "lodges",
            "decks",
            "docks",
            "lanes",
            "yards",
            "barns",
            "sheds",
            "ledgers",
            "kilns",
            "trials",
            "forges",
            "mills",
            "piers",
            "anvils",
            "bollards",
            "gantries",
            "capstans",
            "fenders",
            "pilings",
            "groynes",
            "mussels",
            "cockles",
            "quays",
            "limpets",
            "jetties",
            "wharves",
            "moorings",
            "dykes",
            "weirs",
            "stiles",
            "ferries",
            "tollgates",
            "causeways",
            "breakwaters",
            "slipways",
            "barnacles",
            "buoys",
            "pontoons",
            "hawsers",
            "topmasts",
            "stanchions",
            "ballasts",
            "bulkheads",
            "purlins",
            "pennants",
            "cleats",
            "skiffs",
            "bitts",
            "fathoms",
            "gunwales",
            "eddies",
            "undertows",
            "freshets",
            "riptides",
            "cringles",
            "shackles",
            "gaffs",
            "splices",
            "thimbles",
            "drogues",
            "pulleys",
            "keels",
            "rudders",
            "halyards",
            "lanterns",
            "windlasses",
            "binnacles",
            "sextants",
            "mizzens",
            "newcomers",
            "tillers",
            "beacons",
            "fairleads",
            "grapnels",
            "yardarms",
            "topsails",
            "spinnakers",
            "gantlines",
            "trawlers",
            "dredgers",
            "mainmasts",
            "foremasts",
            "capstones",
            "galleons",
            "clippers",
            "bulwarks",
            "ketches",
            "clewlines",
            "staysails",
            "bosuns",
            "coxswains",
            "stewards",
            "davits",
            "jibs",
            "pursers",
            "helmsmen",
            "lookouts",
            "stokers",
            "gunners",
            "riggers",
            "bilges",
            "swabbers",
            "topmen",
            "gangplanks",
            "hatches",
            "signalmen",
            "braces",
            "stays",
            "ratlines",
            "sailmakers",
            "gratings",
            "hawsepipes",
            "mooringlines",
            "parcellings",
            "cathaftings",
            "futtlings",
            "knightheads",
            "dolphins",
            "marlinspikes",
            "tidewaiters",
            "bobstays",
            "crosspieces",
            "cheekblocks",
            "sidelights",
            "fairways",
            "narrows",
            "turnbuckles",
            "strandings",
            "moorhens",
            "evenstars",
            "morningstars",
            "compline",
            "matins",
            "vespers",
            "lauds",
            "primes",
            "terces",
            "turks",
            "limbers",
            "tholepins",
            "lazarettes",
            "scuttlebutts",
            "jackstaffs",
            "futtocks",
            "topmarks",
            "jackstays",
            "forestays",
            "topgallants",
            "taffrails",
            "sternposts",
            "companionways",
            "hatchways",
            "bulwers",
            "scuppers",
            "thwarts",
            "oarsmen",
            "watchmen",
            "deckhands",
            "coopers",
            "caulkers",
            "harpooners",
            "lashings",
            "lampreys",
            "transoms",
            "painters",
            "oarlocks",
            "rowlocks",
            "mooncussers",
            "breasthooks",
            "forecastles",
            "treenails",
            "weathercocks",
            "dogvanes",
            "runningbacks",
            "ripcurrents",
            "seabreezes",
            "leechlines",
            "buntlines",
            "reeflines",
            "spritlines",
            "tripplines",
            "tacklines",
            "clewgarnets",
            "watchtackles",
            "ledgerboards",
            "verdicts",
            "gales",
            "tallies",
            "snotters",
            "catharpins",
            "bobbins",
            "deadeyes",
            "gimbals",
            "binnacleboxes",
            "capstanbars",
            "polestars",
            "lodestars",
            "spindrifts",
            "maelstroms",
            "orlops",
            "scuppernongs",
            "deadlights",
            "lazarets",
            "stringers",
            "nones",
            "garboards",
            "halfdecks",
            "quarterdecks",
            "shoals",
            "soundings",
            "pinrails",
            "fiferails",
            "shrouds",
            "bowsprits",
            "jibbooms",
            "ratchets",
            "belayings",
            "catheads",
            "windages",
            "preventers",
            "snatchblocks",
            "holdbacks",
            "tidemarks",
            "ebbs",
            "bights",
            "beckets",
            "earings",
            "grommets",
            "lanyards",
            "billows",
            "combers",
            "toggles",
            "marlings",
            "parrels",
            "sennits",
            "surges",
            "tackles",
            "lizards",
            "gripes",
            "sampans",
            "selvagees",
            "bollardcaps",
            "martingales",
            "rackblocks",
            "houseline",
            "foxes",
            "robands",
            "windsails",
            "knittles",
            "plaits",
            "bunts",
            "gaskets",
            "fids",
            "norsals",
            "hounds",
            "euphroes",
            "wales",
            "hustings",
            "wakes",
            "lulls",
            "froths",
            "neaps",
            "eagres",
            "races",
            "bores",
            "fetches",
            "seiches",
            "breechings",
            "bitters",
            "rollers",
            "whitecaps",
            "swells",
            "tiderips",
            "overfalls",
            "squalls",
            "moonrakers",
            "skysails",
            "stargazers",
            "studdings",
            "becalmings",
            "oxbows",
            "tarns",
            "glades",
            "uplands",
            "steppes",
            "fjords",
            "copses",
            "tundras",
            "savannas",
            "moors",
            "heaths",
            "prairies",
            "larches",
            "alders",
            "birches",
            "rowans",
            "cedars",
            "hollies",
            "ivies",
            "junipers",
            "pharos",
            "bowlines",
            "crosstrees",
            "willows",
            "poplars",
            "lindens",
            "sycamores",
            "aspens",
            "beeches",
            "elms",
            "yews",
            "laurels",
            "hemlocks");

    /**
     * Returns the labelled messages that begin a conversation.
     *
     * @param reader fills their slots
     */
    static List<Example> first(Interpreter reader, Sample sample) {
        Set<String> explained = new HashSet<>();
        List<Message> first = messages().stream()
                // A question for an explanation may stand in two corpora: with its topic, and among the messages of its
                // writer.
                .filter(message -> message.intent() != Intent.EXPLAIN || explained.add(message.text()))
                .filter(message -> message.context().isEmpty() && sample.has(message.text()))
                .toList();
        return first.parallelStream()
                .map(message -> of(reader, message.source(), message.text(), message.intent(), null))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Returns the labelled messages that go on with one.
     *
     * @param first decides the messages before them
     */
    static List<Example> followUps(Interpreter reader, Decider first, Sample sample) {
        List<Message> later = messages().stream()
                .filter(message -> !message.context().isEmpty() && sample.has(message.text()))
                .toList();
        List<Example> examples = new ArrayList<>();
        later.parallelStream()
                .map(message -> of(reader, first, message))
                .flatMap(Optional::stream)
                .forEachOrdered(examples::add);
        Request before = null;
        for (String row : Corpus.rows("dialogues.tsv")) {
            String[] columns = row.split("\t", -1);
            if (columns.length > 1) {
                Label label = Label.parse(columns[1]);
                Intent intent = intent(label);
                if (before != null && sample.has(columns[0])) {
                    of(reader, "dialogues", columns[0], intent, before).ifPresent(examples::add);
                }
                boolean reset = columns[1].contains("reset");
                before = reset
                        ? null
                        : label.status().equals("ready") ? next(reader, columns[0], intent, before) : before;
            } else {
                before = null;
            }
        }
        return examples;
    }

    /** A labelled message before it is read. */
    private record Message(String source, List<String> context, String text, Intent intent) {}

    private static List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        for (String name : DECIDED) {
            for (String row : Corpus.rows(name + ".tsv")) {
                String[] columns = row.split("\t", -1);
                messages.add(new Message(
                        name,
                        columns[0].isEmpty() ? List.of() : List.of(columns[0]),
                        columns[1].replace("\\n", "\n"),
                        Intent.valueOf(columns[2].toUpperCase(Locale.ROOT))));
            }
        }
        for (String row : Corpus.rows(EXPLAINED)) {
            messages.add(
                    new Message("explained", List.of(), row.split("\t", -1)[0].replace("\\n", "\n"), Intent.EXPLAIN));
        }
        for (Corpus.Line line : Corpus.load("topics.tsv").lines()) {
            messages.add(new Message("topics", List.of(), line.text(), intent(line.label())));
        }
        for (String row : Corpus.rows("topics-none.tsv")) {
            String[] columns = row.split("\t", -1);
            messages.add(new Message("topics", List.of(), columns[0], intent(Label.parse(columns[1]))));
        }
        for (String name : TABLES) {
            List<Corpus.Line> lines = Corpus.load(name + ".tsv").lines();
            for (int i = 0; i < lines.size(); i++) {
                Corpus.Line line = lines.get(i);
                String source = name.equals("judged") ? name + i * PARTS / lines.size() : name;
                messages.add(new Message(
                        source,
                        line.context().isEmpty() ? List.of() : List.of(line.context()),
                        line.text(),
                        intent(line.label())));
            }
        }
        for (String name : LABELLED) {
            for (LabelledMessage message : LabelledMessage.builtIn(name)) {
                Intent intent = message.decided();
                if (intent != null) {
                    messages.add(new Message(name, message.context(), message.text(), intent));
                } else if (message.pointed()) {
                    // With the word of the command before it a statement is a request.
                    messages.add(new Message(name, message.context(), "cost " + message.text(), Intent.ESTIMATE));
                }
            }
        }
        return messages;
    }

    private static Intent intent(Label label) {
        return label.isRequest() ? Intent.valueOf(label.intent().toUpperCase(Locale.ROOT)) : Intent.NONE;
    }

    private static @Nullable Request request(Interpreter reader, List<String> context, Decider first) {
        Request request = null;
        for (String text : context) {
            ParseState state = reader.filled(text, Corpus.markup(text), request);
            Intent intent = request == null ? first.decide(state, false).intent() : Intent.NONE;
            request = request == null && intent == Intent.NONE ? null : next(reader, text, intent, request);
        }
        return request;
    }

    private static Request next(Interpreter reader, String text, Intent intent, @Nullable Request before) {
        ParseState state = reader.filled(text, Corpus.markup(text), before);
        Slots slots = slots(state, before);
        return Request.of(
                before == null
                        ? FollowUpIntent.byShape(intent, slots)
                        : FollowUpIntent.after(intent, before.intent(), slots),
                slots);
    }

    private static Slots slots(ParseState state, @Nullable Request before) {
        return before == null ? state.slots.build() : FollowUp.merge(state, before.slots(), false);
    }

    private static Optional<Example> of(Interpreter reader, Decider first, Message message) {
        Request before = request(reader, message.context(), first);
        return before == null
                ? Optional.empty()
                : of(reader, message.source(), message.text(), message.intent(), before);
    }

    private static Optional<Example> of(
            Interpreter reader, String source, String text, Intent intent, @Nullable Request before) {
        ParseState state = reader.filled(text, Corpus.markup(text), before);
        // In a conversation only the questions of the topics are explained.
        boolean byPattern = before != null && intent == Intent.EXPLAIN;
        if (state.language != null || state.size() == 0 || byPattern) {
            return Optional.empty();
        }
        Set<String> features = features(state, MessageFeatures::read);
        Slots slots = slots(state, before);
        boolean edits =
                before != null && intent != Intent.NONE && FollowUpIntent.inherited(before.intent(), slots) == intent;
        String label = edits ? Decider.EDIT : intent.word();
        return Optional.of(
                new Example(source, text, intent, label, features, slots, before == null ? null : before.intent()));
    }

    /** Reads features of a message into a sink. */
    private interface Features {
        void read(ParseState state, WordSymbols words, FeatureSink sink);
    }

    private static Set<String> features(ParseState state, Features reader) {
        Set<String> features = new TreeSet<>();
        reader.read(
                state,
                (words, start, end) ->
                        Symbol.of(WordSymbols.MARK + words.substring(start, end).replace(' ', WordSymbols.JOINT)),
                (kind, first, second) -> {
                    if (first != Symbol.NONE) {
                        features.add(kind.name(first, second));
                    }
                });
        return features;
    }

    /** A question for an explanation before it is read. */
    private record Question(String text, String topic) {}

    /**
     * Returns the questions for an explanation with their topics.
     *
     * @param reader fills their slots
     */
    static List<Example> topics(Interpreter reader, Sample sample) {
        List<Question> questions = new ArrayList<>();
        for (Corpus.Line line : Corpus.load("topics.tsv").lines()) {
            String topic = String.valueOf(line.label().slots().get(SlotName.TOPIC.word()));
            if (!OF_OFFERS.contains(topic)) {
                questions.add(new Question(line.text(), topic));
            }
        }
        for (String row : Corpus.rows(EXPLAINED)) {
            String[] columns = row.split("\t", -1);
            questions.add(new Question(columns[0].replace("\\n", "\n"), columns[1]));
        }
        for (Topic topic : Topics.builtIn().all()) {
            if (OF_OFFERS.contains(topic.id())) {
                continue;
            }
            List.of(topic.label(), topic.title(), topic.text())
                    .forEach(text -> questions.add(new Question(text, topic.id())));
            topic.words()
                    .forEach(name -> questions.add(
                            new Question("please explain " + String.join(" ", name) + " to me", topic.id())));
        }
        questions.removeIf(question -> !sample.has(question.text()));
        return questions.parallelStream()
                .map(question -> of(reader, question))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Example> of(Interpreter reader, Question question) {
        ParseState state = reader.filled(question.text(), Corpus.markup(question.text()), null);
        return state.language != null || state.size() == 0
                ? Optional.empty()
                : Optional.of(new Example(
                        "topics",
                        question.text(),
                        Intent.EXPLAIN,
                        question.topic(),
                        features(state, MessageFeatures::readWords),
                        state.slots.build(),
                        null));
    }

    /** Returns what it asks for by weights, the shape of its values included. */
    Intent read(Weights weights) {
        String found = weights.score(features).best();
        Intent said = found.equals(Decider.EDIT) ? Intent.NONE : Intent.valueOf(found.toUpperCase(Locale.ROOT));
        boolean nothing = said == Intent.NONE && !found.equals(Decider.EDIT);
        return nothing
                ? Intent.NONE
                : before == null || said == Intent.MODELS
                        ? FollowUpIntent.byShape(said, slots)
                        : FollowUpIntent.after(said, before, slots);
    }
}
