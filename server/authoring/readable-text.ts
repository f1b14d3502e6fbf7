import { factDefinition, isFactId } from '../../flows/facts.ts'
import { isCatalogueReaction, isOwnReaction } from '../../flows/reactions.ts'
import { flowTitle } from '../library/flow-title.ts'
import type { Library } from '../library/library.ts'
import { flowsOf } from '../library/library-flows.ts'
import { pieces } from '../library/placeholders.ts'
import { validDays } from '../library/validity.ts'
import type { Label } from '../protocol.ts'
import { fieldLabels, shownValues } from './readable-words.ts'

export const plain = (text: string): Label => ({ zh: text, en: text })
export const both = (labels: readonly Label[], zh: string, en = zh): Label => ({ zh: labels.map((label) => label.zh).join(zh), en: labels.map((label) => label.en).join(en) })
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A fact by what it is called. */
export const factLabel = (id: string): Label => (isFactId(id) ? { zh: factDefinition(id).zh, en: factDefinition(id).en } : plain(id))

/** A sentence with the figures of the policy written in, and facts by what they are called: 购机〔购机日期〕起 7 天. */
export function spoken(say: string, language: keyof Label = 'zh'): string {
  return pieces(say).map((piece) => ('text' in piece ? piece.text : `〔${factLabel(piece.fact)[language]}〕`)).join('')
}

/** What the ids under a key stand for; null where the key holds no ids. */
function named(library: Library, key: string, id: string): Label | null {
  if (key === 'scenario' || key === 'scenarios') return flowTitle(library, id)
  if (key === 'reaction' || key === 'waived_by' || key === 'reactions') return reactionName(library, id)
  if (key === 'speaks_fact' || key === 'knows_fact' || key === 'fact') return factLabel(id)
  if (key === 'rules') return plain(library.ruleFiles.flatMap(({ rules }) => rules).find((rule) => rule.id === id)?.name ?? id)
  if (key === 'conventions' || key === 'repairs') return library.conventions.find((each) => each.id === id)?.label ?? plain(id)
  return shownValues[key]?.[id] ?? null
}

/** A reaction by its label. */
export function reactionName(library: Library, id: string): Label {
  return isCatalogueReaction(id) || isOwnReaction(id) ? flowsOf(library).reactionLabel(id) : plain(id)
}

/** A key of the files by what it is called; the key itself where nobody named it. */
export const keyLabel = (key: string): Label => fieldLabels[key] ?? (isFactId(key) ? factLabel(key) : plain(key))

/** The first moments of the first and last day, or the days as written. */
function days({ from, until }: Readonly<Record<string, unknown>>): Label {
  const day = (at: unknown, farthest: number): string => (typeof at === 'string' ? at : typeof at === 'number' && at !== farthest ? new Date(at).toLocaleDateString('sv-SE') : '')
  const never = validDays({})
  const [first, last] = [day(from, never.from), day(until, never.until)]
  const text = (begin: string, end: string): string => [first && `${begin} ${first}`, last && `${end} ${last}`].filter((part) => part !== '').join(' ')
  return { zh: text('从', '到'), en: text('from', 'until') }
}

/** A value of the library as a person reads it. `key`: what it stands under, which says what ids in it mean. */
export function readable(library: Library, key: string, value: unknown): Label {
  if (typeof value === 'string') return named(library, key, value) ?? (key === 'en' ? plain(spoken(value, 'en')) : { zh: spoken(value), en: spoken(value, 'en') })
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (Array.isArray(value)) return both(value.map((each) => readable(library, key, each)), '\n')
  if (!isRecord(value)) return plain(value === null || value === undefined ? '' : String(value))
  if (key === 'valid') return days(value)
  const { zh, en, ...rest } = value
  const label = typeof zh === 'string' && typeof en === 'string' ? [{ zh, en }] : Object.entries({ ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) }).map(([each, held]) => readable(library, each, held))
  const others = Object.entries(rest).filter(([each]) => each !== 'id').map(([each, held]) => {
    const [name, text] = [keyLabel(each), readable(library, each, held)]
    return { zh: `${name.zh}：${text.zh.replaceAll('\n', '、')}`, en: `${name.en}: ${text.en.replaceAll('\n', ', ')}` }
  })
  return both([...label, ...others], ' · ')
}
