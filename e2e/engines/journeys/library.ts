import { button, clientId, edit, heading, type Journey, must, newProfileXml } from './parts'

const empty = newProfileXml()

const withClient = (value: string) =>
  empty.replace('<key>OIDCProvider</key>', `<key>OIDCClientID</key><string>${value}</string>\n$&`)

const nav = { role: 'navigation', name: 'Configurations' }

export const library: readonly Journey[] = [
  {
    name: 'the history tells what changed, and an earlier version is restored',
    go: async (page, world) => {
      const { id } = await world.store('Versions', withClient('one'), withClient('two'))
      await page.goto(`/configurations/${id}/history`)
      const comparison = { role: 'region', name: 'Comparison' }
      await page.see({ ...comparison, text: '1 difference between version 1 and version 2.' })
      const first = { role: 'listitem', text: 'Version 1', within: { role: 'region', name: 'Versions' } }
      await page.click({ role: 'button', name: /^Restore as a new version/, within: first })
      await page.see({ role: 'status', text: 'Version 3 now holds what version 1 held.' })
      await page.goto(`/configurations/${id}`)
      await page.holds(clientId, 'one')
    },
  },
  {
    name: 'a configuration is deleted, and the undo brings it back',
    go: async (page, world) => {
      await edit(page, world, 'Deleted', withClient('kept'))
      const link = { role: 'link', name: /^Deleted/, within: { css: 'li', text: 'Deleted', within: nav } }
      await page.click({ role: 'button', name: 'Actions for Deleted', within: nav })
      await page.click({ role: 'menuitem', name: 'Delete' })
      await page.gone(heading('Deleted'))
      await page.gone(link)
      await page.click(button('Undo'))
      await page.see(heading('Deleted'))
      await page.holds(clientId, 'kept')
      const { pathname } = await page.evaluate(() => ({ pathname: location.pathname }))
      must(/^\/configurations\//.test(pathname), `The undo leads to ${pathname}.`)
    },
  },
]
