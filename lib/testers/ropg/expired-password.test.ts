import { expect, it, onTestFinished } from 'vitest'
import { runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'

it.each(['AADSTS50055', 'AADSTS50144'])(
  'a right password that has expired may be accepted where %s is listed, and nobody says what then',
  async (code) => {
    const server = await startTokenServer((response) =>
      json(response, 400, { error: 'invalid_grant', error_description: `${code}: Expired.` }),
    )
    onTestFinished(server.close)
    const told = async (codes: string[]) => {
      const { summary, findings, events } = await runRopg({
        settings: settingsOf({
          OIDCProvider: 'EntraID',
          OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
          OIDCROPGID: 'mac',
          ROPGSuccessCodes: codes,
        }),
        userName: 'eli@acme.example',
        password: 'a good one',
      })
      const mac = events.flatMap((event) => (event.type === 'mac' ? event.statements : []))
      return { summary, findings, mac: mac.find(({ topic }) => topic === 'Password') }
    }
    const listed = await told([code])
    expect(listed.summary).toMatchObject({
      verdict: 'warning',
      title: 'The password is right, but it has expired',
    })
    expect(listed.summary.text).toMatch(/may take the answer for a yes.*not documented/)
    expect(listed.findings.get('ropg.success-codes')?.means).toContain('may take the answer')
    expect(listed.mac).toMatchObject({ value: 'Right, and may be accepted', certain: false })
    const other = await told(['AADSTS50076'])
    expect(other.summary.text).not.toContain('may take the answer for a yes')
    expect(other.mac).toMatchObject({ value: 'Right, and refused', certain: false })
  },
)
