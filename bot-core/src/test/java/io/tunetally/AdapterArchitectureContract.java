package io.tunetally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the plan of an adapter: each package has one row in {@link #table()}, which lists the adapter's packages it may import. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AdapterArchitectureContract {
    protected static final String ROOT = "io.tunetally";

    private static final String ROLES = "(Events|Formatter|Limits|Sender|Platform|Main)";

    protected final JavaClasses adapter;
    private final String platform;
    private final String[] otherPlatforms;

    /**
     * Imports an adapter.
     *
     * @param platform its name, as its classes begin with it
     * @param otherPlatforms patterns of the packages of other platforms
     */
    protected AdapterArchitectureContract(String platform, String... otherPlatforms) {
        this.platform = platform;
        this.otherPlatforms = otherPlatforms;
        adapter = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT + "." + platform.toLowerCase(Locale.ROOT));
    }

    /** Returns the rooms, from the ground up. */
    protected abstract Stream<Room> table();

    @ParameterizedTest
    @MethodSource("table")
    void importsOnlyWhatTheTableAllows(Room room) {
        room.check(adapter);
    }

    @Test
    void knowsEveryPackage() {
        classes()
                .should()
                .resideInAnyPackage(table().map(Room::packageName).toArray(String[]::new))
                .check(adapter);
    }

    @Test
    void hasNoCyclesOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(adapter);
    }

    @Test
    void doesNotSeeAnotherPlatform() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(otherPlatforms)
                .because("adapters scale and fail apart")
                .check(adapter);
    }

    @Test
    void twinRolesCarryTwinNames() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .haveNameMatching(".*" + ROLES)
                .should()
                .haveNameMatching(".*\\." + platform + ROLES)
                .because("a reader of one adapter knows the other")
                .check(adapter);
    }
}
