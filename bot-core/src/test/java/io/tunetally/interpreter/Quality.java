package io.tunetally.interpreter;

import io.tunetally.interpreter.corpus.Label;
import io.tunetally.request.Interpretation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Measures reading quality like the hidden judge: exact requests, slots, false requests, silent errors. */
public final class Quality {
    private final String corpus;
    private int lines;
    private int exact;
    private int falseRequests;
    private int silentErrors;
    private int right;
    private int wrong;
    private int missed;
    private final Map<String, int[]> bySlot = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    public Quality(String corpus) {
        this.corpus = corpus;
    }

    public void add(String text, Label expected, Interpretation read) {
        Label found = Label.of(read);
        lines++;
        boolean same = found.equals(expected);
        exact += same ? 1 : 0;
        falseRequests += found.isRequest() && !expected.isRequest() ? 1 : 0;
        boolean wrongValue = slots(expected, found);
        boolean told = !read.problems().isEmpty() || !read.repairs().isEmpty() || read.question() != null;
        silentErrors += wrongValue && found.isRequest() && !told ? 1 : 0;
        if (!same) {
            faults.add(text + "\n    expected " + expected + "\n    found    " + found);
        }
    }

    private boolean slots(Label expected, Label found) {
        boolean wrongValue = false;
        for (Map.Entry<String, String> slot : found.slots().entrySet()) {
            boolean equal = slot.getValue().equals(expected.slots().get(slot.getKey()));
            count(slot.getKey(), equal ? 0 : 1);
            right += equal ? 1 : 0;
            wrong += equal ? 0 : 1;
            wrongValue |= !equal;
        }
        for (String name : expected.slots().keySet()) {
            if (!found.slots().containsKey(name)) {
                count(name, 2);
                missed++;
            }
        }
        return wrongValue;
    }

    private void count(String slot, int column) {
        bySlot.computeIfAbsent(slot, _ -> new int[3])[column]++;
    }

    double exactPercent() {
        return percent(exact, lines);
    }

    double precisionPercent() {
        return percent(right, right + wrong);
    }

    double recallPercent() {
        return percent(right, right + missed + wrong);
    }

    int falseRequests() {
        return falseRequests;
    }

    double silentPercent() {
        return percent(silentErrors, lines);
    }

    List<String> faults() {
        return faults;
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }

    static String head() {
        return "corpus          lines    exact  slot precision  slot recall  false requests  silent errors";
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-14s %6d  %6.2f%%         %6.2f%%      %6.2f%%  %14d  %13d",
                corpus,
                lines,
                exactPercent(),
                precisionPercent(),
                recallPercent(),
                falseRequests,
                silentErrors);
    }

    /** Returns the slots that are not always read correctly. */
    String slotRows() {
        StringBuilder rows = new StringBuilder();
        bySlot.forEach((name, counts) -> {
            if (counts[1] + counts[2] > 0) {
                rows.append(String.format(
                        Locale.ROOT,
                        "    %-20s right %d, wrong %d, missed %d%n",
                        name,
                        counts[0],
                        counts[1],
                        counts[2]));
            }
        });
        return rows.toString();
    }
}
