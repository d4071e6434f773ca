// A provider in a process of its own; it tells its origin over the channel of fork(). The first segment of every path
// is how many milliseconds the answer takes: the issuer of 50 ms is `${origin}/50`. That of a provider without user
// information is `${origin}/50-tokens`.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const key = { ...publicKey.export({ format: 'jwk' }), kid: 'only', alg: 'RS256', use: 'sig' }
const accessToken = randomBytes(24).toString('base64url')
const person = { sub: 'user-1', name: 'Alice Admin', email: 'alice@example.com', preferred_username: 'alice' }
const nonces = new Map()

const server = createServer(async (request, response) => {
  const arrived = performance.now()
  const [, delay = '0', ...rest] = (request.url ?? '').split('?', 1)[0].split('/')
  const chunks = await request.toArray()
  const form = new URLSearchParams(Buffer.concat(chunks).toString())
  const issuer = `${origin()}/${delay}`
  const answer = JSON.stringify(answers[rest.join('/')]?.(issuer, form, request) ?? {})
  await until(arrived + Number.parseInt(delay, 10))
  response.writeHead(200, { 'content-type': 'application/json' }).end(answer)
})
const origin = () => `http://127.0.0.1:${server.address().port}`
server.listen(0, '127.0.0.1', () => process.send({ origin: origin() }))
process.on('disconnect', () => process.exit())

const answers = {
  '.well-known/openid-configuration': (issuer) => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    ...(issuer.endsWith('-tokens') ? {} : { userinfo_endpoint: `${issuer}/userinfo` }),
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'password'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  }),
  keys: () => ({ keys: [key] }),
  /** Takes the nonce of a sign-in and gives its code, in place of a person at a sign-in page. */
  authorize: (_, form) => {
    const code = randomBytes(16).toString('base64url')
    nonces.set(code, form.get('nonce'))
    return { code }
  },
  token: (issuer, form) => {
    const nonce = nonces.get(form.get('code'))
    nonces.delete(form.get('code'))
    const iat = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, aud: 'jamf-connect', iat, exp: iat + 300, nonce, at_hash, ...person }
    return { access_token: accessToken, token_type: 'Bearer', expires_in: 300, id_token: signed(claims) }
  },
  userinfo: () => person,
}

const at_hash = createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')

function signed(claims) {
  const parts = [{ alg: 'RS256', kid: key.kid }, claims]
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${createSign('SHA256').update(text).sign(privateKey, 'base64url')}`
}

/** Timers ring up to two milliseconds late; the last of them are waited for turn by turn. */
async function until(time) {
  const early = time - performance.now() - 3
  if (early > 0) {
    await new Promise((resolve) => setTimeout(resolve, early))
  }
  while (performance.now() < time) {
    await new Promise(setImmediate)
  }
}
