import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Where pictures of the states go, for looking at them; nowhere otherwise. */
const pictures = process.env.LATCHKEY_E2E_PICTURES

/** The windows that a state is looked at in. */
export const sizes = { desktop: { width: 1440, height: 900 }, narrow: { width: 320, height: 640 } } as const

export type Size = keyof typeof sizes

/** The windows that pictures are taken of. */
const pictured = [
  sizes.desktop,
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  sizes.narrow,
]

/** Looks at one state in both themes and at both sizes. */
export async function expectClean(page: Page, what: string): Promise<void> {
  for (const size of Object.keys(sizes) as Size[]) {
    await page.setViewportSize(sizes[size])
    await expectCleanIn(page, size, what)
  }
  await page.setViewportSize(sizes.desktop)
}

/** Looks at one state in both themes, at the size that the window has. A theme changes nothing but colors. */
export async function expectCleanIn(page: Page, size: Size, what: string): Promise<void> {
  if (pictures && size === 'desktop') {
    await takePictures(page, what)
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectCleanNow(page, `${what}-${colorScheme}-${size}`, sizes[size])
  }
}

/** What axe finds on a page as it is; of a dark one only what depends on the colors. */
export async function violationsIn(page: Page, dark: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (dark
    ? axe.withRules(['color-contrast', 'link-in-text-block'])
    : axe.withTags(tags)
  ).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}

async function expectCleanNow(page: Page, what: string, viewport: { width: number }): Promise<void> {
  const found = await violationsIn(page, what.includes('-dark-'))
  expect(found, what).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(
    viewport.width,
  )
  expect(await page.evaluate(cutOff), what).toEqual([])
  // A window that scrolls beside what scrolls in it leads to a blank page.
  const beyond = () => document.documentElement.scrollHeight - window.innerHeight
  expect(await page.evaluate(beyond), what).toBeLessThanOrEqual(0)
}

async function takePictures(page: Page, what: string): Promise<void> {
  for (const size of pictured) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: `${pictures}/${what}-${colorScheme}-${size.width}.png` })
    }
  }
  await page.setViewportSize(sizes.desktop)
}

/** Boxes that hide a part of their text without a sign of it. */
function cutOff(): string[] {
  return [
    ...document.querySelectorAll<HTMLElement>('body *:not(input, textarea, select, .sr-only, .cm-editor *)'),
  ]
    .filter((box) => {
      const { overflowX, textOverflow, contentVisibility } = getComputedStyle(box)
      const hides = overflowX === 'hidden' || overflowX === 'clip'
      return hides && textOverflow !== 'ellipsis' && contentVisibility !== 'auto' && box.clientWidth > 1
    })
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map((box) => `${box.tagName} ${box.className}: ${box.textContent?.slice(0, 80)}`)
}
