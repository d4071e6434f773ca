import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoConfigurations } from '../../demo/configurations'
import { startIdentityProvider } from '../../demo/identity-provider'
import type { ConfigurationItem } from '../../lib/api/configurations'
import { asLabel, FILE_TYPE, LABEL } from '../../lib/api/labelled'
import { freePort } from '../../server/fixtures/free-port'
import { ownServer } from '../loopback'
import { ended, patiently, run } from './processes'

/** A Latchkey over an empty library, and an identity provider that it may ask. All of it is on this machine. */
export type World = {
  readonly url: string
  /** A profile for the identity provider, with which a sign-in succeeds. */
  readonly signInProfile: Uint8Array
  /** Stores a profile, in as many versions as there are contents. */
  readonly store: (name: string, ...contents: readonly (Uint8Array | string)[]) => Promise<ConfigurationItem>
  readonly end: () => Promise<void>
}

/** Starts them; `root` is the folder of the project, which is built. */
export async function startWorld(root: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-engines-'))
  const [provider, port] = await Promise.all([startIdentityProvider(), freePort()])
  const url = `http://127.0.0.1:${port}`
  const server = run(process.execPath, [join(root, 'scripts', 'start.mjs')], ownServer(port, folder))
  await patiently(() => fetch(`${url}/api/health`), 'Latchkey does not answer.')
  const works = demoConfigurations(provider.url, provider.url).find(({ name }) => name === 'Everything works')
  return {
    url,
    signInProfile: works?.content.content ?? new Uint8Array(),
    store: (name, ...contents) => store(url, name, contents),
    end: async () => {
      await ended(server)
      await provider.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function store(
  url: string,
  name: string,
  contents: readonly (Uint8Array | string)[],
): Promise<ConfigurationItem> {
  const summary = { provider: null, domains: ['com.jamf.connect.login'], errors: 0, advice: 0 }
  const send = async (
    path: string,
    method: string,
    content: Uint8Array | string,
    label: unknown,
    base: object,
  ) => {
    const headers = { 'Content-Type': FILE_TYPE, [LABEL]: asLabel(label), ...base }
    const answer = await fetch(url + path, { method, headers, body: Buffer.from(content) })
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    }
    return answer
  }
  const [first = '', ...later] = contents
  const made = await send('/api/configurations', 'POST', first, { name, summary }, {})
  const item: ConfigurationItem = await made.json()
  for (const [at, content] of later.entries()) {
    const base = { 'If-Match': `"${at + 1}"` }
    await send(`/api/configurations/${item.id}/contents`, 'PUT', content, { summary }, base)
  }
  return item
}
