package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Replacements;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Tells the models that a message asks about from those it only takes back, reports or compares results with. */
final class AskedModels {
    /** The distance of a grader from its model: {@code grading is done by gpt-4.1}. */
    private static final int REACH_OF_GRADER = 5;

    private final ParseState state;
    private final List<Mention> mentions;
    private final Set<ModelId> named = new HashSet<>();
    private final Set<Object> families = new HashSet<>();

    private AskedModels(ParseState state, List<Mention> mentions) {
        this.state = state;
        this.mentions = mentions;
    }

    static List<Mention> of(ParseState state, MigrationTargets targets, List<Mention> today) {
        List<Mention> open = new ArrayList<>();
        List<Mention> out = ruledOut(state);
        // What is used today is what tuning is set against, or not asked about at all.
        boolean weighs = state.weighsTuning();
        boolean left = isLeftInBackground(state, targets);
        for (Mention mention : state.mentions) {
            boolean background = state.isBackground(mention.first()) && !left && !(weighs && today.contains(mention));
            boolean other = background
                    || targets.mentions().contains(mention)
                    || (out.contains(mention)
                            && !isTodays(state, today, mention)
                            && !(state.remembered.isEmpty() && isCompared(state, mention)))
                    || isCorrected(state, mention)
                    || Exclusion.staysBeside(state, mention.last())
                    || Teacher.isCalledSo(state, mention)
                    || Teacher.isToldAuthor(state, mention)
                    || isJudge(state, mention)
                    || isRival(state, mention)
                    || (state.has(Intent.RECOMMEND) && isEvidence(state, mention));
            if (!other) {
                open.add(mention);
            }
        }
        AskedModels asked = new AskedModels(state, open);
        return asked.settled(open.size() > 1 ? asked.withoutAsides() : open);
    }

    /** True of a model that is set back and still the other side: {@code tuned nano instead of gpt-4.1}. */
    private static boolean isTodays(ParseState state, List<Mention> today, Mention mention) {
        return today.contains(mention) && (state.remembered.isEmpty() || state.isPaybackRemembered());
    }

    /** {@code our helper is a tuned gpt-3.5-turbo. It is being retired, what would a move to gpt-4.1-mini cost}: the only other model is what is left. */
    private static boolean isLeftInBackground(ParseState state, MigrationTargets targets) {
        if (targets.mentions().isEmpty()) {
            return false;
        }
        List<Mention> others = state.mentions.stream()
                .filter(mention -> !targets.mentions().contains(mention))
                .toList();
        return others.stream().allMatch(mention -> mention.id() != null && state.isBackground(mention.first()))
                && others.stream().map(Mention::id).distinct().count() == 1;
    }

    /** {@code could gpt-4o do it instead of gpt-4.1, and how do the two compare}: what is set back is still asked about. */
    private static boolean isCompared(ParseState state, Mention mention) {
        boolean compared = false;
        int end = state.sentence(mention.last()).end();
        for (int i = mention.last() + 1; i < end && !compared && state.mentions.size() > 1; i++) {
            compared = state.token(i).intent() == Intent.COMPARE && Exclusion.isSetBack(state, mention.first());
        }
        return compared;
    }

    /** {@code with Claude-- no wait, with gpt-4o}: another model of the sentence is meant. */
    private static boolean isCorrected(ParseState state, Mention mention) {
        int last = state.mentions.getLast().first();
        int dots = mention.last() + 1;
        while (state.has(Cue.CORRECTION) && (state.isSymbolAt(dots, '.') || state.isSymbolAt(dots, '…'))) {
            dots++;
        }
        // "o4-mini... sorry, on gpt-4.1"
        boolean broken = dots > mention.last() + 1 && state.isAt(dots, Cue.CORRECTION);
        if (broken && dots < last) {
            return true;
        }
        int end = Math.min(last, state.sentence(mention.last()).end());
        for (int i = mention.last() + 1; state.has(Cue.CORRECTION) && i < end; i++) {
            if (state.isAt(i, Cue.CORRECTION)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the mentions that the message takes out: {@code without qwen and llama}. */
    static List<Mention> ruledOut(ParseState state) {
        List<Mention> out = new ArrayList<>(0);
        for (Mention mention : state.mentions) {
            boolean listed = !out.isEmpty()
                    && state.isJoin(mention.first() - 1)
                    && !state.isAt(mention.first() - 1, Cue.VERSUS)
                    && out.getLast().last() == mention.first() - 2
                    // "s/phi-4/qwen3-14b/"
                    && !Replacements.isReplaced(state, out.getLast().last());
            if (listed
                    || Exclusion.isTakenBack(state, mention.first())
                    || Exclusion.isExcluded(state, mention.last())) {
                out.add(mention);
            }
        }
        return out;
    }

    private List<Mention> withoutAsides() {
        for (Mention mention : mentions) {
            if (!mention.bareFamily() && mention.id() != null) {
                named.add(mention.id());
                if (mention.family() != null) {
                    families.add(mention.family());
                }
            }
        }
        List<Mention> asked =
                mentions.stream().filter(mention -> !isAside(mention)).toList();
        return asked.isEmpty() ? mentions : asked;
    }

    private boolean isAside(Mention mention) {
        return isNamedInFull(mention) || isEvidence(state, mention) || isGrader(mention) || Teacher.is(state, mention);
    }

    /** {@code any experience with Gemini? Price for 2.5 flash}: the family is the one model of it that is named. */
    private boolean isNamedInFull(Mention mention) {
        if (!mention.bareFamily() || isJoined(mention) || isNumbered(mention)) {
            return false;
        }
        return families.contains(mention.family())
                || mention.candidates().stream().filter(named::contains).count() == 1;
    }

    /** The {@code o3} of {@code can o3 be tuned, or is it o4-mini only} is a model of its own. */
    private boolean isNumbered(Mention mention) {
        ModelId id = mention.id();
        return id != null
                && mention.candidates().isEmpty()
                && id.value().chars().anyMatch(Character::isDigit)
                && state.compiledLexicon.catalog().model(id).isEmpty();
    }

    private boolean isJoined(Mention mention) {
        return state.isJoin(mention.first() - 1)
                || state.isJoin(mention.last() + 1)
                || state.isSymbolAt(mention.last() + 1, ',');
    }

    /** {@code the BERT baseline reached 0.83}: a result, not a wish. */
    private static boolean isEvidence(ParseState state, Mention mention) {
        int after = mention.last() + 1;
        return after < state.size() && state.hasTyped(after, Trait.EVIDENCE);
    }

    /** {@code 120 samples, picked by GPT-4o}, {@code gpt-4.1 as the grader}, {@code gpt-4o grading them}: a model that only judges. */
    private static boolean isJudge(ParseState state, Mention mention) {
        int next = mention.last() + 1;
        int noun = state.hasTyped(next, Trait.IN_ROLE) ? next + 1 : next;
        noun = noun > next && (state.hasTyped(noun, Trait.DEFINITE_ARTICLE) || state.isAt(noun, Cue.ARTICLE))
                ? noun + 1
                : noun;
        boolean judged =
                state.hasTyped(mention.first() - 1, Trait.BY) && state.hasTyped(mention.first() - 2, Trait.JUDGED);
        return judged || state.isAt(noun, Cue.GRADER);
    }

    /** {@code a 7B on par with GPT-4}: what a result is measured by, in a message that compares no prices. */
    private static boolean isRival(ParseState state, Mention mention) {
        return !state.has(Intent.COMPARE)
                && state.hasTyped(mention.first() - 2, Trait.EQUALS)
                && (state.hasTyped(mention.first() - 1, Trait.BY_MEANS_OF) || state.isAt(mention.first() - 1, Cue.TO));
    }

    /** {@code grading is done by gpt-4.1}. */
    private boolean isGrader(Mention mention) {
        for (int i = mention.first() - 1; i >= Math.max(0, mention.first() - REACH_OF_GRADER); i--) {
            if (state.isBreakAt(i) || isMention(i)) {
                return false;
            }
            if (state.isAt(i, Cue.GRADER)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMention(int i) {
        return state.token(i).is(Category.MODELS) || state.token(i).is(Category.FAMILIES);
    }

    /** {@code the mini with 5k rows}: of several models with a name, the one that the conversation is about, or a smaller one of it. */
    private List<Mention> settled(List<Mention> asked) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        if (before != null && asked.stream().anyMatch(this::isUnlisted)) {
            return asked.stream().map(this::ofFamily).toList();
        }
        if (before == null || asked.stream().allMatch(mention -> mention.id() != null)) {
            return asked;
        }
        return asked.stream().map(mention -> settled(mention, before)).toList();
    }

    private boolean isUnlisted(Mention mention) {
        return mention.id() != null
                && mention.billionParameters() != null
                && mention.version().isEmpty()
                && mention.family() != null
                && state.compiledLexicon.catalog().model(mention.id()).isEmpty();
    }

    /** {@code gemma 12b} after {@code gemma-3-27b}: the same version in another size. */
    private Mention ofFamily(Mention mention) {
        if (!isUnlisted(mention)) {
            return mention;
        }
        String size = Objects.requireNonNull(mention.billionParameters())
                        .stripTrailingZeros()
                        .toPlainString()
                + 'b';
        ModelId other = new Siblings(state.compiledLexicon, state.remembered)
                .sized(Objects.requireNonNull(mention.family()), size);
        return other == null
                ? mention
                : new Mention(
                        mention.first(),
                        mention.last(),
                        other,
                        List.of(),
                        mention.billionParameters(),
                        mention.family(),
                        mention.version(),
                        false);
    }

    private static Mention settled(Mention mention, List<ModelId> before) {
        List<ModelId> known =
                mention.candidates().stream().filter(before::contains).toList();
        List<ModelId> related = known.isEmpty()
                ? mention.candidates().stream()
                        .filter(id -> before.stream().anyMatch(id::isEditionOf))
                        .toList()
                : known;
        return related.size() == 1 ? mention.meaning(related.getFirst()) : mention;
    }
}
