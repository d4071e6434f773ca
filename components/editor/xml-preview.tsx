'use client'
import { useEffect, useRef, useState } from 'react'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { PreviewText } from './preview-text'
import { XmlLines } from './xml-lines'

/** The profile as XML while it is edited, with the key in hand marked. Follows every key press outside React's render. */
export function XmlPreview() {
  const { profile } = useOpenProfile()
  const host = useRef<HTMLDivElement>(null)
  const [secrets, setSecrets] = useState(false)
  const [laidOut, setLaidOut] = useState(false)
  useEffect(() => {
    if (!host.current) {
      return
    }
    const view = new XmlLines(host.current)
    const text = new PreviewText()
    const show = () => {
      const preview = text.of(profile, secrets)
      view.show(preview.lines)
      view.mark(preview.marked, true)
      setLaidOut(preview.laidOut)
    }
    show()
    // With the frame that shows the key press: earlier, the page would be laid out twice.
    let frame = 0
    const unsubscribe = profile.subscribe(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(show)
    })
    return () => {
      unsubscribe()
      cancelAnimationFrame(frame)
      view.end()
    }
  }, [profile, secrets])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center justify-between gap-2 border-b border-line py-1 pr-2 pl-4 text-xs text-ink-2">
        <span>
          {laidOut ? 'Laid out for reading; the file keeps its long lines.' : 'As it will be exported.'}
        </span>
        <span className="flex items-center">
          <Button look="ghost" size="small" aria-pressed={secrets} onClick={() => setSecrets(!secrets)}>
            {secrets ? 'Mask secrets' : 'Show secrets'}
          </Button>
          <CopyButton text={() => profile.text} label="Copy the XML" />
        </span>
      </div>
      <section
        aria-label="XML of the profile"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-auto bg-panel py-3 contain-strict focus-visible:-outline-offset-2"
      >
        <div ref={host} className="min-w-full font-mono text-[11.5px] leading-[18px]" />
      </section>
    </div>
  )
}
