import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { markSvg, token } from '../scripts/mark.mjs'
import { faviconSizes, pictures } from '../scripts/public-files.mjs'

const svgAddress = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
const pngAddress = (png: Buffer) => `data:image/png;base64,${png.toString('base64')}`

/** The pixels of an image drawn at `size`, four numbers each. */
async function pixels(page: Page, address: string, size: number): Promise<Buffer> {
  const text = await page.evaluate(
    async ([src, side]) => {
      const image = Object.assign(new Image(side, side), { src })
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side })
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0, side, side)
      const { data } = context?.getImageData(0, 0, side, side) ?? { data: [] }
      return Array.from(data, (value) => String.fromCharCode(value)).join('')
    },
    [address, size] as const,
  )
  return Buffer.from(text, 'latin1')
}

const at = (image: Buffer, size: number, x: number, y: number) => [
  ...image.subarray((y * size + x) * 4, (y * size + x) * 4 + 4),
]
const rgba = (color = '') =>
  [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16)).concat(255)

/** One of four numbers of a pixel as it counts on the screen: a color by how opaque it is. */
function shade(image: Buffer, index: number): number {
  const alpha = image[index - (index % 4) + 3] ?? 0
  return index % 4 === 3 ? alpha : ((image[index] ?? 0) * alpha) / 255
}

/** Edges may differ by a shade between releases of a browser; a key that is elsewhere differs by all of them. */
function expectAlike(image: Buffer, drawn: Buffer): void {
  expect(image.length).toBe(drawn.length)
  let most = 0
  for (let index = 0; index < image.length; index += 1) {
    most = Math.max(most, Math.abs(shade(image, index) - shade(drawn, index)))
  }
  expect(most).toBeLessThan(48)
}

for (const { path, size, svg } of pictures) {
  test(`${path} shows the mark`, async ({ page }) => {
    const image = await pixels(page, pngAddress(readFileSync(path)), size)
    expectAlike(image, await pixels(page, svgAddress(svg), size))
  })
}

test('every image of favicon.ico shows the mark', async ({ page }) => {
  const file = readFileSync('public/favicon.ico')
  for (const [index, size] of faviconSizes.entries()) {
    const [length = 0, offset = 0] = [8, 12].map((field) => file.readUInt32LE(6 + 16 * index + field))
    const image = await pixels(page, pngAddress(file.subarray(offset, offset + length)), size)
    expectAlike(image, await pixels(page, svgAddress(markSvg()), size))
  }
})

test('what a launcher may cut away holds nothing of the key', async ({ page }) => {
  const image = await pixels(page, pngAddress(readFileSync('public/icon-maskable-512.png')), 512)
  const tile = rgba(token('accent').light)
  const outside: unknown[] = []
  for (let index = 0; index < 512 * 512; index += 1) {
    const [x, y] = [index % 512, Math.floor(index / 512)]
    if (Math.hypot(x - 255.5, y - 255.5) > 0.4 * 512 && at(image, 512, x, y).join() !== tile.join()) {
      outside.push([x, y])
    }
  }
  expect(outside).toEqual([])
})

test('the icon for iOS has no transparent corner', async ({ page }) => {
  const image = await pixels(page, pngAddress(readFileSync('public/apple-touch-icon.png')), 180)
  expect(at(image, 180, 0, 0)).toEqual(rgba(token('accent').light))
  expect(image.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true)
})

test('the icon of a tab has the colors of the theme, as it is served', async ({ page, baseURL }) => {
  await page.goto('/reference')
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    const image = await pixels(page, `${baseURL}/icon.svg?${theme}`, 32)
    expect(at(image, 32, 16, 1)).toEqual(rgba(token('accent')[theme]))
  }
})
