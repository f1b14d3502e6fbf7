import { type FactValue, factDefinition, fitsFact, isFactId } from '../../flows/facts.ts'

const affirmed: Readonly<Record<string, boolean>> = { true: true, yes: true, '1': true, false: false, no: false, '0': false }

/**
 * Facts out of a telephone system's variables, which are all texts: numbers and yes or no are read, what is no fact or does not fit is left out.
 * A call is not lost for a variable that is set wrongly.
 */
export function channelFacts(variables: Readonly<Record<string, string>>): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([id, text]) => {
      if (!isFactId(id)) return []
      const { kind } = factDefinition(id)
      const value = kind === 'number' ? (text.trim() === '' ? Number.NaN : Number(text)) : kind === 'yes-no' ? affirmed[text.toLowerCase()] : text
      return fitsFact(id, value) ? [[id, value]] : []
    }),
  )
}
