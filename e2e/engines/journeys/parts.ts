import { writeXml } from '../../../lib/plist/xml/writer'
import { profileFor } from '../../../lib/profile/template'
import type { Page } from '../page'
import type { World } from '../world'

/** What a person does from one end to the other. It throws where the browser does something else. */
export type Journey = {
  readonly name: string
  readonly go: (page: Page, world: World) => Promise<void>
}

export const newProfileXml = () => writeXml(profileFor('EntraID', { name: 'Example GmbH' }))

export const button = (name: string | RegExp) => ({ role: 'button', name })
export const dialog = (name: string) => ({ role: 'dialog', name })
export const heading = (name: string) => ({ css: 'h1', name })
export const tab = (name: string | RegExp) => ({ role: 'tab', name })
export const clientId = { role: 'textbox', name: /^OIDC Client ID/ }
export const preview = { role: 'region', name: 'XML of the profile' }
export const saved = (version: number) => ({ role: 'status', text: `Saved · version ${version}` })

/** Stores a profile and opens it in the editor. */
export async function edit(
  page: Page,
  world: World,
  name: string,
  content: Uint8Array | string = newProfileXml(),
) {
  const { id } = await world.store(name, content)
  await page.goto(`/configurations/${id}`)
  await page.see(heading(name))
  await page.see(clientId)
  return id
}

/** Shows the profile as a form or as XML. */
export const show = (page: Page, view: 'Form' | 'XML') =>
  page.click({ role: 'button', name: view, within: { role: 'group', name: 'View' } })

/** Fails with a sentence where something is not so. */
export function must(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) {
    throw new Error(otherwise)
  }
}
