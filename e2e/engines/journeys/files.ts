import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '../page'
import { button, dialog, edit, type Journey, must } from './parts'

const exporting = dialog('Export')

/** Files whose unchanged export is the file, in shapes that are read in different ways. */
const shapes = ['managed-preferences.mobileconfig', 'binary.mobileconfig']

async function importFile(page: Page, path: string): Promise<void> {
  await page.goto('/')
  await page.click(button(/^Import( a profile)?$/))
  const importing = dialog('Import profiles')
  await page.pickFiles({ css: 'input[type=file]', within: importing }, path)
  await page.click({ role: 'button', name: /^Import/, within: importing })
  await page.see(button('Export…'))
  await page.gone(importing)
}

export const files: readonly Journey[] = [
  ...shapes.map((shape) => ({
    name: `${shape} is imported and exported unchanged, byte for byte`,
    go: async (page: Page) => {
      const path = join('e2e', 'fixtures', 'shapes', shape)
      await importFile(page, join(process.cwd(), path))
      await page.press('Control+e')
      const download = { role: 'button', name: 'Download', within: exporting }
      const [bytes] = (await page.downloads(1, () => page.click(download))).values()
      must(readFileSync(path).equals(bytes ?? new Uint8Array()), `${shape} came out as another file.`)
    },
  })),
  {
    name: 'a changed profile is exported with its change, named after the configuration',
    go: async (page, world) => {
      await edit(page, world, 'There and back')
      await page.fill({ role: 'textbox', name: /^OIDC Client ID/ }, 'there-and-back')
      await page.press('Control+e')
      const download = { role: 'button', name: 'Download', within: exporting }
      const arrived = await page.downloads(1, () => page.click(download))
      const [[name, bytes] = ['', new Uint8Array()]] = arrived
      must(/^JamfConnect-There-and-back-\d{4}-\d\d-\d\d\.mobileconfig$/.test(name), `It is called ${name}.`)
      must(Buffer.from(bytes).includes('<string>there-and-back</string>'), 'The change is not in the file.')
    },
  },
  {
    name: '"One per domain" downloads every file',
    go: async (page, world) => {
      await edit(page, world, 'Per domain')
      await page.click(button('Export…'))
      await page.click({ role: 'radio', name: 'One per domain', within: exporting })
      const rows = { css: 'li', within: { css: '[aria-label=Files]', within: exporting } }
      await page.see(rows)
      const count = await page.count(rows)
      must(count > 1, `The export is ${count} file.`)
      const download = { role: 'button', name: /^Download \d+ files$/, within: exporting }
      const arrived = await page.downloads(count, () => page.click(download))
      must(arrived.size === count, `${arrived.size} of ${count} files arrived.`)
    },
  },
]
