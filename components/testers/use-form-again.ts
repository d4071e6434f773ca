import { useEffect, useEffectEvent } from 'react'
import type { Test } from './run-form'

/** Fills the form of a test with the values of a run that another page has started, once they are there. */
export function useFormAgain({ ran }: Test, fill: (form: Readonly<Record<string, string>>) => void): void {
  const form = ran?.form ?? null
  const again = useEffectEvent(fill)
  useEffect(() => {
    if (form !== null) {
      again(form)
    }
  }, [form])
}
