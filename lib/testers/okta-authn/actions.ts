import type { Continuation, OktaAnswer, Summary } from '../../api/report'
import type { OktaFactor } from './answer'
import { ask, type Call } from './ask'
import { enrolment, nameOf, wayOf } from './factors'
import { judgeReply, present } from './judge-reply'
import { showPicture } from './picture'
import { pollInterval } from './sign-in'

type Next = Summary | Continuation

/** Does what was answered. An answer that the state does not take shows the question again. */
export async function takeAnswer(call: Call, answer: OktaAnswer): Promise<Next> {
  const known = Object.hasOwn(actions, answer.action) && !isUnconfirmed(call, answer.action)
  const action = known ? actions[answer.action] : undefined
  const next = (await action?.(call, answer)) ?? present(call, action ? null : 'This is not possible here.')
  return next ?? gone
}

/** Nothing moves an enrollment on before it is agreed to here, whoever began it. */
function isUnconfirmed({ signIn }: Call, action: string): boolean {
  const activates = signIn.state?.status === 'MFA_ENROLL_ACTIVATE' && !signIn.enrolls
  return activates && action !== 'enroll' && action !== 'previous'
}

const gone: Summary = {
  verdict: 'failed',
  title: 'The sign-in is over',
  text: 'Nothing is left to answer. Run the test again.',
}

const actions: Readonly<
  Record<string, (call: Call, answer: OktaAnswer) => Promise<Next | null> | Next | null>
> = {
  poll,
  submit,
  factor: choose,
  resend,
  skip: (call) => follow(call, 'Skip', 'skip'),
  previous: (call) => (call.signIn.step.kind === 'state' ? follow(call, 'Previous', 'prev') : back(call)),
  enroll,
}

/** Posts to the first link of a relation; null when the state has none. */
function follow(call: Call, name: string, relation: string, fields: Record<string, unknown> = {}) {
  const [link] = call.signIn.state?.links[relation] ?? []
  return link === undefined ? null : send(call, name, link.href, fields)
}

async function send(
  call: Call,
  name: string,
  href: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Next> {
  const { stateToken } = call.signIn.state ?? {}
  call.signIn.progress.sent = name
  const reply = await ask(call, name, href, { stateToken, ...fields })
  const next = await judgeReply(call, reply)
  if ('verdict' in next) {
    return next
  }
  const before = call.signIn.picture
  const obstacle = await showPicture(call)
  return obstacle ?? (call.signIn.picture === before ? next : (present(call) ?? next))
}

function back({ signIn, ...call }: Call): Next | null {
  signIn.step = { kind: 'state' }
  return present({ signIn, ...call })
}

/** Looks after a push, not sooner than the interval allows. */
async function poll(call: Call): Promise<Next | null> {
  const { signIn, run } = call
  if (signIn.state?.links.next?.[0]?.name !== 'poll') {
    return null
  }
  const left = signIn.askedAt + pollInterval(signIn) - signIn.tools.now()
  await (signIn.tools.wait ?? wait)(Math.max(0, left), run.signal)
  return follow(call, 'Poll', 'next')
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) {
      stop()
    }
  })
}

/** Sends a code, an answer or a phone number. */
function submit(call: Call, { value = '' }: OktaAnswer): Promise<Next> | null {
  const { state, step } = call.signIn
  const text = value.trim()
  if (text === '') {
    return null
  }
  if (step.kind === 'phone') {
    return register(call, step.factor, { phoneNumber: text.replace(/[^\d+]/g, '') })
  }
  const factor = step.kind === 'code' ? step.factor : state?.factor
  const href = step.kind === 'code' ? step.factor.links.verify?.[0]?.href : state?.links.next?.[0]?.href
  if (factor === undefined || factor === null || href === undefined || step.kind === 'confirm') {
    return null
  }
  const name = wayOf(factor) === 'question' ? 'answer' : 'passCode'
  call.run.conceal(name, text)
  const activates = state?.status === 'MFA_ENROLL_ACTIVATE'
  return send(call, activates ? 'Activate factor' : 'Verify factor', href, { [name]: text })
}

/** Chooses a factor: sends the push or the code, or asks for what the device shows. */
async function choose(call: Call, { factor: id }: OktaAnswer): Promise<Next | null> {
  const { signIn } = call
  const { factors = [], status } = signIn.state ?? {}
  const factor = factors.find((each, index) => nameOf(each, index) === id)
  if (factor === undefined) {
    return null
  }
  if (status === 'MFA_ENROLL') {
    const possible = enrolment(factor) !== null && factor.status !== 'ACTIVE'
    signIn.step = possible ? { kind: 'confirm', factor } : signIn.step
    return present(call)
  }
  switch (wayOf(factor)) {
    case 'none':
      return null
    case 'shown-code':
    case 'question':
      signIn.step = { kind: 'code', factor }
      return present(call)
    default: {
      const href = factor.links.verify?.[0]?.href
      return href === undefined ? null : send(call, 'Challenge factor', href)
    }
  }
}

/** Sends the push or the code again; for an enrollment that timed out, begins it again. */
function resend(call: Call): Promise<Next> | null {
  const { state } = call.signIn
  if (state?.status === 'MFA_ENROLL_ACTIVATE' && state.links.next?.[0]?.name === 'activate') {
    call.signIn.picture = null
    return follow(call, 'Activate factor', state.links.resend?.length ? 'resend' : 'next')
  }
  return follow(call, 'Resend', 'resend')
}

/** The person agrees to change the account. */
async function enroll(call: Call): Promise<Next | null> {
  const { signIn } = call
  const { step, state } = signIn
  if (step.kind === 'confirm') {
    if (enrolment(step.factor) === 'phone') {
      signIn.step = { kind: 'phone', factor: step.factor }
      return present(call)
    }
    return register(call, step.factor, null)
  }
  if (state?.status !== 'MFA_ENROLL_ACTIVATE' || signIn.enrolls) {
    return null
  }
  signIn.enrolls = true
  return (await showPicture(call)) ?? present(call)
}

async function register(
  call: Call,
  factor: OktaFactor,
  profile: Readonly<Record<string, string>> | null,
): Promise<Next> {
  const { factorType, provider, links } = factor
  const href = links.enroll?.[0]?.href ?? ''
  call.signIn.enrolls = true
  return send(call, 'Enroll factor', href, {
    factorType,
    provider,
    ...(profile === null ? {} : { profile }),
  })
}
