import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import themeColors from '@/components/ui/theme-colors.json'
import { Providers } from './providers'

/** The nonce of the content security policy is made per request, so no page may be rendered ahead of time. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Latchkey', template: '%s · Latchkey' },
  description: 'Author, check and export Jamf Connect configuration profiles.',
  robots: { index: false },
  icons: {
    icon: [
      // Without a size, Chromium takes it in place of the SVG.
      { url: '/favicon.ico', sizes: '32x32' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
  },
}

/** The browser's bar has the color of the page's own, in the theme that was chosen or else in the system's. */
export async function generateViewport(): Promise<Viewport> {
  const chosen = await chosenTheme()
  return {
    width: 'device-width',
    initialScale: 1,
    themeColor: (['light', 'dark'] as const).map((theme) => ({
      media: `(prefers-color-scheme: ${theme})`,
      color: themeColors[chosen ?? theme],
    })),
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" data-theme={await chosenTheme()}>
      <head>
        {/* A proxy in front that asks who is there sees its cookie with this request too. */}
        <link rel="manifest" href="/manifest.webmanifest" crossOrigin="use-credentials" />
      </head>
      <body>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-accent-ink"
        >
          Skip to the content
        </a>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}

/** What the switch has kept, or undefined where the system's theme applies. */
async function chosenTheme(): Promise<'light' | 'dark' | undefined> {
  const theme = (await cookies()).get('theme')?.value
  return theme === 'light' || theme === 'dark' ? theme : undefined
}
