'use client'
import { useForm } from 'react-hook-form'
import { RunForm, type Test } from './run-form'

/** Reads the discovery document and the signing keys. */
export function DiscoveryPanel({ test }: { test: Test }) {
  const { handleSubmit } = useForm()
  return (
    <RunForm
      test={test}
      kind="discovery"
      button="Run the test"
      values={[]}
      submit={({ begin }) =>
        handleSubmit(() => begin((used) => void test.run('/api/tests/discovery', {}, used)))
      }
      about={
        <p>
          Reads the discovery document and the signing keys of the identity provider and compares them with
          what this configuration needs. Nobody signs in.
        </p>
      }
    />
  )
}
