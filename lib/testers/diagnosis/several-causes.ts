/** Words that call what was typed wrong. */
export const WRONG = '\\b(incorrect|wrong|bad)\\b|invalid(?!_)|(\\bnot|n.t) (valid|match|correct)'
/** Words of any other cause. */
const OTHER = 'expired?|\\block(ed|out)?\\b|disabled|inactive|suspended|blocked|(changed?|reset)\\b'
const SUBJECT = 'password|credentials|account|user|factor|\\botp\\b|\\bmfa\\b'
/** Words that deny a cause, or name it as one of several or as a possibility. */
export const OPEN = [
  `\\b(not|never|no|\\w+n.t)( yet| been| currently| be)* (${OTHER}|required)`,
  `\\bor\\b[^.]{0,40}(${SUBJECT}|expired|\\block|disabled|inactive|suspended)`,
  `\\b(if|unless|whether|when|in case|should|may|might|could|will|soon|about to|possibly|perhaps)\\b[^.]{0,60}(${OTHER})`,
].join('|')

/** Words that say that nobody looked at the password, or that it is another one. */
export const UNLOOKED = [
  '(\\bnot|\\bnever|n.t)( be| been| yet| even)* (attempted|authenticated|checked|compared|evaluated|examined|exist|found|known|looked|performed|processed|tested|tried|validated|verified)\\b',
  '\\b(skipped|ignored|bypassed|omitted|un(checked|known|tested|verified)|no such|without (checking|looking|verifying))\\b',
  '\\b(different|another|other) password\\b',
  '\\b(before|prior to|without|not|pending|awaiting|ahead of)\\b[^.;]{0,40}\\b(verif|validat|authenticat|check|compar|credential)',
  '\\b(verification|validation|authentication|check|credentials?)\\b[^.;]{0,20}\\b(pending|deferred|postponed|outstanding|later|next|follows)\\b',
  '\\b(policy|pre-?)[ -]?(check|evaluation|validation)\\b',
].join('|')

const open = new RegExp(OPEN, 'i')
const other = new RegExp(`${WRONG}|${OTHER}|${UNLOOKED}`, 'i')

/**
 * Whether the words around those that a row is found by leave the cause open: they name another one, or tell this one
 * as a possibility or as what is not so, or nobody looked at the password.
 */
export function leavesOpen(said: string, own: string): boolean {
  const around = said.replace(new RegExp(own, 'gi'), ' expired ')
  const beside = said.replace(new RegExp(own, 'gi'), ' ')
  return open.test(around) || other.test(beside)
}
