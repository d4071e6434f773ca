import { OAuth2Server } from 'oauth2-mock-server'
import { expect, test } from 'vitest'
import { serve } from '@/lib/testers/oidc/fixtures/http'
import { browserFor, eventsOf } from './fixtures/browser'
import { loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

test.each([[], ['--strict']])(
  'what the sign-in found counts in place of what was found before, %j',
  async (...more) => {
    const mock = new OAuth2Server()
    await mock.issuer.keys.generate('RS256')
    const server = await serve((request, response) => {
      // The request before the sign-in says what it would read; the browser of this test does not.
      if (request.url?.startsWith('/authorize') && request.headers.accept?.includes('text/html')) {
        response.writeHead(400, { 'content-type': 'text/html' }).end('<h1>redirect_uri_mismatch</h1>')
      } else {
        mock.service.requestHandler(request, response)
      }
    })
    mock.issuer.url = server.url
    const settings = {
      OIDCProvider: 'Custom',
      OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
      OIDCNewPassword: true,
    }
    const cwd = folderWith({ 'a.mobileconfig': loginProfile(settings) })
    const env = { LATCHKEY_EGRESS_ALLOW: '127.0.0.1' }
    const args = ['test', 'oidc', 'a.mobileconfig', '--json', ...more]
    const { status, stdout } = await latchkey(args, { cwd, env, ...browserFor() })
    await server.close()
    const events = eventsOf(stdout)
    const refused = events.flatMap((event) =>
      event.type === 'finding' && event.finding.check === 'oidc.sign-in-request'
        ? [[event.finding.outcome, 'replaces' in event]]
        : [],
    )
    expect(refused).toEqual([
      ['failed', false],
      ['passed', true],
    ])
    const last = new Map(
      events.flatMap((each) => (each.type === 'finding' ? [[each.finding.check, each.finding]] : [])),
    )
    const outcomes = [...last.values()].map(({ outcome }) => outcome)
    expect(outcomes).not.toContain('failed')
    expect(status).toBe(more.length > 0 && outcomes.includes('warning') ? 1 : 0)
    const summaries = events.flatMap((event) => (event.type === 'done' ? [event.summary] : []))
    expect(summaries.map(({ verdict }) => verdict)).not.toContain('failed')
  },
)
