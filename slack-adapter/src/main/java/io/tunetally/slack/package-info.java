/** The Slack adapter: its main class, its settings and how it is wired. Imports the rooms below, bot-core and Slack's SDK, never another adapter. */
@NullMarked
package io.tunetally.slack;

import org.jspecify.annotations.NullMarked;
