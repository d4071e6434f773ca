// Sources of regular expressions over what providers say in English, in lower or upper case.

/** What has credentials, a form or a domain that may be wrong while the password is right. */
export const OTHER_OWNER =
  '\\b(client|application|app|api|device|service|ldap|bind|proxy|token|secret|certificate|domain|scope|flow|grant type)\\b'
/** What a user types, alone or joined: "the user name or password", "your e-mail/password combination". */
const NAME = '(user[ _]?name|user ?id|e-?mail( address)?|login|password|passcode|credentials?)'
const JOIN = '( ?[,/&] ?|[ _](or|and|and/or)[ _])(the |your )?'
const TYPED = `(the |your |user.?s? |account |login |provided |supplied |given |entered |specified |resource owner.?s? )*(users?${JOIN})?${NAME}(${JOIN}${NAME})*( combination| pair)?`
const GIVEN =
  '( that)?( you)?( were| was| have| has)?( been)?( provided| supplied| given| entered| specified| typed)?( in (the|your|this) request)?'
/** Nothing follows that would make it about something else: "invalid login flow", "not valid for federated users". */
const END =
  '(?=\\s*([.,;:!)\\]-]|$)| for (this |the )?(user|account)\\b| for \\S+@| (was|were|please|try) | (provided|supplied|given|entered|specified)\\b)'
/** "Invalid user name or password". */
export const WRONG_TYPED = `\\b(invalid|incorrect|wrong|bad)[ _]${TYPED}${END}`
/** A sentence begins: behind the error of the answer, behind a number of the provider's own, or behind another sentence. */
export const BEGINS = '(^\\w* ([A-Z]{0,8}\\d{3,8}[A-Z]? )?|[.,;:!(-] ?)'
/** "We didn't recognize the user name or password you entered". */
export const NOT_RECOGNIZED = `\\b(do|did|does|could|can)( ?not|n.t) recogni[sz]e ${TYPED}${GIVEN}${END}`
/** "The password you entered is incorrect". */
export const TYPED_IS_WRONG = `${BEGINS}${TYPED}${GIVEN}( (is|are|was|were) | )((invalid|incorrect|wrong|bad|mismatch)|((is|are|was|were|do|does|did) ?(not|n.t)|not) (valid|match|correct))${END}`
