import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** What strace has to be told, so that readTrace() understands it. */
export const traceArguments = [
  ['-f', '-y', '-xx', '-s', '2000000'],
  ['-e', 'trace=openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename'],
].flat()

/**
 * Reads a trace in the order in which the calls ended, and gives the ones that concern files of `folder` and what was said
 * on standard output.
 * @param {string} file
 * @param {string} folder absolute
 */
export async function readTrace(file, folder) {
  const steps = []
  const unfinished = new Map()
  for await (const line of createInterface({ input: createReadStream(file, 'latin1') })) {
    const [, thread, text] = /^(\d+) +(.*)$/s.exec(line) ?? []
    if (text?.endsWith(' <unfinished ...>')) {
      unfinished.set(thread, text.slice(0, -' <unfinished ...>'.length))
      continue
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/s.exec(text ?? '')
    const call = resumed ? `${unfinished.get(thread)}${resumed[1]}` : text
    const step = call && stepOf(call, folder)
    if (step) {
      steps.push(step)
    }
  }
  return steps
}

function stepOf(call, folder) {
  const [, kind, rest] = /^(\w+)\((.*)\) = (?!-1)\d+/s.exec(call) ?? []
  if (kind === undefined) {
    return null
  }
  const strings = [...rest.matchAll(/"([^"]*)"/g)].map(([, text]) => bytesOf(text))
  const [, descriptor, path] = /^(\d+)<([^>]*)>/.exec(rest) ?? []
  if (kind === 'write' && descriptor === '1') {
    return { kind: 'said', text: strings[0].toString() }
  }
  const named = kind === 'openat' || kind === 'unlink' || kind === 'rename' ? strings[0] : bytesOf(path ?? '')
  const whole = named?.toString() ?? ''
  if (whole === folder) {
    return kind === 'fsync' ? { kind: 'sync-folder' } : null
  }
  if (!whole.startsWith(`${folder}/`)) {
    return null
  }
  const name = whole.slice(folder.length + 1)
  const numbers = rest.replace(/"[^"]*"(\.\.\.)?/g, '').split(',')
  switch (kind) {
    case 'openat':
      return rest.includes('O_CREAT') ? { kind: 'open', name, empty: rest.includes('O_TRUNC') } : null
    case 'write':
      return { kind: 'write', name, data: strings[0] }
    case 'pwrite64':
      return { kind: 'write', name, data: strings[0], at: Number(numbers.at(-1)) }
    case 'ftruncate':
      return { kind: 'truncate', name, size: Number(numbers.at(-1)) }
    case 'rename':
      return { kind: 'rename', name, to: strings[1].toString().slice(folder.length + 1) }
    case 'unlink':
      return { kind: 'unlink', name }
    default:
      return { kind: 'sync', name }
  }
}

/** @param {string} text bytes as strace writes them: \x2f for each */
function bytesOf(text) {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}
