import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ico } from './ico.mjs'
import { faviconSizes, pictures, texts } from './public-files.mjs'
import { root } from './sources.mjs'

const read = (path: string) => readFileSync(root + path)

/** Width and height in the header of a PNG. https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(png: Buffer): [number, number] {
  expect(png.subarray(0, 16).toString('latin1')).toBe('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

it.each(Object.entries(texts))('%s is what the mark and the colors of the pages make it', (path, text) => {
  expect(read(path).toString()).toBe(text)
})

it.each(pictures)('$path is a PNG of $size pixels', ({ path, size }) => {
  expect(pngSize(read(path))).toEqual([size, size])
})

it('favicon.ico lists its images with their sizes and places, and holds nothing else', () => {
  const file = read('public/favicon.ico')
  expect([0, 2, 4].map((at) => file.readUInt16LE(at))).toEqual([0, 1, faviconSizes.length])
  const images = faviconSizes.map((size, index) => {
    const at = 6 + 16 * index
    expect([file.readUInt8(at), file.readUInt8(at + 1)]).toEqual([size, size])
    const offset = file.readUInt32LE(at + 12)
    const png = file.subarray(offset, offset + file.readUInt32LE(at + 8))
    expect(pngSize(png)).toEqual([size, size])
    return { size, png }
  })
  expect(ico(images).equals(file)).toBe(true)
})

it('public/ holds what the script writes and nothing else', () => {
  const written = ['public/favicon.ico', ...pictures.map(({ path }) => path), ...Object.keys(texts)]
  const names = readdirSync(`${root}public`).map((name) => `public/${name}`)
  expect(names.sort()).toEqual(written.filter((path) => path.startsWith('public/')).sort())
})

it('the manifest has what an installed app needs, and every icon it names is there in its size', () => {
  const manifest = JSON.parse(read('public/manifest.webmanifest').toString())
  expect(manifest).toMatchObject({ name: 'Latchkey', display: 'standalone', start_url: '/', scope: '/' })
  expect(manifest.short_name.length).toBeLessThanOrEqual(12)
  for (const colors of [manifest, manifest.color_scheme_dark]) {
    expect(colors.theme_color).toMatch(/^#[0-9a-f]{6}$/)
    expect(colors.background_color).toMatch(/^#[0-9a-f]{6}$/)
  }
  for (const { src, sizes, type } of manifest.icons) {
    const file = read(`public${src}`)
    if (type === 'image/png') {
      expect(pngSize(file).join('x')).toBe(sizes)
    } else {
      expect([type, sizes, file.toString('utf8', 0, 4)]).toEqual(['image/svg+xml', 'any', '<svg'])
    }
  }
  const offered = manifest.icons.map(
    (icon: { sizes: string; purpose?: string }) => `${icon.sizes} ${icon.purpose ?? 'any'}`,
  )
  expect(offered).toEqual(expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']))
})
