/** The Discord adapter: its main class, its settings and how it is wired. Imports the rooms below, bot-core and JDA, never another adapter. */
@NullMarked
package io.tunetally.discord;

import org.jspecify.annotations.NullMarked;
