// Prints signed commands of 24,000 people as a script for wrk: all ask the same, or with "different" each something else. They are so many
// because whoever asks more than 20 times in 10 s is asked to wait: up to 48,000 requests a second nobody is.
import { createHmac } from 'node:crypto';

const different = process.argv[2] === 'different';
const PEOPLE = 24000;
const now = Math.floor(Date.now() / 1000);
console.log(`local ts="${now}"\nlocal all={`);
for (let person = 0; person < PEOPLE; person++) {
  const body = new URLSearchParams({
    token: 'x',
    team_id: 'T1',
    team_domain: 't',
    channel_id: 'C1',
    channel_name: 'c',
    user_id: `U${String(person).padStart(6, '0')}`,
    user_name: 'ada',
    command: '/finetune',
    text: `cost ${different ? 1000 + person : '1k'} examples 3 epochs llama 8b lora`,
    api_app_id: 'A1',
    response_url: 'http://127.0.0.1:3200/response',
    trigger_id: '1.2.3',
    is_enterprise_install: 'false',
  }).toString();
  const signature = createHmac('sha256', 'secret').update(`v0:${now}:${body}`).digest('hex');
  console.log(`{"${body}","v0=${signature}"},`);
}
console.log(`}
local next=0
request=function()
  next=next%#all+1
  return wrk.format("POST","/slack/events",{["Content-Type"]="application/x-www-form-urlencoded",["X-Slack-Request-Timestamp"]=ts,["X-Slack-Signature"]=all[next][2]},all[next][1])
end`);
