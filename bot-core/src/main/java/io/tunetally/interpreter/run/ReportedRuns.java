package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.request.SlotName;

/** Tells the GPUs of a run that is told from those of the job: {@code LoRA on 1x A100. Maia took a few days on two A100s}. */
public final class ReportedRuns {
    /** The most words between a past form and the word that supposes it. */
    private static final int REACH_OF_IF = 3;

    private ReportedRuns() {}

    /** {@code if I ran a LoRA on them}: a past form that supposes. */
    public static boolean isSupposed(ParseState state, int verb) {
        int first = Math.max(state.sentence(verb).first(), verb - REACH_OF_IF);
        for (int i = verb - 1; i >= first && state.hasTypedAnywhere(Trait.IF) && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.IF)) {
                return true;
            }
        }
        return false;
    }

    /** {@code retrain every quarter ... what do four such rounds add up to}: jobs that were told, no passes of one. */
    public static boolean areTold(ParseState state, int i) {
        boolean jobs = state.isAt(i + 2, Measure.EPOCH) || state.isAt(i + 2, Measure.RUN);
        if (!jobs || !state.hasTyped(i + 1, Trait.SUCH)) {
            return false;
        }
        // "One run takes 31 hours. We need 3 such runs": no interval makes them.
        boolean counted = state.isAt(i + 2, Measure.RUN)
                && state.isCountAt(i)
                && !state.has(Category.PERIODS)
                && !state.has(Cue.RETRAIN);
        if (counted) {
            state.claim(SlotName.RUNS, i, i + 2);
            state.candidates.settle(i);
            return true;
        }
        state.ignore(i, i + 2);
        state.candidates.settle(i);
        return true;
    }

    /** True of a sentence that reports a run on a GPU, where another sentence names a GPU and reports nothing. */
    public static boolean isOfOthers(ParseState state, Sentence sentence) {
        return !sentence.asks() && namesGpu(state, sentence) && reports(state, sentence) && isGpuElsewhere(state);
    }

    /** True of the GPU of {@code the authors used 8xA800 but we rent two A100}: the asker's stands behind the word. */
    public static boolean isBeforeContrast(ParseState state, int gpu) {
        int end = state.sentence(gpu).end();
        int but = gpu + 1;
        while (but < end && !state.isAt(but, Cue.BUT)) {
            but++;
        }
        boolean contrast = but < end && (state.isAt(but + 1, Cue.PERSON) || isAsker(state, but + 1));
        boolean told = false;
        for (int i = state.sentence(gpu).first(); contrast && i < gpu; i++) {
            if (isAsker(state, i)) {
                return false;
            }
            boolean word = !state.isNumberAt(i);
            told |= word
                    && (state.isAt(i, Cue.REPORT)
                            || state.hasTyped(i, Trait.EARLIER_JOB)
                            || state.hasTyped(i, Trait.OTHER_PARTY));
        }
        for (int i = but + 1; told && i < end; i++) {
            if (state.isGpuAt(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAsker(ParseState state, int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.ASKER);
    }

    private static boolean isGpuElsewhere(ParseState state) {
        Sentence told = null;
        for (int i = 0; i < state.size(); i++) {
            Sentence sentence = state.sentence(i);
            if (!sentence.equals(told) && state.isGpuAt(i) && !state.isBackground(i)) {
                if (!reports(state, sentence)) {
                    return true;
                }
                told = sentence;
            }
        }
        return false;
    }

    /** True if a sentence names a GPU. */
    public static boolean namesGpu(ParseState state, Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.isGpuAt(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reports(ParseState state, Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.isAt(i, Cue.REPORT) && !state.isNumberAt(i)) {
                return true;
            }
        }
        return false;
    }
}
