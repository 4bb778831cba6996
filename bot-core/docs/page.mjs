// What pages have in common.
import { pathToFileURL } from 'node:url'

const FONTS = pathToFileURL('../src/main/resources/io/tunetally/chart/').href

export const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const page = (css, body) => `<!doctype html>
<meta charset="utf-8">
<style>
@font-face { font-family: Roboto; src: url("${FONTS}Roboto-Regular.ttf"); }
@font-face { font-family: Roboto; font-weight: 600 900; src: url("${FONTS}Roboto-Bold.ttf"); }
${css}
</style>
<body>${body}</body>
`

// The bot's picture: a plain tally mark.
export const LOGO =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" fill="#0072b2"/>' +
      '<path d="M9 9v18M15 9v18M21 9v18M27 9v18M5 23 31 13" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>'
  )
