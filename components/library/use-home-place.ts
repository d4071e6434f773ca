'use client'
import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'
import { putAddress } from '@/components/ui/put-address'
import { firstOrder, LISTED, type ListOrder, type ListSort, listSorts } from '@/lib/api/list-order'
import { asked } from './queries'

/** What the table shows: words, order and page, from 1. */
export type HomePlace = {
  readonly find: string
  readonly sort: ListSort
  readonly order: ListOrder
  readonly page: number
}

/** The place that an address names; what is unknown or broken in it is left out. */
export function homePlaceIn(parameters: Pick<URLSearchParams, 'get'>): HomePlace {
  const sort = listSorts.find((each) => each === parameters.get('sort')) ?? 'changed'
  const order =
    (['asc', 'desc'] as const).find((each) => each === parameters.get('order')) ?? firstOrder[sort]
  const page = parameters.get('page') ?? ''
  return {
    find: (parameters.get('find') ?? '').replace(/\p{Cc}/gu, '').slice(0, 200),
    sort,
    order,
    page: /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  }
}

/** The address of a place; the start has no parameters. */
export function homeAddress({ find, sort, order, page }: HomePlace): string {
  const parameters = new URLSearchParams()
  if (find !== '') {
    parameters.set('find', find)
  }
  if (sort !== 'changed' || order !== firstOrder[sort]) {
    parameters.set('sort', sort)
  }
  if (order !== firstOrder[sort]) {
    parameters.set('order', order)
  }
  if (page > 1) {
    parameters.set('page', String(page))
  }
  return parameters.size === 0 ? '/' : `/?${parameters}`
}

/** What is asked of the server for a place. */
export const homeQuery = ({ page, ...place }: HomePlace) => asked({ ...place, skip: (page - 1) * LISTED })

const placeNow = () => homePlaceIn(new URLSearchParams(window.location.search))

/**
 * The place in the address, and how to go to another: order and page are entries of the history, words replace theirs. The
 * window knows the address first; the framework is heard for links, and may tell of a step back late.
 */
export function useHomePlace() {
  const told = useSearchParams()
  const [place, setPlace] = useState(placeNow)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address, whoever went there
  useEffect(() => {
    const take = () => window.location.pathname === '/' && setPlace(placeNow())
    take()
    window.addEventListener('popstate', take)
    return () => window.removeEventListener('popstate', take)
  }, [told])
  const go = (change: Partial<HomePlace>) => {
    const next = { ...placeNow(), page: 1, ...change }
    putAddress(homeAddress(next), !('find' in change))
    setPlace(next)
  }
  return { place, go }
}
