// The least a Discord bot does: answers each mention with a fixed text.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  allowedMentions: { parse: [], repliedUser: false },
  // Both bots leave Discord's global limit to the server, which has none here.
  rest: { api: process.env.DISCORD_API_URL.replace(/\/v10\/$/, ''), version: '10', globalRequestsPerSecond: Infinity },
});
client.on(Events.MessageCreate, (message) => {
  if (!message.author.bot && message.mentions.has(client.user)) {
    message.reply('GPT-4o, full on OpenAI: $37.50');
  }
});
await client.login(process.env.DISCORD_TOKEN);
