import { encodeBase64 } from '../base64'
import type { PlistPath, PlistValue } from '../value'
import { partsOf } from './layout'
import type { Span } from './tree'
import { renderXml } from './writer'

/**
 * The element at `span` with the text of another value of the same type: its tags, and the layout of base64 lines,
 * stay as they are. Undefined when the element cannot be kept, because the type differs.
 */
export function scalarText(text: string, span: Span, after: PlistValue, path: PlistPath): string | undefined {
  const { open, inner, close } = partsOf(text, span)
  const type = /^<([\w.:-]+)/.exec(open)?.[1]
  if (after.type === 'dict' || after.type === 'array' || type !== after.type) {
    return undefined
  }
  const tag = close === '' ? open.replace(/\s*\/>$/, '>') : open
  return tag + content(inner, after, path) + (close || `</${type}>`)
}

function content(inner: string, after: PlistValue, path: PlistPath): string {
  if (after.type === 'data') {
    return relaid(inner, encodeBase64(after.value))
  }
  const element = renderXml(after, { newline: '', indent: '', unit: '' }, path)
  const escaped = element.slice(element.indexOf('>') + 1, element.lastIndexOf('</'))
  const section = inner.startsWith('<![CDATA[') && inner.indexOf(']]>') === inner.length - 3
  const fits = after.type === 'string' && !after.value.includes(']]>') && !after.value.includes('\r')
  return section && fits ? `<![CDATA[${after.value}]]>` : escaped
}

/** Lines of base64 are made no shorter than this when there was only one, which may have been short. */
const LINE_LENGTH = 52

/** Base64 in lines as long, and indented as far, as those it replaces. */
function relaid(inner: string, base64: string): string {
  const lines = inner.trim().split(/\s*[\r\n]\s*/)
  const lead = /^\s*/.exec(inner)?.[0] ?? ''
  const tail = lead === inner ? '' : (/\s*$/.exec(inner)?.[0] ?? '')
  const between = /\S(\s*[\r\n]\s*)\S/.exec(inner)?.[1] ?? lead
  if (!/[\r\n]/.test(between)) {
    return lead + base64 + tail
  }
  const first = lines[0]?.length ?? 0
  const width = lines.length > 1 ? first : Math.max(first, LINE_LENGTH)
  return lead + (base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(between) + tail
}
