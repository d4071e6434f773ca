import { useLayoutEffect } from 'react'

/**
 * Names the document, for as long as the page is there. The framework writes the title of a page that somebody went to, which
 * may come after the page itself; null leaves that one.
 */
export function useTitle(title: string | null): void {
  useLayoutEffect(() => {
    if (title === null) {
      return
    }
    const { pathname } = window.location
    const write = () => {
      if (document.title !== title && window.location.pathname === pathname) {
        document.title = title
      }
    }
    write()
    const observer = new MutationObserver(write)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [title])
}
