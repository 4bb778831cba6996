package io.tunetally.slack;

import io.tunetally.RequirementsContract;
import java.io.IOException;

/** Tests that every requirement of the Slack adapter has a test. */
class SlackRequirementsTest extends RequirementsContract {
    SlackRequirementsTest() throws IOException {}
}
