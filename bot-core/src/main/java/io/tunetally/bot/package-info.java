/**
 * The front door: a chat event goes in, an answer comes out. Unexpected exceptions are caught only here. Imports
 * everything but storage.jdbc and chart.
 */
@NullMarked
package io.tunetally.bot;

import org.jspecify.annotations.NullMarked;
