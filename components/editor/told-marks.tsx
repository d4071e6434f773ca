'use client'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { tellMarks } from '@/components/library/open-marks'
import { refreshPages } from '@/components/library/refresh'
import { json, request, root } from '@/components/library/requests'
import { useIssues, useOpenProfile } from '@/components/open-profile/open-profile'
import type { Configuration, Marks } from '@/lib/api/configurations'
import { countIssues } from '@/lib/api/issue'

/** Tells the list the issues of the open configuration, unsaved changes and all, once they are known. */
export function ToldMarks({ configuration }: { configuration: Configuration }) {
  const { id } = configuration
  const { profile } = useOpenProfile()
  const client = useQueryClient()
  const issues = useIssues()
  const first = useRef(true)
  useEffect(() => {
    if (issues === null) {
      return
    }
    const counts = countIssues(issues)
    tellMarks({ id, ...counts })
    // Text that is not saved is no part of what is stored.
    if (first.current && !profile.dirty && profile.pendingXml === null) {
      void bringUpToDate(client, configuration, counts).catch(() => {})
    }
    first.current = false
  }, [id, issues, profile, client, configuration])
  useEffect(() => () => tellMarks(null), [])
  return null
}

/** Brings what the list says of a configuration that was opened up to date: the rules may be newer than its last save. */
async function bringUpToDate(
  client: QueryClient,
  { id, version, errors, advice }: Configuration,
  now: Pick<Marks, 'errors' | 'advice'>,
): Promise<void> {
  if (now.errors !== errors || now.advice !== advice) {
    await request<void>('PUT', `${root}/${id}/marks`, json({ version, ...now }))
    await refreshPages(client)
  }
}
