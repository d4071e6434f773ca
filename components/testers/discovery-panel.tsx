'use client'
import { RunForm, type Test } from './run-form'

/** Reads the discovery document and the signing keys. */
export function DiscoveryPanel({ test }: { test: Test }) {
  return (
    <RunForm
      test={test}
      kind="discovery"
      button="Run the test"
      values={[]}
      onStart={() => void test.run('/api/tests/discovery', {})}
      about={
        <p>
          Reads the discovery document and the signing keys of the identity provider and compares them with
          what this configuration needs. Nobody signs in.
        </p>
      }
    />
  )
}
