import { describe, expect, test } from 'vitest'
import { exportFileName } from './export-name'

const day = new Date(2026, 10, 2, 23, 59)

test('a file name tells the configuration and the local day', () => {
  expect(exportFileName('Entra Berlin', day)).toBe('JamfConnect-Entra-Berlin-2026-11-02.mobileconfig')
  expect(exportFileName('Entra Berlin', day, 'login')).toBe(
    'JamfConnect-Entra-Berlin-2026-11-02-login.mobileconfig',
  )
})

describe('a file name is safe whatever the name holds', () => {
  test.each([
    ['', 'JamfConnect-2026-11-02.mobileconfig'],
    ['🔑🔑', 'JamfConnect-2026-11-02.mobileconfig'],
    ['../../etc/passwd', 'JamfConnect-etc-passwd-2026-11-02.mobileconfig'],
    ['C:\\Windows\\CON', 'JamfConnect-C-Windows-CON-2026-11-02.mobileconfig'],
    ['CON', 'JamfConnect-CON-2026-11-02.mobileconfig'],
    ['Straße für Łódź', 'JamfConnect-Strasse-fur-Lodz-2026-11-02.mobileconfig'],
    ['a\u202Egpj.exe\u0000', 'JamfConnect-a-gpj.exe-2026-11-02.mobileconfig'],
    ['...hidden...', 'JamfConnect-hidden-2026-11-02.mobileconfig'],
    ['-rf *', 'JamfConnect-rf-2026-11-02.mobileconfig'],
    ['日本語', 'JamfConnect-日本語-2026-11-02.mobileconfig'],
    ['شركة المثال', 'JamfConnect-شركة-المثال-2026-11-02.mobileconfig'],
    ['Zürich – 東京', 'JamfConnect-Zurich-東京-2026-11-02.mobileconfig'],
    ['हिन्दी', 'JamfConnect-हिन्दी-2026-11-02.mobileconfig'],
  ])('%j', (name, expected) => {
    expect(exportFileName(name, day)).toBe(expected)
  })

  test('and never longer than 120 characters', () => {
    expect(exportFileName('x'.repeat(300), day)).toHaveLength(
      'JamfConnect--2026-11-02.mobileconfig'.length + 80,
    )
    expect(exportFileName('\uFDFA'.repeat(300), day).length).toBeLessThan(120)
    const long = exportFileName('\u{20000}'.repeat(300), day)
    expect(new TextEncoder().encode(long).length).toBeLessThan(255)
    expect(long).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })
})
