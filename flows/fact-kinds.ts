/** A label in the two languages of the interface. */
export interface Label {
  readonly zh: string
  readonly en: string
}

/** A whole number with its unit, e.g. days since purchase. */
export interface NumberFact extends Label {
  readonly kind: 'number'
  readonly unit: Label
}

/** One of a few named options. */
export interface ChoiceFact extends Label {
  readonly kind: 'choice'
  readonly options: Readonly<Record<string, Label>>
}

/** Yes or no. */
export interface YesNoFact extends Label {
  readonly kind: 'yes-no'
}

/** Free text the agent types or the system fills in: a time, a name, a symptom. */
export interface TextFact extends Label {
  readonly kind: 'text'
}

export type FactDefinition = NumberFact | ChoiceFact | YesNoFact | TextFact

export type ValueOf<D extends FactDefinition> = D extends NumberFact
  ? number
  : D extends ChoiceFact
    ? keyof D['options'] & string
    : D extends YesNoFact
      ? boolean
      : string

/** Declares a group of facts, keeping the literal option names for the type checker. */
export const defineFacts = <const T extends Readonly<Record<string, FactDefinition>>>(facts: T): T => facts
