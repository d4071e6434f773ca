/**
 * Whether an answer that another page handed over has the state of the sign-in at `url`, exactly once. Whoever can open a
 * page of ours can hand over anything, but does not know the state.
 */
export function hasStateOf(answer: string, url: string): boolean {
  const [sent] = new URL(url).searchParams.getAll('state')
  const encoded = answer.startsWith('form:')
    ? answer.slice('form:'.length)
    : answer.split(/[?#]/).slice(1).join('&')
  const states = new URLSearchParams(encoded).getAll('state')
  return states.length === 1 && states[0] === sent
}
