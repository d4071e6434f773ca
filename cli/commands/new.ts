import type { Issue } from '@/lib/api/issue'
import { isVisible, keepsDirection } from '@/lib/api/visible-name'
import type { PlistPath } from '@/lib/plist/value'
import { writeXml } from '@/lib/plist/xml/writer'
import { type Provider, providers } from '@/lib/products/jamf-connect/providers/providers'
import { templates } from '@/lib/products/templates'
import { exportFileName } from '@/lib/profile/export/export-name'
import { inspect } from '@/lib/profile/inspect'
import { findSettings, settingsByDomain } from '@/lib/profile/payloads/shapes'
import { profileFor } from '@/lib/profile/template'
import type { Template } from '@/lib/schema/rules'
import { type Settings, settingAt } from '@/lib/schema/settings'
import { CliError, EXIT, UsageError } from '../cli-error'
import type { Command } from '../command'
import { writeOutput } from '../files/write-output'
import { formNamed } from '../form'
import { suggestionFor } from '../nearest'
import { printable } from '../terminal/colours'
import { type Io, writeLine } from '../terminal/io'
import { applyChanges } from '../values/apply'
import { valuesHelp } from '../values/values-help'

/** Templates that go further than a plain provider. */
const further = templates.filter(({ purpose }) => purpose !== undefined)

/** `latchkey new`: makes a profile for an identity provider. */
export const create: Command = {
  name: 'new',
  usage: '--provider P | --template T [--name N] [--set [DOMAIN:]PATH=VALUE]… [-o OUT]',
  summary: 'Make a profile for an identity provider.',
  details: [
    `P is one of ${providers.map(({ id }) => id).join(', ')}.`,
    `T is one of these. ${further.map(({ id, purpose }) => `${id}: ${purpose}`).join(' ')}`,
    'With a provider, the profile begins with it in the login window and in the menu bar, and with the settings that are the same everywhere; with a template, with what its sentence says. What is still missing is told on standard error, and so are the credentials in the profile and what may keep people out of their Macs. Without -o, the profile goes to standard output.',
    ...valuesHelp,
  ],
  options: {
    provider: { value: 'P', help: 'The identity provider.' },
    template: { value: 'T', help: 'A template, instead of a provider.' },
    name: { value: 'N', help: 'What the profile is called.' },
    organization: { value: 'O', help: 'Who issues it.' },
    form: {
      value: 'FORM',
      help: 'direct (the form of Jamf Connect Configuration) or managed (that of Jamf Pro).',
    },
    set: { value: 'PATH=VALUE', multiple: true, help: 'A setting.' },
    type: { value: 'PATH=TYPE', multiple: true, help: 'Set a key in this type, whatever the manifest says.' },
    output: { short: 'o', value: 'OUT', help: 'Write to this file, or into this folder.' },
  },
  run: async (parsed, io) => {
    if (parsed.operands.length > 0) {
      throw new UsageError('Settings are written with --set: --set PATH=VALUE.')
    }
    const {
      id,
      title,
      purpose,
      toFill = [],
      notes = [],
    } = startFrom(parsed.value('provider'), parsed.value('template'))
    const name = parsed.value('name') ?? (purpose === undefined ? `Jamf Connect with ${title}` : title)
    const organization = parsed.value('organization')
    refuseHidden([name, organization ?? title])
    const form = formNamed(parsed.value('form')) ?? 'direct'
    const started = profileFor(id, { name, form, ...(organization === undefined ? {} : { organization }) })
    const changes = { settings: parsed.values('set'), unset: [], types: parsed.values('type') }
    const root = await applyChanges(started, changes, { fileName: '', form }, io)
    const places = findSettings(root)
    const settings = settingsByDomain(root, places)
    const issues = inspect(root, { settings, places })
    const fileName = exportFileName(name, new Date())
    const bytes = new TextEncoder().encode(writeXml(root))
    await writeOutput(bytes, { to: parsed.value('output'), fileName, root }, io)
    await tellErrors(issues, io)
    for (const { name: key, what } of toFill.filter((each) => isLeft(settings, each))) {
      await writeLine(io.stderr, `To fill in: ${key}: ${what}.`)
    }
    for (const note of notes) {
      await writeLine(io.stderr, `Note: ${note}`)
    }
    return EXIT.clean
  },
}

/** Whether a key has no value yet, or one with a blank in angle brackets, as templates have them. */
function isLeft(settings: Settings, { domain, path }: { domain: string; path: PlistPath }): boolean {
  const value = settingAt(settings, domain, path)
  return value === undefined || (value.type === 'string' && /<[^>]*>/.test(value.value))
}

/** A name that nobody can see, or that looks like another one, is nothing to find a profile by. */
function refuseHidden(names: readonly string[]): void {
  for (const name of names) {
    if (!isVisible(name) || !keepsDirection(name)) {
      throw new CliError(
        `“${printable(name)}” cannot be read as a name. Use characters that can be seen, in their own direction.`,
      )
    }
  }
}

/** The template that is asked for, that of a provider by any of its names. */
function startFrom(provider: string | undefined, template: string | undefined): Template {
  if (provider !== undefined && template !== undefined) {
    throw new UsageError('Give --provider or --template: a template has its provider.')
  }
  const id = template ?? providerFrom(provider).id
  const found = (template === undefined ? templates : further).find((each) => each.id === id)
  if (found === undefined) {
    const ids = further.map((each) => each.id)
    throw new UsageError(`${id} is not a template.${suggestionFor(id, ids)} There are ${ids.join(', ')}.`)
  }
  return found
}

function providerFrom(name: string | undefined): Provider {
  const ids = providers.map(({ id }) => id)
  if (name === undefined) {
    throw new UsageError(
      `Choose an identity provider: --provider ${ids.join(', ')}. Or a template: --template ${further.map(({ id }) => id).join(', ')}.`,
    )
  }
  const plain = name.toLowerCase()
  const found = providers.find(({ id, formerly }) =>
    [id, ...formerly].some((each) => each.toLowerCase() === plain),
  )
  if (found === undefined) {
    throw new UsageError(`${name} is not an identity provider of Jamf Connect.${suggestionFor(name, ids)}`)
  }
  return found
}

/** A profile that still lacks values is made all the same: they may come later, or from another hand. */
async function tellErrors(issues: readonly Issue[], io: Io): Promise<void> {
  for (const { message } of issues.filter(({ severity }) => severity === 'error')) {
    await writeLine(io.stderr, `Still to do: ${printable(message)}`)
  }
}
