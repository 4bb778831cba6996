package io.tunetally;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.LexiconException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the architecture: each package has one row in {@link #table()}, from the bottom up, which lists its allowed imports. */
class ArchitectureTest {
    private static final String ROOT = "io.tunetally";
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages(ROOT);

    private static final String[] PICTURES = {"java.awt..", "com.pngencoder", "javax.swing.."};
    private static final String ALL = ".";
    private static final String[] PROCESS = {ROOT + ".runtime", ROOT + ".console.."};
    private static final String PICOCLI = "picocli..";
    private static final String CACHE = "com.github.benmanes.caffeine..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String LOG = "org.slf4j..";
    private static final String[] STORES = {
        "org.jdbi..",
        "com.zaxxer.hikari..",
        "org.flywaydb..",
        "com.google.crypto.tink..",
        "org.sqlite..",
        "org.postgresql..",
        CACHE,
        LOG
    };

    private static Stream<Room> table() {
        return Stream.of(
                room("units", ""),
                room("lazy", ""),
                room("snapshot", ""),
                room("yaml", "", JACKSON),
                room("log", "", "ch.qos.logback..", LOG),
                room("chat", ""),
                room("reply", "units"),
                room("download", ""),
                room("calendar", ""),
                room("settings", "yaml", JACKSON),
                room("text", "chat"),
                room("catalog", "units"),
                room("catalog.yaml", "catalog units text yaml", JACKSON),
                room("catalog.team", "catalog units"),
                room("catalog.imports", "catalog catalog.yaml units", JACKSON),
                room("catalog.compare", "catalog catalog.yaml units"),
                room("topic", "catalog text yaml lazy snapshot", JACKSON),
                room("request", "catalog text units"),
                room("engine.rule", "catalog units"),
                room("engine", "engine.rule catalog units"),
                room("engine.analysis", "engine catalog units"),
                room("engine.tipping", "engine catalog units"),
                room("interpreter.lexicon", "topic text request catalog yaml lazy snapshot", JACKSON),
                room("interpreter.token", "interpreter.lexicon text request"),
                room("interpreter.language", "interpreter.token interpreter.lexicon text chat lazy"),
                room("interpreter.sentence", "interpreter.token interpreter.lexicon text request catalog"),
                room(
                        "interpreter.part",
                        "interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room("interpreter.talk", "interpreter.sentence interpreter.token interpreter.lexicon text request"),
                room(
                        "interpreter.prompt",
                        "interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room(
                        "interpreter.length",
                        "interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request"),
                room(
                        "interpreter.run",
                        "interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room(
                        "interpreter.gpu",
                        "interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room(
                        "interpreter.traffic",
                        "interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room(
                        "interpreter.money",
                        "interpreter.traffic interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room(
                        "interpreter.quantity",
                        "interpreter.gpu interpreter.count interpreter.money interpreter.traffic interpreter.prompt interpreter.run interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room(
                        "interpreter.entity",
                        "interpreter.gpu interpreter.quantity interpreter.run interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room("interpreter.weight", "interpreter.lexicon snapshot text yaml"),
                room("interpreter.count", "interpreter.sentence interpreter.token interpreter.lexicon text request"),
                room(
                        "interpreter.role",
                        "interpreter.gpu interpreter.count interpreter.weight interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request catalog units"),
                room(
                        "interpreter.derivation",
                        "interpreter.role interpreter.count interpreter.weight interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request"),
                room(
                        "interpreter.change",
                        "interpreter.derivation interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request"),
                room(
                        "interpreter.rate",
                        "interpreter.derivation interpreter.role interpreter.traffic interpreter.weight interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request"),
                room(
                        "interpreter.sum",
                        "interpreter.role interpreter.money interpreter.traffic interpreter.weight interpreter.sentence interpreter.token interpreter.lexicon text request"),
                room(
                        "interpreter.volume",
                        "interpreter.derivation interpreter.traffic interpreter.sentence interpreter.token interpreter.lexicon text request"),
                room(
                        "interpreter.intent",
                        "topic interpreter.talk interpreter.weight interpreter.money interpreter.quantity interpreter.traffic interpreter.run interpreter.part interpreter.sentence interpreter.token interpreter.lexicon text request catalog lazy"),
                room(
                        "interpreter.question",
                        "topic interpreter.talk interpreter.intent interpreter.sentence interpreter.token interpreter.lexicon text request catalog"),
                room(
                        "interpreter",
                        "interpreter.question interpreter.intent interpreter.change interpreter.sum interpreter.rate interpreter.volume interpreter.derivation interpreter.count interpreter.role interpreter.weight interpreter.entity interpreter.gpu interpreter.money interpreter.quantity interpreter.traffic interpreter.prompt interpreter.length interpreter.run interpreter.part interpreter.talk interpreter.sentence interpreter.language"
                                + " interpreter.token interpreter.lexicon topic text request catalog chat lazy"),
                room("trainingconfig", "interpreter text request catalog.yaml catalog chat", JACKSON),
                room("dataset.source", ""),
                room("dataset.format", "dataset.source text", JACKSON),
                room("dataset.token", "dataset.format dataset.source", JACKSON, "com.knuddels.jtokkit.."),
                room("dataset.verdict", "dataset.format dataset.source", JACKSON),
                room("dataset", "dataset.verdict dataset.token dataset.format dataset.source", JACKSON),
                room("storage", "chat"),
                room("storage.bounded", "storage chat", CACHE, LOG),
                room("storage.jdbc.file", "storage", "org.sqlite.."),
                room("storage.jdbc", "storage.jdbc.file storage chat lazy", STORES),
                room("discussion", "catalog.team catalog storage.bounded storage chat units", JACKSON, CACHE),
                room("discussion.reader", "discussion chat text yaml lazy", JACKSON),
                room("conversation", "discussion catalog.team storage.bounded storage chat interpreter request", CACHE),
                room("answer.advice", "engine.analysis engine.rule engine request catalog units"),
                room(
                        "answer.outcome",
                        "answer.advice topic engine.tipping engine.analysis engine request catalog units"),
                room(
                        "answer",
                        "answer.outcome answer.advice topic conversation engine.tipping engine.analysis engine request catalog.team catalog units"),
                room(
                        "answer.dataset",
                        "answer.outcome dataset dataset.verdict dataset.token dataset.format engine.rule engine request catalog units"),
                room(
                        "answer.config",
                        "answer.dataset answer.outcome trainingconfig dataset dataset.token engine.rule engine request"
                                + " catalog units"),
                room(
                        "wording.part",
                        "topic answer.advice answer.outcome engine.tipping engine.analysis engine.rule engine request catalog units reply"),
                room("wording.table", "wording.part answer.outcome engine.analysis engine request catalog units reply"),
                room(
                        "wording.tipping",
                        "wording.table wording.part answer.outcome engine.tipping engine request catalog units reply"),
                room(
                        "wording.unit",
                        "wording.table wording.part topic answer.advice answer.outcome engine.analysis engine.rule engine request catalog units reply"),
                room(
                        "wording",
                        "wording.unit wording.tipping wording.table wording.part topic answer.advice answer.outcome engine.tipping engine.analysis engine request"
                                + " catalog units calendar reply"),
                room(
                        "wording.dataset",
                        "wording.table wording.part answer.dataset dataset dataset.verdict dataset.format dataset.source engine request settings download"
                                + " catalog units reply"),
                room("wording.config", "wording.part answer.config trainingconfig engine request units reply"),
                room(
                        "discussion.command",
                        "discussion.reader discussion wording.table wording.part answer.outcome answer conversation interpreter engine request"
                                + " catalog.team catalog storage.bounded storage chat reply units",
                        JACKSON,
                        LOG),
                room("chart", "reply", PICTURES),
                room(
                        "bot",
                        "discussion.command wording topic answer.outcome answer conversation storage interpreter engine request catalog text chat reply units",
                        CACHE,
                        LOG),
                room(
                        "bot.file",
                        "bot discussion.command discussion wording.dataset wording answer.dataset answer.outcome answer conversation dataset"
                                + " dataset.verdict dataset.token dataset.source download storage interpreter request settings catalog"
                                + " chat reply units",
                        CACHE,
                        LOG),
                room("operations", "settings", "io.micrometer..", "com.sun.net.httpserver..", LOG),
                room(
                        "runtime",
                        "bot.file bot discussion.command discussion answer.outcome answer conversation interpreter"
                                + " interpreter.lexicon topic snapshot yaml request catalog.yaml catalog storage.jdbc storage.bounded storage operations settings reply chat",
                        PICOCLI,
                        LOG),
                room("console.terminal", "dataset chat reply"),
                room(
                        "console.json",
                        "wording wording.part topic answer.advice answer.outcome engine.tipping engine.analysis engine request catalog text"
                                + " units reply",
                        JACKSON),
                room(
                        "console.config",
                        "console.json console.terminal wording.config runtime bot settings answer.config answer.outcome"
                                + " trainingconfig dataset dataset.token dataset.source interpreter engine request catalog"
                                + " chat reply units",
                        JACKSON,
                        PICOCLI),
                room(
                        "console.dataset",
                        "console.config console.json console.terminal wording.dataset runtime bot settings answer.config"
                                + " answer.dataset answer.outcome trainingconfig dataset"
                                + " dataset.verdict dataset.token dataset.format dataset.source engine request catalog chat reply units",
                        JACKSON,
                        PICOCLI),
                room(
                        "console.imports",
                        "console.terminal runtime settings download catalog.imports catalog.yaml catalog",
                        PICOCLI),
                room(
                        "console.prices",
                        "console.imports console.json console.terminal runtime settings catalog.compare catalog.yaml catalog"
                                + " text units",
                        JACKSON,
                        PICOCLI),
                room(
                        "console.prices.upkeep",
                        "console.prices console.json console.terminal wording.part runtime bot interpreter request"
                                + " settings catalog.compare catalog.yaml catalog answer.outcome chat units",
                        JACKSON,
                        PICOCLI),
                room(
                        "console.data",
                        "console.json console.terminal runtime settings storage.jdbc storage chat",
                        JACKSON,
                        PICOCLI),
                room("console", ALL, JACKSON, PICOCLI, "org.jline..", LOG));
    }

    private static Room room(String name, String ours, String... libraries) {
        return Room.of(ROOT, name, ours, libraries);
    }

    @ParameterizedTest
    @MethodSource("table")
    void importsOnlyWhatTheTableAllows(Room room) {
        room.check(CORE);
    }

    @Test
    void keepsTheStagesOfTheInterpreterInside() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".interpreter..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".interpreter.*..")
                        .and(not(type(Lexicon.class).or(type(LexiconException.class)))))
                .because("the stages change together; the facade is io.tunetally.interpreter"));
    }

    @Test
    void knowsEveryPackage() {
        check(classes()
                .should()
                .resideInAnyPackage(table().map(Room::packageName).toArray(String[]::new)));
    }

    @Test
    void holdsAtMostTwentyFiveFilesInARoomOfAnyModule() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path sources : modules.map(each -> each.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                assertThat(Room.overfull(sources)).isEmpty();
            }
        }
    }

    @Test
    void hasNoCyclesOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void importsNoPlatform() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("com.slack..", "net.dv8tion.."));
    }

    /** A platform is a module: the core has no branch, setting or constant for one. Comments may name one as an example. */
    @Test
    void namesNoPlatform() throws IOException {
        Pattern comments = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
        Pattern platforms = Pattern.compile("slack|discord", Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> naming = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String code = comments.matcher(Files.readString(file)).replaceAll("");
                if (platforms.matcher(file.getFileName() + code).find()) {
                    naming.add(file);
                }
            }
            assertThat(naming).isEmpty();
        }
    }

    @Test
    void drawsInChartOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.tunetally.chart")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PICTURES));
    }

    @Test
    void takesTheTimeFromAnInjectedClock() {
        check(noClasses().should().callMethodWhere(readsTheMachinesTime()));
        check(noClasses().should().callConstructor(Date.class));
    }

    @Test
    void makesTheClockInTheRunningProcessOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(PROCESS)
                .should()
                .callMethodWhere(describe(
                        "the system's clock is taken",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && Set.of(
                                                "systemUTC",
                                                "systemDefaultZone",
                                                "system",
                                                "tickMillis",
                                                "tickSeconds",
                                                "tickMinutes")
                                        .contains(call.getName()))));
    }

    @Test
    void readsTheEnvironmentInTheRunningProcessOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(PROCESS)
                .should()
                .callMethodWhere(describe(
                        "the environment is read",
                        call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getName().equals("getenv"))));
    }

    @Test
    void printsInTheRunningProcessOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(PROCESS)
                .should()
                .accessFieldWhere(describe(
                        "standard output or error is used",
                        access -> access.getTargetOwner().isEquivalentTo(System.class))));
    }

    @Test
    void keepsAmountsExact() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage(ROOT + ".units", ROOT + ".catalog..", ROOT + ".engine.."))
                .should()
                .haveRawType(describe(
                        "double or float",
                        type -> Stream.of(double.class, float.class, Double.class, Float.class)
                                .anyMatch(type::isEquivalentTo))));
    }

    @Test
    void namesClassesByTheirRole() {
        check(noClasses().should().haveSimpleNameEndingWith("Manager"));
        check(noClasses().should().haveNameMatching(".*(Util|Helper)s?"));
        check(noClasses().should().haveSimpleNameStartingWith("Abstract"));
    }

    @Test
    void marksEveryPackageForNullness() {
        List<String> unmarked = new ArrayList<>();
        for (JavaPackage each : CORE.getPackage(ROOT).getSubpackagesInTree()) {
            if (!each.getClasses().isEmpty() && !each.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(each.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    /** Checks a rule, which may also cover classes that do not exist yet. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CORE);
    }

    private static DescribedPredicate<JavaMethodCall> readsTheMachinesTime() {
        return describe("the machine's time is read", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean now = owner.getPackageName().startsWith("java.time")
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            return now || (owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis"));
        });
    }
}
