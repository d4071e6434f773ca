import { expect, it } from 'vitest'
import { writeXml } from '@/lib/plist/xml/writer'
import { contentsOf } from '@/lib/profile/file-contents'
import { profileFor } from '@/lib/profile/template'
import { type ImportedFile, readAllForImport, repaired } from './import-file'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const domainsOf = (file: ImportedFile | undefined) =>
  file?.outcome === 'read' ? file.summary.domains : file?.message
const own = '<key>MyOwnThing</key><string>x</string><key>Another</key><string>y</string>'
const xml = writeXml(profileFor('PingFederate', { name: 'Campus' }))
const answer = (payloads: string) =>
  JSON.stringify({ os_x_configuration_profile: { general: { id: 7, name: 'R&D', payloads } } })

it.each([
  ['com.jamf.connect.json', '{"MyOwnThing":"x","Another":"y"}', ['com.jamf.connect']],
  [
    'com.jamf.connect.login.plist',
    `<plist version="1.0"><dict>${own}</dict></plist>`,
    ['com.jamf.connect.login'],
  ],
  ['settings.json', '{"DenyLocal":true,"LocalFallback":true}', ['com.jamf.connect.login']],
  ['com.jamf.connect', answer(`<plist version="1.0"><dict>${own}</dict></plist>`), []],
  ['answer.json', answer(xml), ['com.jamf.connect.login', 'com.jamf.connect']],
])('the settings of %s have the domain that the command line finds', async (fileName, text, domains) => {
  const { files } = await contentsOf(bytesOf(text), fileName)
  const opened = await Promise.all(files.map(({ open }) => open()))
  expect(opened.flatMap(({ places }) => places.map(({ domain }) => domain))).toEqual(domains)
  const [read] = await readAllForImport(fileName, bytesOf(text))
  expect(domainsOf(read)).toEqual(domains)
})

it('a repaired file is opened as it was before', async () => {
  const [damaged] = await readAllForImport(
    'com.jamf.connect.plist',
    bytesOf(`<plist version="1.0"><dict>${own.replace('>x<', '>x & z<')}</dict></plist>`),
  )
  expect(damaged).toMatchObject({ outcome: 'refused', repair: expect.any(String) })
  const mended = damaged && (await repaired(damaged))
  expect(mended).toMatchObject({ outcome: 'read', repairs: [expect.any(String)] })
  expect(domainsOf(mended)).toEqual(['com.jamf.connect'])
})
