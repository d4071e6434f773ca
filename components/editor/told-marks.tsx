'use client'
import { useEffect } from 'react'
import { tellMarks } from '@/components/library/open-marks'
import { useIssues } from '@/components/open-profile/open-profile'

/** Tells the list the issues of the open configuration, unsaved changes and all, once they are known. */
export function ToldMarks({ id }: { id: string }) {
  const issues = useIssues()
  useEffect(() => {
    if (issues !== null) {
      const errors = issues.filter(({ severity }) => severity === 'error').length
      tellMarks({ id, errors, advice: issues.length - errors })
    }
  }, [id, issues])
  useEffect(() => () => tellMarks(null), [])
  return null
}
