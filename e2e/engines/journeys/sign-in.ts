import { button, edit, type Journey, must } from './parts'

export const signIn: readonly Journey[] = [
  {
    name: 'a sign-in goes to the identity provider in a window of its own, and comes back with its claims',
    go: async (page, world) => {
      await edit(page, world, 'Sign-in', world.signInProfile)
      await page.click(button('Test'))
      const kind = 'Sign-in (OIDC)'
      await page.click({ css: 'label, [role=radio]', text: kind, within: { role: 'group', name: 'Test' } })
      const redirect = { role: 'combobox', name: 'Redirect URI' }
      const own = await page.text({ role: 'option', name: /^Latchkey’s own/, within: redirect })
      await page.choose(redirect, own)
      await page.click(button('Start the sign-in'))
      const [editor = ''] = await page.windows()
      await page.click({ role: 'link', name: /^Open the sign-in page/ })
      const windows = await page.until(
        'the sign-in page opens',
        () => page.windows(),
        ({ length }) => length === 2,
      )
      await page.switchTo(windows.find((handle) => handle !== editor) ?? '')
      await page.fill({ css: 'input[name=name], input[autocomplete=username], input[type=text]' }, 'ada')
      await page.fill({ css: 'input[type=password]' }, 'analytical-engine')
      await page.click(button('Sign in'))
      await page.see({ role: 'heading', name: 'Back from the sign-in page' })
      const { href } = await page.evaluate(() => ({ href: location.href }))
      must(href === `${world.url}/callback`, `The answer stays in the address: ${href}`)
      await page.closeWindow(editor)
      const result = { role: 'heading', within: { role: 'region', name: 'Result' } }
      await page.see({ ...result, text: 'The test user can sign in, as an administrator' })
      await page.see({ role: 'region', name: 'ID token', text: 'Ada Lovelace' })
      await page.see({ role: 'region', name: 'On the Mac', text: 'Administrator' })
    },
  },
]
