/** The Slack adapter: settings, connection and its own main. Imports bot-core and the platform's SDK, never another adapter. */
@NullMarked
package io.tunetally.slack;

import org.jspecify.annotations.NullMarked;
