import type { CompiledRule } from './compiled-rules.ts'

/**
 * Why a breach is one and what to say instead. Where it may as well be a breach of `rivals`, the reason names them, and the sentence is
 * one that fits all of them: that of their category, or the one for any.
 */
export function advice({ definition, category, whenUnsure }: CompiledRule, rivals: readonly CompiledRule[]): { readonly why: string; readonly sayInstead: string } {
  const { name, why, say_instead: sayInstead } = definition
  const neutral = rivals.every((rival) => rival.category === category) ? whenUnsure.category : whenUnsure.any
  if (rivals.length === 0 || neutral === null) return { why, sayInstead }
  return { why: `拿不准是哪一条：像“${name}”，也像${rivals.map((rival) => `“${rival.definition.name}”`).join('、')}`, sayInstead: neutral }
}
