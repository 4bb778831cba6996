package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.corpus.TrainingExample;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.weight.WordSymbols;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The derivations of a labelled message, of which the trainer makes those likeliest that give what is expected. */
public interface DerivedExample extends TrainingExample {
    /** Returns the components of each derivation. */
    List<int[]> choices();

    /** True if a derivation gives what is expected. */
    boolean isRight(int choice);

    /** Returns the features of each component. */
    Map<Integer, List<String>> components();

    /** Returns the label whose weights a component has. */
    String label(int component);

    @Override
    default Set<String> features() {
        Set<String> features = new TreeSet<>();
        components().forEach((component, names) -> names.forEach(name -> features.add(label(component) + " " + name)));
        return features;
    }

    /** Returns the features of all components of some derivations. */
    static Map<Integer, List<String>> features(ComponentFeatures components, List<int[]> choices) {
        Map<Integer, List<String>> features = new TreeMap<>();
        for (int[] choice : choices) {
            for (int component : choice) {
                features.computeIfAbsent(component, key -> features(components, key));
            }
        }
        return features;
    }

    private static List<String> features(ComponentFeatures components, int component) {
        Set<String> features = new TreeSet<>();
        components.read(
                component,
                (words, start, end) ->
                        Symbol.of(WordSymbols.MARK + words.substring(start, end).replace(' ', WordSymbols.JOINT)),
                (kind, first, second) -> features.add(kind.name(first, second)));
        return List.copyOf(features);
    }
}
