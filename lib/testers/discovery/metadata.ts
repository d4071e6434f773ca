import type { EgressAnswer } from '../../egress/egress'

/** The members of a discovery document that the tests read; what has another type than it should is left out. */
export type Metadata = {
  readonly issuer: string
  readonly authorization_endpoint?: string
  readonly token_endpoint?: string
  readonly jwks_uri?: string
  readonly userinfo_endpoint?: string
  readonly end_session_endpoint?: string
  readonly response_types_supported?: readonly string[]
  readonly response_modes_supported?: readonly string[]
  readonly grant_types_supported?: readonly string[]
  readonly scopes_supported?: readonly string[]
  readonly claims_supported?: readonly string[]
  readonly code_challenge_methods_supported?: readonly string[]
  readonly token_endpoint_auth_methods_supported?: readonly string[]
  readonly id_token_signing_alg_values_supported?: readonly string[]
  readonly authorization_response_iss_parameter_supported?: boolean
  readonly require_signed_request_object?: boolean
  readonly require_pushed_authorization_requests?: boolean
  readonly require_request_uri_registration?: boolean
}

export type EndpointName =
  | 'authorization_endpoint'
  | 'token_endpoint'
  | 'jwks_uri'
  | 'userinfo_endpoint'
  | 'end_session_endpoint'

/** Addresses in a discovery document, the indispensable ones first. */
export const endpointNames: readonly EndpointName[] = [
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'end_session_endpoint',
]

const lists = [
  'response_types_supported',
  'response_modes_supported',
  'grant_types_supported',
  'scopes_supported',
  'claims_supported',
  'code_challenge_methods_supported',
  'token_endpoint_auth_methods_supported',
  'id_token_signing_alg_values_supported',
] as const

const flags = [
  'authorization_response_iss_parameter_supported',
  'require_signed_request_object',
  'require_pushed_authorization_requests',
  'require_request_uri_registration',
] as const

/** The object that the text of an answer is; null when it is not JSON or another value. */
export function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  const value = jsonValue(text)
  return isObject(value) ? value : null
}

/** Whether the text of an answer is JSON, whatever its value. */
export function isJson(text: string): boolean {
  return jsonValue(text) !== undefined
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads the members of a discovery document. `issuer` is '' when the document has none. */
export function readMetadata(document: Readonly<Record<string, unknown>>): Metadata {
  const own = (name: string) => (Object.hasOwn(document, name) ? document[name] : undefined)
  const issuer = own('issuer')
  return {
    issuer: typeof issuer === 'string' ? issuer : '',
    ...Object.fromEntries(endpointNames.flatMap((name) => entry(name, own(name), isText))),
    ...Object.fromEntries(lists.flatMap((name) => entry(name, own(name), isTextList))),
    ...Object.fromEntries(flags.flatMap((name) => entry(name, own(name), isFlag))),
  }
}

/** Whether an answer says, or shows, that it is a web page. */
export function isWebPage(answer: Pick<EgressAnswer, 'headers' | 'text'>): boolean {
  return (
    /html/i.test(answer.headers.get('content-type') ?? '') ||
    /^\s*<(!doctype|html|head|body)/i.test(answer.text().slice(0, 1000))
  )
}

function entry<T>(name: string, value: unknown, is: (value: unknown) => value is T): [string, T][] {
  return is(value) ? [[name, value]] : []
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
