'use client'
import type { ReactNode } from 'react'
import type { Control } from 'react-hook-form'
import { FormSegments } from '@/components/forms/form-segments'
import { type ExportChoice, fileCounts, formats, kinds, payloadForms } from './export-choice'

type ExportChoicesProps = { readonly choice: ExportChoice; readonly control: Control<ExportChoice> }

/** Which file it is, and how it holds the payloads. */
export function ExportChoices({ choice, control }: ExportChoicesProps) {
  return (
    <div className="space-y-3">
      <Row title="File">
        <FormSegments control={control} name="kind" label="File" segments={kinds} />
      </Row>
      {choice.kind === 'plist' ? (
        <Row
          title="Format"
          help="One file per domain, without payload keys: what Jamf Pro takes under Application & Custom Settings."
        >
          <FormSegments control={control} name="format" label="Format" segments={formats} />
        </Row>
      ) : (
        <>
          <Row title="Payloads" help={payloadForms.find(({ value }) => value === choice.form)?.help}>
            <FormSegments control={control} name="form" label="Payloads" segments={payloadForms} />
          </Row>
          <Row title="Files">
            <FormSegments control={control} name="files" label="Files" segments={fileCounts} />
          </Row>
        </>
      )}
    </div>
  )
}

type RowProps = { readonly title: string; readonly help?: string | undefined; readonly children: ReactNode }

function Row({ title, help, children }: RowProps) {
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[90px_minmax(0,1fr)]">
      <p className="pt-1 font-medium">{title}</p>
      <div>
        {children}
        {help && <p className="mt-1 text-xs text-ink-2">{help}</p>}
      </div>
    </div>
  )
}
