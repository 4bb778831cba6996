package io.tunetally;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
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
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The requirements of an adapter with the tests that cover them, its own tests as well as those of bot-core. */
final class Requirements {
    static final String LIST = "src/test/resources/requirements.txt";
    private static final ImportOption TESTS =
            location -> new ImportOption.OnlyIncludeTests().includes(location) || location.contains("-tests.jar");

    private final SequencedMap<String, String> sentences;
    private final List<Coverage> coverage = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    /** A class or method annotated with a requirement. */
    private record Coverage(String id, String place, boolean isTest) {}

    /**
     * Reads the lists and scans the test classes.
     *
     * @param module the folder of the adapter
     * @param adapterPackage the package of the adapter
     */
    Requirements(Path module, String adapterPackage) throws IOException {
        sentences = sentences(module);
        Set<String> idsOfAllModules = idsOfAllModules(module.toAbsolutePath().getParent());
        for (JavaClass each : testClasses()) {
            boolean isInAdapter = (each.getPackageName() + ".").startsWith(adapterPackage + ".");
            // A test of bot-core may name a requirement of any adapter.
            scan(each, isInAdapter ? sentences.keySet() : idsOfAllModules);
        }
    }

    private static SequencedMap<String, String> sentences(Path module) throws IOException {
        SequencedMap<String, String> sentences = new LinkedHashMap<>();
        for (String line : Files.readAllLines(module.resolve(LIST))) {
            String[] parts = line.split(" ", 2);
            if (sentences.put(parts[0], parts[1]) != null) {
                throw new IllegalStateException(module.resolve(LIST) + " has " + parts[0] + " twice");
            }
        }
        return sentences;
    }

    private static Set<String> idsOfAllModules(Path root) throws IOException {
        Set<String> ids = new HashSet<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(root, each -> Files.exists(each.resolve(LIST)))) {
            for (Path each : modules) {
                ids.addAll(sentences(each).keySet());
            }
        }
        return ids;
    }

    /** Reads the class files only, since an adapter lacks some libraries of bot-core's tests. */
    private static JavaClasses testClasses() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().withImportOption(TESTS).importPackages(Requirements.class.getPackageName());
        });
    }

    private void scan(JavaClass type, Set<String> known) {
        String name = type.getSimpleName();
        type.tryGetAnnotationOfType(Requirement.class)
                .ifPresent(requirement -> add(requirement, name, hasTests(type.reflect()), known));
        for (JavaMethod method : type.getMethods()) {
            method.tryGetAnnotationOfType(Requirement.class)
                    .ifPresent(requirement ->
                            add(requirement, name + "." + method.getName(), isTest(method.reflect()), known));
        }
    }

    private void add(Requirement requirement, String place, boolean isTest, Set<String> known) {
        for (String id : requirement.value()) {
            coverage.add(new Coverage(id, place, isTest));
            if (!known.contains(id)) {
                unknown.add(id + " at " + place);
            }
        }
    }

    private static boolean hasTests(Class<?> type) {
        return !ReflectionSupport.findMethods(type, Requirements::isTest, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    /** Returns the requirements that no test covers. A helper alone does not count, since nothing shows that a test uses it. */
    List<String> uncovered() {
        Set<String> covered =
                coverage.stream().filter(Coverage::isTest).map(Coverage::id).collect(Collectors.toSet());
        return sentences.keySet().stream()
                .filter(each -> !covered.contains(each))
                .toList();
    }

    /** Returns the annotations with an id that no list has. */
    List<String> unknown() {
        return unknown.stream().sorted().toList();
    }

    /** Returns the Markdown table, line by line, in the order of the list. */
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
