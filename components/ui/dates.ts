const DAY_MS = 86_400_000

/** "today 09:41", "18 Nov", "3 Nov 2025": as short as it stays clear. Local time. */
export function shortDate(date: Date, now = new Date()): string {
  if (date.toDateString() === now.toDateString()) {
    return `today ${date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`
  }
  const sameYear = date.getFullYear() === now.getFullYear()
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}

/** "18 November 2026, 09:41": the full form, for hovering. Local time. */
export function fullDate(date: Date): string {
  return date.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
}

/** "18 November 2026". UTC, as the dates in property lists are. */
export function longDate(date: Date): string {
  return date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
}

/** "in 12 days", "3 days ago", "today". */
export function inDays(date: Date, now = new Date()): string {
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
    Math.round((date.getTime() - now.getTime()) / DAY_MS),
    'day',
  )
}
