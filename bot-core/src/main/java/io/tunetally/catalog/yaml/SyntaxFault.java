package io.tunetally.catalog.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.tunetally.text.JsonFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and why a text is not YAML or JSON, in plain words.
 *
 * @param line counted from 1; 0 if it is not known
 */
record SyntaxFault(int line, String why) {
    /** The parser of YAML says what it was doing, then the fault, each with its place. */
    private static final Pattern YAML_FAULT = Pattern.compile("(?m)^(.*)\\n in 'reader', line (\\d+), column (\\d+)");

    private static final Map<Pattern, String> YAML_WORDS = words();

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(Pattern.compile(".*\\(TAB\\).*"), "a tab at column %s; YAML is indented with blanks");
        words.put(
                Pattern.compile("found character '(.).*"),
                "a value begins with a character that needs quotes at column %s; write it in quotes");
        words.put(
                Pattern.compile("mapping values are not allowed here"),
                "a key where none can be, before column %s; indent it like its neighbours, write a blank after each colon, and put a"
                        + " value with a colon in quotes");
        words.put(
                Pattern.compile("expected ',' or '([\\]}])'.*"),
                "a list or object is not closed before column %s; a comma or its closing bracket is missing");
        words.put(
                Pattern.compile("found unexpected end of stream"), "a quote is opened and not closed before column %s");
        words.put(
                Pattern.compile("found unknown escape character.*"),
                "a backslash that escapes nothing before column %s; write it in single quotes");
        words.put(
                Pattern.compile("expected <block end>.*"),
                "something does not belong where it stands, at column %s; indent it like its neighbours, or put the value in quotes");
        words.put(Pattern.compile("could not find expected ':'"), "a key without a colon, before column %s");
        return words;
    }

    /** Returns the fault that a parser of YAML has found. */
    static SyntaxFault ofYaml(JsonProcessingException fault) {
        Matcher places = YAML_FAULT.matcher(String.valueOf(fault.getOriginalMessage()));
        SyntaxFault found = new SyntaxFault(line(fault), "a character or a bracket that YAML does not have here");
        while (places.find()) {
            found = new SyntaxFault(Integer.parseInt(places.group(2)), words(places.group(1), places.group(3)));
        }
        return found;
    }

    private static String words(String problem, String column) {
        return YAML_WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(problem).matches())
                .map(entry -> String.format(entry.getValue(), column))
                .findFirst()
                .orElse("it cannot be read from column " + column + " on");
    }

    /** Returns the fault of a text that a parser of JSON has refused. */
    static SyntaxFault ofJson(String text, JsonProcessingException fault) {
        return JsonFault.of(text)
                .map(found -> new SyntaxFault(found.line(), found.words("column " + found.column())))
                .orElseGet(() -> new SyntaxFault(line(fault), "it cannot be read from this line on"));
    }

    private static int line(JsonProcessingException fault) {
        JsonLocation at = fault.getLocation();
        return at == null ? 0 : at.getLineNr();
    }
}
