import { isFactId } from '../../flows/facts.ts'
import { policy } from '../../flows/policy.ts'

/** A piece of a sentence: plain text, or a placeholder to be filled from the call's facts. */
export type Piece = { readonly text: string } | { readonly fact: string }

/** `{fact}` and `{policy.id}`. */
const placeholder = /\{([^{}]*)\}/gu

/** Names in braces that are neither a fact nor a policy figure. */
export function unknownPlaceholders(sentence: string): readonly string[] {
  return [...sentence.matchAll(placeholder)]
    .map((match) => match[1] ?? '')
    .filter((name) => !isFactId(name) && policyValue(name) === null)
}

/** The sentence cut at its fact placeholders; policy figures are already written in. */
export function pieces(sentence: string): readonly Piece[] {
  const cut: Piece[] = []
  let text = ''
  let from = 0
  for (const match of sentence.matchAll(placeholder)) {
    const name = match[1] ?? ''
    text += sentence.slice(from, match.index)
    from = match.index + match[0].length
    const figure = policyValue(name)
    if (figure !== null) text += figure
    else {
      if (text !== '') cut.push({ text })
      cut.push({ fact: name })
      text = ''
    }
  }
  text += sentence.slice(from)
  return text === '' ? cut : [...cut, { text }]
}

function policyValue(name: string): string | null {
  const id = name.startsWith('policy.') ? name.slice('policy.'.length) : ''
  return Object.hasOwn(policy, id) ? String(policy[id as keyof typeof policy].value) : null
}
