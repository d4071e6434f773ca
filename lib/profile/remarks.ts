import type { Edit, Issue } from '../api/issue'
import { valueAt } from '../plist/tree'
import type { PlistPath, PlistValue } from '../plist/value'
import type { XmlSource } from '../plist/xml/patch'
import { type Remark, remarksOf } from '../plist/xml/remarks'
import { counted, quoted } from '../schema/words'

/** What is to be said of how the text of a profile is written, given its tree as it is now: advice, for macOS takes it. */
export function remarkIssues(source: XmlSource, root: PlistValue): Issue[] {
  return remarksOf(source, root).map((remark) => {
    switch (remark.code) {
      case 'duplicate-key':
        return duplicateKey(remark)
      case 'foreign-doctype':
        return foreignDoctype(remark.name)
      default:
        return carriageReturns(remark.paths, root)
    }
  })
}

function foreignDoctype(name: string): Issue {
  return {
    severity: 'advice',
    domain: null,
    path: [],
    rule: 'foreign-doctype',
    message: `The document type names ${quoted(name)}, which is not Apple's definition of property lists. macOS does not read it; other tools may ask that address for it. Use "http://www.apple.com/DTDs/PropertyList-1.0.dtd".`,
  }
}

/** No repair: it would take away what somebody wrote, and which of the values is meant only they know. */
function duplicateKey({ path, lines }: Extract<Remark, { code: 'duplicate-key' }>): Issue {
  const last = lines.at(-1)
  const places =
    new Set(lines).size > 1 ? `in lines ${lines.slice(0, -1).join(', ')} and ${last}` : `in line ${last}`
  return {
    severity: 'advice',
    domain: null,
    path,
    rule: 'duplicate-key',
    message: `The key ${String(path.at(-1))} stands more than once in one dictionary, ${places}. macOS takes the last value; remove the others from the XML.`,
  }
}

function carriageReturns(paths: readonly PlistPath[], root: PlistValue): Issue {
  const [first = []] = paths
  const where = paths.length === 1 ? 'The text' : `${counted(paths.length, 'text')}, the first here,`
  const edits = paths.map((path): Edit => {
    const value = valueAt(root, path)
    const text = value?.type === 'string' ? value.value : ''
    return { domain: null, path, value: { type: 'string', value: text.replaceAll(/\r\n?/g, '\n') } }
  })
  return {
    severity: 'advice',
    domain: null,
    path: first,
    rule: 'carriage-return',
    message: `${where} ${paths.length === 1 ? 'holds' : 'hold'} carriage returns. macOS keeps them; other readers of XML, which an MDM may use, make them line feeds. Write line feeds, so that all read the same.`,
    repair: { title: 'Write line feeds', edits },
  }
}
