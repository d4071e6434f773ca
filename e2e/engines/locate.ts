/** What a person looks for: an element by its role and its name, by a selector, or by the text in it. */
export type Target = {
  readonly role?: string
  /** The whole accessible name, or a pattern for it. */
  readonly name?: string | RegExp
  readonly css?: string
  /** Part of its text. */
  readonly text?: string
  readonly within?: Target
}

/** A target without patterns and nesting, outermost first, so that it can be sent into the page. */
export type Step = {
  role: string | null
  name: string | null
  pattern: string | null
  css: string | null
  text: string | null
}

/** The steps that lead to a target. */
export function stepsTo({ role, name, css, text, within }: Target): Step[] {
  return [
    ...(within ? stepsTo(within) : []),
    {
      role: role ?? null,
      name: typeof name === 'string' ? name : null,
      pattern: name instanceof RegExp ? name.source : null,
      css: css ?? null,
      text: text ?? null,
    },
  ]
}

/** A target as a failure names it. */
export const told = (target: Target): string =>
  stepsTo(target)
    .map((step) => Object.values(step).filter(Boolean).join(' '))
    .join(' › ')

/** All visible elements that the steps lead to. It runs inside the page, so it may use nothing from outside of itself. */
export function locate(steps: Step[]): Element[] {
  const roles: Record<string, string> = {
    alert: '[role=alert]',
    button: 'button:not([role]), [role=button]',
    combobox: 'select, [role=combobox]',
    dialog: 'dialog[open], [role=dialog]',
    group: 'fieldset, [role=group], [role=radiogroup]',
    heading: 'h1, h2, h3, h4, h5, h6',
    link: 'a[href]',
    listitem: 'li',
    main: 'main',
    menuitem: '[role=menuitem]',
    navigation: 'nav',
    option: '[role=option], option',
    radio: 'input[type=radio], [role=radio]',
    region: 'section[aria-label], section[aria-labelledby], [role=region]',
    searchbox: 'input[type=search], [role=searchbox]',
    status: '[role=status], output',
    tab: '[role=tab]',
    tabpanel: '[role=tabpanel]',
    textbox: 'input:not([type]), input[type=text], input[type=url], textarea, [role=textbox]',
  }
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  // What is written in boxes of their own is not one word.
  const textOf = (element: Element | null) =>
    tidy(element instanceof HTMLElement ? element.innerText : element?.textContent)
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby')
    if (by) {
      return by
        .split(/\s+/)
        .map((id) => textOf(document.getElementById(id)))
        .join(' ')
    }
    const labels = [...((element as HTMLInputElement).labels ?? [])].map(textOf).join(' ')
    const legend = textOf(element.querySelector(':scope > legend'))
    const own = element.getAttribute('aria-label')
    return tidy(own ?? (labels || legend || textOf(element) || element.getAttribute('title')))
  }
  const isShown = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0
  const matches = (element: Element, step: Step) =>
    (isShown(element) || element.matches('input[type=file], option')) &&
    (step.name === null || nameOf(element) === step.name) &&
    (step.pattern === null || new RegExp(step.pattern).test(nameOf(element))) &&
    (step.text === null || tidy(element.textContent).includes(step.text))
  let found: ParentNode[] = [document]
  for (const step of steps) {
    const selector = step.css ?? (step.role === null ? '*' : (roles[step.role] ?? `[role=${step.role}]`))
    const below = found.flatMap((each) => [...each.querySelectorAll(selector)])
    found = [...new Set(below)].filter((element) => matches(element, step))
  }
  return found as Element[]
}
