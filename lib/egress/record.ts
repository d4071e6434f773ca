import { randomUUID } from 'node:crypto'
import type { Answer, Exchange, Timing } from '../api/exchange'
import { type ShownBody, toCurl } from './curl'
import type { Hiding, KnownSecrets } from './known-secrets'
import { protocolConstants } from './protocol-constants'
import { redactHeader } from './redact-headers'
import { redactJson } from './redact-json'
import { type OnSecret, redactText, scan } from './redact-text'

/** What is about to be sent, unredacted. It is kept until the record is made and no longer. */
export type Sent = {
  readonly name: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly content: Content
}

export type Content =
  | { readonly kind: 'none' }
  | { readonly kind: 'form'; readonly fields: URLSearchParams }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }

/** What came back, unredacted. */
export type Received = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
}

export type Ending = {
  readonly received: Received | null
  readonly failure: string | null
  readonly timing: Timing
}

const longestBody = 4_000

/** For what is read to learn from it. */
const showingAll: Hiding = { hide: (text) => text }

/** Makes the record of a request. What is sent is read first, so that an answer which repeats it is recognised. */
export function record(sent: Sent, ending: Ending, secrets: KnownSecrets): Exchange {
  const learn: OnSecret = (name, value) => secrets.learn(name, value, 'records')
  const headers = Object.entries(sent.headers)
  redactContent(sent.content, showingAll, learn)
  redactText(sent.url, showingAll, learn)
  for (const [name, value] of headers) {
    redactHeader(name, value, showingAll, learn)
  }
  const answer = ending.received ? recordAnswer(ending.received, secrets) : null
  const url = redactText(sent.url, secrets)
  const fields = headers.map(([name, value]) => ({ ...redactHeader(name, value, secrets, learn), name }))
  const body = redactContent(sent.content, secrets, learn)
  return {
    id: randomUUID(),
    name: sent.name,
    method: sent.method,
    url,
    sent: fields,
    ...(body.kind === 'none' ? {} : { body: body.fields }),
    ...(answer ? { answer } : {}),
    ...(ending.failure === null ? {} : { failure: secrets.hide(ending.failure) }),
    timing: ending.timing,
    // curl counts the body itself, with what stands in for the placeholders.
    curl: toCurl(
      sent.method,
      url,
      fields.filter(({ name }) => name !== 'Content-Length'),
      body,
    ),
  }
}

function recordAnswer(received: Received, secrets: KnownSecrets): Answer {
  const learn: OnSecret = secrets.learnFromAnswer
  const body = redactBody(received, secrets, learn)
  const fields = received.headers.map(([name, value]) => redactHeader(name, value, secrets, learn))
  return {
    status: received.status,
    // Once more: what the body and the later headers taught is hidden in the earlier ones too.
    fields: fields.map(({ name, value }) => ({ name, value: secrets.hide(value).slice(0, longestBody) })),
    body: secrets.hide(body).slice(0, longestBody),
  }
}

function redactBody({ headers, body }: Received, secrets: Hiding, learn: OnSecret): string {
  if (body.includes(0)) {
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'unknown type'
    return scan(`${type}, ${body.length} B`, secrets)
  }
  const text = new TextDecoder().decode(body)
  try {
    return scan(JSON.stringify(redactJson(JSON.parse(text), secrets, learn), null, 2), secrets)
  } catch {
    return redactText(text, secrets, learn)
  }
}

function redactContent(content: Content, secrets: Hiding, learn: OnSecret): ShownBody {
  switch (content.kind) {
    case 'none':
      return content
    case 'form':
      return {
        kind: 'form',
        fields: [...content.fields].map(([name, value]) =>
          protocolConstants.includes(`${name}=${value}`)
            ? { name, value }
            : { ...redactHeader(name, value, secrets, learn), name },
        ),
      }
    case 'json':
      return shownJson(redactJson(content.value, secrets, learn), secrets)
    case 'text': {
      const text = redactText(content.text, secrets, learn)
      return { kind: 'text', text, fields: [{ name: 'body', value: text }] }
    }
  }
}

function shownJson(value: unknown, secrets: Hiding): ShownBody {
  const shown = (part: unknown) =>
    scan(typeof part === 'string' ? part : (JSON.stringify(part) ?? ''), secrets)
  const members =
    typeof value === 'object' && value !== null ? Object.entries(value) : [['body', value] as const]
  return {
    kind: 'text',
    text: scan(JSON.stringify(value) ?? '', secrets),
    fields: members.map(([name, member]) => ({ name: secrets.hide(name), value: shown(member) })),
  }
}
