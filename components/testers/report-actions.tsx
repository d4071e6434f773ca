'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Download, Save } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { saveFile } from '@/components/ui/save-file'
import { notify } from '@/components/ui/toast'
import type { TestReport } from '@/lib/api/report'
import { keptKey } from './kept-reports'
import { reportHtml } from './report-export'
import { keepReport } from './report-requests'

/** What can be done with a finished report, as buttons: keep it with the configuration, or hand it out. */
export function ReportActions({ id, report }: { id: string; report: TestReport }) {
  const client = useQueryClient()
  const keep = useMutation({
    mutationFn: () => keepReport(id, report),
    onSuccess: async () => {
      notify('The report is kept with the configuration.')
      await client.invalidateQueries({ queryKey: keptKey(id) })
    },
    onError: (error) => notify(`The report is not kept. ${error.message}`, { tone: 'error' }),
  })
  const name = `latchkey-${report.kind}-${report.at.slice(0, 10)}`
  const download = (ending: string, mediaType: string, text: string) =>
    saveFile({ fileName: `${name}.${ending}`, mediaType, bytes: new TextEncoder().encode(text) })
  return (
    <>
      <Button look="ghost" disabled={keep.isPending || keep.isSuccess} onClick={() => keep.mutate()}>
        <Save aria-hidden size={14} />
        {keep.isSuccess ? 'Kept' : 'Keep the report'}
      </Button>
      <Button look="ghost" onClick={() => download('html', 'text/html', reportHtml(report))}>
        <Download aria-hidden size={14} />
        HTML
      </Button>
      <Button
        look="ghost"
        onClick={() => download('json', 'application/json', JSON.stringify(report, null, 2))}
      >
        <Download aria-hidden size={14} />
        JSON
      </Button>
    </>
  )
}
