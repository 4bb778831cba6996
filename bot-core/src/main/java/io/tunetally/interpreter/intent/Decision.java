package io.tunetally.interpreter.intent;

import io.tunetally.request.Intent;

/**
 * What a message asks for.
 *
 * @param asks whether it asks for anything
 * @param intent for what; {@link Intent#NONE} if it asks for nothing, or only changes the request of the conversation
 * @param examines whether it asks for the values at which the answer to the intent changes
 */
public record Decision(boolean asks, Intent intent, boolean examines) {
    public static Decision of(Intent intent) {
        return new Decision(intent != Intent.NONE, intent, false);
    }
}
