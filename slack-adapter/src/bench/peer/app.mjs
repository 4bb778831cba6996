// The peer: one command with a fixed answer, and a Web API that both apps ask who they are, unless SLACK_API_URL names another.
import http from 'node:http';
import bolt from '@slack/bolt';

const who = { ok: true, url: 'https://x.slack.com/', team: 'T', user: 'bot', team_id: 'T1', user_id: 'U0', bot_id: 'B1' };
if (!process.env.SLACK_API_URL) {
  http
    .createServer((request, response) => {
      request.resume();
      request.on('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify(who)));
    })
    .listen(3200, '127.0.0.1');
}

const app = new bolt.App({
  signingSecret: 'secret',
  token: 'xoxb-1',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? 'http://127.0.0.1:3200/api/' },
  endpoints: '/slack/events',
});
app.command('/finetune', ({ ack }) =>
  ack({ response_type: 'ephemeral', text: 'Llama 3.1 8B, LoRA on Together AI: $0.22-$0.29 to train' }),
);
await app.start(Number(process.env.SLACK_PORT ?? 3100));
console.log('peer ready');
