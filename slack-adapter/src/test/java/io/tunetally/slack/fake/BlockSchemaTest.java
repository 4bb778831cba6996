package io.tunetally.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.tunetally.Requirement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the schema sees what Slack would refuse. */
@Requirement("slack-20a")
class BlockSchemaTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'header','text':{'type':'plain_text','text':'x'}}",
                "{'type':'section','text':{'type':'mrkdwn','text':'x','verbatim':true}}",
                "{'type':'table','rows':[[{'type':'raw_text','text':'x'}]],'column_settings':[{'align':'right'}]}",
                "{'type':'actions','elements':[{'type':'button','action_id':'a','text':{'type':'plain_text','text':'x'}}]}"
            })
    void takesWhatSlackTakes(String block) {
        assertThat(faults(block)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'headline','text':{'type':'plain_text','text':'x'}}",
                "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
                "{'type':'header','txt':{'type':'plain_text','text':'x'}}",
                "{'type':'context'}",
                "{'type':'table','rows':[[{'type':'raw_text'}]]}",
                "{'type':'actions','elements':[{'type':'button','action_id':'a','text':{'type':'plain_text','text':'x'},'style':'loud'}]}"
            })
    void seesWhatSlackRefuses(String block) {
        assertThat(faults(block)).isNotEmpty();
    }

    private static List<String> faults(String block) {
        return BlockSchema.faultsOf(
                JsonParser.parseString(block.replace('\'', '"')).getAsJsonObject());
    }
}
