package io.tunetally.discord.message;

import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.OwnOrSellerOutcome;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.reply.Cut;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;

/**
 * The same question about another model, as a menu: those that a new customer can start, and the one asked about.
 *
 * @param commands what the options say
 */
record ModelMenu(StringSelectMenu menu, List<String> commands) {
    private static final String ID = new ComponentId(ComponentId.Op.PICK, 0, "=model").write();

    /** The menu; empty if the answer is not about one model, or there is no other. */
    static Optional<ModelMenu> of(Outcome.Answered answered) {
        return switch (answered) {
            case EstimateOutcome estimated -> of(estimated.inquiry());
            case TcoOutcome total -> of(total.inquiry());
            case BreakEvenOutcome back -> of(back.inquiry());
            case CompareOutcome _,
                    CrossoverOutcome _,
                    BudgetOutcome _,
                    RecommendOutcome _,
                    WorthItOutcome _,
                    MigrateOutcome _,
                    ModelsOutcome _,
                    GpuPricesOutcome _,
                    OwnOrSellerOutcome _,
                    ExplainOutcome _,
                    TippingPointsOutcome _ -> Optional.empty();
        };
    }

    private static Optional<ModelMenu> of(Inquiry inquiry) {
        List<ModelId> asked = inquiry.request().slots().value(SlotName.MODELS);
        if (asked == null || asked.size() != 1) {
            return Optional.empty();
        }
        Optional<Model> current = inquiry.engine().prices().catalog().model(asked.getFirst());
        return current.flatMap(model -> menu(inquiry, model));
    }

    private static Optional<ModelMenu> menu(Inquiry inquiry, Model current) {
        Set<Model> models = new LinkedHashSet<>(List.of(current));
        models.addAll(open(inquiry));
        List<SelectOption> options = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (Model model : models.stream().limit(DiscordLimits.OPTIONS).toList()) {
            String command = CanonicalText.write(about(inquiry.request(), model, model.equals(current)));
            options.add(SelectOption.of(
                            Cut.to(Markdown.plain(model.name()), DiscordLimits.OPTION_LABEL),
                            ComponentId.reference(command))
                    .withDefault(model.equals(current)));
            commands.add(command);
        }
        return options.size() < 2
                ? Optional.empty()
                : Optional.of(new ModelMenu(
                        StringSelectMenu.create(ID)
                                .setPlaceholder("Another model")
                                .addOptions(options)
                                .build(),
                        commands));
    }

    private static List<Model> open(Inquiry inquiry) {
        Objective asked = inquiry.filled().value(SlotName.OBJECTIVE);
        return inquiry.engine().offers().startableModels(asked == null ? Objective.SFT : asked);
    }

    /** Asks about another model, without the options that say where and how the old one is offered. */
    private static Request about(Request request, Model model, boolean same) {
        if (same) {
            return request;
        }
        Slots slots = request.slots();
        for (SlotName<?> name : List.of(
                SlotName.SIZE_B,
                SlotName.PROVIDER,
                SlotName.PROVIDERS,
                SlotName.DEPLOYMENT,
                SlotName.UNITS,
                SlotName.GPU,
                SlotName.UNTUNED)) {
            slots = slots.without(name);
        }
        return Request.of(request.intent(), slots.with(SlotName.MODELS, Slot.of(List.of(model.id()), Origin.SAID)));
    }
}
