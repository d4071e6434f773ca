'use client'
import { Button } from '@/components/ui/button'

/** What stands in for a page that cannot be drawn. What went wrong goes to the log of the server, never here. */
export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <main id="content" tabIndex={-1} className="mx-auto flex min-h-dvh max-w-md flex-col p-6 outline-none">
      <div role="alert" className="m-auto w-full">
        <title>Page not shown · Latchkey</title>
        <h1 className="text-lg font-semibold">This page cannot be shown</h1>
        <p className="mt-1 text-ink-2">
          What you saved is safe. Try again; if the page still does not appear, check that the Latchkey server
          is running, then open the library and start from there.
        </p>
        <p className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
          {/* A whole load: whatever is broken in this page does not go along. */}
          <a href="/" className="rounded font-semibold text-accent underline underline-offset-2">
            Open the library
          </a>
        </p>
      </div>
    </main>
  )
}
