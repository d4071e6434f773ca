import { type TestKind, testKinds } from '@/lib/api/report'
import { responseModes, responseTypes } from '@/lib/api/sign-in-flow'
import { settingsByDomain } from '@/lib/profile/payloads/shapes'
import { CliError, UsageError } from '../cli-error'
import type { Command, Parsed } from '../command'
import { openFile } from '../files/open-file'
import { readInput } from '../files/read-input'
import { suggestionFor } from '../nearest'
import type { Io } from '../terminal/io'
import type { TestRequest } from '../testing/request'

const apps = ['login', 'connect'] as const

/** `latchkey test`: tries a configuration at its identity provider. */
export const test: Command = {
  name: 'test',
  usage: `${testKinds.join('|')} FILE [--user NAME] [--json] [--strict]`,
  summary: 'Try a configuration at its identity provider, and say what the Mac would do.',
  details: [
    'discovery reads the discovery document and the signing keys. ropg sends a user name and a password once, as the background check of Jamf Connect does. okta does the same with Okta’s Authentication API. oidc prints the address of the sign-in page; sign in with any browser, then hand over the address it ends at, which it cannot open.',
    'The password, and the final address, are asked for on a terminal and not shown. In scripts they are the first line of standard input, never an argument. A second factor of Okta can be answered on a terminal only.',
    'Passwords are counted before they are sent, over all runs, so that no account is locked: three failures for a user within 15 minutes, 20 attempts within an hour. A server of yours counts with it. What is counted is in the folder LATCHKEY_ATTEMPTS, else in attempts in LATCHKEY_DATA, else in ~/.local/state/latchkey, as hashes.',
    'LATCHKEY_EGRESS_ALLOW opens addresses other than public https ("idp.corp.example, 10.20.0.0/16"), LATCHKEY_CA_FILE names a PEM file with certificates to trust.',
    'With --json, each line is one event: started, finding, exchange, token, mac, continue, done. A finding with "replaces": true takes the place of the earlier one of its check. Secrets appear in none.',
    'Exit status: 0 passed, warnings included, 1 failed, 2 not tested to the end: unreadable file, no password, a limit, a second factor in a script, Ctrl-C.',
  ],
  options: {
    user: { value: 'NAME', help: 'Who signs in, for ropg and okta.' },
    'password-stdin': { help: 'Take the password from standard input. A pipe is read without it too.' },
    app: {
      value: 'APP',
      help: 'Whose check: login (login window) or connect (menu bar), for ropg and okta.',
    },
    'response-type': { value: 'TYPE', help: `${list(responseTypes)}, for oidc.` },
    'response-mode': { value: 'MODE', help: `${list(responseModes)}, for oidc.` },
    json: { help: 'Print one JSON object a line.' },
    strict: { help: 'Count a warning as a failure.' },
  },
  run: async (parsed, io) => {
    const [kindText, file, ...others] = parsed.operands
    const kind = oneOf(testKinds, kindText, 'Say what to test')
    if (file === undefined || others.length > 0) {
      throw new UsageError('Name one file to test; a password is no argument.')
    }
    refuseForeignOptions(kind, parsed)
    if (file === '-' && kind !== 'discovery') {
      throw new UsageError('Standard input cannot be both the file and the answer.')
    }
    const { root, places } = await openFile(await readInput(file, io))
    const settings = settingsByDomain(root, places)
    const { runTest } = await program(io)
    return runTest({ kind, settings, ...choices(parsed) }, io)
  },
}

function choices(parsed: Parsed): Omit<TestRequest, 'kind' | 'settings'> {
  const chosen = <T extends string>(name: string, all: readonly T[]): T | undefined => {
    const value = parsed.value(name)
    return value === undefined ? undefined : oneOf(all, value, `--${name}`)
  }
  return {
    userName: parsed.value('user'),
    app: chosen('app', apps),
    responseType: chosen('response-type', responseTypes),
    responseMode: chosen('response-mode', responseModes),
    json: parsed.flag('json'),
    strict: parsed.flag('strict'),
  }
}

/** An option that a test does not heed is refused: the person means something by it. */
function refuseForeignOptions(kind: TestKind, parsed: Parsed): void {
  const belongs: { readonly [option: string]: readonly string[] } = {
    user: ['ropg', 'okta'],
    'password-stdin': ['ropg', 'okta'],
    app: ['ropg', 'okta'],
    'response-type': ['oidc'],
    'response-mode': ['oidc'],
  }
  for (const [option, tests] of Object.entries(belongs)) {
    if (parsed.flag(option) && !tests.includes(kind)) {
      throw new UsageError(`--${option} goes with ${tests.join(' and ')} only.`)
    }
  }
}

function oneOf<T extends string>(all: readonly T[], text: string | undefined, what: string): T {
  const found = all.find((each) => each === text)
  if (found === undefined) {
    throw new UsageError(`${what}: ${list(all)}.${suggestionFor(text ?? '', all)}`)
  }
  return found
}

function list(all: readonly string[]): string {
  return all.map((each) => (each.includes(' ') ? `"${each}"` : each)).join(', ')
}

function program({ loadTests }: Io) {
  if (loadTests === undefined) {
    throw new CliError('Tests cannot be run from here.')
  }
  return loadTests()
}
