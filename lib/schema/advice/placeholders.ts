import { isTemplate } from '../templates'
import { nameOfPath, quoted } from '../words'
import { advise, type Rule, refuse } from './rule'
import { configuredKeys } from './walk'

/** Texts that stand in documents and samples where an organization has to put its own. */
const SAMPLES: readonly RegExp[] = [
  /\bexample\.(com|org|net)\b/i,
  /\.example(?=[/:]|$)/i,
  /\byour[-_ ]?(app|client|tenant|company|domain|org|organization|secret|realm|idp|okta)/i,
  /identity-provider-example-address/i,
  /^x{4,}$/i,
  /^(change ?me|replace ?me|todo|tbd|placeholder)$/i,
  /^(insert|enter|replace)[-_ ]/i,
  /^0{8}-0{4}-0{4}-0{4}-0{12}$/,
  /^12345678-(1234|90ab)/i,
  /lkjslkjoe23/,
]

/** Brackets around words, anywhere in a value: "https://[your tenant].test". */
const BLANK = /<[^<>/]{3,}>|\[[^\]:]{3,}\]/

/** Values that somebody meant to replace. */
export const placeholders: Rule = (subject) =>
  configuredKeys(subject).flatMap(({ key, path, value }) => {
    const { definition } = key
    const described = value.type === 'string' && definition.kind === 'string' && definition.multiline !== true
    if (!described || isTemplate(value.value)) {
      return []
    }
    const own = definition.placeholder === value.value && /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value.value)
    const blank = BLANK.test(value.value)
    if (isProse(value.value)) {
      return []
    }
    if (!own && !blank && !SAMPLES.some((sample) => sample.test(value.value.trim()))) {
      return []
    }
    const shown = definition.secret === true ? 'a sample' : `${quoted(value.value)}, a sample`
    const message = `${nameOfPath(path)} is ${shown} from documentation. Put in the value of your organization.`
    const say = blank ? refuse : advise
    return [say('placeholder-value', { domain: key.domain, path }, message)]
  })

/** Sentences for users may well speak of "your company", or hold brackets. */
function isProse(text: string): boolean {
  return text.replace(new RegExp(BLANK, 'g'), '').trim().split(/\s+/).length > 3
}
