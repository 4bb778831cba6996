/** A strict fake of Slack, its checks, and the payloads that Slack sends. */
@NullMarked
package io.tunetally.slack.fake;

import org.jspecify.annotations.NullMarked;
