import type { Metadata } from 'next'
import { HistoryPage } from '@/components/history/history-page'

export const metadata: Metadata = { title: 'History' }

export default async function ConfigurationHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <HistoryPage key={id} id={id} />
}
