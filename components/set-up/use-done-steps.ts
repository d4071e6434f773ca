'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { tellFailure } from '@/components/connection/tell-failure'
import { json, request, root } from '@/components/library/requests'
import type { DoneSteps, StepName } from '@/lib/api/set-up'

const at = (id: string) => `${root}/${id}/set-up`

/** What a step is told apart by, among those of all guides. */
const nameOf = ({ guide, step }: StepName) => `${guide}#${step}`

type Mark = StepName & { readonly done: boolean }

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
  // A tick is there at once; what the server does not keep goes again.
  const [sent, setSent] = useState<ReadonlyMap<string, boolean>>(new Map())
  const { mutate } = useMutation({
    // One after the other: what was ticked and taken away again must not arrive the other way round.
    scope: { id: at(id) },
    mutationFn: (mark: Mark) => request<void>('PUT', at(id), json(mark)),
    onSuccess: (_, mark) => {
      const asked = client.isFetching({ queryKey }) > 0
      client.setQueryData<DoneSteps>(queryKey, (before) => marked(before, mark))
      // What is on its way may be from before.
      return asked ? client.invalidateQueries({ queryKey }) : undefined
    },
    onError: (error) => tellFailure(error, 'The tick is not kept. '),
    onSettled: (_, __, mark) =>
      setSent(
        (before) =>
          new Map([...before].filter(([name, done]) => name !== nameOf(mark) || done !== mark.done)),
      ),
  })
  const done = new Set(data?.done.map(nameOf))
  return {
    known: data !== undefined,
    isDone: (guide, step) => sent.get(nameOf({ guide, step })) ?? done.has(nameOf({ guide, step })),
    mark: (guide, step, isDone) => {
      setSent((before) => new Map(before).set(nameOf({ guide, step }), isDone))
      mutate({ guide, step, done: isDone })
    },
  }
}

function marked(before: DoneSteps | undefined, { guide, step, done }: Mark): DoneSteps {
  const others = (before?.done ?? []).filter((each) => nameOf(each) !== nameOf({ guide, step }))
  return { done: done ? [...others, { guide, step }] : others }
}
