import { seeded } from '../random.mjs'

const WORDS =
  'sign in with your work account to unlock this Mac contact the service desk when the password is out of date or expired'.split(
    ' ',
  )
const NAMES =
  'OIDC ROPG Login Local User Password Menu Help Kerberos Window Network Access License Check Group Role'.split(
    ' ',
  )

/**
 * The tree of a profile with payloads until its XML has about `size` characters: short texts, addresses, switches,
 * numbers, lists, dictionaries, now and then a date, a real, a script or a picture. Always the same for one size.
 * @param {number} size
 * @returns {import('../../lib/plist/value').PlistValue}
 */
export function profileOf(size) {
  const random = seeded(size)
  const payloads = []
  let written = 600
  while (written < size) {
    const payload = payloadOf(random, payloads.length, size - written)
    written += payload.size
    payloads.push(payload.value)
  }
  return dict([
    ['PayloadContent', { type: 'array', items: payloads }],
    ...identity('Configuration', random, 0),
    ['PayloadRemovalDisallowed', { type: 'boolean', value: true }],
    ['PayloadScope', text('System')],
  ])
}

const text = (value) => ({ type: 'string', value })
const integer = (value) => ({ type: 'integer', value: BigInt(value) })
const dict = (pairs) => ({ type: 'dict', entries: pairs.map(([key, value]) => ({ key, value })) })
const pick = (random, list) => list[Math.floor(random() * list.length)]

function identity(type, random, number) {
  return [
    ['PayloadDisplayName', text(`Jamf Connect ${number}`)],
    ['PayloadIdentifier', text(`com.example.${type}.${number}`)],
    ['PayloadType', text(type)],
    ['PayloadUUID', text(uuid(random))],
    ['PayloadVersion', integer(1)],
  ]
}

function payloadOf(random, number, room) {
  const domain = pick(random, [
    'com.jamf.connect.login',
    'com.jamf.connect',
    'com.apple.ManagedClient.preferences',
  ])
  const keys = 20 + Math.floor(random() * 40)
  const pairs = []
  let size = 500
  for (let index = 0; index < keys && size < room; index++) {
    const value = someValue(random, 0)
    pairs.push([`${pick(random, NAMES)}${pick(random, NAMES)}${index}`, value])
    size += 40 + sizeOf(value)
  }
  return { size, value: dict([...pairs, ...identity(domain, random, number)]) }
}

function someValue(random, level) {
  const kind = random()
  if (kind < 0.4) {
    return text(sentence(random, 1 + Math.floor(random() * 6)))
  }
  if (kind < 0.5) {
    return text(`https://login.example.com/${uuid(random)}/v2.0/.well-known/openid-configuration`)
  }
  if (kind < 0.53) {
    return text(`${sentence(random, 30)}\nÜber “Hilfe” & <Support> 支援 ${sentence(random, 10)}`)
  }
  if (kind < 0.78) {
    return { type: 'boolean', value: random() < 0.5 }
  }
  return kind < 0.88 ? integer(Math.floor(random() ** 3 * 100_000)) : rareOf(random, level)
}

function rareOf(random, level) {
  const kind = random()
  if (kind < 0.12) {
    return { type: 'real', value: Math.floor(random() * 1000) / 8 + 0.0625 }
  }
  if (kind < 0.2) {
    return { type: 'date', value: Math.floor(random() * 800_000_000) }
  }
  if (kind < 0.3 || level > 3) {
    const length = 64 + Math.floor(random() ** 2 * 2000)
    return { type: 'data', value: Uint8Array.from({ length }, () => random() * 256) }
  }
  const parts = Array.from({ length: 2 + Math.floor(random() * 8) }, () => someValue(random, level + 1))
  return kind < 0.65
    ? { type: 'array', items: parts }
    : dict(parts.map((part, index) => [`${pick(random, NAMES)}${index}`, part]))
}

function sentence(random, words) {
  return Array.from({ length: words }, () => pick(random, WORDS)).join(' ')
}

function uuid(random) {
  const hex = (length) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16))
      .join('')
      .toUpperCase()
  return [8, 4, 4, 4, 12].map(hex).join('-')
}

/** Characters of XML, roughly. */
function sizeOf(value) {
  switch (value.type) {
    case 'string':
      return value.value.length + 22
    case 'data':
      return (value.value.length * 4) / 3 + 20
    case 'array':
      return value.items.reduce((sum, item) => sum + sizeOf(item) + 5, 30)
    case 'dict':
      return value.entries.reduce((sum, entry) => sum + sizeOf(entry.value) + 35, 30)
    default:
      return 20
  }
}
