import type { Metadata } from 'next'
import { SummaryPage } from '@/components/summary/summary-page'

export const metadata: Metadata = { title: 'Summary' }

export default async function ConfigurationSummaryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <SummaryPage key={id} id={id} />
}
