// Screenshots without the empty rest of the window, in few colours, so that they are small.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const [from, to] = process.argv.slice(2)
const MOST_BYTES = 150_000

for (const name of readdirSync(from).filter((each) => each.endsWith('.png'))) {
  const { data, info } = await sharp(join(from, name)).trim({ lineArt: true, threshold: 1 }).toBuffer({ resolveWithObject: true })
  const background = await sharp(join(from, name)).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer()
  const [r, g, b] = background
  const { size } = await sharp(data)
    .extend({ top: 24, bottom: 24, left: 24, right: 24, background: { r, g, b } })
    .png({ palette: true, colours: 64, effort: 10, compressionLevel: 9 })
    .toFile(join(to, name))
  if (size > MOST_BYTES) {
    throw new Error(`${name} has ${size} bytes, more than ${MOST_BYTES}`)
  }
  console.log(`${name}: ${info.width} pixels wide, ${size} bytes`)
}
