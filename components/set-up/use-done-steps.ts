'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { tellFailure } from '@/components/connection/tell-failure'
import { json, request, root } from '@/components/library/requests'
import type { DoneSteps, StepName } from '@/lib/api/set-up'

const at = (id: string) => `${root}/${id}/set-up`

/** What a step is told apart by, among those of all guides. */
const nameOf = ({ guide, step }: StepName) => `${guide}#${step}`

export type Ticks = {
  /** Whether the server has said which steps are done. */
  readonly known: boolean
  readonly isDone: (guide: string, step: string) => boolean
  readonly mark: (guide: string, step: string, done: boolean) => void
}

/** The steps of set-up guides that are done for a configuration, and how to tick one; `wanted` false: nobody asks yet. */
export function useDoneSteps(id: string, wanted = true): Ticks {
  const client = useQueryClient()
  const queryKey = ['set-up-steps', id]
  const { data } = useQuery({
    queryKey,
    queryFn: () => request<DoneSteps>('GET', at(id)),
    enabled: wanted,
    staleTime: 0,
  })
  const { mutate } = useMutation({
    mutationKey: queryKey,
    mutationFn: (mark: StepName & { readonly done: boolean }) => request<void>('PUT', at(id), json(mark)),
    // The tick is there at once; what the server does not take goes again.
    onMutate: async (mark) => {
      await client.cancelQueries({ queryKey })
      client.setQueryData<DoneSteps>(queryKey, (before) => marked(before, mark))
    },
    onError: (error, mark) => {
      client.setQueryData<DoneSteps>(queryKey, (now) => marked(now, { ...mark, done: !mark.done }))
      tellFailure(error, 'The tick is not kept. ')
    },
    // An answer between two ticks would not know the second one.
    onSettled: () =>
      client.isMutating({ mutationKey: queryKey }) === 1 && client.invalidateQueries({ queryKey }),
  })
  const done = new Set(data?.done.map(nameOf))
  return {
    known: data !== undefined,
    isDone: (guide, step) => done.has(nameOf({ guide, step })),
    mark: (guide, step, isDone) => mutate({ guide, step, done: isDone }),
  }
}

function marked(before: DoneSteps | undefined, { guide, step, done }: StepName & { readonly done: boolean }) {
  const others = (before?.done ?? []).filter((each) => nameOf(each) !== nameOf({ guide, step }))
  return { done: done ? [...others, { guide, step }] : others }
}
