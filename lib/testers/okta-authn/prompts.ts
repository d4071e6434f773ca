import type { OktaPrompt } from '../../api/report'
import type { OktaFactor, OktaState } from './answer'
import { detailOf, enrolment, labelOf, nameOf, obstacleOf, wayOf } from './factors'
import { type OktaSignIn, pollInterval } from './sign-in'

type Question = Omit<OktaPrompt, 'handle' | 'expiresAt'>
type Action = OktaPrompt['actions'][number]

const cancel: Action = { id: 'cancel', label: 'Stop the test' }
/** The way back, which leads to another factor only where there is one. */
const previous = ({ progress: { choices } }: OktaSignIn): Action => ({
  id: 'previous',
  label: choices !== null && choices > 1 ? 'Choose another factor' : 'Back',
})
const resend = (label: string): Action => ({ id: 'resend', label })
const skip = (label: string): Action => ({ id: 'skip', label })

/** What the person at the screen is asked now; null when there is nothing left to ask. */
export function promptOf(signIn: OktaSignIn, notice: string | null): OktaPrompt | null {
  const { state, step, handle } = signIn
  const question = state === null ? null : step.kind === 'state' ? ask(signIn, state) : askStep(signIn, step)
  if (question === null) {
    return null
  }
  const text = notice === null ? question.text : `${notice} ${question.text}`
  const expiresAt = state?.expiresAt
  return { ...question, text, handle, ...(expiresAt === undefined ? {} : { expiresAt }) }
}

function ask(signIn: OktaSignIn, state: OktaState): Question | null {
  switch (state.status) {
    case 'MFA_REQUIRED':
      return {
        title: 'Choose a factor',
        text: 'Okta accepted the password and asks for a second factor.',
        factors: state.factors.map((factor, index) => listed(factor, index, state.factors)),
        actions: [cancel],
      }
    case 'MFA_CHALLENGE':
      return challenge(signIn, state)
    case 'MFA_ENROLL':
      return enroll(state)
    case 'MFA_ENROLL_ACTIVATE':
      return activate(signIn, state)
    case 'PASSWORD_WARN':
      return state.links.skip === undefined
        ? null
        : {
            title: 'The password expires soon',
            text: `${daysInWords(state.daysLeft)} Latchkey does not change passwords; go on with the one there is.`,
            actions: [skip('Go on without changing it'), cancel],
          }
    default:
      return null
  }
}

function daysInWords(days: number | null): string {
  return days === null
    ? 'Okta warns that the password expires soon.'
    : `Okta warns that the password expires in ${days} ${days === 1 ? 'day' : 'days'}.`
}

function listed(factor: OktaFactor, index: number, all: readonly OktaFactor[]) {
  const obstacle = obstacleOf(factor, all)
  return entry(factor, index, obstacle === undefined, obstacle ?? detailOf(factor))
}

function entry(factor: OktaFactor, index: number, answerable: boolean, detail: string) {
  const shown = detail === '' ? {} : { detail }
  return { id: nameOf(factor, index), label: labelOf(factor), answerable, ...shown }
}

function challenge(signIn: OktaSignIn, state: OktaState): Question {
  const { factor, factorResult, links } = state
  const again = links.resend?.length ? [resend('Send again')] : []
  const back = links.prev?.length ? [previous(signIn)] : []
  const actions = [...again, ...back, cancel]
  if (factor === null) {
    return { title: 'A factor is challenged', text: `Okta waits (${factorResult || 'no result'}).`, actions }
  }
  if (factorResult === 'REJECTED' || factorResult === 'TIMEOUT') {
    const told =
      factorResult === 'REJECTED' ? 'The request was denied on the device.' : 'Nobody answered in time.'
    const title = factorResult === 'REJECTED' ? 'The request was denied' : 'The request timed out'
    const other = back[0]?.label === 'Choose another factor' ? ', or choose another factor' : ''
    return { title, text: `${told} Send another one${other}.`, actions }
  }
  if (links.next?.[0]?.name === 'poll') {
    return waiting(signIn, state, factor, actions)
  }
  if (wayOf(factor) === 'none') {
    return { title: labelOf(factor), text: obstacleOf(factor, []) ?? '', actions }
  }
  return { ...codeQuestion(factor), actions }
}

function waiting(
  signIn: OktaSignIn,
  state: OktaState,
  factor: OktaFactor,
  actions: readonly Action[],
): Question {
  const { factorResult } = state
  const number = factor.correctAnswer
  const odd = factorResult !== '' && factorResult !== 'WAITING' ? ` Okta says ${factorResult}.` : ''
  return {
    title: number === undefined ? 'Approve the request on your device' : 'Choose this number on your device',
    text: `${labelOf(factor)}: Okta waits for the device.${odd}`,
    ...(number === undefined ? {} : { number }),
    actions: actions.filter(({ id }) => id !== 'resend'),
    pollMs: pollInterval(signIn),
  }
}

/** Asks for the code or the answer of a factor. */
function codeQuestion(factor: OktaFactor): Omit<Question, 'actions'> {
  const detail = detailOf(factor)
  const title = labelOf(factor)
  if (wayOf(factor) === 'question') {
    return {
      title,
      text: 'Okta compares the answer with the one the user gave.',
      input: { kind: 'answer', label: detail || 'Answer' },
    }
  }
  const text =
    wayOf(factor) === 'sent-code'
      ? `Okta has sent a code${detail === '' ? '' : ` to ${detail}`}.`
      : 'Enter the code that the device shows now.'
  return { title, text, input: { kind: 'code', label: 'Code' } }
}

function enroll({ factors, links }: OktaState): Question {
  const enrolled = factors.filter(({ status }) => status === 'ACTIVE').map(labelOf)
  const optional = links.skip?.length
    ? [skip(`Go on without ${enrolled.length > 0 ? 'another' : 'a'} factor`)]
    : []
  const has =
    enrolled.length > 0
      ? `the user has ${enrolled.join(', ')} already`
      : 'no factor of the user is in Okta’s answer'
  return {
    title: optional.length > 0 ? 'Okta offers to enroll a factor' : 'Okta wants a factor to be enrolled',
    text: `The password is right, and ${has}. Enrolling one here changes the account for good; nothing is enrolled unless you confirm it.`,
    factors: factors.map(enrollable),
    actions: [...optional, cancel],
  }
}

function enrollable(factor: OktaFactor, index: number) {
  if (factor.status === 'ACTIVE') {
    return entry(factor, index, false, 'Enrolled already.')
  }
  const needed = factor.enrollment === 'REQUIRED' ? 'Required' : 'Optional'
  return enrolment(factor) === null
    ? entry(factor, index, false, 'Enroll it on Okta’s own pages.')
    : entry(factor, index, true, needed)
}

function activate(signIn: OktaSignIn, state: OktaState): Question {
  const { factor, factorResult, links } = state
  const back = links.prev?.length ? [previous(signIn)] : []
  const label = factor === null ? 'The factor' : labelOf(factor)
  if (!signIn.enrolls) {
    return {
      title: 'A factor is being enrolled',
      text: `${label} was begun to be enrolled before. Going on changes the account for good.`,
      actions: [{ id: 'enroll', label: 'Go on with the enrollment', danger: true }, ...back, cancel],
    }
  }
  if (factor?.qrCode !== undefined && signIn.picture === null && factorResult !== 'TIMEOUT') {
    const text = 'Okta did not hand out its QR code. Go back and enroll the factor again.'
    return { title: `Enroll: ${label}`, text, actions: [...back, cancel] }
  }
  const qr = signIn.picture === null ? {} : { qr: signIn.picture }
  const [next] = links.next ?? []
  if (next?.name === 'poll') {
    const text = 'Scan the QR code with the app on the device, and accept there.'
    return {
      title: `Enroll: ${label}`,
      text,
      ...qr,
      actions: [...back, cancel],
      pollMs: pollInterval(signIn),
    }
  }
  if (factor !== null && wayOf(factor) === 'push') {
    const text = `Nobody scanned the QR code in time${factorResult === 'TIMEOUT' ? '' : ` (${factorResult})`}.`
    return { title: `Enroll: ${label}`, text, actions: [resend('Get a new QR code'), ...back, cancel] }
  }
  const again = links.resend?.length ? [resend('Send again')] : []
  return {
    title: `Enroll: ${label}`,
    text:
      signIn.picture === null
        ? 'Okta has sent a code.'
        : 'Scan the QR code with the app, then enter its code.',
    ...qr,
    input: { kind: 'code', label: 'Code' },
    actions: [...again, ...back, cancel],
  }
}

function askStep(signIn: OktaSignIn, step: Exclude<OktaSignIn['step'], { kind: 'state' }>): Question {
  const { factor } = step
  const actions = [previous(signIn), cancel]
  if (step.kind === 'code') {
    return { ...codeQuestion(factor), actions }
  }
  return step.kind === 'confirm'
    ? {
        title: `Enroll ${labelOf(factor)}?`,
        text: 'This adds the factor to the account of the user at Okta. It stays there after the test.',
        actions: [{ id: 'enroll', label: 'Enroll it in the account', danger: true }, ...actions],
      }
    : {
        title: `Enroll: ${labelOf(factor)}`,
        text: 'Okta sends a code to this number.',
        input: { kind: 'answer', label: 'Phone number, with + and country code' },
        actions,
      }
}
