/** The adapter's HTTP/1.1 server: one port, with limits for each client. It knows nothing of Slack. */
@NullMarked
package io.tunetally.slack.http;

import org.jspecify.annotations.NullMarked;
