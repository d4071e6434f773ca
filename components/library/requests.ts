import type {
  Configuration,
  ConfigurationItem,
  ConfigurationList,
  KeptReportList,
  Summary,
  Together,
} from '@/lib/api/configurations'
import { asLabel, FILE_TYPE, LABEL } from '@/lib/api/labelled'
import type { Problem, StaleProblem } from '@/lib/api/problem'
import type { TestReport } from '@/lib/api/report'

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

/** Throws RequestFailed for no answer, and for one that is no success. */
async function send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, { method, ...init }).catch((cause) => {
    throw new RequestFailed(0, null, { cause })
  })
  if (!response.ok) {
    throw new RequestFailed(response.status, await response.json().catch(() => null))
  }
  return response
}

async function request<T>(method: string, path: string, init?: RequestInit): Promise<T> {
  const response = await send(method, path, init)
  return response.status === 204 ? (undefined as T) : response.json()
}

const json = (body: unknown): RequestInit => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

/** Bytes as they are, with their label. */
const file = (bytes: Uint8Array, label: unknown, headers: Record<string, string> = {}): RequestInit => ({
  headers: { 'Content-Type': FILE_TYPE, [LABEL]: asLabel(label), ...headers },
  body: bytes as BodyInit,
})

async function read(path: string): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const response = await send('GET', path)
  const bytes = await response.arrayBuffer().catch((cause) => {
    throw new RequestFailed(0, null, { cause })
  })
  return { bytes: new Uint8Array(bytes), headers: response.headers }
}

const root = '/api/configurations'

/** A configuration and the exact bytes of its newest version. */
export type ReadConfiguration = { readonly configuration: Configuration; readonly bytes: Uint8Array }

export const listConfigurations = () => request<ConfigurationList>('GET', root)

/** Reads both at once, and again when somebody has saved between the two answers. */
export async function readConfiguration(id: string, tries = 5): Promise<ReadConfiguration> {
  const [configuration, { bytes, headers }] = await Promise.all([
    request<Configuration>('GET', `${root}/${id}`),
    read(`${root}/${id}/contents`),
  ])
  // What stands between may have made the tag a weak one.
  if (headers.get('ETag')?.replace(/^W\//, '') === tagOf(configuration.version)) {
    return { configuration, bytes }
  }
  if (tries === 1) {
    throw new RequestFailed(0, { code: 'no-version', message: NO_VERSION })
  }
  return readConfiguration(id, tries - 1)
}

/** Without the number, a save could go over one that this page has never seen. */
const NO_VERSION =
  'The answer does not say which version it is. Check what stands between the server and this browser.'

export const createConfiguration = (name: string, bytes: Uint8Array, summary: Summary) =>
  request<ConfigurationItem>('POST', root, file(bytes, { name, summary }))
export const saveConfiguration = (id: string, base: number, bytes: Uint8Array, summary: Summary) =>
  request<ConfigurationItem>(
    'PUT',
    `${root}/${id}/contents`,
    file(bytes, { summary }, { 'If-Match': tagOf(base) }),
  )
export const renameConfiguration = (id: string, name: string) =>
  request<ConfigurationItem>('PATCH', `${root}/${id}`, json({ name }))
export const removeConfiguration = (id: string) => request<void>('DELETE', `${root}/${id}`)
export const restoreConfiguration = (id: string) =>
  request<ConfigurationItem>('POST', `${root}/${id}/restore`, json({}))
export const compareConfigurations = (id?: string) =>
  request<Together>('GET', `${root}${id === undefined ? '' : `/${id}`}/together`)

/** The unsaved text of a window, and the version it began from. */
export async function readDraft(id: string, window: string): Promise<{ base: number; text: string }> {
  const { bytes, headers } = await read(`${root}/${id}/drafts/${window}`)
  const { base } = JSON.parse(headers.get(LABEL) ?? '{}') as { base?: number }
  if (base === undefined) {
    throw new RequestFailed(0, { code: 'no-version', message: NO_VERSION })
  }
  return { base, text: new TextDecoder().decode(bytes) }
}

export const saveDraft = (id: string, window: string, base: number, text: string) => {
  const bytes = draftBytes(text)
  const keepalive = bytes.length < KEPT_ALIVE
  return request<void>('PUT', `${root}/${id}/drafts/${window}`, { ...file(bytes, { base }), keepalive })
}
export const discardDraft = (id: string, window: string) =>
  request<void>('DELETE', `${root}/${id}/drafts/${window}`)
export const listReports = (id: string) => request<KeptReportList>('GET', `${root}/${id}/reports`)
export const keepReport = (id: string, report: TestReport) =>
  request<{ id: string }>('POST', `${root}/${id}/reports`, json(report))
export const dropReport = (id: string, report: string) =>
  request<void>('DELETE', `${root}/${id}/reports/${report}`)

const tagOf = (version: number) => `"${version}"`

/** A draft is never without content; an empty text and an empty line are refused alike. */
const draftBytes = (text: string) => new TextEncoder().encode(text || '\n')

/** Whether a draft is short enough to be sent on when its page is closed. */
export const outlivesPage = (text: string) => text.length < KEPT_ALIVE && draftBytes(text).length < KEPT_ALIVE
