import { CopyButton } from '@/components/ui/copy-button'

/** A fragment of a property list, to read and to copy. `name` says for assistive technology which key it shows. */
export function XmlExample({ xml, name }: { xml: string; name: string }) {
  return (
    <figure className="reference-example min-w-0 self-start rounded-lg">
      <figcaption className="px-3 pt-2.5 text-xs text-ink-2">Example</figcaption>
      <pre className="px-3 pt-1.5 pb-3 font-mono text-xs leading-[1.6] [overflow-wrap:break-word] whitespace-pre-wrap">
        <code className="xml-tag">
          {xml.split('\n').map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fixed text never move
            <Line key={at} line={line} />
          ))}
        </code>
      </pre>
      <div className="needs-script no-print absolute top-1 right-1">
        <CopyButton text={xml} label={`Copy the example of ${name}`} />
      </div>
    </figure>
  )
}

/** A line that is too long goes on below its own beginning, not at the left edge. */
function Line({ line }: { line: string }) {
  const text = line.trimStart()
  const depth = line.length - text.length
  return (
    <span className="reference-xml-line" data-depth={depth}>
      {highlighted(text)}
      {'\n'}
    </span>
  )
}

/** Tags stand back; names of keys and values stand out, and a long line breaks beside them rather than in a tag. */
function highlighted(line: string) {
  const [, opening = line, text = '', closing = ''] = /^(<[^>]+>)([^<]+)(<.+)$/.exec(line) ?? []
  return (
    <>
      {opening}
      {text !== '' && (
        <>
          <wbr />
          <span className={opening === '<key>' ? 'xml-key' : 'xml-text'}>{text}</span>
          <wbr />
        </>
      )}
      {closing}
    </>
  )
}
