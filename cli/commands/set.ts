import { writeDocument } from '@/lib/plist/document'
import { droppedComments } from '@/lib/plist/xml/comments'
import { CliError, EXIT, UsageError } from '../cli-error'
import type { Command } from '../command'
import { openFile } from '../files/open-file'
import { readInput } from '../files/read-input'
import { goneComments } from '../files/secrets'
import { writeOutput } from '../files/write-output'
import { printable } from '../terminal/colours'
import { writeLine } from '../terminal/io'
import { applyChanges } from '../values/apply'
import { valuesHelp } from '../values/values-help'

/** `latchkey set`: changes settings and keeps everything else as it is. */
export const set: Command = {
  name: 'set',
  usage: 'FILE [DOMAIN:]PATH=VALUE… [--type PATH=TYPE]… [--unset PATH]… -o OUT',
  summary: 'Change settings of a profile, with those that are linked to them, and keep everything else.',
  details: [
    ...valuesHelp,
    'A setting that says the same to the login window and to Self Service+, such as OIDCROPGID and IdPSettings/ROPGID, follows while both hold the same; it is named on standard error, and one that is set itself does not follow. Everything else stays as it is, byte for byte in an XML file; a comment that stands inside a removed entry, or behind it on its line, goes with it and is named by its line, and a dictionary that loses its last key is removed. Credentials in the result are named on standard error, and so is what may keep people out of their Macs. A signed profile is written unsigned, since a change breaks its signature. Without -o, the result goes to standard output.',
  ],
  options: {
    output: { short: 'o', value: 'OUT', help: 'Write to this file, or into this folder.' },
    type: { value: 'PATH=TYPE', multiple: true, help: 'Set a key in this type, whatever the manifest says.' },
    unset: { value: 'PATH', multiple: true, help: 'Remove a key.' },
    force: { help: 'Allow OUT to be FILE.' },
  },
  run: async (parsed, io) => {
    const [file, ...settings] = parsed.operands
    const unset = parsed.values('unset')
    if (file === undefined || settings.length + unset.length === 0) {
      throw new UsageError('Name a file and at least one setting.')
    }
    if (file === '-' && settings.some((setting) => setting.endsWith('=@-'))) {
      throw new UsageError('Standard input cannot be both the file and a value.')
    }
    const input = await readInput(file, io)
    const { document, root, signature, container } = await openFile(input)
    if (container !== null) {
      throw new CliError(
        `${input.label} is ${container}, which only holds the profile. Take it out first: latchkey convert FILE --to mobileconfig -o OUT.`,
      )
    }
    const { fileName } = input
    const after = await applyChanges(
      root,
      { settings, unset, types: parsed.values('type') },
      { fileName },
      io,
    )
    const bytes = writeDocument(document, after)
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
    if (document.format === 'openstep' && after !== root) {
      await writeLine(
        io.stderr,
        `${printable(input.label)} is OpenStep text, which only old tools write; the result is XML${document.hasComments ? ', without the comments' : ''}.`,
      )
    }
    const binary = document.format === 'binary'
    const output = {
      to: parsed.value('output'),
      fileName: fileName || 'settings.plist',
      input,
      root: after,
      binary,
    }
    await writeOutput(bytes, { ...output, force: parsed.flag('force') }, io)
    return EXIT.clean
  },
}
