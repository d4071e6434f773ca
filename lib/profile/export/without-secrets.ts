import { writeDocument } from '../../plist/document'
import { decodeText } from '../../plist/text'
import { valueAt } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { type PlistDocument, readXmlDocument } from '../../plist/xml/document'
import { writeXml } from '../../plist/xml/writer'
import { secretIn } from '../../schema/secret-names'
import { type ProfileSecret, secretsOf, withoutThese } from '../secrets'
import type { ExportSource } from './export-profile'

/** A profile to pass on: what to export, and what was taken out of it. */
export type WithoutSecrets = {
  readonly source: ExportSource
  /** In the order of the file; empty when there was no credential. */
  readonly removed: readonly ProfileSecret[]
  /** Whether the file is written anew, without its comments, because one of them tells a credential. */
  readonly rewritten: boolean
}

/**
 * The profile without the credentials in it. Their keys go with them; everything else stays byte for byte, and without a
 * credential the source comes back as it is. A text that tells one outside its values, such as a setting in a
 * comment, is written anew. What a credential looks like is known for Jamf Connect's keys and a guess, by name and
 * shape, for all others. `fileName` places a bare list.
 */
export function withoutSecrets(source: ExportSource, fileName?: string): WithoutSecrets {
  const removed = secretsOf(source.root, fileName)
  const root = withoutThese(source.root, removed)
  const { document } = source
  if (document.format !== 'xml' || !tellsSecret(document, root, valuesOf(source.root, removed))) {
    return { source: { document, root }, removed, rewritten: false }
  }
  const anew = readXmlDocument(new TextEncoder().encode(writeXml(root)))
  return { source: { document: anew, root: anew.root }, removed, rewritten: true }
}

/** Short texts stand in many places by chance. */
const SHORTEST = 4

function valuesOf(root: PlistValue, removed: readonly ProfileSecret[]): string[] {
  return removed
    .map(({ path }) => valueAt(root, path))
    .flatMap((value) => (value?.type === 'string' && value.value.length >= SHORTEST ? [value.value] : []))
}

/** Whether the text around the values still tells what was taken out, or a credential that a comment holds. */
function tellsSecret(document: PlistDocument, root: PlistValue, values: readonly string[]): boolean {
  const { text } = decodeText(writeDocument(document, root))
  const comments = text.match(/<!--.*?-->|<\?.*?\?>/gs) ?? []
  return comments.some(
    (comment) =>
      values.some((value) => comment.includes(value) || comment.includes(escaped(value))) ||
      holdsSetting(comment),
  )
}

const SETTING = /<key>([^<]*)<\/key>\s*<string>([^<]*)<\/string>/g

function holdsSetting(comment: string): boolean {
  return [...comment.matchAll(SETTING)].some(
    ([, key = '', value = '']) => secretIn(key, { type: 'string', value }) !== null,
  )
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
