/** A value as JSON. What would act on a terminal or end a line there is escaped, as JSON allows in every text. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  /** A host that is known to be one, or a placeholder. */
  readonly host: string
  readonly path: string
  /** What stands in the header Authorization, with a placeholder for the credential: "Bearer <access-token>". */
  readonly authorization?: string
  readonly headers?: readonly string[]
  /** What is sent as JSON; absent: the request has no body. */
  readonly body?: unknown
}

/** A request as it goes over the wire (RFC 9112, section 2.1), with line feeds alone. */
export function httpRequest({ method, host, path, authorization, headers = [], body }: HttpRequest): string {
  const sent = body === undefined ? [] : ['Content-Type: application/json']
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: ${authorization ?? 'Bearer <access-token>'}`,
    ...headers,
    ...sent,
  ]
  return `${head.join('\n')}\n\n${body === undefined ? '' : json(body)}`
}

/**
 * A text as one argument of a POSIX shell, whatever it holds: single quotes keep everything but themselves. Control
 * characters but for line feed and tab are left out, because they would act on the terminal it is pasted into.
 */
export function shellQuoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
  return `'${plain.replaceAll("'", "'\\''")}'`
}

/**
 * A command that writes a value as JSON into a file. No line of it can be the end mark, because each begins with a bracket,
 * a brace or a space; "!" is escaped for shells that look commands up by it even here.
 */
export function jsonFile(name: string, value: unknown): string {
  return `cat > ${shellQuoted(name)} <<'JSON'\n${json(value).replaceAll('!', '\\u0021')}\nJSON`
}

/** Commands that end with the first one that fails, without closing the terminal they are pasted into. */
export function shellScript(...commands: readonly string[]): string {
  return `(\nset -e\n${commands.join('\n')}\n)`
}
