package io.tunetally.chat;

/**
 * The conversation that a memory belongs to; everyone who writes there shares it.
 *
 * @param space the workspace or guild; empty if there is none
 * @param channel the channel, direct message or console session
 * @param thread the thread within the channel; empty if there is none
 */
public record ConversationId(PlatformId platform, String space, String channel, String thread) {}
