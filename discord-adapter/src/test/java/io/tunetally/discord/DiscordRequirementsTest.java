package io.tunetally.discord;

import io.tunetally.RequirementsContract;
import java.io.IOException;

/** Tests that every requirement of the Discord adapter has a test. */
class DiscordRequirementsTest extends RequirementsContract {
    DiscordRequirementsTest() throws IOException {}
}
