'use client'
import { useCallback, useSyncExternalStore } from 'react'
import type { KeyAt } from '@/components/open-profile/found-settings'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { hearTyping } from './hear-typing'
import { type TextCodec, tieText } from './tie-text'

type TextElement = HTMLInputElement | HTMLTextAreaElement

/**
 * Ties an uncontrolled text field to one key: what is typed is written to the profile at once when it is a value; what
 * changes elsewhere (undo, XML, a repair) comes back into the field. Text that is no value, or that the profile has no
 * place for, stays in the field with its error. A key press renders the field only when the error changes.
 */
export function useText({ domain, path }: KeyAt, codec: TextCodec) {
  const { profile, texts } = useOpenProfile()
  const getError = () => texts.at(domain, path)?.error
  const error = useSyncExternalStore(texts.subscribe, getError, getError)
  const ref = useCallback(
    (element: TextElement | null) => {
      if (element === null) {
        return
      }
      const take = (text: string) => {
        const read = codec.read(text)
        if ('error' in read) {
          texts.keep(domain, path, { text, error: read.error })
          return
        }
        profile.set(domain, path, read.value)
        if (profile.refusal === null) {
          texts.drop(domain, path)
        } else {
          texts.keep(domain, path, { text, error: `Not in the profile: ${profile.refusal}` })
        }
      }
      const untie = tieText(element, { profile, texts }, { domain, path }, codec)
      const unhear = hearTyping(element, take)
      return () => {
        unhear()
        untie()
      }
    },
    [profile, texts, domain, path, codec],
  )
  return { field: { ref }, error }
}
