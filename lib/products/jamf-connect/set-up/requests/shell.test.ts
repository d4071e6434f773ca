import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { configurations, full, HOSTILE, requestOf, sent, textWith } from './fixtures/requests'
import { jsonFile, shellQuoted, shellScript } from './written'

/** What a script hands to az, call by call, and the files it writes. */
function run(script: string): { readonly calls: string[][]; readonly file: (name: string) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-requests-'))
  const fake = `az() { for each; do printf '%s\\0' "$each" >> calls; done; printf '\\1' >> calls; echo the-id; }\n`
  try {
    execFileSync('sh', ['-c', `${fake}${script}`], { cwd: folder })
    const calls = readFileSync(join(folder, 'calls'), 'utf8').split('\u0001').slice(0, -1)
    const files = new Map(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    )
    return {
      calls: calls.map((call) => call.split('\0').slice(0, -1)),
      file: (name) => files.get(name) ?? '',
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test.each(Object.entries(configurations))('az gets each argument as it is: %s', (_, configuration) => {
  const { calls, file } = run(textWith(configuration, requestOf('entra', 'az-application')))
  const { body } = sent('entra', 'graph-application', configuration)
  const uris = body.publicClient.redirectUris.map((uri: string) => uri.replace('\u001b', ''))
  expect(calls).toEqual([
    [
      'login',
      '--tenant',
      configuration === full ? 'acme.example' : '<directory-ID>',
      '--allow-no-subscriptions',
    ],
    [
      ...['ad', 'app', 'create', '--display-name', 'Jamf Connect', '--sign-in-audience', 'AzureADMyOrg'],
      ...['--is-fallback-public-client', 'true', '--public-client-redirect-uris', ...uris],
      ...['--required-resource-accesses', '@jamf-connect-permissions.json'],
      ...['--app-roles', '@jamf-connect-roles.json', '--query', 'appId', '--output', 'tsv'],
    ],
    ['ad', 'sp', 'create', '--id', 'the-id'],
    ['ad', 'app', 'permission', 'admin-consent', '--id', 'the-id'],
  ])
  expect(JSON.parse(file('jamf-connect-permissions.json'))).toEqual(body.requiredResourceAccess)
  expect(JSON.parse(file('jamf-connect-roles.json'))).toEqual(body.appRoles)
})

test('az makes the API and the role with the same bodies as Microsoft Graph', () => {
  const guide = 'entra-conditional-access'
  const api = run(textWith(full, requestOf(guide, 'az-api')))
  expect(api.calls.map((call) => call.slice(0, 3).join(' '))).toEqual([
    'login --tenant acme.example',
    'ad app create',
    'ad app update',
    'ad app show',
    'rest --method PATCH',
    'ad sp create',
  ])
  expect(api.calls[2]).toContain('api://the-id')
  expect(api.calls[4]).toContain('https://graph.microsoft.com/v1.0/applications/the-id')
  const { identifierUris: _, ...scope } = sent(guide, 'graph-api-scope', full).body
  expect(JSON.parse(api.file('jamf-connect-scope.json'))).toEqual(scope)
  const application = run(textWith(full, requestOf(guide, 'az-application')))
  expect(JSON.parse(application.file('jamf-connect-permissions.json'))).toEqual(
    sent(guide, 'graph-application', full).body.requiredResourceAccess,
  )
  const role = run(textWith(full, requestOf(guide, 'az-role')))
  expect(JSON.parse(role.file('jamf-connect-assignment.json'))).toEqual(sent(guide, 'graph-role', full).body)
})

test('az is given no name of a file and no option instead of an address', () => {
  for (const uri of ['@/etc/passwd', '--id', '-h']) {
    const text = textWith({ 'login/OIDCRedirectURI': uri }, requestOf('entra', 'az-application'))
    expect(run(text).calls[1]).toContain('<redirect-URI>')
  }
  for (const tenant of ['@/etc/passwd', '--debug', 'common', '$(id)']) {
    const text = textWith({ 'login/OIDCTenant': tenant }, requestOf('entra', 'az-application'))
    expect(run(text).calls[0]).toContain('<directory-ID>')
  }
})

test('a shell gets quotes, dollars, line feeds and marks as they are, and no control characters', () => {
  const values = [
    "'",
    "''\"'",
    '$HOME $(id) `id`',
    'a\nb\tc',
    '\\',
    '!! !x',
    '-n',
    '*',
    'ü</script>',
    '',
    HOSTILE,
  ]
  const command = `az ${values.map(shellQuoted).join(' ')} ${shellQuoted('a\u001b[31m\u009b\u0000\rb')}`
  expect(run(command).calls).toEqual([[...values, 'a[31mb']])
})

test('a file holds what was written, whatever the end mark in it, and a script ends with what fails', () => {
  const value = { a: HOSTILE, b: ['\nJSON\n', 'JSON', '\u009b\u2028'], JSON: '$(touch evil.json)' }
  const script = shellScript(jsonFile('own.json', value), 'az done')
  const { file } = run(script)
  expect(JSON.parse(file('own.json'))).toEqual(value)
  expect(file('evil.json')).toBe('')
  expect(script).not.toMatch(/!|\u009b/)
  expect(run(`az first\n${shellScript('X=$(false)', 'az second')}\ntrue`).calls).toEqual([['first']])
})
