import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderWith, latchkey } from '../fixtures/run-cli'

const secret = 'content of a neighbouring file'

/** Documents that ask their reader for something else: a file beside them, or an address. */
const documents: { readonly [name: string]: (target: string) => string } = {
  'external entity': (target) =>
    `<!DOCTYPE plist [<!ENTITY x SYSTEM "${target}">]><plist><dict><key>a</key><string>&x;</string></dict></plist>`,
  'external entity with a public name': (target) =>
    `<!DOCTYPE plist [<!ENTITY x PUBLIC "-//a//b" "${target}">]><plist><string>&x;</string></plist>`,
  'parameter entity': (target) =>
    `<!DOCTYPE plist [<!ENTITY % x SYSTEM "${target}"> %x;]><plist><dict/></plist>`,
  'external definition': (target) =>
    `<!DOCTYPE plist SYSTEM "${target}"><plist><dict><key>a</key><string>b</string></dict></plist>`,
  'public definition': (target) =>
    `<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "${target}"><plist><dict><key>a</key><string>b</string></dict></plist>`,
  stylesheet: (target) =>
    `<?xml-stylesheet href="${target}"?><plist><dict><key>a</key><string>b</string></dict></plist>`,
  inclusion: (target) =>
    `<plist xmlns:xi="http://www.w3.org/2001/XInclude"><dict><key>a</key><xi:include href="${target}" parse="text"/></dict></plist>`,
  'schema location': (target) =>
    `<plist xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="${target}"><dict/></plist>`,
  'entities in entities': () =>
    `<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><plist><string>&c;</string></plist>`,
}

it('no document makes its reader open another file or an address, and no entity of its own is expanded', async () => {
  let asked = 0
  const canary = createServer((socket) => {
    asked += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  const { port } = canary.address() as AddressInfo
  const folder = folderWith({ 'beside.txt': secret })
  const targets = [
    `http://127.0.0.1:${port}/x`,
    `file://${join(folder, 'beside.txt')}`,
    join(folder, 'beside.txt'),
  ]
  const files = Object.values(documents).flatMap((document) => targets.map(document))
  const named = Object.fromEntries(
    files.map((text, n) => [`${n}.plist`, `<?xml version="1.0" encoding="UTF-8"?>\n${text}`]),
  )
  const place = folderWith(named)
  for (const name of Object.keys(named)) {
    const checked = await latchkey(['check', '--json', name], { cwd: place })
    const converted = await latchkey(['convert', name, '--to', 'json', '-o', '-'], { cwd: place })
    const said = `${checked.stdout}${checked.stderr}${converted.stdout}${converted.stderr}`
    expect([name, said.includes(secret), said.includes('aaaaaaaaaaaaaaaaaaaa')]).toEqual([name, false, false])
    expect(checked.status).toBeLessThan(3)
  }
  canary.close()
  expect(files.length).toBe(27)
  expect(asked).toBe(0)
})
