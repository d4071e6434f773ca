import { labelled, startLatchkey, store, summary } from '../server.mjs'
import { modules } from './modules.mjs'

const PORT = 3477

/**
 * Two to twenty editors of one configuration over HTTP, until `saves` saves were acknowledged.
 * @param {{ saves: number }} options
 * @param {(line: string) => void} say
 */
export async function endureEditors({ saves }, say) {
  const { contest } = await import((await modules()).editors)
  const server = await startLatchkey(PORT)
  const groups = [2, 5, 10, 20]
  let lost = 0
  let saved = 0
  try {
    for (const editors of groups) {
      // The configuration grows by a line with each save; a new one now and then keeps it small.
      for (let left = Math.ceil(saves / groups.length); left > 0; left -= 500) {
        const id = await store(server.origin, `${editors} editors`, 'begin')
        const result = await contest(client(server.origin), id, editors, Math.min(left, 500))
        lost += result.lost
        saved += result.saved
        say(`  ${editors} editors: ${result.saved} saved, ${result.refused} refused, ${result.lost} lost`)
      }
    }
  } finally {
    await server.stop()
  }
  say(`${saved} acknowledged saves, ${lost} lost.`)
  return lost === 0
}

/** The requests that the page sends. */
function client(origin) {
  const address = (id) => `${origin}/api/configurations/${id}/contents`
  return {
    read: async (id) => {
      const answer = await fetch(address(id))
      return { version: Number(JSON.parse(answer.headers.get('ETag'))), text: await answer.text() }
    },
    save: async (id, base, text) => {
      const headers = { Origin: origin, 'If-Match': `"${base}"`, ...labelled({ summary }) }
      const answer = await fetch(address(id), { method: 'PUT', headers, body: text })
      const said = await answer.json()
      if (answer.ok && said.version === base + 1) {
        return true
      }
      if (answer.status === 412 && said.base.number === base && said.newest.number > base) {
        return false
      }
      throw new Error(`A save was answered with ${answer.status} ${JSON.stringify(said)}`)
    },
  }
}
