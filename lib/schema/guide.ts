/** Answers to questions: the id of the answer, by the id of the question. */
export type Answers = { readonly [question: string]: string }

/** A question with the answers that it takes. */
export type Question = {
  readonly id: string
  readonly text: string
  /** Asked only after these answers. */
  readonly when?: Answers
  readonly answers: readonly Answer[]
}

export type Answer = {
  readonly id: string
  readonly title: string
  /** One sentence: what it means. */
  readonly note: string
}

/** Where answers lead. */
export type Outcome = {
  readonly when: Answers
  /** The provider, by the value that is written. */
  readonly provider: string
  /** The template that a new configuration starts from. */
  readonly template: string
  readonly why: string
  readonly source: string
}

/** Questions that tell which of the providers of one vendor is meant. */
export type ProviderGuide = {
  /** The question that all of them answer: "Which Okta?" */
  readonly title: string
  readonly providers: readonly string[]
  readonly questions: readonly Question[]
  readonly outcomes: readonly Outcome[]
}

const agree = (when: Answers, answers: Answers): boolean =>
  Object.entries(when).every(([question, answer]) => answers[question] === answer)

/** The questions that are to be asked with what is answered so far. */
export function questionsOf({ questions }: ProviderGuide, answers: Answers): readonly Question[] {
  return questions.filter(({ when = {} }) => agree(when, answers))
}

/** Where the answers lead; undefined while there are too few. Answers to what is not asked do not count. */
export function outcomeOf(guide: ProviderGuide, answers: Answers): Outcome | undefined {
  const asked = questionsOf(guide, answers).map(({ id }) => id)
  const counted = Object.fromEntries(Object.entries(answers).filter(([id]) => asked.includes(id)))
  return guide.outcomes.find(({ when }) => agree(when, counted))
}
