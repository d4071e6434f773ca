import type { Page } from '../page'
import { clientId, edit, type Journey, must, show } from './parts'

/** How light the page and its text are, from 0 to 1. */
const lightness = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const light = (...colors: string[]) => {
      if (!canvas) {
        return Number.NaN
      }
      // The engines write colors in different spaces, and a ground may be clear; a pixel is always red, green and blue.
      for (const color of colors) {
        canvas.fillStyle = color
        canvas.fillRect(0, 0, 1, 1)
      }
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
      return (red + green + blue) / 765
    }
    const [root, body] = [getComputedStyle(document.documentElement), getComputedStyle(document.body)]
    return { page: light('white', root.backgroundColor, body.backgroundColor), text: light(body.color) }
  })

/** Whether the window scrolls beside what scrolls in it, in either direction, and whether it shows anything. */
const shape = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
    const main = document.querySelector('main')?.getBoundingClientRect()
    return {
      beyond: [Math.max(0, scrollHeight - clientHeight), Math.max(0, scrollWidth - clientWidth)],
      main: [main?.width ?? 0, main?.height ?? 0],
      text: document.querySelector('main')?.innerText.length ?? 0,
    }
  })

async function mustFit(page: Page, where: string): Promise<void> {
  const { beyond, main } = await page.until(
    `${where} shows something`,
    () => shape(page),
    (at) => at.text > 40,
  )
  must(
    beyond.every((pixels) => pixels <= 1),
    `${where} has a second scroll bar: ${beyond.join(' × ')} px too much.`,
  )
  must(
    main.every((length) => length > 100),
    `${where} is ${main.join(' × ')} px.`,
  )
}

export const look: readonly Journey[] = [
  {
    name: 'no page is blank or has a second scroll bar, on a wide and on a narrow screen',
    go: async (page, world) => {
      for (const width of [1400, 420]) {
        await page.resize(width, 900)
        await edit(page, world, 'Scrolled')
        await mustFit(page, `The form at ${width} px`)
        await show(page, 'XML')
        await page.see({ role: 'textbox', name: 'XML of the profile' })
        await mustFit(page, `The XML view at ${width} px`)
        for (const path of ['/', '/deleted', '/reference', '/reference/login']) {
          await page.goto(path)
          await mustFit(page, `${path} at ${width} px`)
        }
      }
      await page.resize(1400, 900)
    },
  },
  {
    name: 'light and dark are chosen, and stay after a reload',
    go: async (page, world) => {
      await edit(page, world, 'Colors')
      for (const theme of ['dark', 'light'] as const) {
        await page.press('Control+k')
        await page.see({ role: 'combobox', within: { role: 'dialog', name: 'Find' } })
        await page.type(theme)
        await page.press('Enter')
        for (const again of [false, true]) {
          if (again) {
            await page.reload()
          }
          await page.see({ css: `html[data-theme=${theme}]` })
          await page.see(clientId)
          const { page: ground, text } = await lightness(page)
          must(
            theme === 'dark' ? ground < 0.3 && text > 0.6 : ground > 0.8 && text < 0.4,
            `${theme}: ${ground}, ${text}`,
          )
        }
      }
    },
  },
]
