import { Unplug } from 'lucide-react'

/** A browser window that could not open its page, with the whole address selected; the same in words for who cannot see it. */
export function AddressPicture({ address }: { address: string }) {
  return (
    <>
      <p className="sr-only">The address bar of the browser shows {address}</p>
      <div
        aria-hidden
        className="-ml-5 max-w-md overflow-hidden rounded-lg border border-line bg-panel select-none sheet:ml-0"
      >
        <div className="flex items-center gap-2 border-b border-line bg-sunken px-1 py-2 sheet:px-2.5">
          <svg
            aria-hidden
            width="34"
            height="8"
            viewBox="0 0 34 8"
            className="hidden shrink-0 fill-line-strong sheet:block"
          >
            <circle cx="4" cy="4" r="3.5" />
            <circle cx="17" cy="4" r="3.5" />
            <circle cx="30" cy="4" r="3.5" />
          </svg>
          <div className="min-w-0 flex-1 overflow-hidden rounded-full border border-accent bg-panel px-1.5 py-1 font-mono text-[10px] text-ellipsis whitespace-nowrap sheet:px-3 sheet:text-[11px]">
            <span className="bg-accent text-accent-ink">{address}</span>
          </div>
        </div>
        <div className="flex items-center justify-center gap-3 px-4 py-5 text-ink-3">
          <Unplug size={22} />
          <svg aria-hidden width="120" height="18" viewBox="0 0 120 18" className="fill-line">
            <rect width="120" height="7" rx="3.5" />
            <rect y="11" width="76" height="7" rx="3.5" />
          </svg>
        </div>
      </div>
    </>
  )
}
