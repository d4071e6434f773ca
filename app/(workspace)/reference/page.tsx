import type { Metadata } from 'next'
import { IndexPage } from '@/components/reference/index-page'
import { type Parameters, queryOf } from '@/components/reference/query-of'

export const metadata: Metadata = { title: 'Key reference' }

export default async function ReferenceIndexPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  return <IndexPage query={queryOf(await searchParams)} />
}
