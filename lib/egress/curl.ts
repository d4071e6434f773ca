import type { Field } from '../api/exchange'
import { percentEncoded } from './percent'

/** What a request sends as its body, as it may be shown. */
export type ShownBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'form'; readonly fields: readonly Field[] }
  | { readonly kind: 'text'; readonly text: string; readonly fields: readonly Field[] }

/**
 * The command that sends the same request from a POSIX shell. Takes values that are redacted already; whatever they
 * hold, each stays one argument. https://curl.se/docs/manpage.html
 */
export function toCurl(method: string, url: string, headers: readonly Field[], body: ShownBody): string {
  const parts = [
    `curl --globoff --request ${method} ${quoted(url)}`,
    ...headers.map(({ name, value }) => `--header ${quoted(`${name}: ${value}`)}`),
    ...bodyParts(body),
  ]
  return parts.join(' \\\n  ')
}

function bodyParts(body: ShownBody): readonly string[] {
  switch (body.kind) {
    case 'none':
      return []
    case 'form':
      // The name is taken as it is up to the first "=" or "@", the value is encoded by curl.
      return body.fields.map(
        ({ name, value }) => `--data-urlencode ${quoted(`${percentEncoded(name)}=${value}`)}`,
      )
    case 'text':
      return [`--data-raw ${quoted(body.text)}`]
  }
}

/** Single quotes keep everything but themselves. Control characters would act on the terminal it is pasted into. */
function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return `'${text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '').replaceAll("'", "'\\''")}'`
}
