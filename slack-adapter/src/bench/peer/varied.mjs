// "serve" is a Web API that says who the bot is; "ask <name> <process> <commands>" asks that many different questions over HTTP, prints
// the process's resident set after each tenth of them and writes the last one to <name>.mib.
import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';

const MODELS = ['gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-4.1-mini', 'llama 8b', 'llama 70b', 'mistral 7b', 'gemini flash'];
const AT_ONCE = 32;

function serve() {
  const who = { ok: true, url: 'https://x.slack.com/', team: 'T', user: 'bot', team_id: 'T1', user_id: 'U0', bot_id: 'B1' };
  http
    .createServer((request, response) => {
      request.resume();
      request.on('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify(who)));
    })
    .listen(3200, '127.0.0.1', () => console.log('ready'));
}

// No two are alike: the number of examples is another one each time.
const question = (n) => `cost ${1000 + n} examples ${1 + (n % 9)} epochs ${MODELS[n % MODELS.length]}${n % 3 === 0 ? ' lora' : ''}`;

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });

function command(n) {
  // Whoever asks more than 20 times in 10 s is asked to wait, so that a person asks once.
  const body = new URLSearchParams({
    token: 'x',
    team_id: 'T1',
    channel_id: `C${n % 500}`,
    user_id: `U${n}`,
    command: '/finetune',
    text: question(n),
    api_app_id: 'A1',
    response_url: 'http://127.0.0.1:3200/response',
    trigger_id: `1.2.${n}`,
  }).toString();
  const now = String(Math.floor(Date.now() / 1000));
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': now,
    'x-slack-signature': 'v0=' + createHmac('sha256', 'secret').update(`v0:${now}:${body}`).digest('hex'),
  };
  return new Promise((resolve, reject) => {
    const request = http.request({ port: 3101, method: 'POST', path: '/slack/events', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece) => (text += piece));
      response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(`status ${response.statusCode}`))));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const residentMib = (process) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))[1]) / 1024);

async function ask(name, process, commands) {
  let next = 0;
  let priced = 0;
  const sizes = [];
  const step = commands / 10;
  const worker = async () => {
    while (next < commands) {
      const n = next++;
      const answer = await command(n); // by itself: "priced += await" would forget what the others counted meanwhile
      priced += answer.includes('$');
      if ((n + 1) % step === 0) {
        sizes.push(residentMib(process));
        console.log(`${name}, ${n + 1} commands: ${sizes.at(-1)} MiB resident`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  // Between two full collections it goes up and down.
  const flat = Math.max(...sizes.slice(5)) <= 1.1 * Math.max(...sizes.slice(0, 5));
  console.log(`${name}: ${priced} of ${commands} were priced; resident memory is ${flat ? 'flat' : 'not flat'}`);
  writeFileSync(`${name}.mib`, `${sizes.at(-1)}\n`);
  return flat && priced > commands * 0.9;
}

const [what, name, process_, commands] = process.argv.slice(2);
if (what === 'serve') {
  serve();
} else {
  process.exit((await ask(name, process_, Number(commands))) ? 0 : 1);
}
