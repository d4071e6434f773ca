import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The addresses of the files in public/. Read once: the framework too serves those that it found when it started. */
export function publicFiles(folder: string): ReadonlySet<string> {
  return new Set(readdirSync(join(folder, 'public')).map((name) => `/${name}`))
}
