package io.tunetally.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses RFC 4180: records end with CR LF, fields with other than plain text are quoted. */
public final class CsvText {
    private static final Pattern FIELD = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\",\r\n]*))(,|\r\n)");

    private CsvText() {}

    /** Returns the records, with fields by header name. */
    public static List<Map<String, String>> read(String text) {
        List<List<String>> records = new ArrayList<>(List.of(new ArrayList<>()));
        Matcher field = FIELD.matcher(text);
        int end = 0;
        while (field.lookingAt()) {
            String quoted = field.group(1);
            records.getLast().add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
            end = field.end();
            field.region(end, text.length());
            if (field.regionStart() < text.length() && text.charAt(end - 1) == '\n') {
                records.add(new ArrayList<>());
            }
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("no CSV from character " + end);
        }
        List<String> header = records.removeFirst();
        return records.stream().map(record -> named(header, record)).toList();
    }

    private static Map<String, String> named(List<String> header, List<String> record) {
        if (record.size() != header.size()) {
            throw new IllegalArgumentException(record + " has not the fields " + header);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), record.get(i));
        }
        return fields;
    }
}
