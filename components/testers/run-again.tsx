'use client'
import { RotateCw } from 'lucide-react'
import { createContext, useContext } from 'react'
import { Button } from '@/components/ui/button'

/** Id of the form of the test that is on the screen; null: what is shown belongs to no run that could be made again. */
const FormOfRun = createContext<string | null>(null)

/** What runs a test, for everything of its result that may ask for another run. */
export const RunAgainProvider = FormOfRun.Provider

const WORDS = 'Fixed: run again'

/**
 * Stands for a repair that has been made since the test, and runs the test again with its form: what the test would say now is not
 * known. Beside a kept report it is a word only.
 */
export function FixedRunAgain({ look }: { look: 'primary' | 'mark' }) {
  const form = useContext(FormOfRun)
  if (form === null) {
    return <span className={`${mark} bg-good-soft text-good`}>{WORDS}</span>
  }
  return look === 'primary' ? (
    <Button look="primary" type="submit" form={form}>
      <RotateCw aria-hidden size={14} />
      {WORDS}
    </Button>
  ) : (
    <button
      type="submit"
      form={form}
      className={`${mark} touch cursor-pointer bg-good-soft text-good hover:underline`}
    >
      {WORDS}
    </button>
  )
}

const mark = 'inline-flex min-h-6 items-center gap-1 rounded-md px-2 text-xs font-semibold whitespace-nowrap'
