/** Calls of Slack's Web API: their limits, pace, retries, verdicts and signatures, and the workspaces they are made for. */
@NullMarked
package io.tunetally.slack.api;

import org.jspecify.annotations.NullMarked;
