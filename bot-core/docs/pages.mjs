// Golden payloads as pages that look as the platforms show them, one page a picture.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { discordPage } from './discord.mjs'
import { slackPage } from './slack.mjs'

const GOLDEN = 'src/test/resources/golden'

const PAGES = [
  { name: 'slack-estimate', platform: 'slack', payload: 'lora.post', asked: '@TuneTally cost 1k examples 3 epochs llama 8b lora' },
  { name: 'slack-question', platform: 'slack', payload: 'question.post', asked: '@TuneTally cost llama 1k examples' },
  { name: 'discord-estimate', platform: 'discord', payload: 'lora', asked: '@TuneTally cost 1k examples 3 epochs llama 8b lora' },
  { name: 'discord-question', platform: 'discord', payload: 'question', asked: '@TuneTally cost llama 1k examples' }
]

const target = process.argv[2]
mkdirSync(target, { recursive: true })
for (const { name, platform, payload, asked } of PAGES) {
  const file = join('..', '..', `${platform}-adapter`, GOLDEN, `${payload}.json`)
  const message = JSON.parse(readFileSync(file, 'utf8'))
  const page = platform === 'slack' ? slackPage(message, asked) : discordPage(message, asked)
  writeFileSync(join(target, `${name}.html`), page)
}
