import type { Configuration, ConfigurationItem, Summary, VersionList } from '@/lib/api/configurations'
import { asLabel, FILE_TYPE, LABEL } from '@/lib/api/labelled'
import type { ConfigurationList, ListQuery } from '@/lib/api/list'
import type { Problem, StaleProblem } from '@/lib/api/problem'

/** An answer that is not a success. `message` is the server's sentence, fit to show. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  readonly status: number
  readonly problem: Problem | StaleProblem | null

  constructor(status: number, problem: Problem | null, options?: { cause?: unknown }) {
    super(problem?.message ?? 'Latchkey does not answer. Check that it is running, then try again.', options)
    this.status = status
    this.problem = problem
  }
}

/** Browsers finish requests of up to 64 KB after their page is gone. */
const KEPT_ALIVE = 60_000

const noAnswer = (cause: unknown): never => {
  throw new RequestFailed(0, null, { cause })
}

/** Throws RequestFailed for no answer, and for one that is no success. */
async function send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { method, ...init }).catch(noAnswer)
  if (!response.ok) {
    throw new RequestFailed(response.status, await response.json().catch(() => null))
  }
  return response
}

/** The JSON of an answer. Throws RequestFailed. */
export async function request<T>(method: string, path: string, init?: RequestInit): Promise<T> {
  const response = await send(method, path, init)
  return response.status === 204 ? (undefined as T) : response.json()
}

/** What is sent with a JSON body. */
export const json = (body: unknown): RequestInit => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

/** What is sent with bytes as they are, and their label. */
export const file = (
  bytes: Uint8Array,
  label: unknown,
  headers: Record<string, string> = {},
): RequestInit => ({
  headers: { 'Content-Type': FILE_TYPE, [LABEL]: asLabel(label), ...headers },
  body: bytes as BodyInit,
})

async function read(path: string): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const response = await send('GET', path)
  const bytes = await response.arrayBuffer().catch(noAnswer)
  return { bytes: new Uint8Array(bytes), headers: response.headers }
}

/** Where the configurations are. */
export const root = '/api/configurations'

/** A configuration and the exact bytes of its newest version. */
export type ReadConfiguration = { readonly configuration: Configuration; readonly bytes: Uint8Array }

/** Reads both at once, and again when somebody has saved between the two answers. */
export async function readConfiguration(id: string, tries = 5): Promise<ReadConfiguration> {
  const [configuration, { bytes, headers }] = await Promise.all([
    request<Configuration>('GET', `${root}/${id}`),
    read(`${root}/${id}/contents`),
  ])
  // What stands between may have made the tag a weak one.
  if (headers.get('ETag')?.endsWith(tagOf(configuration.version))) {
    return { configuration, bytes }
  }
  return tries > 1 ? readConfiguration(id, tries - 1) : unknownVersion()
}

/** Without the number, a save could go over a version that this page has never seen. */
function unknownVersion(): never {
  const message =
    'The answer does not say which version it is. Check what stands between the server and this browser.'
  throw new RequestFailed(0, { code: 'no-version', message })
}

/** A page of the list; what is not asked is as the server has it. */
export function listConfigurations(query: Partial<ListQuery>, signal?: AbortSignal) {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const parameters = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))
  return request<ConfigurationList>('GET', `${root}?${parameters}`, signal ? { signal } : {})
}
export const saveConfiguration = (
  id: string,
  base: number,
  bytes: Uint8Array,
  summary: Summary,
  note?: string,
) => {
  const init = file(bytes, { summary, note }, { 'If-Match': tagOf(base) })
  return request<ConfigurationItem>('PUT', `${root}/${id}/contents`, init)
}
/** The exact bytes of the newest version. */
export const readContents = async (id: string) => (await read(`${root}/${id}/contents`)).bytes

/** What the list knows of a configuration. */
export const readItem = (id: string) => request<Configuration>('GET', `${root}/${id}`)
/** A page of the versions below a number, or the newest. */
export const listVersions = (id: string, before: number | null) =>
  request<VersionList>('GET', `${root}/${id}/versions${before === null ? '' : `?before=${before}`}`)
/** Writes the note of a version over the one that was read. */
export const noteVersion = (id: string, number: number, note: string | null, before: string | null) =>
  request<void>('PATCH', `${root}/${id}/versions/${number}`, json({ note: note ?? '', before }))
/** The exact bytes of one version. */
export const readVersion = async (id: string, number: number) =>
  (await read(`${root}/${id}/versions/${number}/contents`)).bytes

const draftAt = (id: string, window: string) => `${root}/${id}/drafts/${window}`

/** Text that was not saved, the number of the version it began from, and the note of a save that has not succeeded. */
export type DraftText = { readonly base: number; readonly text: string; readonly note: string | null }

/** The unsaved text of a window. */
export async function readDraft(id: string, window: string): Promise<DraftText> {
  const { bytes, headers } = await read(draftAt(id, window))
  const label = JSON.parse(headers.get(LABEL) ?? '{}') as Partial<DraftText>
  return { note: null, ...label, base: label.base ?? unknownVersion(), text: new TextDecoder().decode(bytes) }
}

export const saveDraft = (id: string, window: string, { base, text, note }: DraftText) => {
  const bytes = draftBytes(text)
  const keepalive = bytes.length < KEPT_ALIVE
  return request<void>('PUT', draftAt(id, window), {
    ...file(bytes, note === null ? { base } : { base, note }),
    keepalive,
  })
}
export const discardDraft = (id: string, window: string) => request<void>('DELETE', draftAt(id, window))

const tagOf = (version: number) => `"${version}"`

/** A draft is never without content; an empty text and an empty line are refused alike. */
const draftBytes = (text: string) => new TextEncoder().encode(text || '\n')

/** Whether a draft is short enough to be sent on when its page is closed. */
export const outlivesPage = (text: string) => text.length < KEPT_ALIVE && draftBytes(text).length < KEPT_ALIVE
