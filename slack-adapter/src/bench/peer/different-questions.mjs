// Measures what people feel, the adapter beside the peer, each in its own fresh process and in turns:
//   node different-questions.mjs ROOT ROUNDS QUESTIONS MANY [OURS...]
// ROOT is the checkout, QUESTIONS the number of questions asked while warm, MANY that of different questions before the last look at the
// memory, OURS further shell commands to compare with '../tunetally slack', the first of them the same on one processor; LEAST in the
// environment is the command of a fixed answer in Java. Prints a table with the medians of all rounds, and how efficient the adapter is
// beside itself on one processor. A processor second is available if it is used by the adapter or by nobody: the load is this process.
// Needs Linux.
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleQuestions } from './sample-questions.mjs';

const AT_ONCE = 32;
const FIRST = 300;
const APART_MILLIS = 15;
const SLOW = 100;
const SLOWLY_APART_MILLIS = 50;
const IDLE_MILLIS = 5000;
const PICTURES = 20;
const A_PROCESSOR_SECOND = 'answers a processor second';
const AN_AVAILABLE_SECOND = 'answers an available processor second';

const [root, rounds, questions, many, ...others] = process.argv.slice(2);
const question = sampleQuestions(join(root, 'bot-core/src/main/resources/io/tunetally/runtime/sample-questions.txt'));
let person = 0;

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const who = { ok: true, url: 'https://x.slack.com/', team: 'T', user: 'bot', team_id: 'T1', user_id: 'U0', bot_id: 'B1' };
const file = { ok: true, file_id: 'F1', upload_url: 'http://127.0.0.1:3200/upload', files: [{ id: 'F1' }] };
let uploaded = () => {};
const api = http.createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    if (request.url === '/upload') uploaded();
    const answer = /files\./.test(request.url) ? file : who;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
});

const command = (text) => (n) => ({
  token: 'x', team_id: 'T1', channel_id: `C${n % 500}`, user_id: `U${n}`, command: '/finetune', text, api_app_id: 'A1',
  response_url: 'http://127.0.0.1:3200/response', trigger_id: `1.2.${n}`,
});

// The press of an answer's button for its chart as a picture.
const press = (text) => (n) => ({
  payload: JSON.stringify({
    type: 'block_actions', team: { id: 'T1' }, user: { id: `U${n}`, name: 'ada', team_id: 'T1' }, api_app_id: 'A1',
    channel: { id: `C${n % 500}`, name: 'general' }, trigger_id: `1.2.${n}`, response_url: 'http://127.0.0.1:3200/response',
    container: { type: 'message', message_ts: `170000${n}.000100`, channel_id: `C${n % 500}`, is_ephemeral: true },
    actions: [{ type: 'button', action_id: 'chart', block_id: 'b', value: text, action_ts: '1700000000.000100' }],
  }),
});

function signed(fields) {
  const body = new URLSearchParams(fields(person++)).toString();
  const now = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', 'secret').update(`v0:${now}:${body}`).digest('hex');
  return `POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n` +
    `X-Slack-Request-Timestamp: ${now}\r\nX-Slack-Signature: v0=${signature}\r\n\r\n${body}`;
}

// A connection that is kept alive and carries one request at a time.
class Connection {
  constructor(port) {
    this.socket = net.connect(port, '127.0.0.1').setNoDelay(true);
    this.received = '';
    this.socket.setEncoding('latin1').on('data', (piece) => this.take(piece));
    this.socket.on('error', (error) => this.end(error));
    this.socket.on('close', () => this.end(new Error('closed')));
  }
  take(piece) {
    this.received += piece;
    const head = this.received.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /content-length: (\d+)/i.exec(this.received.slice(0, head));
    const ended = length ? this.received.length >= head + 4 + Number(length[1]) : this.received.endsWith('0\r\n\r\n');
    if (!ended) return;
    const status = this.received.slice(9, 12);
    this.received = '';
    if (status === '200') this.done();
    else this.fail(new Error(`status ${status}`));
  }
  end(error) {
    this.broken ??= error;
    this.fail?.(this.broken);
  }
  ask(text) {
    return this.send(command(text));
  }
  send(fields) {
    return new Promise((resolve, reject) => {
      if (this.broken) reject(this.broken);
      this.fail = reject;
      const begun = performance.now();
      this.done = () => { this.fail = undefined; resolve(performance.now() - begun); };
      this.socket.write(signed(fields), 'latin1');
    });
  }
  close() { this.socket.destroy(); }
}

class Measured {
  constructor(name, command, port, draws = true) { Object.assign(this, { name, command, port, draws, figures: {} }); }
  add(figure, value) { (this.figures[figure] ??= []).push(value); }
  async start() {
    const data = mkdtempSync(join(tmpdir(), 'different-questions-'));
    const begun = performance.now();
    this.process = spawn('sh', ['-c', `exec ${this.command}`], {
      env: { ...process.env, XDG_DATA_HOME: data, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret',
        SLACK_API_URL: 'http://127.0.0.1:3200/api/', SLACK_PORT: String(this.port), TUNETALLY_OPS_PORT: 'off' },
    });
    let log = '';
    await new Promise((resolve, reject) => {
      const look = (piece) => { log += piece; if (/ ready/.test(log)) resolve(); };
      this.process.stdout.on('data', look);
      this.process.stderr.on('data', look);
      this.process.on('exit', () => reject(new Error(`${this.name}: ${log}`)));
    });
    while (!(await this.accepts())) await sleep(1);
    this.add('ready, ms', performance.now() - begun);
  }
  accepts() {
    return new Promise((resolve) => {
      const socket = net.connect(this.port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
  }
  processor() {
    const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }
  // The milliseconds in which the processors that it may use, which taskset limits, had nothing to do but to wait for the disk.
  idle() {
    const mask = /Cpus_allowed:\s+(\S+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))[1];
    const allowed = BigInt(`0x${mask.replaceAll(',', '')}`);
    return [...readFileSync('/proc/stat', 'utf8').matchAll(/^cpu(\d+) (.*)$/gm)]
      .filter(([, processor]) => (allowed >> BigInt(processor)) & 1n)
      .map(([, , times]) => times.split(' '))
      .reduce((sum, times) => sum + (Number(times[3]) + Number(times[4])) * 10, 0);
  }
  mebibytes(what) {
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))[1]) / 1024;
  }
  async stop() {
    console.error(`  ${this.name} stops`);
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill();
    await gone;
  }
  // Questions a fixed time apart, whether or not the last one is answered: each on a connection that waits for no answer.
  async paced(figure, from, count, apart) {
    const free = Array.from({ length: AT_ONCE }, () => new Connection(this.port));
    const connections = [...free];
    const before = this.processor();
    const asked = [];
    for (let n = 0; n < count; n++) {
      const connection = free.pop() ?? new Connection(this.port);
      if (!connections.includes(connection)) connections.push(connection);
      asked.push(connection.ask(question(from + n)).finally(() => free.push(connection)));
      await sleep(apart);
    }
    const millis = (await Promise.all(asked)).sort((a, b) => a - b);
    this.add(`${figure}: p50, ms`, millis[count >> 1]);
    this.add(`${figure}: p99, ms`, millis[Math.floor(count * 0.99)]);
    this.add(`${figure}: processor, ms each`, (this.processor() - before) / count);
    connections.forEach((connection) => connection.close());
  }
  // From the press to the picture's upload.
  async picture(text) {
    const connection = new Connection(this.port);
    const begun = performance.now();
    const drawn = new Promise((resolve) => { uploaded = resolve; });
    await connection.send(press(text));
    await drawn;
    connection.close();
    return performance.now() - begun;
  }
  async burst(figure, text, count) {
    const connections = Array.from({ length: AT_ONCE }, () => new Connection(this.port));
    let next = 0;
    const millis = [];
    const before = this.processor();
    const idleBefore = this.idle();
    const loadBefore = process.cpuUsage();
    const begun = performance.now();
    await Promise.all(connections.map(async (connection) => {
      while (next < count) millis.push(await connection.ask(text(next++)));
    }));
    const seconds = (performance.now() - begun) / 1000;
    const used = (this.processor() - before) / 1000;
    const idle = (this.idle() - idleBefore) / 1000;
    const { user, system } = process.cpuUsage(loadBefore);
    const load = (user + system) / 1e6;
    connections.forEach((connection) => connection.close());
    if (figure === undefined) return;
    millis.sort((a, b) => a - b);
    this.add(`${figure}: a second`, count / seconds);
    this.add(`${figure}: p99, ms`, millis[Math.floor(count * 0.99)]);
    this.add(`${figure}: processor, ms each`, (1000 * used) / count);
    this.add(`${figure}: processors of the bot`, used / seconds);
    this.add(`${figure}: processors of the load`, load / seconds);
    this.add(`${figure}: its processors idle`, idle / seconds);
    this.add(`${figure}: ${A_PROCESSOR_SECOND}`, count / used);
    this.add(`${figure}: ${AN_AVAILABLE_SECOND}`, count / (used + idle));
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

async function round(all) {
  for (const it of all) {
    await it.start();
    const first = new Connection(it.port);
    it.add('first answer, ms', await first.ask(question(0)));
    first.close();
    await it.paced(`first ${FIRST}, ${APART_MILLIS} ms apart`, 1, FIRST, APART_MILLIS);
    await it.stop();
  }
  for (const it of all) {
    await it.start();
    await it.paced('20 a second from the start', FIRST + 1, SLOW, SLOWLY_APART_MILLIS);
    await it.stop();
  }
  for (const it of all) {
    await it.start();
    await sleep(IDLE_MILLIS);
    it.add('idle, MiB', it.mebibytes('VmRSS'));
  }
  for (const it of all.filter((one) => one.draws)) {
    const text = (n) => `gpt-4.1 ${300 + n} examples 500 requests a day for 6 months`;
    it.add('first picture, ms', await it.picture(text(0)));
    const millis = [];
    for (let n = 1; n <= PICTURES; n++) millis.push(await it.picture(text(n)));
    it.add('a picture: p50, ms', median(millis));
  }
  const count = Number(questions);
  const at = (n) => question(1000 + n);
  for (const it of all) await it.burst(undefined, at, count); // warm-up
  for (let turn = 1; turn <= 3; turn++) {
    for (const it of all) await it.burst('different questions', (n) => at(turn * count + n), count);
    for (const it of all) await it.burst('the same question', () => 'cost 1k examples 3 epochs llama 8b lora', count);
  }
  for (const it of all) {
    await it.burst(undefined, (n) => at(4 * count + n), Number(many));
    it.add(`after ${many} more, MiB`, it.mebibytes('VmRSS'));
    await it.stop();
  }
}

await new Promise((resolve) => api.listen(3200, '127.0.0.1', resolve));
const all = [
  new Measured('TuneTally', `${root}/tunetally slack`, 3101),
  new Measured('peer', 'node app.mjs', 3100, false),
  ...others.map((command, n) => new Measured(command.slice(0, 40), command, 3110 + n)),
  ...(process.env.LEAST ? [new Measured('the least in Java', process.env.LEAST, 3102, false)] : []),
];
// The first start after a build also records classes.
for (const it of all) {
  await it.start();
  await it.stop();
  it.figures = {};
}
for (let n = 0; n < Number(rounds); n++) {
  console.error(`round ${n + 1} of ${rounds}`);
  await round(all);
}
const [, peer] = all;
const ours = all.filter((it) => it !== peer);
for (const figure of Object.keys(ours[0].figures)) {
  const columns = ours.filter((it) => it.figures[figure]).map((it) => `${it.name} ${median(it.figures[figure]).toFixed(2)}`);
  if (peer.figures[figure]) {
    const fixed = median(peer.figures[figure]);
    columns.push(`peer ${fixed.toFixed(2)}`);
    columns.push(`ratio ${ours.map((it) => (median(it.figures[figure]) / fixed).toFixed(2)).join(', ')}`);
  }
  console.log([figure, ...columns].join(' | '));
}
for (const figure of Object.keys(ours[0].figures)) {
  if (others.length > 0 && (figure.endsWith(A_PROCESSOR_SECOND) || figure.endsWith(AN_AVAILABLE_SECOND))) {
    const efficiency = median(ours[0].figures[figure]) / median(ours[1].figures[figure]);
    console.log(`${figure} | efficiency beside one processor ${efficiency.toFixed(2)}`);
  }
}
process.exit(0);
