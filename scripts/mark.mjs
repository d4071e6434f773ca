import { readFileSync } from 'node:fs'
import { root } from './sources.mjs'

const mark = JSON.parse(readFileSync(`${root}components/ui/mark.json`, 'utf8'))
const styles = readFileSync(`${root}app/globals.css`, 'utf8')

/**
 * The colors of a token of app/globals.css. Throws an Error when it has none for each theme.
 * @param {string} name without the leading dashes
 */
export function token(name) {
  const pair = new RegExp(`^ *--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);$`, 'm').exec(styles)
  if (!pair) {
    throw new Error(`app/globals.css has no --${name} with a color for each theme.`)
  }
  return { light: pair[1], dark: pair[2] }
}

/**
 * The mark as an SVG document, in the light theme's colors.
 * @param {object} [options]
 * @param {number} [options.corner] radius of the tile's corners; 0 for those who cut the corners themselves
 * @param {number} [options.scale] size of the key on its tile
 * @param {boolean} [options.themed] changes colors where the system is dark
 */
export function markSvg({ corner = mark.corner, scale = 1, themed = false } = {}) {
  const { grid, stroke, bow, blade } = mark
  const [tile, key] = [token('accent'), token('accent-ink')]
  const dark = `rect { fill: ${tile.dark} } g { stroke: ${key.dark} }`
  const place = scale === 1 ? '' : ` transform="translate(${margin(scale)} ${margin(scale)}) scale(${scale})"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${grid} ${grid}">`,
    '<title>Latchkey</title>',
    ...(themed ? [`<style>@media (prefers-color-scheme: dark) { ${dark} }</style>`] : []),
    `<rect width="${grid}" height="${grid}" rx="${corner}" fill="${tile.light}"/>`,
    `<g${place} fill="none" stroke="${key.light}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round">`,
    `<circle cx="${bow.cx}" cy="${bow.cy}" r="${bow.r}"/>`,
    `<path d="${blade}"/>`,
    '</g>',
    '</svg>\n',
  ].join('\n')
}

/** What keeps a scaled key in the middle of the tile. */
function margin(scale) {
  return Number(((mark.grid * (1 - scale)) / 2).toFixed(3))
}
