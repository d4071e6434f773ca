'use client'
import { useCallback, useState } from 'react'
import type { TestSpot } from '@/components/testers/test-spot'
import type { TestKind } from '@/lib/api/report'
import { type Address, NO_SPOT } from './address'

/** Which test is open, and what of it has an address. The tests that were left stay where they are. */
export function useTestPlace(start: Address) {
  const [test, setTest] = useState<TestKind | null>(start.test)
  const [lastTest, setLastTest] = useState<TestKind>(start.test ?? 'discovery')
  const [spot, setSpot] = useState<TestSpot>(start)
  const changeSpot = useCallback(
    (part: Partial<TestSpot>) => setSpot((before) => ({ ...before, ...part })),
    [],
  )
  /** Another kind has its own runs and reports. */
  const showTest = useCallback(
    (kind: TestKind | null) => {
      setTest(kind)
      if (kind !== null && kind !== lastTest) {
        setLastTest(kind)
        setSpot(NO_SPOT)
      }
    },
    [lastTest],
  )
  const arriveAtTest = useCallback((address: Address) => {
    setTest(address.test)
    if (address.test !== null) {
      setLastTest(address.test)
      setSpot(address)
    }
  }, [])
  const leaveTest = useCallback(() => setTest(null), [])
  return { test, lastTest, spot, changeSpot, showTest, arriveAtTest, leaveTest }
}
