import type {
  Configuration,
  ConfigurationItem,
  ConfigurationList,
  Draft,
  KeptReportList,
  Summary,
  Together,
} from '@/lib/api/configurations'
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

async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
  mayOutlivePage = false,
): Promise<T> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(text === undefined ? {} : { body: text, keepalive: mayOutlivePage && text.length < KEPT_ALIVE }),
    })
  } catch (cause) {
    throw new RequestFailed(0, null, { cause })
  }
  if (!response.ok) {
    throw new RequestFailed(response.status, await response.json().catch(() => null))
  }
  return response.status === 204 ? (undefined as T) : response.json()
}

const root = '/api/configurations'

export const listConfigurations = () => request<ConfigurationList>('GET', root)
export const readConfiguration = (id: string) => request<Configuration>('GET', `${root}/${id}`)
export const createConfiguration = (name: string, content: Uint8Array, summary: Summary) =>
  request<ConfigurationItem>('POST', root, { name, content: toBase64(content), summary })
export const saveConfiguration = (id: string, base: number, content: Uint8Array, summary: Summary) =>
  request<ConfigurationItem>(
    'PUT',
    `${root}/${id}`,
    { content: toBase64(content), summary },
    { 'If-Match': `"${base}"` },
  )
export const renameConfiguration = (id: string, name: string) =>
  request<ConfigurationItem>('PATCH', `${root}/${id}`, { name })
export const removeConfiguration = (id: string) => request<void>('DELETE', `${root}/${id}`)
export const restoreConfiguration = (id: string) =>
  request<ConfigurationItem>('POST', `${root}/${id}/restore`, {})
export const compareConfigurations = (id?: string) =>
  request<Together>('GET', `${root}${id === undefined ? '' : `/${id}`}/together`)
export const readDraft = (id: string, window: string) =>
  request<Draft>('GET', `${root}/${id}/drafts/${window}`)
export const saveDraft = (id: string, window: string, base: number, text: string) =>
  request<void>('PUT', `${root}/${id}/drafts/${window}`, draftBody(base, text), undefined, true)
export const discardDraft = (id: string, window: string) =>
  request<void>('DELETE', `${root}/${id}/drafts/${window}`)
export const listReports = (id: string) => request<KeptReportList>('GET', `${root}/${id}/reports`)
export const keepReport = (id: string, report: TestReport) =>
  request<{ id: string }>('POST', `${root}/${id}/reports`, report)
export const dropReport = (id: string, report: string) =>
  request<void>('DELETE', `${root}/${id}/reports/${report}`)

/** A draft is never without content; an empty text and an empty line are refused alike. */
const draftBody = (base: number, text: string) => ({
  base,
  content: toBase64(new TextEncoder().encode(text || '\n')),
})

/** Whether a draft is short enough to be sent on when its page is closed. */
export const outlivesPage = (text: string) =>
  text.length < KEPT_ALIVE && JSON.stringify(draftBody(1, text)).length < KEPT_ALIVE - 20

const CHUNK = 0x2000

/** Base64 of bytes of any length. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) {
    // To spread the bytes instead takes fifty times as long, and megabytes hold the page up.
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[])
  }
  return btoa(text)
}

/** Bytes of Base64 text. */
export function fromBase64(text: string): Uint8Array {
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = characters.charCodeAt(at)
  }
  return bytes
}
