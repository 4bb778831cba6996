package io.tunetally;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package, and its allowed imports besides the JDK and itself.
 *
 * @param ours packages of this project
 * @param libraries patterns of the packages of libraries
 */
public record Room(String packageName, List<String> ours, List<String> libraries) {
    private static final String[] OF_CORE = {"com.fasterxml.jackson..", "com.github.benmanes.caffeine..", "org.slf4j.."
    };
    /** The maximum number of files in a package, besides its {@code package-info}. */
    private static final long MOST_FILES = 25;

    private static final String[] EVERYWHERE = {"java..", "javax..", "org.jspecify.annotations.."};

    /**
     * Creates a room.
     *
     * @param root the package that all names are in
     * @param ours names of rooms, separated by spaces; {@code .} for all of them
     */
    public static Room of(String root, String name, String ours, String... libraries) {
        List<String> packages = Pattern.compile(" ")
                .splitAsStream(ours)
                .filter(each -> !each.isEmpty())
                .map(each -> each.equals(".") ? root + ".." : root + "." + each)
                .toList();
        return new Room(name.isEmpty() ? root : root + "." + name, packages, List.of(libraries));
    }

    /**
     * Creates a room of an adapter. Besides the listed ones it may import bot-core, except for the command line and the
     * stages of the interpreter, and the libraries of bot-core.
     */
    public static Room ofAdapter(String root, String name, String ours, String... libraries) {
        Room room = of(root, name, ours, libraries);
        Stream<String> core = Stream.of(
                        "answer",
                        "answer.outcome",
                        "bot",
                        "catalog",
                        "chart",
                        "chat",
                        "conversation",
                        "download",
                        "engine",
                        "interpreter",
                        "operations",
                        "reply",
                        "request",
                        "runtime",
                        "settings",
                        "storage",
                        "storage.bounded",
                        "text",
                        "units",
                        "wording",
                        "wording.dataset")
                .map(each -> root + "." + each);
        return new Room(
                room.packageName(),
                Stream.concat(room.ours().stream(), core).toList(),
                Stream.concat(room.libraries().stream(), Stream.of(OF_CORE)).toList());
    }

    /** Checks that the room exists, and that it imports nothing else. */
    public void check(JavaClasses house) {
        assertThat(house.containPackage(packageName))
                .as("%s exists", packageName)
                .isTrue();
        String[] allowed = Stream.of(List.of(EVERYWHERE), List.of(packageName), ours, libraries)
                .flatMap(Collection::stream)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(packageName)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(house);
    }

    /**
     * Returns the folders of Java files with too many of them, each with the number: a reader no longer finds a class by
     * looking around.
     *
     * @param sources a folder of sources, of the program or of its tests
     */
    public static Map<Path, Long> overfull(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            Map<Path, Long> counts = files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
            counts.values().removeIf(count -> count <= MOST_FILES);
            return counts;
        }
    }

    @Override
    public String toString() {
        return packageName;
    }
}
