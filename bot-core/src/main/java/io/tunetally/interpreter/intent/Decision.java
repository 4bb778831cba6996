package io.tunetally.interpreter.intent;

import io.tunetally.request.Intent;

/**
 * What a message asks for.
 *
 * @param asks whether it asks for anything
 * @param intent for what; {@link Intent#NONE} if it asks for nothing, or only changes the request of the conversation
 */
public record Decision(boolean asks, Intent intent) {}
