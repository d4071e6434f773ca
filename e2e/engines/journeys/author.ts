import { button, clientId, dialog, edit, heading, type Journey, preview, saved, show } from './parts'

const client = '2f6d1c1e-0f51-4c38-9a9a-0d7f9f4f2a11'

export const author: readonly Journey[] = [
  {
    name: 'a configuration is made, typed, saved and there after a reload, by keyboard alone',
    go: async (page) => {
      await page.goto('/')
      await page.tabTo(button('New configuration'))
      await page.press('Enter')
      const making = dialog('New configuration')
      const entra = { role: 'radio', name: / EntraID$/, within: making }
      await page.tabTo({ css: 'input[type=radio]:checked', within: making })
      await page.press('ArrowDown')
      await page.press('ArrowUp')
      await page.focused(entra)
      await page.tabTo({ role: 'textbox', name: 'Name', within: making })
      await page.type('Keys alone')
      await page.press('Enter')
      await page.see(heading('Keys alone'))
      await page.tabTo(clientId)
      await page.type(client)
      await page.see({ ...preview, text: `<string>${client}</string>` })
      await page.press('Control+s')
      await page.see(saved(2))
      await page.reload()
      await page.holds(clientId, client)
    },
  },
  {
    name: 'what is typed is undone and redone, by button and by key',
    go: async (page, world) => {
      await edit(page, world, 'Undone')
      await page.fill(clientId, 'typed')
      await page.click(button('Undo'))
      await page.holds(clientId, '')
      await page.click(button('Redo'))
      await page.holds(clientId, 'typed')
      await page.click(heading('Undone'))
      await page.press('Control+z')
      await page.holds(clientId, '')
      await page.press('Control+Shift+z')
      await page.holds(clientId, 'typed')
    },
  },
  {
    name: 'what is edited as XML shows in the form, and back',
    go: async (page, world) => {
      await edit(page, world, 'As XML')
      await show(page, 'XML')
      const text = { role: 'textbox', name: 'XML of the profile' }
      await page.click({ css: '.cm-line', text: 'OIDCProvider', within: text })
      await page.press('Home')
      await page.type('<key>OIDCClientID</key><string>from-xml</string>')
      await page.see({ ...text, text: 'from-xml' })
      await show(page, 'Form')
      await page.holds(clientId, 'from-xml')
      await page.fill(clientId, 'from-form')
      await show(page, 'XML')
      await page.see({ ...text, text: '<string>from-form</string>' })
    },
  },
]
