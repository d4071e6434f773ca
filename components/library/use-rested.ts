'use client'
import { useEffect, useState } from 'react'

/** A value as it was when it last rested for so many milliseconds: what is typed is not asked for letter by letter. */
export function useRested<T>(value: T, pause = 150): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return rested
}
