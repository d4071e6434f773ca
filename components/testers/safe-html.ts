/** A piece of HTML in which everything that came from elsewhere is text. */
export class SafeHtml {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | SafeHtml | readonly SafeHtml[] | null | undefined | false

/** HTML from a template: what is put in is text, unless it is HTML that was made the same way; null and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): SafeHtml {
  return new SafeHtml(strings.reduce((text, string, index) => text + asHtml(parts[index - 1]) + string))
}

function asHtml(part: Part): string {
  if (part === null || part === undefined || part === false) {
    return ''
  }
  if (part instanceof SafeHtml) {
    return part.text
  }
  return typeof part === 'object'
    ? part.map(({ text }) => text).join('')
    : String(part).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
