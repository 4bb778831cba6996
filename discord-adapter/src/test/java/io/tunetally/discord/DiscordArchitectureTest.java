package io.tunetally.discord;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.FileProxy;
import okhttp3.OkHttpClient;
import okhttp3.Request;

@AnalyzeClasses(packages = "io.tunetally.discord")
class DiscordArchitectureTest {
    @ArchTest
    static final ArchRule doesNotSeeAnotherPlatform = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tunetally.slack..", "com.slack..")
            .because("adapters scale and fail apart");

    /**
     * Addresses and files in messages are not fetched: only JDA opens connections, and before it
     * {@code GatewayAdvice} to the API of the settings.
     */
    @ArchTest
    static final ArchRule fetchesNothing = noClasses()
            .that()
            .haveNameNotMatching(".*(Test|Fake\\w*|SideBySide|MeasuredBot|PromptSockets|GatewayAdvice)(\\$.*)?")
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
                                    FileProxy.class,
                                    Message.Attachment.class)
                            .and(not(JavaClass.Predicates.equivalentTo(OkHttpClient.Builder.class)))))
            .because("an address in a question could be one inside of the operator's network");

    private static final String ROLES = "(Events|Formatter|Limits|Sender|Platform|Main)";

    @ArchTest
    static final ArchRule twinRolesCarryTwinNames = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .haveNameMatching(".*" + ROLES)
            .should()
            .haveNameMatching(".*\\.Discord" + ROLES)
            .because("who knows one adapter finds the way in the other");
}
