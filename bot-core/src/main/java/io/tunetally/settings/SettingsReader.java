package io.tunetally.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks settings up, first in the environment, then in the operator's file, then in the built-in one, and collects
 * problems until {@link #check()}. A malformed value counts as given: it is already a problem.
 */
public final class SettingsReader {
    private static final String OVERLAY = "TUNETALLY_CONFIG";

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Entry> entries;
    private final Optional<Path> overlay;

    /** A value and its name in problem messages. */
    private record Given(String name, String value) {}

    public SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.overlay = findOverlay();
        Set<String> keys = new HashSet<>(Settings.KEYS);
        keys.addAll(StorageSettings.KEYS);
        keys.addAll(TokenizerSettings.KEYS);
        known().map(Setting::key).forEach(keys::add);
        this.entries = new HashMap<>(ConfigFile.builtIn(keys, problems));
        overlay.ifPresent(folder -> entries.putAll(ConfigFile.in(folder, keys, problems)));
    }

    private static Stream<Setting> known() {
        return Stream.concat(
                Setting.COMMON.stream(),
                ServiceLoader.load(PlatformSettings.class).stream()
                        .flatMap(platform -> platform.get().settings().stream()));
    }

    private Optional<Path> findOverlay() {
        Optional<Path> folder = fromEnvironment(OVERLAY).map(Path::of);
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            problems.add(OVERLAY + ": there is no folder " + folder.get()
                    + " (the folder whose files override the built-in configuration)");
            return Optional.empty();
        }
        return folder;
    }

    Optional<Path> overlay() {
        return overlay;
    }

    /** Returns the user's folder for the program's data. */
    Path dataFolder() {
        return DataFolder.of(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /** Throws if any problems were found so far. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    // ---- settings from the environment or a file

    public Optional<String> text(Setting setting) {
        return given(setting).map(Given::value);
    }

    public boolean isGiven(Setting setting) {
        return given(setting).isPresent();
    }

    /** Records a missing setting; {@code instead} names an alternative, or is empty. */
    public void missing(Setting setting, String instead) {
        String alternative = instead.isEmpty() ? "" : ", or give " + instead;
        problems.add(
                setting + ": missing. It is " + setting.what() + alternative + ". Where to get it: " + setting.where());
    }

    /** Reads a secret that begins with one of the prefixes; without prefixes any value is valid. */
    public Optional<Secret> secret(Setting setting, String... prefixes) {
        Optional<Given> given = given(setting);
        given.ifPresent(it -> checkSecret(setting, it, List.of(prefixes)));
        return given.map(it -> new Secret(it.value()));
    }

    private void checkSecret(Setting setting, Given given, List<String> prefixes) {
        if (given.value().chars().anyMatch(Character::isWhitespace)) {
            malformed(setting, given, "has a blank in it");
        } else if (!prefixes.isEmpty() && prefixes.stream().noneMatch(given.value()::startsWith)) {
            malformed(setting, given, "does not begin with " + prefixes.getFirst());
        }
    }

    /** Reads a number from 0 to 65535. */
    public int port(Setting setting, int fallback) {
        return parsed(setting, SettingsReader::asPort, "is not a port number").orElse(fallback);
    }

    /** Reads an http or https base URL and ends it with a slash. */
    public URI baseUrl(Setting setting, String fallback) {
        return uri(setting, Set.of("http", "https"))
                .map(uri -> uri.toString().endsWith("/") ? uri : URI.create(uri + "/"))
                .orElse(URI.create(fallback));
    }

    public Optional<URI> uri(Setting setting, Set<String> schemes) {
        return parsed(
                setting, value -> asUri(value, schemes), "is not a URL with " + String.join(" or ", sorted(schemes)));
    }

    /** Reads a value with {@code parse}; if that returns empty, {@code complaint} says what the value is not. */
    public <T> Optional<T> parsed(Setting setting, Function<String, Optional<T>> parse, String complaint) {
        Optional<Given> given = given(setting);
        Optional<T> value = given.map(Given::value).flatMap(parse);
        if (given.isPresent() && value.isEmpty()) {
            malformed(setting, given.get(), '"' + ConfigFile.quoted(given.get().value()) + "\" " + complaint);
        }
        return value;
    }

    private void malformed(Setting setting, Given given, String complaint) {
        problems.add(given.name() + ": " + complaint + ". It is " + setting.what() + ": " + setting.where());
    }

    private Optional<Given> given(Setting setting) {
        Optional<Given> inEnvironment = fromEnvironment(setting.name()).map(value -> new Given(setting.name(), value));
        return inEnvironment.or(() -> Optional.ofNullable(entries.get(setting.key()))
                .filter(entry -> !entry.values().isEmpty())
                .map(entry -> new Given(entry.place() + " (" + setting + ")", String.join(",", entry.values()))));
    }

    // Compose files and shells pass an unset variable on as an empty one.
    private Optional<String> fromEnvironment(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    // ---- keys that only a file has

    /** Reads a list of at least one value. */
    List<String> list(String key) {
        Entry entry = entry(key);
        if (entry.values().isEmpty()) {
            problems.add(entry.place() + ": needs at least one value");
        }
        return entry.values();
    }

    /** Reads a whole number from 1 to {@code most}. */
    long count(String key, long most) {
        Entry entry = entry(key);
        OptionalLong count =
                entry.values().size() == 1 ? asCount(entry.values().getFirst(), most) : OptionalLong.empty();
        if (count.isEmpty()) {
            problems.add(entry.place() + ": must be a whole number from 1 to " + most + ", not "
                    + ConfigFile.quoted(entry.values().toString()));
        }
        return count.orElse(1);
    }

    /** Reads the path of a file, relative to the folder of the setting's own; empty if the key is not given. */
    Optional<Path> file(String key) {
        Entry entry = entries.get(key);
        if (entry == null || entry.values().isEmpty()) {
            return Optional.empty();
        }
        Path folder = Optional.ofNullable(Path.of(entry.file()).getParent()).orElse(Path.of(""));
        Path file = folder.resolve(entry.values().getFirst());
        if (!Files.isRegularFile(file)) {
            problems.add(entry.place() + ": there is no file " + file);
        }
        return Optional.of(file);
    }

    Entry entry(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            throw new IllegalStateException("the built-in tunetally.yaml lacks " + key);
        }
        return entry;
    }

    private static OptionalLong asCount(String value, long most) {
        try {
            long count = Long.parseLong(value);
            return count > 0 && count <= most ? OptionalLong.of(count) : OptionalLong.empty();
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    public static Optional<Integer> asPort(String value) {
        OptionalInt number = asNumber(value);
        return number.isPresent() && number.getAsInt() <= 65535 ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** Parses a whole number of zero or more, digits only. */
    public static OptionalInt asNumber(String value) {
        return value.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }

    /** Parses a web or mail address. */
    static Optional<URI> asAddress(String value) {
        return value.matches("mailto:[^\\s@]+@[^\\s@]+")
                ? Optional.of(URI.create(value))
                : asUri(value, Set.of("http", "https"));
    }

    private static Optional<URI> asUri(String value, Set<String> schemes) {
        try {
            URI uri = new URI(value);
            boolean usable = uri.getScheme() != null && schemes.contains(uri.getScheme()) && uri.getHost() != null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }
}
