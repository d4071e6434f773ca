import type { Metadata } from 'next'
import { DeletedPage } from '@/components/library/deleted-page'

export const metadata: Metadata = { title: 'Deleted configurations' }

export default function DeletedConfigurationsPage() {
  return <DeletedPage />
}
