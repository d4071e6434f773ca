'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Toaster } from '@/components/ui/toast'

/** Server state and notices for the whole app. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        // The server is on this machine or near it: whether there is an internet says nothing about it.
        defaultOptions: {
          queries: { staleTime: 5_000, retry: 1, networkMode: 'always' },
          mutations: { retry: 0, networkMode: 'always' },
        },
      }),
  )
  return (
    <QueryClientProvider client={client}>
      {children}
      <Toaster />
    </QueryClientProvider>
  )
}
