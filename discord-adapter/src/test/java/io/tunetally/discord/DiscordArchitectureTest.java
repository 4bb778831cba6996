package io.tunetally.discord;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import io.tunetally.AdapterArchitectureContract;
import io.tunetally.Requirement;
import io.tunetally.Room;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.FileProxy;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class DiscordArchitectureTest extends AdapterArchitectureContract {
    DiscordArchitectureTest() {
        super("Discord", ROOT + ".slack..", "com.slack..");
    }

    /** Every room may use bot-core, the command line excepted, and JDA. */
    @Override
    protected Stream<Room> table() {
        return Stream.of(
                room("discord.jda", ""),
                room("discord.api", ""),
                room("discord.message", "discord.api"),
                room("discord.send", "discord.message discord.api discord.jda"),
                room("discord.install", "discord.message discord.api discord.jda"),
                room("discord.event", "discord.install discord.send discord.message discord.api"),
                room("discord.transport", "discord.event discord.install discord.send discord.api discord.jda"),
                room(
                        "discord",
                        "discord.transport discord.event discord.install discord.send discord.message discord.api",
                        // The stand-ins of a training run.
                        "com.sun.net.httpserver..",
                        "org.java_websocket.."));
    }

    private static Room room(String name, String ours, String... libraries) {
        Stream<String> usual =
                Stream.of("net.dv8tion..", "okhttp3..", "okio..", "com.neovisionaries.ws..", "org.apache.commons..");
        return Room.ofAdapter(
                ROOT, name, ours, Stream.concat(usual, Stream.of(libraries)).toArray(String[]::new));
    }

    @Test
    void drivesJdaInternalsInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".discord.jda")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.dv8tion.jda.internal..")
                .because("an upgrade of JDA may change its internals without a word")
                .check(adapter);
    }

    /**
     * Addresses in messages are not fetched, but for attachments, which one class reads through the guard of bot-core: otherwise
     * only JDA opens connections, and before it {@code GatewayAdvice} to the API of the settings. {@code SentOnce} looks at JDA's
     * requests and opens none.
     */
    @Requirement("discord-32")
    @Test
    void fetchesNothingItself() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(GatewayAdvice|SentOnce)(\\$.*)?")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("java.net.http..")
                        .or(JavaClass.Predicates.belongToAnyOf(
                                        URL.class,
                                        URLConnection.class,
                                        Socket.class,
                                        SocketChannel.class,
                                        OkHttpClient.class,
                                        Request.class,
                                        okhttp3.Call.class,
                                        FileProxy.class)
                                .and(not(JavaClass.Predicates.equivalentTo(OkHttpClient.Builder.class)))))
                .because("an address in a question could be one inside of the operator's network")
                .check(adapter);
    }

    @Requirement("discord-32")
    @Test
    void readsAddressesOfAttachmentsInOneClass() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FileDownloads")
                .should()
                .callMethod(Message.Attachment.class, "getUrl")
                .orShould()
                .callMethod(Message.Attachment.class, "getProxyUrl")
                .orShould()
                .callMethod(Message.Attachment.class, "getProxy")
                .orShould()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("io.tunetally.download.."))
                .because("each address has to pass the guard")
                .check(adapter);
    }
}
