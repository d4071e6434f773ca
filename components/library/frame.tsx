'use client'
import { Menu as MenuIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { ConnectionBanner } from '@/components/connection/connection-banner'
import { useHeldPage } from '@/components/connection/leaving'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Mark } from '@/components/ui/mark'
import { LibraryDialogs } from './library-dialogs'
import { Sidebar } from './sidebar'

const OpenMenuContext = createContext<() => void>(() => {})

/** Opens the list of configurations where it is not in view. */
export function MenuButton() {
  const openMenu = useContext(OpenMenuContext)
  return (
    <Button look="ghost" size="icon" className="sheet:hidden" aria-label="Configurations" onClick={openMenu}>
      <MenuIcon aria-hidden size={17} />
    </Button>
  )
}

/** The window: configurations at the left, what is open beside them. Below 700 px the list becomes a sheet. */
export function Frame({ children }: { children: ReactNode }) {
  const [menu, setMenu] = useState(false)
  const pathname = usePathname()
  useHeldPage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the sheet
  useEffect(() => setMenu(false), [pathname])
  return (
    <LibraryDialogs>
      <OpenMenuContext value={() => setMenu(true)}>
        <div className="flex h-dvh min-h-0 flex-col print:block print:h-auto">
          <ConnectionBanner />
          <div className="flex min-h-0 flex-1 print:block">
            <aside
              aria-label="Library"
              className="no-print isolate hidden w-[236px] shrink-0 flex-col border-r border-line sheet:flex"
            >
              <Brand />
              <div className="min-h-0 flex-1">
                <Sidebar />
              </div>
            </aside>
            <div className="min-w-0 flex-1">{children}</div>
          </div>
        </div>
        <Dialog open={menu} onClose={() => setMenu(false)} title="Configurations" place="left" flush>
          <Sidebar />
        </Dialog>
      </OpenMenuContext>
    </LibraryDialogs>
  )
}

function Brand() {
  return (
    <div className="flex h-[50px] shrink-0 items-center border-b border-line bg-panel px-4">
      <Link href="/" className="flex items-center gap-2.5 rounded text-sm font-semibold">
        <Mark />
        Latchkey
      </Link>
    </div>
  )
}
