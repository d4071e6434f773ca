import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { browserArguments, findBrowser } from './browser.mjs'
import { ico } from './ico.mjs'
import { markSvg } from './mark.mjs'
import { faviconSizes, pictures, texts } from './public-files.mjs'
import { root } from './sources.mjs'

/**
 * Writes what Latchkey looks like outside its pages: the files of public/ and the colors of the browser's bar, from
 * components/ui/mark.json and the tokens of app/globals.css. A headless Chromium draws the pixels.
 */
async function main() {
  for (const [path, text] of Object.entries(texts)) {
    writeFileSync(root + path, text)
  }
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments })
  try {
    for (const { path, size, svg } of pictures) {
      writeFileSync(root + path, await draw(browser, size, svg))
    }
    const images = []
    for (const size of faviconSizes) {
      images.push({ size, png: await draw(browser, size, markSvg()) })
    }
    writeFileSync(`${root}public/favicon.ico`, ico(images))
  } finally {
    await browser.close()
  }
}

/** @param {import('playwright').Browser} browser */
async function draw(browser, size, svg) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`)
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  return png
}

main().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
