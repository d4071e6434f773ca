'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { keepFocus } from '@/components/ui/keep-focus'
import { Sign } from '@/components/ui/sign'
import { useUnfold } from '@/components/ui/use-unfold'
import type { Together, TogetherIssue, TogetherKind } from '@/lib/api/configurations'
import { counted } from '@/lib/schema/words'
import { useLatest } from './refresh'
import { request, root } from './requests'
import { useDismissed } from './together-memory'
import { kindInWords } from './together-words'

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

/**
 * What configurations of the library do to each other, a line for each kind, and which are not looked at. Nothing while there is
 * nothing to say: it is advice, and most configurations have no part in it.
 */
export function InTheLibrary({ id }: { id?: string }) {
  const { data, error, refetch } = useTogether(id)
  const { isDismissed, dismiss, showAll } = useDismissed()
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
  const kinds = data?.kinds ?? []
  const shown = kinds.filter((each) => !isDismissed(each))
  const hidden = kinds.length - shown.length
  const beyond = data?.beyond ?? 0
  return kinds.length === 0 && beyond === 0 ? null : (
    <Frame>
      {shown.map((each) => (
        <Kind
          key={each.kind}
          of={each}
          issues={data?.issues.filter(({ kind }) => kind === each.kind) ?? []}
          id={id}
          onDismiss={() => dismiss(each)}
        />
      ))}
      {hidden > 0 && (
        <p className="text-ink-2">
          {counted(hidden, 'kind of remarks', 'kinds of remarks')} hidden in this browser.{' '}
          <Button look="link" onClick={({ currentTarget }) => keepFocus(currentTarget, showAll)}>
            Show again
          </Button>
        </p>
      )}
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

type KindProps = {
  of: TogetherKind
  /** The first ones. */
  issues: readonly TogetherIssue[]
  id: string | undefined
  onDismiss: () => void
}

/** All remarks of a kind: a single one as it is, several in one sentence that unfolds. */
function Kind({ of, issues, id, onDismiss }: KindProps) {
  const { open, id: list, button } = useUnfold()
  const [only] = of.count === 1 ? issues : []
  const rows = issues.map((issue) => (
    <Row key={`${issue.configuration.id} ${issue.other.id} ${issue.message}`} issue={issue} id={id} />
  ))
  return (
    <div className="flex gap-2.5">
      <Sign of="advice" className="mt-0.5" />
      <div className="min-w-0 flex-1">
        {only ? rows : <p className="break-words">{kindInWords(of)}</p>}
        <p className="flex flex-wrap gap-x-4">
          {!only && (
            <Button look="link" {...button}>
              {open ? 'Fold' : `Show ${counted(of.count, 'remark')}`}
            </Button>
          )}
          <Button look="link" onClick={({ currentTarget }) => keepFocus(currentTarget, onDismiss)}>
            Hide in this browser
          </Button>
        </p>
        {open && (
          <div id={list} className="mt-2 space-y-3 border-l border-line pl-3">
            {rows}
            {of.count > issues.length && (
              <p className="text-ink-2">
                And {counted(of.count - issues.length, 'more remark')} of this kind.
              </p>
            )}
          </div>
        )}
      </div>
    </div>
  )
}

function Row({ issue, id }: { issue: TogetherIssue; id: string | undefined }) {
  const { configuration, other, message } = issue
  return (
    <div>
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
  )
}
