'use client'
import { ImageUp } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Segments } from '@/components/ui/segments'
import { type LoginWindow, type LookOf, loginWindow } from '@/lib/products/jamf-connect/login-window'

/** A drawing of the login window as configured. Images are files on the Mac; a local copy can be shown in their place. */
export function LoginWindowDrawing() {
  const [version, setVersion] = useState<LookOf>('from-2.45')
  const drawn = useProfile((profile) => JSON.stringify(loginWindow(profile.settings, version)))
  const shown = useMemo(() => JSON.parse(drawn) as LoginWindow, [drawn])
  const logo = useLocalImage()
  const id = useId()
  return (
    <div className="space-y-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
        <span id={`${id}-version`}>Version of Jamf Connect</span>
        <Segments segments={versions} value={version} onChange={setVersion} labelledBy={`${id}-version`} />
      </div>
      <figure
        aria-label="Drawing of the login window"
        className="relative flex aspect-[16/10] flex-col items-center justify-center overflow-hidden rounded-lg bg-[linear-gradient(150deg,#28323e,#4e6266_60%,#8d8b80)] p-4 text-[11px] text-white"
      >
        <Buttons captions={shown.corner} className="top-2 justify-end" />
        <div className="w-[62%] max-w-60 rounded-lg bg-[#f3f2ef] p-3 text-center text-[#1c1b19] shadow-lift">
          <Logo window={shown} image={logo.url} />
          <Screen window={shown} />
        </div>
        {shown.message && (
          <p className="absolute inset-x-4 bottom-9 text-center break-words">{shown.message}</p>
        )}
        <Buttons captions={shown.edge} className="bottom-2 justify-center" />
      </figure>
      <div className="space-y-1 text-xs text-ink-2">
        {shown.logo && (
          <p className="flex flex-wrap items-center gap-x-2">
            <Button size="small" onClick={logo.choose}>
              <ImageUp aria-hidden size={13} />
              Show an image for the logo
            </Button>
            {logo.input}
            <span>It stays in this browser.</span>
          </p>
        )}
        {shown.background && (
          <p className="break-all">
            Background: <code className="font-mono">{shown.background}</code>
          </p>
        )}
        {shown.remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </div>
    </div>
  )
}

const versions = [
  { value: 'from-2.45', label: '2.45 or later' },
  { value: 'to-2.44', label: 'Up to 2.44' },
] as const

function Buttons({ captions, className }: { captions: readonly string[]; className: string }) {
  return (
    <p className={cn('absolute inset-x-2 flex flex-wrap gap-x-3', className)}>
      {captions.map((caption) => (
        <span key={caption}>{caption}</span>
      ))}
    </p>
  )
}

function Logo({ window, image }: { window: LoginWindow; image: string | null }) {
  if (image) {
    // biome-ignore lint/performance/noImgElement: a picture from the administrator's disk, nothing to optimize
    return <img src={image} alt="Logo" className="mx-auto mb-2 max-h-14 max-w-full" />
  }
  return (
    <p className="mb-2 truncate text-[12px] font-semibold">
      {window.logo ? window.logo.split('/').at(-1) : (window.provider ?? 'macOS')}
    </p>
  )
}

const fields = { web: null, okta: ['Username', 'Password'], local: ['Username', 'Password'] } as const

function Screen({ window }: { window: LoginWindow }) {
  const names = fields[window.screen]
  if (names === null) {
    return (
      <p className="rounded-md border border-dashed border-[#b5b2a9] px-2 py-5">
        Sign-in page of {window.provider}
      </p>
    )
  }
  return names.map((name) => (
    <p
      key={name}
      className="mt-1.5 rounded-md border border-[#b5b2a9] bg-white px-2 py-1 text-left text-[#6a665f]"
    >
      {name}
    </p>
  ))
}

function useLocalImage() {
  const picker = useRef<HTMLInputElement>(null)
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url])
  const input = (
    <input
      ref={picker}
      type="file"
      accept="image/*"
      tabIndex={-1}
      aria-label="Image for the logo"
      className="sr-only"
      onChange={(event) => {
        const file = event.target.files?.[0]
        if (file) {
          setUrl(URL.createObjectURL(file))
        }
      }}
    />
  )
  return { url, input, choose: () => picker.current?.click() }
}
