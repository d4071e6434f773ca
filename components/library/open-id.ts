const OPEN = /^\/configurations\/([\da-f-]{36})(?:\/|$)/

/** The id of the configuration that the page is about, by its path; undefined on other pages. */
export const openId = (pathname: string): string | undefined => OPEN.exec(pathname)?.[1]
