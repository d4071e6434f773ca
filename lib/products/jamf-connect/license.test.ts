import { expect, test } from 'vitest'
import { encodeBase64 } from '../../plist/base64'
import { type Plain, plist, settingsOf } from '../../schema/fixtures/settings'
import { advice } from './advice'
import { readLicense } from './license'

const xml = (expires: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>Name</key><string>Açme</string><key>Email</key><string>it@acme.test</string>
<key>NumberOfClients</key><integer>250</integer>
<key>DateIssued</key><string>2025-11-01 00:00:00 +0000</string>
<key>ExpirationDate</key>${expires}
</dict></plist>`
const bytes = (text: string) => new TextEncoder().encode(text)
const license = (expires: string) => encodeBase64(bytes(xml(`<string>${expires}</string>`)))

test('a license is read from Base64 text, wrapped lines included, and from data', () => {
  const facts = {
    name: 'Açme',
    email: 'it@acme.test',
    edition: null,
    product: null,
    version: null,
    clients: 250,
    issued: new Date('2025-11-01T00:00:00Z'),
    expires: new Date('2026-12-01T00:00:00Z'),
  }
  const text = license('2026-12-01 00:00:00 +0000')
  expect(readLicense(plist(text))).toEqual(facts)
  expect(readLicense(plist(text.replace(/(.{60})/g, '$1\n')))).toEqual(facts)
  expect(readLicense(plist(bytes(xml('<string>2026-12-01</string>'))))).toEqual(facts)
  expect(readLicense(plist(bytes(xml('<date>2026-12-01T00:00:00Z</date>'))))).toEqual(facts)
})

test('what is no license is null, never an error', () => {
  const others: Plain[] = [
    '',
    'YWJj',
    '%%%',
    7,
    bytes('<plist><dict/></plist>'),
    encodeBase64(bytes('<plist><string>a</string></plist>')),
    encodeBase64(new Uint8Array([255, 254])),
  ]
  expect(others.map((value) => readLicense(plist(value)))).toEqual(others.map(() => null))
})

const said = (value: Plain, today: string, connect?: Plain) =>
  advice(
    settingsOf({
      login: { LicenseFile: value },
      ...(connect === undefined ? {} : { connect: { LicenseFile: connect } }),
    }),
    {
      today: new Date(today),
    },
  ).filter(({ rule }) => rule.startsWith('license-'))

test('an expired license is an error, one that expires within a month is advice', () => {
  const until = license('2026-12-01')
  expect(said(until, '2026-10-01T12:00:00Z')).toEqual([])
  expect(said(until, '2026-11-22T12:00:00Z')).toMatchObject([
    {
      severity: 'advice',
      rule: 'license-expires-soon',
      message: expect.stringContaining('expires in 9 days, on 1 December 2026'),
    },
  ])
  expect(said(until, '2026-12-01T23:00:00Z')).toMatchObject([
    { message: expect.stringContaining('expires today') },
  ])
  expect(said(until, '2026-12-02T00:00:00Z')).toMatchObject([
    {
      severity: 'error',
      rule: 'license-expired',
      message: expect.stringContaining('expired on 1 December 2026'),
    },
  ])
})

test('one license in both domains is spoken of once', () => {
  const until = license('2026-01-01')
  expect(said(until, '2026-12-01', until).map(({ rule }) => rule)).toEqual(['license-expired'])
})

test('text that is no license is advice, a variable of the MDM is not', () => {
  expect(said('YWJj', '2026-12-01').map(({ rule }) => rule)).toEqual(['license-unreadable'])
  expect(said('%LICENSE%', '2026-12-01')).toEqual([])
})

test('a license of another product, or of the first version, is told by its name', () => {
  const of = (product: string, version: string) =>
    encodeBase64(
      new TextEncoder().encode(
        `<plist><dict><key>ExpirationDate</key><string>2099-01-01</string><key>Product</key><string>${product}</string><key>MajorVersion</key><string>${version}</string></dict></plist>`,
      ),
    )
  expect(said(of('Jamf Trust', '2'), '2026-12-01')).toMatchObject([
    { severity: 'error', rule: 'license-of-another', message: expect.stringContaining('of Jamf Trust') },
  ])
  expect(said(of('Jamf Connect', '1'), '2026-12-01').map(({ severity }) => severity)).toEqual(['advice'])
  expect(said(of('Jamf Connect', '3'), '2026-12-01')).toEqual([])
})
