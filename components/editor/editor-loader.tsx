'use client'
import Link from 'next/link'
import { useEffect } from 'react'
import { MenuButton } from '@/components/library/frame'
import { RequestFailed } from '@/components/library/requests'
import { Button } from '@/components/ui/button'
import { Editor } from './editor'
import { useOpening } from './opened'

/** Reads a configuration and opens it in the editor; says so when there is none. */
export function EditorLoader({ id }: { id: string }) {
  const { data, error, refetch, name, newest } = useOpening(id)
  useEffect(() => {
    // An open editor names its place too.
    if (name && !data) {
      document.title = `${name} · Latchkey`
    }
  }, [name, data])
  // An open editor stays, whatever a later request says: it holds text.
  if (error && !data) {
    const missing = error instanceof RequestFailed && error.status === 404
    return (
      <main id="content" className="flex h-full flex-col p-3">
        <MenuButton />
        <div role="alert" className="m-auto max-w-sm space-y-3 text-center">
          <h1 className="text-[15px] font-semibold">
            {missing ? 'This configuration is not here' : 'The configuration cannot be opened'}
          </h1>
          <p className="text-ink-2">
            {missing ? 'It may have been deleted, or the address is not complete.' : error.message}
          </p>
          <p className="space-x-3">
            {!missing && <Button onClick={() => void refetch()}>Try again</Button>}
            <Link href="/" className="font-semibold text-accent underline">
              All configurations
            </Link>
          </p>
        </div>
      </main>
    )
  }
  return data && name ? (
    <Editor {...data} name={name} newest={newest} />
  ) : (
    <main id="content" className="p-6">
      <p role="status" className="text-ink-2">
        Opening the configuration…
      </p>
    </main>
  )
}
