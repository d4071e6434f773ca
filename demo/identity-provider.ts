import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Context } from 'oidc-provider'
import { clientsWith } from './clients'
import { addPasswordGrant } from './password-grant'
import { signIn, signInPath } from './sign-in'
import { errorPage } from './sign-in-page'
import { demoUsers } from './users'

/** A server of the demo that runs. */
export type RunningServer = { readonly url: string; readonly close: () => Promise<void> }

const scopes = 'openid profile email groups offline_access'

/**
 * Starts an OpenID Connect provider on 127.0.0.1 that behaves like one of a company: public and confidential clients,
 * authorization code, hybrid and implicit flow, the password grant, groups and roles. `port` 0 takes a free one;
 * `redirectUris` are registered beside that of Jamf Connect. `url` is the issuer. It keeps everything in memory.
 */
export async function startIdentityProvider({
  port = 0,
  redirectUris = [],
}: {
  port?: number
  redirectUris?: readonly string[]
} = {}): Promise<RunningServer> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = makeProvider(url, redirectUris)
  const answer = quietly(() => provider.callback())
  server.on('request', (request, response) => {
    const signingIn = request.url?.startsWith(signInPath) === true
    const work = signingIn ? signIn(provider, request, response) : answer(request, response)
    work.catch(() => {
      if (!response.headersSent) {
        response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' })
      }
      response.end('This sign-in is over or was never begun. Start it again in Latchkey.')
    })
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, close }
}

function makeProvider(issuer: string, redirectUris: readonly string[]): Provider {
  const provider: Provider = quietly(
    () =>
      new Provider(issuer, {
        clients: clientsWith(redirectUris),
        jwks: { keys: [signingKey()] },
        responseTypes: ['code', 'id_token', 'code id_token', 'none'],
        scopes: scopes.split(' '),
        claims: {
          openid: ['sub'],
          profile: ['name', 'given_name', 'family_name', 'preferred_username'],
          email: ['email', 'email_verified'],
          groups: ['groups', 'roles'],
        },
        // Companies' providers put everything into the ID token; Jamf Connect reads it there.
        conformIdTokenClaims: false,
        features: { devInteractions: { enabled: false } },
        renderError: (context: Context, error: Readonly<Record<string, string>>) => {
          context.type = 'html'
          context.body = errorPage(error)
        },
        pkce: { required: () => false },
        cookies: { keys: [randomBytes(32).toString('hex')] },
        interactions: { url: (_: Context, { uid }: { uid: string }) => `${signInPath}${uid}` },
        findAccount: async (_: Context, id: string) => {
          const user = demoUsers.find(({ claims }) => claims.sub === id)
          return user && { accountId: id, claims: async () => user.claims }
        },
        loadExistingGrant: (context: Context) => allowEverything(provider, context),
        ttl: {
          AccessToken: 3600,
          AuthorizationCode: 60,
          Grant: 3600,
          IdToken: 3600,
          Interaction: 600,
          Session: 3600,
        },
      }),
  )
  addPasswordGrant(provider)
  allowLatchkey(provider)
  return provider
}

/** Latchkey's own redirect URI counts as registered, on whichever port it runs. */
function allowLatchkey({ Client }: Provider): void {
  const registered = Client.prototype.redirectUriAllowed
  Client.prototype.redirectUriAllowed = function (uri) {
    return /^http:\/\/(127\.0\.0\.1|localhost):\d+\/callback$/.test(uri) || registered.call(this, uri)
  }
}

/** Nobody is asked for consent: an administrator has given it for everyone, as is usual in companies. */
async function allowEverything(provider: Provider, { oidc }: Context): Promise<object> {
  const grant = new provider.Grant({
    clientId: oidc.client.clientId,
    accountId: oidc.session?.accountId ?? '',
  })
  grant.addOIDCScope(scopes)
  await grant.save()
  return grant
}

function signingKey(): object {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'demo' }
}

/** oidc-provider warns about settings that are meant for production; a demo is not. */
function quietly<T>(make: () => T): T {
  const { warn, info } = console
  console.warn = () => undefined
  console.info = () => undefined
  try {
    return make()
  } finally {
    Object.assign(console, { warn, info })
  }
}
