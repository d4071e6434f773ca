'use client'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { tellFailure } from '@/components/connection/tell-failure'
import { listKey, listPage, pagesKey } from './queries'

/** The beginning of the list, the one changed last first. */
export const useLatest = () => useQuery(listPage({}))

/** Reads the pages again, and what is known of single configurations. */
export const refreshList = (client: QueryClient) => client.invalidateQueries({ queryKey: listKey })
/** Reads the pages of the list again. */
export const refreshPages = (client: QueryClient) => client.invalidateQueries({ queryKey: pagesKey })
/** Says what went wrong with something that was asked for. */
export const onError = (error: Error) => tellFailure(error)
