/** Sends messages and files to channels and response URLs. Imports slack.api and slack.message. */
@NullMarked
package io.tunetally.slack.send;

import org.jspecify.annotations.NullMarked;
