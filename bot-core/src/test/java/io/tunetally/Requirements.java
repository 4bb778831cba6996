package io.tunetally;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;

/** The requirements of an adapter with the tests that cover them, its own tests as well as those of bot-core. */
final class Requirements {
    static final String LIST = "src/test/resources/requirements.txt";
    private static final ImportOption TESTS =
            location -> new ImportOption.OnlyIncludeTests().includes(location) || location.contains("-tests.jar");

    private final SequencedMap<String, String> sentences;
    private final Set<String> idsOfAllModules = new HashSet<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final String adapterPackage;

    /** A place that names a requirement. */
    private record Coverage(String id, String place, boolean isTest, boolean isInAdapter) {}

    /**
     * Reads the lists and scans the test classes.
     *
     * @param module the folder of the adapter
     * @param adapterPackage the package of the adapter
     */
    Requirements(Path module, String adapterPackage) throws IOException {
        this.adapterPackage = adapterPackage;
        sentences = sentences(module);
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(
                module.toAbsolutePath().getParent(), each -> Files.exists(each.resolve(LIST)))) {
            for (Path each : modules) {
                idsOfAllModules.addAll(sentences(each).keySet());
            }
        }
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(TESTS)
                .importPackages(getClass().getPackageName());
        for (JavaClass each : tests) {
            add(each, each, each.getSimpleName(), each.getAllMethods().stream().anyMatch(Requirements::isTest));
            for (JavaMethod method : each.getMethods()) {
                add(method, each, each.getSimpleName() + "." + method.getName(), isTest(method));
            }
        }
    }

    private static SequencedMap<String, String> sentences(Path module) throws IOException {
        SequencedMap<String, String> sentences = new LinkedHashMap<>();
        for (String line : Files.readAllLines(module.resolve(LIST))) {
            int space = line.indexOf(' ');
            String id = line.substring(0, space);
            if (sentences.put(id, line.substring(space + 1)) != null) {
                throw new IllegalStateException(module.resolve(LIST) + " has " + id + " twice");
            }
        }
        return sentences;
    }

    private void add(HasAnnotations<?> element, JavaClass owner, String place, boolean isTest) {
        boolean isInAdapter = (owner.getPackageName() + ".").startsWith(adapterPackage + ".");
        element.tryGetAnnotationOfType(Requirement.class)
                .ifPresent(requirement -> Stream.of(requirement.value())
                        .forEach(id -> coverage.add(new Coverage(id, place, isTest, isInAdapter))));
    }

    private static boolean isTest(JavaMethod method) {
        return method.isMetaAnnotatedWith(Testable.class);
    }

    /** The requirements that no test covers. A helper alone does not count, since nothing shows that a test uses it. */
    List<String> uncovered() {
        TreeSet<String> covered = coverage.stream()
                .filter(Coverage::isTest)
                .map(Coverage::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return sentences.keySet().stream()
                .filter(each -> !covered.contains(each))
                .toList();
    }

    /** The annotations with an id that no list has. Tests of bot-core may also name the requirements of other adapters. */
    List<String> unknown() {
        return coverage.stream()
                .filter(each -> !(each.isInAdapter() ? sentences.keySet() : idsOfAllModules).contains(each.id()))
                .map(each -> each.id() + " at " + each.place())
                .sorted()
                .toList();
    }

    /** The Markdown table, line by line, in the order of the list. */
    List<String> table() {
        Map<String, TreeSet<String>> places = coverage.stream()
                .collect(Collectors.groupingBy(
                        Coverage::id, Collectors.mapping(Coverage::place, Collectors.toCollection(TreeSet::new))));
        List<String> lines = new ArrayList<>(List.of("| id | requirement | tests |", "|---|---|---|"));
        sentences.forEach((id, sentence) -> {
            String tests = places.getOrDefault(id, new TreeSet<>()).stream()
                    .map(each -> "`" + each + "`")
                    .collect(Collectors.joining("<br>"));
            lines.add("| " + id + " | " + sentence + " | " + tests + " |");
        });
        return lines;
    }
}
