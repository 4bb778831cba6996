package io.tunetally.interpreter;
import io.tunetally.interpreter.corpus.LabelledMessage;
import io.tunetally.interpreter.role.*;
import io.tunetally.interpreter.weight.Weights;
import java.nio.file.*;
import java.util.*;
final class NameLab {
    static List<NameExample> of(String f) { List<NameExample> x = new ArrayList<>(); for (LabelledMessage m : LabelledMessage.load(Path.of(f))) NameExample.add(x, f, m); return x; }
    public static void main(String[] a) throws Exception {
        List<NameExample> all = new ArrayList<>(NameExample.all());
        for (String f : a[0].split(",")) if (!f.isEmpty()) for (int i = 0; i < Integer.getInteger("times", 1); i++) all.addAll(of(f));
        System.out.println("train " + all.size() + " background " + all.stream().filter(e -> e.label().equals("BACKGROUND")).count());
        var w = WeightTrainer.train(all);
        Weights weights = new Weights(w);
        Files.writeString(WeightTrainer.RESOURCES.resolve("names.tsv"), WeightTrainer.write(w));
        for (String f : a[1].split(",")) {
            Map<String,int[]> t = new TreeMap<>();
            for (NameExample e : of(f)) {
                String kind = e.features().stream().filter(x -> x.startsWith("fact NAMES-")).findFirst().get();
                var s = weights.score(e.features());
                int lead = s.of("BACKGROUND") - s.of("ASKED");
                int[] n = t.computeIfAbsent(kind, k -> new int[6]);
                boolean bg = e.label().equals("BACKGROUND");
                n[(bg ? 3 : 0) + (lead >= 300 ? 2 : lead >= 0 ? 1 : 0)]++;
            }
            System.out.println(f);
            t.forEach((k, n) -> System.out.println("  " + k + " asked: kept " + n[0] + " near " + n[1] + " LOST " + n[2] + " | background: in " + n[3] + " near " + n[4] + " out " + n[5]));
        }
    }
}
