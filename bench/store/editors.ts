import { createHash } from 'node:crypto'

/** How an editor reaches the library: within the process, or as a page does. */
export type Client = {
  readonly read: (id: string) => Promise<{ readonly version: number; readonly text: string }>
  /** True when it was saved, false when it is based on a version that is not the newest. */
  readonly save: (id: string, base: number, text: string) => Promise<boolean>
}

/** What came out of many editors of one configuration. */
export type Contest = { readonly saved: number; readonly refused: number; readonly lost: number }

/**
 * Lets `editors` people change the configuration `id` at the same time until `saves` changes were acknowledged. Each adds a
 * line to what it read; when it is refused, it reads again and adds it there. Then looks for every line.
 */
export async function contest(client: Client, id: string, editors: number, saves: number): Promise<Contest> {
  const acknowledged: string[] = []
  let refused = 0
  const edit = async (editor: number) => {
    for (let count = 0; acknowledged.length < saves; count += 1) {
      const line = `${editor}/${count}/${createHash('sha256').update(`${editor} ${count}`).digest('hex').slice(0, 8)}`
      while (!(await change(client, id, line))) {
        refused += 1
      }
      acknowledged.push(line)
    }
  }
  await Promise.all(Array.from({ length: editors }, (_, editor) => edit(editor)))
  const { text } = await client.read(id)
  const there = text.split('\n')
  const lost = acknowledged.filter((line) => there.filter((other) => other === line).length !== 1)
  return { saved: acknowledged.length, refused, lost: lost.length }
}

async function change(client: Client, id: string, line: string): Promise<boolean> {
  const { version, text } = await client.read(id)
  return client.save(id, version, `${text}\n${line}`)
}
