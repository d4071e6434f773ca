'use client'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Segments } from '@/components/ui/segments'
import { setSingleKeys, singleKeys, useMac } from './commands'
import { keysInWords, shortcuts, titles } from './shortcuts'

const choices = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const

/** All shortcuts, and the switch for those of one key. */
export function ShortcutList({ onClose }: { onClose: () => void }) {
  const mac = useMac()
  const [single, setSingle] = useState(singleKeys)
  const commands = [...new Set(shortcuts.map(({ command }) => command))]
  return (
    <Dialog open onClose={onClose} title="Shortcuts">
      <div className="space-y-4">
        <dl className="divide-y divide-line">
          {commands.map((command) => (
            <div key={command} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
              <dt>{titles[command]}</dt>
              <dd className="flex gap-2">
                {shortcuts
                  .filter((each) => each.command === command && !(mac && each.notOnMac))
                  .filter((each) => each.mod || single)
                  .map((each) => (
                    <Keys key={`${each.key}${each.mod}`}>{keysInWords(each, mac)}</Keys>
                  ))}
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-4">
          <div className="min-w-0 flex-1 basis-52">
            <p id="single-keys" className="font-medium">
              Shortcuts of a single key
            </p>
            <p className="text-xs text-ink-2">
              They work outside of text. Turn them off if you speak to your computer. This browser remembers
              it.
            </p>
          </div>
          <Segments
            labelledBy="single-keys"
            segments={choices}
            value={single ? 'on' : 'off'}
            onChange={(value) => {
              setSingleKeys(value === 'on')
              setSingle(value === 'on')
            }}
          />
        </div>
      </div>
    </Dialog>
  )
}

function Keys({ children }: { children: string }) {
  return (
    <kbd className="rounded border border-line bg-sunken px-1.5 py-0.5 font-sans text-xs whitespace-nowrap text-ink-2">
      {children}
    </kbd>
  )
}
