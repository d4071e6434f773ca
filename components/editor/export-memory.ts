import * as z from 'zod'
import { type ExportForm, exportForm } from './export-choice'

const CHOICES = 'latchkey-exports'
const ORGANIZATION = 'latchkey-organization'
/** Configurations whose choices are kept; those exported last stay. */
const MOST = 100

const kept = z.array(z.strictObject({ id: z.uuid(), choice: exportForm })).max(MOST)

/** How a configuration was exported last in this browser; null when it was not, or the browser keeps nothing. */
export function rememberedChoice(id: string): ExportForm | null {
  return all().find((each) => each.id === id)?.choice ?? null
}

/**
 * Keeps in this browser how a configuration is exported, and who issues its profile, to offer it for another one: no value of its
 * settings, and no decision about credentials.
 */
export function rememberExport(id: string, choice: ExportForm, organization: string): void {
  const { kind, form, files, format } = choice
  const others = all().filter((each) => each.id !== id)
  write(CHOICES, JSON.stringify([{ id, choice: { kind, form, files, format } }, ...others].slice(0, MOST)))
  if (organization !== '') {
    write(ORGANIZATION, organization)
  }
}

/** The organization of the profile that was exported last in this browser; empty when none is known. */
export const rememberedOrganization = (): string => read(ORGANIZATION)?.slice(0, 200) ?? ''

function all(): z.infer<typeof kept> {
  try {
    return kept.parse(JSON.parse(read(CHOICES) ?? '[]'))
  } catch {
    return []
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function write(name: string, text: string): void {
  try {
    localStorage.setItem(name, text)
  } catch {
    // Without storage the choice holds until the dialog is closed.
  }
}
