import * as z from 'zod'
import type { Answer, Exchange, Field, Timing } from '../api/exchange'
import type { Edit, Repair } from '../api/issue'
import {
  type DecodedToken,
  type ExplainedClaim,
  type Finding,
  type MacStatement,
  type Reference,
  type Remedy,
  type Summary,
  type TestReport,
  testKinds,
} from '../api/report'
import type { PlistValue } from '../plist/value'

/** Every field of T, so that one that is added to a report has its limit here too. */
type Shape<T> = { readonly [K in keyof T]-?: z.ZodType<T[K] | undefined> }

/** Other fields are left out of what is stored. */
function object<T extends object>(shape: Shape<T>): z.ZodType<T> {
  return z.object(shape) as unknown as z.ZodType<T>
}

const word = z.string().max(500)
const line = z.string().max(10_000)
const text = z.string().max(50_000)
const milliseconds = z.number().nonnegative()
const list = <T>(item: z.ZodType<T>, most: number) => z.array(item).max(most)

/** What JSON carries of a property list; repairs set strings, switches and lists of them. */
const plistValue: z.ZodType<PlistValue> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.literal('string'), value: text }),
    z.strictObject({ type: z.literal('boolean'), value: z.boolean() }),
    z.strictObject({ type: z.literal('array'), items: list(plistValue, 1000) }),
    z.strictObject({
      type: z.literal('dict'),
      entries: list(z.strictObject({ key: word, value: plistValue }), 1000),
    }),
  ]),
)
const path = list(z.union([word, z.int().nonnegative()]), 50)
const edit = object<Edit>({
  domain: word.nullable(),
  path,
  value: plistValue.nullable(),
  payload: word.optional(),
})
const repair = object<Repair>({ title: line, edits: list(edit, 100) }).optional()

const reference = object<Reference>({
  label: word,
  // Shown as a link.
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
})
const remedy = object<Remedy>({ domain: word, path: list(word, 50), repair })
const finding = object<Finding>({
  check: word,
  title: line,
  outcome: z.enum(['passed', 'failed', 'warning', 'skipped']),
  sent: text.optional(),
  received: text.optional(),
  expected: text.optional(),
  means: line.optional(),
  change: line.optional(),
  reference: reference.optional(),
  remedy: remedy.optional(),
  certainty: z.enum(['documented', 'inferred']).optional(),
  row: word.optional(),
})

const fields = list(object<Field>({ name: word, value: text }), 500)
const answer = object<Answer>({ status: z.int().min(0).max(999), fields, body: text })
const phase = milliseconds.optional()
const timing = object<Timing>({
  start: milliseconds,
  dns: phase,
  connect: phase,
  tls: phase,
  sent: phase,
  firstByte: phase,
  end: milliseconds,
})
const exchange = object<Exchange>({
  id: word,
  name: word,
  method: word,
  url: text,
  sent: fields,
  body: fields.optional(),
  answer: answer.optional(),
  failure: line.optional(),
  timing,
  curl: text,
})

const claim = object<ExplainedClaim>({ name: word, value: text, explanation: line, used: z.boolean() })
const token = object<DecodedToken>({ header: z.record(word, z.json()), claims: list(claim, 500) })

const mark = z.strictObject({
  value: line,
  state: z.enum(['matched', 'near', 'plain']),
  differsFrom: z.exactOptional(line),
})
const concern = z.strictObject({ verdict: z.enum(['failed', 'warning']), title: line, text })
const statement = object<MacStatement>({
  topic: word,
  value: text,
  because: line,
  keys: list(z.strictObject({ domain: word, path: list(word, 50) }), 100),
  claims: list(word, 100),
  certain: z.boolean(),
  marks: list(mark, 1000).optional(),
  concern: concern.optional(),
  repair,
})

const summary = object<Summary>({
  verdict: z.enum(['passed', 'warning', 'failed', 'cancelled']),
  title: line,
  text,
  repair,
})

/** A report as a test makes it: every field is one that is shown, and none is longer than a test makes it. */
const fieldsOfReport: Shape<TestReport> = {
  kind: z.enum(testKinds),
  at: z.iso.datetime(),
  durationMs: milliseconds,
  configuration: object<TestReport['configuration']>({
    name: word,
    version: z.int().nullable(),
    unsaved: z.boolean().optional(),
  }),
  tested: list(object<Field>({ name: word, value: text }), 100).optional(),
  findings: list(finding, 300),
  exchanges: list(exchange, 100),
  token: token.nullable(),
  mac: list(statement, 100),
  summary,
}
const testReport = z.strictObject(fieldsOfReport) as unknown as z.ZodType<TestReport>

/** POST /api/configurations/{id}/reports: a TestReport and nothing else. The refusal names the first place that is not. */
export const reportBody: z.ZodType<TestReport> = z.unknown().transform((value, context) => {
  const read = isShallow(value) ? testReport.safeParse(value) : null
  if (read?.success) {
    return read.data
  }
  const place = read?.error.issues[0]?.path.join('.')
  const where = place ? ` (${place})` : ''
  const message = `This is not a report as a test makes it${where}. Run the test again, then keep its report.`
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

/** What is needed to show a report that an earlier release kept. */
export const keptReport = z.looseObject({
  kind: z.enum(testKinds),
  at: z.iso.datetime(),
  configuration: z.looseObject({ name: z.string() }),
  findings: z.array(z.looseObject({ check: z.string(), title: z.string(), outcome: z.string() })),
  exchanges: z.array(z.looseObject({ id: z.string(), name: z.string(), url: z.string() })),
  token: z.looseObject({ header: z.looseObject({}), claims: z.array(z.looseObject({})) }).nullable(),
  mac: z.array(z.looseObject({ topic: z.string(), value: z.string() })),
  summary: z.looseObject({ verdict: z.string(), title: z.string(), text: z.string() }),
})

/** Nesting that no report has. */
const deepest = 40

function isShallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return level.length === 0
}
