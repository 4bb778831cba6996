/** The Discord adapter: settings, connection and its own main. Imports bot-core and the platform's SDK, never another adapter. */
@NullMarked
package io.tunetally.discord;

import org.jspecify.annotations.NullMarked;
