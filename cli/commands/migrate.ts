import { writeDocument } from '@/lib/plist/document'
import { droppedComments } from '@/lib/plist/xml/comments'
import { applyEdits } from '@/lib/profile/edit'
import { type Choices, choiceOf, isSettled, migrationEdits } from '@/lib/profile/migration/edits'
import {
  type Choice,
  type MigrationGroup,
  type MigrationItem,
  type MigrationPlan,
  planMigration,
} from '@/lib/profile/migration/plan'
import { counted } from '@/lib/schema/words'
import { CliError, EXIT, UsageError } from '../cli-error'
import type { Command, Parsed } from '../command'
import { openFile } from '../files/open-file'
import { readInput } from '../files/read-input'
import { goneComments } from '../files/secrets'
import { writeOutput } from '../files/write-output'
import { type Colours, coloursFor, harmlessJson, printable } from '../terminal/colours'
import { type Io, writeLine } from '../terminal/io'

/** `latchkey migrate`: what becomes of the settings of former products, and the profile with them. */
export const migrate: Command = {
  name: 'migrate',
  usage: 'FILE [-o OUT] [--inferred] [--overwrite] [--remove-rest] [--json]',
  summary: "Take settings of NoMAD, XCreds and Jamf Connect 1.x over into today's keys.",
  details: [
    "Lists every setting that NoMAD, NoMAD Pro, NoMAD Login, XCreds and Jamf Connect Sync, Verify and Login 1.x read, with what it becomes: kept (the same name), renamed, changed (another value), clash (today's key holds something else), or no counterpart, each with the reason and the source. Without -o, nothing is written.",
    'With -o, the settings that are sure are moved, and everything else stays where it is. A row is sure when the references of both products describe the setting alike, and nothing has to be thought about first.',
    'A payload that nothing is left of is taken away with --remove-rest only. Credentials are hidden in the list; those in the result are named on standard error. A signed profile is written unsigned. With --json, each line is one setting: domain, setting, kind, before, becomes (domain, key, value, instead of, same), choice (take, remove, leave), why, certainty, source.',
    'Exit status: 0 there is something to migrate, and it was listed or written; 1 there is nothing.',
  ],
  options: {
    output: {
      short: 'o',
      value: 'OUT',
      help: 'Write the migrated profile to this file, or into this folder.',
    },
    inferred: { help: 'Take over what is not sure too.' },
    overwrite: { help: "Where today's keys hold something else, take the old values." },
    'remove-rest': { help: 'Remove what has no counterpart, and payloads that are empty then.' },
    json: { help: 'Print one JSON object a line.' },
    force: { help: 'Allow OUT to be FILE.' },
  },
  run: async (parsed, io) => {
    const [file, ...more] = parsed.operands
    if (file === undefined || more.length > 0) {
      throw new UsageError('Name one file to migrate.')
    }
    const input = await readInput(file, io)
    const { document, root, signature, container } = await openFile(input)
    const plan = planMigration(root, input.fileName)
    if (plan.groups.length === 0) {
      await writeLine(
        io.stderr,
        `${printable(input.label)} holds no settings of NoMAD, XCreds or Jamf Connect 1.x.`,
      )
      return EXIT.issues
    }
    const choices = choicesOf(plan, parsed)
    const to = parsed.value('output')
    await list(plan, { choices, json: parsed.flag('json'), quiet: to === '-' }, io)
    if (to === undefined) {
      await writeLine(io.stderr, summary(plan, choices))
      return EXIT.clean
    }
    refuse(plan, container, input.label)
    const after = applyEdits(root, migrationEdits(plan, choices), { fileName: input.fileName })
    if (signature) {
      await writeLine(
        io.stderr,
        `${printable(input.label)} is signed; the result is not. Sign it again before you ship it.`,
      )
    }
    const dropped = droppedComments(document, after)
    if (dropped.length > 0) {
      await writeLine(io.stderr, `${printable(input.label)}: ${goneComments(dropped)}`)
    }
    const output = { to, fileName: input.fileName || 'migrated.mobileconfig', input, root: after }
    const how = { binary: document.format === 'binary', force: parsed.flag('force') }
    await writeOutput(writeDocument(document, after), { ...output, ...how }, io)
    return EXIT.clean
  },
}

/** Everything that the options ask for beyond what is suggested. */
function choicesOf({ groups }: MigrationPlan, parsed: Parsed): Choices {
  const asked = (item: MigrationItem): Choice => {
    if (item.kind === 'none') {
      return parsed.flag('remove-rest') ? 'remove' : 'leave'
    }
    if (item.kind === 'clash') {
      return parsed.flag('overwrite') ? 'take' : 'leave'
    }
    return parsed.flag('inferred') ? 'take' : item.suggested
  }
  const items = new Map(groups.flatMap((group) => group.items).map((item) => [item.id, asked(item)]))
  const settled = groups.filter((group) => parsed.flag('remove-rest') && isSettled(group, { items }))
  return { items, withoutPayload: new Set(settled.map(({ id }) => id)) }
}

function refuse(plan: MigrationPlan, container: string | null, label: string): void {
  if (container !== null) {
    throw new CliError(
      `${label} is ${container}, which only holds the profile. Take it out first: latchkey convert FILE --to mobileconfig -o OUT.`,
    )
  }
  if (plan.blocked !== null) {
    throw new CliError(`${label}: ${plan.blocked} latchkey convert FILE --to mobileconfig -o OUT.`)
  }
}

type Listing = { readonly choices: Choices; readonly json: boolean; readonly quiet: boolean }

async function list({ groups }: MigrationPlan, { choices, json, quiet }: Listing, io: Io): Promise<void> {
  // The profile goes to standard output, where a list would spoil it.
  const out = quiet ? io.stderr : io.stdout
  const colours = coloursFor(io)
  for (const group of groups) {
    if (!json) {
      await writeLine(out, colours.bold(printable(`${group.product} (${group.domain})`)))
    }
    for (const item of group.items) {
      const choice = choiceOf(item, choices)
      await writeLine(
        out,
        json ? harmlessJson(JSON.stringify(asJson(item, choice))) : inText(item, choice, colours),
      )
    }
  }
}

function asJson(item: MigrationItem, choice: Choice) {
  const { domain, name, kind, before, targets, why, certainty, source } = item
  const becomes = targets.map((target) => ({
    domain: target.domain,
    key: target.name,
    value: target.after,
    insteadOf: target.before,
    same: target.same,
  }))
  return { domain, setting: name, kind, before, becomes, choice, why, certainty, source }
}

const MARKS: { readonly [C in Choice]: string } = { take: '+', remove: '-', leave: ' ' }

const KINDS: { readonly [K in MigrationItem['kind']]: string } = {
  kept: 'kept',
  renamed: 'renamed',
  changed: 'changed',
  clash: 'clash',
  none: 'no counterpart',
}

function inText(item: MigrationItem, choice: Choice, { dim, yellow }: Colours): string {
  const kind = item.kind === 'clash' || item.kind === 'none' ? yellow(KINDS[item.kind]) : KINDS[item.kind]
  const becomes = item.targets.map(
    ({ domain, name, after, before }) =>
      `    ${printable(`→ ${domain}:${name} = ${after}${before === null ? '' : ` (holds ${before})`}`)}`,
  )
  const end = item.source === null ? '' : ` ${item.source} (${item.certainty})`
  return [
    `${MARKS[choice]} ${printable(`${item.name} = ${item.before}`)}: ${kind}`,
    ...becomes,
    dim(`    ${printable(`${item.why}${end}`)}`),
  ].join('\n')
}

function summary({ groups }: MigrationPlan, choices: Choices): string {
  const items = groups.flatMap((group: MigrationGroup) => group.items)
  const count = (choice: Choice) => items.filter((item) => choiceOf(item, choices) === choice).length
  const parts = [
    `${counted(count('take'), 'setting')} would be taken over (+)`,
    ...(count('remove') > 0 ? [`${count('remove')} removed (-)`] : []),
    `${count('leave')} would stay as they are`,
  ]
  return `${parts.join(', ')}. Write the result with -o OUT.`
}
