package io.tunetally;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walls of the house. {@link Room} is the table of packages and what each may import; a package that is not in it
 * fails. Rows of packages that do not exist yet bite when the first class appears.
 */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars())
            .importPackages("io.tunetally");

    private static final String[] EVERYWHERE = {"java..", "javax..", "org.jspecify.annotations.."};
    private static final String[] PICTURES = {"java.awt..", "javax.imageio..", "javax.swing.."};
    private static final String ALL = ".";
    private static final String CONSOLE = "io.tunetally.console";
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

    /** A package of the core, and what it may import besides the JDK and itself. */
    record Room(String name, List<String> ours, List<String> libraries) {
        String[] allowed() {
            return Stream.of(
                            List.of(EVERYWHERE),
                            List.of(inFull(name)),
                            ours.stream().map(Room::inFull).toList(),
                            libraries)
                    .flatMap(Collection::stream)
                    .toArray(String[]::new);
        }

        private static String inFull(String name) {
            return "io.tunetally." + name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Room> table() {
        return Stream.of(
                room("units", ""),
                room("chat", ""),
                room("reply", ""),
                room("catalog", "units", JACKSON),
                room("engine", "engine.rule catalog units"),
                room("engine.rule", "catalog units"),
                room("interpreter", "catalog units", JACKSON),
                room("dataset", "catalog units", JACKSON, "com.knuddels.jtokkit.."),
                room("storage", "chat"),
                room("storage.jdbc", "storage chat", STORES),
                room("conversation", "storage chat interpreter", CACHE),
                room("answer", "interpreter engine catalog units conversation dataset"),
                room("wording", "answer interpreter engine catalog dataset units reply"),
                room("chart", "reply", PICTURES),
                room(
                        "bot",
                        "units chat reply catalog engine interpreter dataset storage conversation answer wording",
                        CACHE,
                        LOG),
                room("settings", "", JACKSON),
                room("operations", "settings", "io.micrometer..", "com.sun.net.httpserver..", LOG),
                room("console", ALL, JACKSON, "picocli..", "org.jline..", LOG));
    }

    private static Room room(String name, String ours, String... libraries) {
        return new Room(name, Pattern.compile(" ").splitAsStream(ours).toList(), List.of(libraries));
    }

    @ParameterizedTest
    @MethodSource("table")
    void importsOnlyWhatTheTableAllows(Room room) {
        check(classes()
                .that()
                .resideInAPackage(Room.inFull(room.name()))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room.allowed()));
    }

    @Test
    void knowsEveryPackage() {
        check(classes()
                .should()
                .resideInAnyPackage(
                        table().map(room -> Room.inFull(room.name())).toArray(String[]::new)));
    }

    @Test
    void hasNoCyclesOfPackages() {
        slices().matching("io.tunetally.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void namesNoPlatform() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("com.slack..", "net.dv8tion.."));
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
    void makesTheClockInTheConsoleOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(CONSOLE)
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
    void readsTheEnvironmentInTheConsoleOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(CONSOLE)
                .should()
                .callMethodWhere(describe(
                        "the environment is read",
                        call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getName().equals("getenv"))));
    }

    @Test
    void printsInTheConsoleOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(CONSOLE)
                .should()
                .accessFieldWhere(describe(
                        "standard output or error is used",
                        access -> access.getTargetOwner().isEquivalentTo(System.class))));
    }

    @Test
    void keepsAmountsExact() {
        check(noFields()
                .that()
                .areDeclaredInClassesThat(
                        resideInAnyPackage("io.tunetally.units", "io.tunetally.catalog", "io.tunetally.engine.."))
                .should()
                .haveRawType(describe(
                        "double or float",
                        type -> Stream.of(double.class, float.class, Double.class, Float.class)
                                .anyMatch(type::isEquivalentTo))));
    }

    @Test
    void namesClassesAfterWhatTheyAre() {
        check(noClasses().should().haveSimpleNameEndingWith("Manager"));
        check(noClasses().should().haveNameMatching(".*(Util|Helper)s?"));
        check(noClasses().should().haveSimpleNameStartingWith("Abstract"));
    }

    @Test
    void marksEveryPackageForNullness() {
        List<String> unmarked = new ArrayList<>();
        for (JavaPackage each : CORE.getPackage("io.tunetally").getSubpackagesInTree()) {
            if (!each.getClasses().isEmpty() && !each.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(each.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    /** Checks a rule that also holds for what does not exist yet. */
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
