package io.tunetally.discord.message;

import io.tunetally.chart.ChartPicture;
import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * A message as Discord takes it.
 *
 * @param title what an embed has above its text, empty if it is too long for that; elsewhere it is the first line of the
 *     first section
 * @param sections markup; something divides them
 * @param pictures charts between the first section and the others
 * @param commands what its components stand for where their ids cannot hold it
 * @param files the reply's own files, which go along
 * @param whole all of the reply as text, where the sections are not all of it; it goes along as a file
 */
public record DiscordMessage(
        Form form,
        String title,
        List<String> sections,
        List<ChartSpec> pictures,
        List<ActionRow> rows,
        List<String> commands,
        Accent accent,
        List<Block.File> files,
        Optional<String> whole) {
    static final String FILE = "answer.txt";

    /** How a line of small print begins. */
    public static final String SMALL_PRINT = "-# ";

    /** How the last section ends where a file has the rest. */
    static final String IN_THE_FILE = " The file below has everything.";

    private static final String NOT_HERE = " Ask me in a direct message for all of it.";

    /** The hint where the reply's own files may not go along. */
    static final String FILES_NOT_HERE = "The file cannot be attached here. Ask me in a direct message for it.";

    /** How a message is put together, the richest first; what a place does not allow or refuses is sent in the next. */
    public enum Form {
        /** Components V2 with charts as pictures. */
        PICTURES(DiscordLimits.COMPONENTS_TEXT),
        /** Components V2. */
        COMPONENTS(DiscordLimits.COMPONENTS_TEXT),
        EMBED(DiscordLimits.EMBED_DESCRIPTION),
        TEXT(DiscordLimits.CONTENT);

        private final int characters;

        Form(int characters) {
            this.characters = characters;
        }

        /** How much text it takes. */
        int characters() {
            return characters;
        }

        /** Whether it is of the second version of components. */
        public boolean isComponents() {
            return this == PICTURES || this == COMPONENTS;
        }

        /** The form of a message, pictures aside. */
        public static Form of(Message message) {
            if (message.isUsingComponentsV2()) {
                return COMPONENTS;
            }
            return message.getEmbeds().isEmpty() ? TEXT : EMBED;
        }

        /** Whether it is another one, pictures aside. */
        public boolean isLike(Form other) {
            return this == other || (isComponents() && other.isComponents());
        }
    }

    /** The colour beside a message. */
    enum Accent {
        ANSWER(0x2BA89A),
        WARNING(0xE0A030),
        HINT(0x80848E);

        private final int rgb;

        Accent(int rgb) {
            this.rgb = rgb;
        }
    }

    public DiscordMessage {
        sections = List.copyOf(sections);
        pictures = List.copyOf(pictures);
        rows = List.copyOf(rows);
        files = List.copyOf(files);
        commands = commands.stream().filter(ComponentId::needsKey).toList();
    }

    /** A sentence of the adapter's own. */
    public static DiscordMessage notice(String markdown) {
        return new DiscordMessage(
                Form.TEXT,
                "",
                List.of(markdown),
                List.of(),
                List.of(),
                List.of(),
                Accent.HINT,
                List.of(),
                Optional.empty());
    }

    /** The same with one more row of components, which stand for these commands. */
    public DiscordMessage with(ActionRow row, List<String> moreCommands) {
        List<ActionRow> allRows = new ArrayList<>(rows);
        allRows.add(row);
        List<String> allCommands = new ArrayList<>(commands);
        allCommands.addAll(moreCommands);
        return new DiscordMessage(form, title, sections, pictures, allRows, allCommands, accent, files, whole);
    }

    /** The same with the asker in the id of one component. */
    public DiscordMessage askedBy(AskedBy asker) {
        return new DiscordMessage(form, title, sections, pictures, asker.in(rows), commands, accent, files, whole);
    }

    /** The same with small print below it, of a hundred characters at most. */
    public DiscordMessage signed(String markdown) {
        List<String> all = new ArrayList<>(sections);
        all.add(SMALL_PRINT + markdown);
        return new DiscordMessage(form, title, all, pictures, rows, commands, accent, files, whole);
    }

    /** The same without files, with a hint where to see them. */
    public DiscordMessage withoutFiles() {
        if (whole.isEmpty() && files.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(sections);
        all.replaceAll(DiscordMessage::withoutItsFile);
        if (!files.isEmpty()) {
            all.add(SMALL_PRINT + FILES_NOT_HERE);
        }
        return new DiscordMessage(form, title, all, pictures, rows, commands, accent, List.of(), Optional.empty());
    }

    private static String withoutItsFile(String section) {
        return section.endsWith(IN_THE_FILE)
                ? section.substring(0, section.length() - IN_THE_FILE.length()) + NOT_HERE
                : section;
    }

    /** Whether it takes longer to send. */
    public boolean hasFiles() {
        return whole.isPresent() || !pictures.isEmpty() || !files.isEmpty();
    }

    /** The message to send; made anew each time, since a file is read only once. It mentions no user, whatever the text says. */
    public MessageCreateData data() {
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
                .mentionRepliedUser(false);
        switch (form) {
            case PICTURES, COMPONENTS -> message.useComponentsV2().setComponents(container());
            case EMBED ->
                message.setEmbeds(new EmbedBuilder()
                                .setTitle(title.isEmpty() ? null : title)
                                .setDescription(String.join("\n\n", sections))
                                .setColor(accent.rgb)
                                .build())
                        .setComponents(rows);
            case TEXT ->
                message.setContent(String.join("\n\n", sections))
                        .setSuppressEmbeds(true)
                        .setComponents(rows);
        }
        if (!form.isComponents()) {
            message.addFiles(uploads());
        }
        return message.build();
    }

    private Container container() {
        List<ContainerChildComponent> children = new ArrayList<>();
        children.add(TextDisplay.of(sections.getFirst()));
        if (!pictures.isEmpty()) {
            children.add(MediaGallery.of(IntStream.range(0, pictures.size())
                    .mapToObj(n -> picture("chart-" + (n + 1) + ".png", pictures.get(n)))
                    .toList()));
        }
        for (String section : sections.subList(1, sections.size())) {
            children.add(Separator.createDivider(Separator.Spacing.SMALL));
            children.add(TextDisplay.of(section));
        }
        uploads().forEach(file -> children.add(FileDisplay.fromFile(file)));
        children.addAll(rows);
        return Container.of(children).withAccentColor(accent.rgb);
    }

    /** Drawn when it is sent. */
    private static MediaGalleryItem picture(String name, ChartSpec chart) {
        FileUpload file = FileUpload.fromStreamSupplier(name, () -> new ByteArrayInputStream(ChartPicture.png(chart)));
        return MediaGalleryItem.fromFile(file).withDescription(chart.inWords());
    }

    private List<FileUpload> uploads() {
        Stream<FileUpload> own = files.stream().map(file -> FileUpload.fromData(file.bytes(), file.name()));
        Stream<FileUpload> answer =
                whole.stream().map(text -> FileUpload.fromData(text.getBytes(StandardCharsets.UTF_8), FILE));
        return Stream.concat(answer, own).toList();
    }

    /** The message-create body on several lines, for people to read. */
    public String json() {
        return data().toData().toPrettyString();
    }
}
