import { CopyButton } from '@/components/ui/copy-button'

/** A fragment of a property list, to read and to copy. `name` says for assistive technology which key it shows. */
export function XmlExample({ xml, name }: { xml: string; name: string }) {
  return (
    <figure className="reference-example relative min-w-0 self-start rounded-lg bg-sunken">
      <figcaption className="px-3 pt-2.5 text-xs text-ink-2">Example</figcaption>
      <pre className="px-3 pt-1.5 pb-3 font-mono text-xs leading-[1.6] [overflow-wrap:anywhere] [tab-size:2] whitespace-pre-wrap">
        <code>{highlighted(xml)}</code>
      </pre>
      <div className="needs-script no-print absolute top-1 right-1">
        <CopyButton text={xml} label={`Copy the example of ${name}`} />
      </div>
    </figure>
  )
}

/** Tags stand back; names of keys and values stand out. */
function highlighted(xml: string) {
  const parts = xml.split(/(<[^>]+>)/)
  return parts.map((part, at) => {
    const look = part.startsWith('<') ? 'xml-tag' : parts[at - 1] === '<key>' ? 'xml-key' : 'xml-text'
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never move
      <span key={at} className={look}>
        {part}
      </span>
    )
  })
}
