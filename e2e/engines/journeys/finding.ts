import { button, clientId, dialog, edit, heading, type Journey, newProfileXml, tab } from './parts'

const palette = dialog('Find')
const chosen = { css: '[role=option][aria-selected=true]', within: palette }
const FAR = 120

/** A profile with so many unknown keys that the last ones are far below the window. */
const withUnknownKeys = () => {
  const keys = Array.from({ length: FAR }, (_, at) => `<key>OIDCNoSuch${at}</key><string>${at}</string>`)
  return newProfileXml().replace('<key>OIDCProvider</key>', `${keys.join('\n')}\n$&`)
}

export const finding: readonly Journey[] = [
  {
    name: '"Show the field" reaches a field far down, another tab’s too',
    go: async (page, world) => {
      await edit(page, world, 'Far down', withUnknownKeys())
      await page.click(tab(/^Issues/))
      const issues = { role: 'tabpanel', name: /^Issues/ }
      const show = (text: string) => ({
        ...button('Show the field'),
        within: { role: 'listitem', text, within: issues },
      })
      await page.click(show(`OIDCNoSuch${FAR - 1}`))
      const far = { css: `[id="com_jamf_connect_login/OIDCNoSuch${FAR - 1}"]` }
      await page.focused(far)
      await page.until(
        'the field is inside the window',
        () =>
          page.evaluate(() => {
            const box = document.activeElement?.getBoundingClientRect()
            return box === undefined ? [] : [Math.round(box.top), Math.round(box.bottom), innerHeight]
          }),
        ([top = -1, bottom = 0, height = 0]) => top >= 0 && bottom <= height,
      )
      await page.click(show('OIDCClientID is not configured.'))
      await page.focused(clientId)
    },
  },
  {
    name: 'the palette opens with Ctrl+K, goes to a key of another tab, and gives the focus back',
    go: async (page, world) => {
      await edit(page, world, 'Palette')
      await page.click(clientId)
      await page.press('Control+k')
      await page.focused({ role: 'combobox', within: palette })
      await page.press('ArrowDown')
      await page.press('ArrowUp')
      await page.press('Escape')
      await page.gone(palette)
      await page.focused(clientId)
      await page.press('Control+k')
      await page.type('DenyLocal')
      await page.see({ ...chosen, text: 'DenyLocal' })
      await page.press('Enter')
      await page.gone(palette)
      await page.see({ css: '[role=tab][aria-selected=true]', name: 'Login' })
      await page.see({ css: '[data-asked]', text: 'DenyLocal' })
    },
  },
  {
    name: 'a dialog gives the focus back to what opened it, however it is closed',
    go: async (page, world) => {
      await edit(page, world, 'Focus')
      // Never past the end of the page: Firefox would go on into its own bar, and its buttons keep the keys.
      for (const [opener, title, key] of [
        ['Export…', 'Export', 'Tab'],
        ['New', 'New configuration', 'Shift+Tab'],
        ['Import', 'Import profiles', 'Shift+Tab'],
      ] as const) {
        const opened = dialog(title)
        const close = { role: 'button', name: 'Close', within: opened }
        for (const act of [() => page.press('Escape'), () => page.click(close)]) {
          await page.click(heading('Focus'))
          await page.tabTo(button(opener), key)
          await page.press('Enter')
          await page.see(close)
          await act()
          await page.gone(opened)
          await page.focused(button(opener))
        }
      }
    },
  },
]
