const DAY_MS = 86_400_000

// Made once: making one takes longer than all else that a row of a list does.
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** "today 09:41", "18 Nov", "3 Nov 2025": as short as it stays clear. Local time. */
export function shortDate(date: Date, now = new Date()): string {
  if (date.toDateString() === now.toDateString()) {
    return `today ${time.format(date)}`
  }
  return (date.getFullYear() === now.getFullYear() ? dayOfYear : day).format(date)
}

/** "18 November 2026, 09:41": the full form, for hovering. Local time. */
export function fullDate(date: Date): string {
  return full.format(date)
}

/** "18 November 2026". UTC, as the dates in property lists are. */
export function longDate(date: Date): string {
  return long.format(date)
}

/** "in 12 days", "3 days ago", "today". */
export function inDays(date: Date, now = new Date()): string {
  return relative.format(Math.round((date.getTime() - now.getTime()) / DAY_MS), 'day')
}
