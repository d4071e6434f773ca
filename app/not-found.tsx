import type { Metadata } from 'next'
import Link from 'next/link'

export const metadata: Metadata = { title: 'Page not found' }

export default function NotFoundPage() {
  return (
    <main id="content" tabIndex={-1} className="mx-auto flex min-h-dvh max-w-md flex-col p-6 outline-none">
      <div className="m-auto w-full">
        <h1 className="text-lg font-semibold">There is no page at this address</h1>
        <p className="mt-1 text-ink-2">
          The address may be mistyped, or what it showed was deleted. Your configurations are in the library.
        </p>
        <p className="mt-5 flex flex-wrap gap-x-5 gap-y-2">
          <Link href="/" className="rounded font-semibold text-accent underline underline-offset-2">
            Open the library
          </Link>
          <Link href="/reference" className="rounded font-semibold text-accent underline underline-offset-2">
            Key reference
          </Link>
        </p>
      </div>
    </main>
  )
}
