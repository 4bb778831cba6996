// Golden payloads as pages that look as the platforms show them, one page a picture.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { discordPage } from './discord.mjs'
import { slackPage } from './slack.mjs'

const GOLDEN = 'src/test/resources/golden'

const DECIDED = '@TuneTally decide A because it runs on our own GPUs later'

const PAGES = [
  { name: 'slack-estimate', platform: 'slack', payload: 'lora.post', asked: '@TuneTally cost 1k examples 3 epochs llama 8b lora' },
  { name: 'slack-question', platform: 'slack', payload: 'question.post', asked: '@TuneTally cost llama 1k examples' },
  { name: 'discord-estimate', platform: 'discord', payload: 'lora', asked: '@TuneTally cost 1k examples 3 epochs llama 8b lora' },
  { name: 'discord-question', platform: 'discord', payload: 'question', asked: '@TuneTally cost llama 1k examples' },
  { name: 'slack-board', platform: 'slack', payload: 'board.post', asked: '@TuneTally scenarios' },
  { name: 'slack-decision', platform: 'slack', payload: 'decision.post', asked: DECIDED },
  { name: 'discord-board', platform: 'discord', payload: 'board', asked: '@TuneTally scenarios' },
  { name: 'discord-decision', platform: 'discord', payload: 'decision', asked: DECIDED }
]

// The adapters replace ids by names when they send.
const NAMES = [[/<@1001>|\b1001\b|\bU1\b/g, 'Ada'], [/<@1002>|\b1002\b|\bU2\b/g, 'Bob']]
const named = text => NAMES.reduce((all, [id, name]) => all.replace(id, name), text)

const target = process.argv[2]
mkdirSync(target, { recursive: true })
for (const { name, platform, payload, asked } of PAGES) {
  const file = join('..', '..', `${platform}-adapter`, GOLDEN, `${payload}.json`)
  const message = JSON.parse(named(readFileSync(file, 'utf8')))
  const page = platform === 'slack' ? slackPage(message, asked) : discordPage(message, asked)
  writeFileSync(join(target, `${name}.html`), page)
}
