/** Takes requests from Slack over HTTP or Socket Mode. Imports slack.message, slack.api and slack.http. */
@NullMarked
package io.tunetally.slack.transport;

import org.jspecify.annotations.NullMarked;
