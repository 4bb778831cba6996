// A chat.postMessage payload as Slack shows it, drawn by slack-blocks-to-jsx.
import { readFileSync } from 'node:fs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Message } from 'slack-blocks-to-jsx'
import { LOGO, escaped, page } from './page.mjs'

const CSS = `${readFileSync('node_modules/slack-blocks-to-jsx/dist/style.css', 'utf8')}
body { margin: 0; padding: 16px; font-family: Roboto; font-size: 15px; background: #fff; color: #1d1c1d; }
* { font-family: inherit; }
pre, pre *, code { font-family: "DejaVu Sans Mono", monospace; }
.asked { display: flex; gap: 10px; margin: 0 0 12px; padding: 0; line-height: 1.46; }
.asked .face { width: 36px; height: 36px; border-radius: 6px; background: #d55e00; color: #fff; font-weight: 700;
  display: flex; align-items: center; justify-content: center; flex: none; }
.asked b { font-weight: 700; }
.asked .time { color: #616061; font-size: 12px; margin-left: 6px; }
.asked .mention { background: #e8f5fa; color: #1264a3; border-radius: 3px; padding: 0 2px; }`

// The library takes "verbatim" for "no formatting"; Slack means by it that nothing is linked of itself.
const withoutVerbatim = (key, value) => (key === 'verbatim' ? undefined : value)

export function slackPage(message, asked) {
  const blocks = JSON.parse(JSON.stringify(message.blocks, withoutVerbatim))
  const time = new Date(2026, 10, 25, 10, 2)
  const answer = renderToStaticMarkup(createElement(Message, { blocks, name: 'TuneTally', logo: LOGO, time, theme: 'light' }))
  const question = escaped(asked).replace('@TuneTally', '<span class="mention">@TuneTally</span>')
  return page(
    CSS,
    `<div class="asked"><div class="face">A</div><div><b>Ada</b><span class="time">10:02</span><br>${question}</div></div>${answer}`
  )
}
