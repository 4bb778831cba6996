// A message of Components V2 as Discord shows it. No library draws those yet, so this does, as far as the bot uses them.
import { LOGO, escaped, page } from './page.mjs'

const CSS = `
body { margin: 0; padding: 16px; font-family: Roboto; font-size: 15px; line-height: 1.375; background: #313338; color: #dbdee1; }
.message { display: flex; gap: 16px; margin: 0 0 16px; }
.face { width: 40px; height: 40px; border-radius: 50%; background: #d55e00; color: #fff; font-weight: 700; flex: none;
  display: flex; align-items: center; justify-content: center; overflow: hidden; }
.face img { width: 40px; height: 40px; }
.name { font-weight: 700; color: #f2f3f5; }
.app { background: #5865f2; color: #fff; border-radius: 3px; font-size: 10px; font-weight: 700; padding: 1px 4px; margin-left: 4px; }
.time { color: #949ba4; font-size: 12px; margin-left: 6px; }
.mention { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 2px; }
.container { border: 1px solid #3f4147; border-left: 4px solid; border-radius: 8px; background: #2b2d31; padding: 14px 16px;
  margin-top: 4px; display: flex; flex-direction: column; gap: 8px; max-width: 500px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.text h3 { font-size: 16px; margin: 0 0 8px; color: #f2f3f5; }
.text small { font-size: 12px; color: #949ba4; display: block; }
.text code { font-family: "DejaVu Sans Mono", monospace; font-size: 12px; background: #1e1f22; border-radius: 3px; padding: 1px 3px; }
.text pre { font-family: "DejaVu Sans Mono", monospace; font-size: 12px; background: #1e1f22; border: 1px solid #232428; border-radius: 4px;
  padding: 7px; margin: 4px 0; white-space: pre; }
.separator { border-top: 1px solid #4e5058; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
.button { border-radius: 8px; padding: 6px 14px; font-size: 14px; font-weight: 500; background: #4e5058; color: #fff; }
.button.primary { background: #5865f2; }
.select { flex: 1; border: 1px solid #1e1f22; background: #1e1f22; border-radius: 8px; padding: 8px 12px; color: #dbdee1;
  display: flex; justify-content: space-between; }`

const DRAWN = {
  1: (row) => `<div class="row">${all(row)}</div>`,
  2: (button) => `<div class="button${button.style === 1 ? ' primary' : ''}">${escaped(button.label)}</div>`,
  3: (select) => {
    const chosen = select.options.find((option) => option.default)
    return `<div class="select"><span>${escaped(chosen?.label ?? select.placeholder ?? '')}</span><span>⌄</span></div>`
  },
  10: (text) => `<div class="text">${markdown(text.content)}</div>`,
  14: () => '<div class="separator"></div>',
  17: (container) => {
    const accent = `#${(container.accent_color ?? 0x3f4147).toString(16).padStart(6, '0')}`
    return `<div class="container" style="border-left-color:${accent}">${all(container)}</div>`
  }
}

function all({ components }) {
  return components.map(drawn).join('')
}

function drawn(component) {
  const draw = DRAWN[component.type]
  if (!draw) {
    throw new Error(`no drawing of a component of type ${component.type}`)
  }
  return draw(component)
}

// The part of Discord's Markdown that the formatter writes.
function markdown(content) {
  return content
    .split(/```\w*\n?/)
    .map((part, i) => (i % 2 === 1 ? `<pre>${escaped(part.trimEnd())}</pre>` : prose(part.trimEnd())))
    .join('')
}

function longDate(day) {
  return day.toLocaleDateString('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
}

function prose(text) {
  return escaped(text)
    .replace(/^### (.*)\n{0,2}/gm, '<h3>$1</h3>')
    .replace(/^-# (.*)\n?/gm, '<small>$1</small>')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/&lt;t:(\d+):D&gt;/g, (_, seconds) => longDate(new Date(seconds * 1000)))
    .replace(/\\([\\*_~`|>#\-()[\]])/g, '$1')
}

const message = (face, name, time, body) =>
  `<div class="message"><div class="face">${face}</div><div><span class="name">${name}</span>` +
  `<span class="time">${time}</span><br>${body}</div></div>`

export function discordPage(payload, asked) {
  const question = escaped(asked).replace('@TuneTally', '<span class="mention">@TuneTally</span>')
  return page(
    CSS,
    message('A', 'Ada', '10:02', question) +
      message(`<img src="${LOGO}" alt="">`, 'TuneTally<span class="app">APP</span>', '10:02', all(payload))
  )
}
