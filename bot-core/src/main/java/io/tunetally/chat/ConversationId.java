package io.tunetally.chat;

/**
 * Where a memory belongs: everybody who writes there shares it.
 *
 * @param space the workspace or guild, empty where there is none
 * @param channel the channel, direct message or console session
 * @param thread the thread within the channel, empty where there is none
 */
public record ConversationId(PlatformId platform, String space, String channel, String thread) {}
