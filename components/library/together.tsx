'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Sign } from '@/components/ui/sign'
import type { Together, TogetherIssue } from '@/lib/api/configurations'
import { counted } from '@/lib/schema/words'
import { useLatest } from './refresh'
import { request, root } from './requests'

const compareConfigurations = (id?: string) =>
  request<Together>('GET', `${root}${id === undefined ? '' : `/${id}`}/together`)

/** What the stored configurations do to each other; with `id`, what concerns that one. Asked again while the server reads. */
function useTogether(id: string | undefined) {
  const { dataUpdatedAt } = useLatest()
  return useQuery({
    // A key of its own, so that nothing that waits for the list waits for this too.
    queryKey: ['together', id ?? '', dataUpdatedAt],
    queryFn: () => compareConfigurations(id),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? 1000 : false),
  })
}

/** A few on the first page; all beside one configuration, where there are few. */
const FEW = 4

/**
 * What configurations of the library do to each other, each with links to the others, and which are not looked at. Nothing while
 * there is nothing to say: it is advice, and most configurations have no part in it.
 */
export function InTheLibrary({ id }: { id?: string }) {
  const { data, error, refetch } = useTogether(id)
  if (error && !data) {
    return (
      <Frame>
        <p className="text-ink-2">The configurations could not be compared. {error.message}</p>
        <Button look="link" onClick={() => void refetch()}>
          Compare again
        </Button>
      </Frame>
    )
  }
  const issues = data?.issues ?? []
  const shown = id === undefined ? issues.slice(0, FEW) : issues
  const hidden = issues.length - shown.length + (data?.more ?? 0)
  const beyond = data?.beyond ?? 0
  return shown.length === 0 && beyond === 0 ? null : (
    <Frame>
      {shown.map((issue) => (
        <Row key={`${issue.rule} ${issue.configuration.id} ${issue.message}`} issue={issue} id={id} />
      ))}
      {hidden > 0 && <p className="text-ink-2">And {counted(hidden, 'more remark')} of this kind.</p>}
      {beyond > 0 && (
        <p className="text-ink-2">
          {id === undefined ? 'Only the configurations changed last are' : 'It is'} compared here
          {id !== undefined && ' with those changed last'}: {counted(beyond, 'other')}{' '}
          {beyond === 1 ? 'is' : 'are'} not looked at.
        </p>
      )}
    </Frame>
  )
}

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <section aria-label="In the library" className="space-y-3">
      <h2 className="text-xs font-semibold text-ink-2">In the library</h2>
      {children}
    </section>
  )
}

function Row({ issue, id }: { issue: TogetherIssue; id: string | undefined }) {
  const { configuration, other, message } = issue
  return (
    <div className="flex gap-2.5">
      <Sign of="advice" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="break-words">
          {configuration.id !== id && <span className="font-medium">“{configuration.name}”: </span>}
          {message}
        </p>
        <p className="flex flex-wrap gap-x-4">
          {[configuration, other]
            .filter((each) => each.id !== id)
            .map((each) => (
              <Link
                key={each.id}
                href={`/configurations/${each.id}`}
                className="inline-block py-0.5 font-semibold break-words text-accent underline pointer-coarse:py-3"
              >
                Open “{each.name}”
              </Link>
            ))}
        </p>
      </div>
    </div>
  )
}
