package io.tunetally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the references of all Markdown files: links, and in backticks the paths, packages and classes of this repository. A class
 * of a library is written with its full package ({@code java.time.Clock}) or without backticks.
 */
class DocumentsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String PACKAGE = "io/tunetally/";
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules");

    private static final Pattern FENCED = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");
    private static final Pattern EXTERNAL = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    private static final Pattern PATH = Pattern.compile("(?:bot-core|slack-adapter|discord-adapter|config)/[\\w./-]+");
    private static final Pattern PACKAGES = Pattern.compile("\\b[Pp]ackages?:? ((?:`[\\w.]+`(?:, | and )?)+)");
    /** Matches {@code package.Type.member}: package and member are optional, constants and words in capitals are not types. */
    private static final Pattern TYPE = Pattern.compile("((?:[a-z]\\w*\\.)*)([A-Z]\\w*[a-z]\\w*)((?:\\.\\w+)*)");

    private static final Pattern OF_A_LIBRARY = Pattern.compile("(?:java|javax|jdk|com|net|org|okhttp3)\\..*");
    private static final Pattern DECLARATION = Pattern.compile("(?:class|record|interface|enum) ([A-Z]\\w*)");

    /** A file that declares a type. */
    record Source(String path, String text) {}

    private static final Map<String, List<Source>> SOURCES = sources();
    private static final Set<String> PACKAGE_NAMES = packageNames();

    static List<String> documents() {
        return files(".md").stream()
                .map(each -> ROOT.relativize(each).toString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksToFilesAndHeadingsThatExist(String document) {
        assertThat(links(document).filter(link -> !leads(document, link)))
                .as("broken links of %s", document)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesPathsThatExist(String document) {
        assertThat(codes(text(document))
                        .filter(code -> PATH.matcher(code).matches() && !Files.exists(ROOT.resolve(code))))
                .as("paths in %s that do not exist", document)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesPackagesThatExist(String document) {
        assertThat(PACKAGES.matcher(text(document))
                        .results()
                        .flatMap(list -> codes(list.group(1)))
                        .filter(name -> !PACKAGE_NAMES.contains(name)))
                .as("packages in %s that do not exist", document)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesClassesThatExist(String document) {
        assertThat(codes(text(document)).filter(code -> !isKnown(code)))
                .as("classes or members in %s that do not exist", document)
                .isEmpty();
    }

    @Test
    void findsReferencesThatAreWrong() {
        assertThat(isKnown("engine.CostEngine.price")).isTrue();
        assertThat(isKnown("Outcome.Refused")).isTrue();
        assertThat(isKnown("java.util.ServiceLoader")).isTrue();
        assertThat(isKnown("answer.CostEngine")).isFalse();
        assertThat(isKnown("CostEngine.prices3")).isFalse();
        assertThat(isKnown("CostMotor")).isFalse();
        assertThat(leads("CONTRIBUTING.md", "README.md#status")).isTrue();
        assertThat(leads("CONTRIBUTING.md", "README.md#stature")).isFalse();
        assertThat(leads("CONTRIBUTING.md", "README.txt")).isFalse();
    }

    private static Stream<String> codes(String text) {
        return CODE.matcher(text).results().map(found -> found.group(1));
    }

    private static Stream<String> links(String document) {
        return LINK.matcher(CODE.matcher(text(document)).replaceAll(""))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    }

    private static boolean leads(String document, String link) {
        if (EXTERNAL.matcher(link).matches()) {
            return true;
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path file = ROOT.resolve(document);
        if (!path.isEmpty()) {
            file = file.resolveSibling(path).normalize();
        }
        return Files.exists(file) && (hash < 0 || anchors(file).contains(link.substring(hash + 1)));
    }

    /** Returns the anchors of the headings, as GitHub generates them. */
    private static Set<String> anchors(Path document) {
        return HEADING.matcher(text(document.toString()))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static boolean isKnown(String code) {
        Matcher type = TYPE.matcher(code);
        if (!type.matches() || OF_A_LIBRARY.matcher(code).matches()) {
            return true;
        }
        String path = "/" + type.group(1).replace('.', '/') + type.group(2) + ".java";
        return SOURCES.getOrDefault(type.group(2), List.of()).stream()
                .filter(source -> type.group(1).isEmpty() || source.path().endsWith(path))
                .anyMatch(source -> declares(source.text(), type.group(3)));
    }

    private static boolean declares(String source, String members) {
        return Pattern.compile("\\.")
                .splitAsStream(members)
                .filter(each -> !each.isEmpty())
                .allMatch(each ->
                        Pattern.compile("\\b" + each + "\\b").matcher(source).find());
    }

    private static Map<String, List<Source>> sources() {
        Map<String, List<Source>> sources = new HashMap<>();
        for (Path file : files(".java")) {
            Source source = new Source(file.toString().replace('\\', '/'), read(file.toString()));
            Stream<String> types = DECLARATION.matcher(source.text()).results().map(each -> each.group(1));
            types.distinct()
                    .forEach(each -> sources.computeIfAbsent(each, name -> new ArrayList<>())
                            .add(source));
        }
        return sources;
    }

    /** Returns each package of this project by each of its suffixes: {@code slack.send} and {@code send}. */
    private static Set<String> packageNames() {
        Set<String> names = new TreeSet<>();
        for (Path file : files("package-info.java")) {
            String path = file.getParent().toString().replace('\\', '/') + "/";
            String name =
                    path.substring(path.indexOf(PACKAGE) + PACKAGE.length()).replace('/', '.');
            for (int from = 0; from < name.length(); from = name.indexOf('.', from) + 1) {
                names.add(name.substring(from, name.length() - 1));
            }
        }
        return names;
    }

    private static List<Path> files(String end) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean isSource = folder.equals(ROOT) || !(name.startsWith(".") || NOT_SOURCES.contains(name));
                    return isSource ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(end)) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }

    /** Returns the document without its fenced blocks. */
    private static String text(String document) {
        return FENCED.matcher(read(document)).replaceAll("");
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
