package io.tunetally.slack.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import io.tunetally.slack.transport.CommandForm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {
    private static final RequestHeaders NO_HEADERS = new RequestHeaders(Map.of());
    private static final String COMMAND = "token=x&team_id=T1&team_domain=t&enterprise_id=E1&enterprise_name=Umbrella"
            + "&channel_id=C1&channel_name=general&user_id=U1&user_name=ada&command=%2Ffinetune"
            + "&text=cost+1k+examples%26%3D+na%C3%AFve&api_app_id=A1&is_enterprise_install=true"
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&trigger_id=1.2.3";

    @Test
    void readsFieldsAsTheyWereTyped() {
        assertThat(FormFields.of("a=1&b=x+y%26%C3%BC&c=&d&=e&a=2&f=g=h"))
                .isEqualTo(Map.of("a", "2", "b", "x y&ü", "c", "", "f", "g=h"));
        assertThat(FormFields.of(null)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> FormFields.of("a=%2"));
    }

    @Test
    void readsACommandAsTheSdkDoes() {
        SlashCommandPayload bySdk = new SlashCommandRequest(COMMAND, NO_HEADERS).getPayload();

        assertThat(CommandForm.of(COMMAND, new AppConfig()))
                .hasValueSatisfying(command -> assertThat(command.getPayload()).isEqualTo(bySdk));
        String bare = COMMAND.replaceFirst("text=[^&]*", "text=").replace("enterprise_id=E1&", "");
        assertThat(CommandForm.of(bare, new AppConfig()))
                .hasValueSatisfying(command -> assertThat(command.getPayload())
                        .isEqualTo(new SlashCommandRequest(bare, NO_HEADERS).getPayload()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl_check=1&token=x", "payload=%7B%7D&command=x", "{\"text\":\"command=x\"}", ""})
    void leavesWhatIsNoCommandToTheSdk(String body) {
        assertThat(CommandForm.of(body, new AppConfig())).isEmpty();
    }
}
