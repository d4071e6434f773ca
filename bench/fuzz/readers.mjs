const TAGS = [
  '<dict>',
  '</dict>',
  '<key>',
  '</key>',
  '<string>',
  '<array>',
  '<data/>',
  '<true>',
  '<integer>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE [',
  '&#65;',
  '&amp',
  '&lt;!--',
  '\xff\xfe',
  '\r',
  'encoding="ISO-8859-1"',
]
const BYTES = [
  '\x00',
  '\xff',
  '\x7f',
  '\xdf\x11\x7f',
  '\xaf\x10\xff',
  'bplist00',
  '\x00\x00\x00\x00\x00\x00\xff\xff',
]
const PROFILE = `import { profileOf } from './bench/plist/generate.mjs'
const tree = profileOf(4000)`

/**
 * Every reader of bytes from outside, a row each: `entry` is a module that exports `read`, which throws an error of ours
 * for what it refuses, and `seeds`, which gives good inputs; `pieces` are put into them.
 */
export const readers = [
  {
    name: 'XML property list',
    entry: `${PROFILE}
import { readPlist } from './lib/plist/document'
import { encodeText } from './lib/plist/text'
import { writeXml } from './lib/plist/xml/writer'
export const read = (bytes) => readPlist(bytes)
export const seeds = () => {
  const text = writeXml(tree)
  const latin = text.replace('UTF-8', 'ISO-8859-1')
  return [
    encodeText({ text, encoding: 'utf-8', bom: false }),
    encodeText({ text, encoding: 'utf-16le', bom: true }),
    encodeText({ text: latin, encoding: 'iso-8859-1', bom: false }),
  ]
}`,
    pieces: TAGS,
  },
  {
    name: 'binary property list',
    entry: `${PROFILE}
import { writeBinary } from './lib/plist/binary/writer'
import { readPlist } from './lib/plist/document'
export const read = (bytes) => readPlist(bytes)
export const seeds = () => [writeBinary(tree)]`,
    pieces: BYTES,
  },
  {
    name: 'OpenStep text',
    entry: `import { readPlist } from './lib/plist/document'
export const read = (bytes) => readPlist(bytes)
const text = '{ OIDCProvider = Okta; "a b" = ("c", <00ff>, { d = "\\\\U00e9"; }); // e\\n n = <*I7>; /* f */ g = (); }'
export const seeds = () => [new TextEncoder().encode(text), new TextEncoder().encode(\`(\${text}, \${text})\`)]`,
    pieces: ['{', '}', '(', ')', '=', ';', ',', '"', '<', '>', '<*I', '/*', '//', '\\U', '\\', '\n'],
  },
  {
    name: 'signed profile (CMS)',
    entry: `import { openProfile } from './lib/profile/open-profile'
import { signedProfiles } from './lib/profile/fixtures/signed-profiles'
export const read = (bytes) => openProfile(bytes)
export const seeds = () => Object.values(signedProfiles).map((text) => new Uint8Array(Buffer.from(text, 'base64')))`,
    pieces: [
      '\x30\x80',
      '\x30\x84\xff\xff\xff\xff',
      '\x24\x80',
      '\x00\x00',
      '\x06\x09',
      '\xa0\x82\xff\xff',
      '\x31\x00',
    ],
  },
  {
    name: 'token (JWT)',
    entry: `import { headerOf, parseToken } from './lib/testers/id-token/parsed-token'
export const read = (bytes) => {
  const text = new TextDecoder().decode(bytes)
  return [parseToken(text), headerOf(text)]
}
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = { iss: 'https://login.example.com', sub: 'a', aud: ['b'], exp: 2e9, iat: 1e9, nonce: 'c', groups: ['d'] }
export const seeds = () => [new TextEncoder().encode(\`\${part({ alg: 'RS256', kid: '1' })}.\${part(claims)}.\${part('signature')}\`)]`,
    pieces: ['.', '..', '=', '-', '_', 'e30', 'bnVsbA', 'W10', '\xff'],
  },
  {
    name: 'discovery document',
    entry: `import { jsonObject, readMetadata } from './lib/testers/discovery/metadata'
export const read = (bytes) => {
  const document = jsonObject(new TextDecoder().decode(bytes))
  return document && readMetadata(document)
}
const issuer = 'https://login.example.com'
const document = {
  issuer,
  authorization_endpoint: issuer + '/authorize',
  token_endpoint: issuer + '/token',
  jwks_uri: issuer + '/keys',
  response_types_supported: ['code'],
  scopes_supported: ['openid', 'email'],
  code_challenge_methods_supported: ['S256'],
}
export const seeds = () => [new TextEncoder().encode(JSON.stringify(document)), new TextEncoder().encode(JSON.stringify(document, null, 2))]`,
    pieces: ['{', '}', '[', ']', ':', ',', '"', 'null', '1e999', '"__proto__":', '\\ud800', '[[[[[[[[[['],
  },
]
