import { flowTitle } from '../library/flow-title.ts'
import type { Library } from '../library/library.ts'
import { itemsOf, scorecardsWith } from '../library/scorecards.ts'
import type { Label, LibraryChangeView } from '../protocol.ts'
import type { FieldChange, LibraryChange } from './library-changes.ts'
import { keyLabel, plain, reactionName, readable } from './readable-text.ts'

type Fields = LibraryChangeView['fields']
/** One thing before and after, under its key; `label`: what it is called, where the key does not say it. */
interface Difference {
  readonly key: string
  readonly label: Label
  readonly before: unknown
  readonly after: unknown
}

/** What differs between two libraries as a reviewer reads it: everything by its name, figures written in, of long lists only what differs. */
export function readableChanges(entries: readonly LibraryChange[], before: Library, after: Library): readonly LibraryChangeView[] {
  return entries.filter(({ id }) => id !== 'harmless').map(({ kind, id, change, fields, structure }) => {
    const held = change === 'removed' ? before : after
    const differences = fields.flatMap((field) => differencesOf(kind, field, before, after))
    return { kind, id, change, title: titleOf(held, kind, id), fields: differences.flatMap((each) => shown(each, before, after)), ...(structure && { structure }) }
  })
}

function titleOf(library: Library, kind: LibraryChange['kind'], id: string): Label {
  if (kind === 'rule') return plain(library.ruleFiles.flatMap(({ rules }) => rules).find((rule) => rule.id === id)?.name ?? id)
  if (kind === 'cue') return library.cues.find((cue) => cue.id === id)?.label ?? plain(id)
  if (kind === 'scorecard') return scorecardsWith(library).find((card) => card.id === id)?.title ?? plain(id)
  if (kind === 'other') return keyLabel(id)
  if (kind !== 'phrase') return flowTitle(library, id)
  const [flow = '', key = ''] = id.split('/')
  const [title, point] = [flowTitle(library, flow), library.phrases.get(id)?.points[0]?.label ?? plain(key)]
  return { zh: `${title.zh} · ${point.zh}`, en: `${title.en} · ${point.en}` }
}

/** A field taken apart into what a reader compares: sentence by sentence, item by item. */
function differencesOf(kind: LibraryChange['kind'], { field, before, after }: FieldChange, was: Library, is: Library): readonly Difference[] {
  const whole: Difference = { key: field, label: keyLabel(field), before, after }
  if (kind === 'reaction') return [{ ...whole, label: reactionName(after === undefined ? was : is, field) }]
  if (kind === 'scorecard') return [scorecardField(whole, was, is)]
  if (kind === 'phrase' && field === 'sentences') return parts(before, after, 'style').flatMap(sentence)
  if (kind !== 'other') return [whole]
  if (isRecords(before) || isRecords(after)) return parts(before, after, 'id')
  return isRecord(before) && isRecord(after) ? parts(Object.entries(before).map(entry), Object.entries(after).map(entry), 'id').map((part) => unwrapped(part, was, is)) : [whole]
}

const entry = ([id, value]: readonly [string, unknown]) => ({ id, value })
const unwrapped = ({ key, before, after }: Difference, was: Library, is: Library): Difference => ({
  key,
  label: key.includes(' ') || key.startsWith('own:') ? reactionName(after === undefined ? was : is, key) : keyLabel(key),
  before: isRecord(before) ? before['value'] : undefined,
  after: isRecord(after) ? after['value'] : undefined,
})

/** A sentence: what is said, its English, and when. */
function sentence({ key, label, before, after }: Difference): readonly Difference[] {
  const at = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined)
  const said = (value: unknown): unknown => (Array.isArray(at(value, 'pieces')) ? (at(value, 'pieces') as readonly Readonly<Record<string, unknown>>[]).map((piece) => ('text' in piece ? String(piece['text']) : `{${String(piece['fact'])}}`)).join('') : undefined)
  const all: readonly Difference[] = [
    { key, label, before: said(before), after: said(after) },
    { key: 'en', label: { zh: `${label.zh}（英文）`, en: `${label.en} (English)` }, before: at(before, 'en'), after: at(after, 'en') },
    { key: 'valid', label: { zh: `${label.zh}（有效期）`, en: `${label.en} (valid)` }, before: at(before, 'valid'), after: at(after, 'valid') },
  ]
  return all.filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after))
}

function scorecardField(whole: Difference, was: Library, is: Library): Difference {
  const [id = '', aspect] = whole.key.split(' › ')
  const items = [...scorecardsWith(is), ...scorecardsWith(was)].flatMap(itemsOf)
  const nameOf = (item: string): Label => items.find((each) => each.id === item)?.label ?? plain(item)
  if (whole.key === 'order') return { ...whole, before: (whole.before as readonly string[]).map(nameOf), after: (whole.after as readonly string[]).map(nameOf) }
  if (aspect === undefined) return items.some((item) => item.id === id) ? { ...whole, label: nameOf(id) } : whole
  const [name, what] = [nameOf(id), keyLabel(aspect)]
  return { ...whole, key: aspect, label: { zh: `${name.zh}：${what.zh}`, en: `${name.en}: ${what.en}` } }
}

/** The parts of two lists of records that differ, by what tells them apart. */
function parts(before: unknown, after: unknown, by: string): readonly Difference[] {
  const [was, is] = [before, after].map((list) => new Map((isRecords(list) ? list : []).map((each) => [String(each[by]), each])))
  return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((key): readonly Difference[] => {
    const [then, now] = [was?.get(key), is?.get(key)]
    const { label } = now ?? then ?? {}
    return JSON.stringify(then) === JSON.stringify(now) ? [] : [{ key, label: isLabel(label) ? label : keyLabel(key), before: then, after: now }]
  })
}

/** Both sides in words; of two lists only the entries that the other does not have, unless they differ in their order alone. */
function shown({ key, label, before, after }: Difference, was: Library, is: Library): Fields {
  const [then, now] = Array.isArray(before) && Array.isArray(after) && key !== 'order' ? onlyDifferent(before, after) : [before, after]
  const text = (library: Library, value: unknown): Label | null => (value === undefined ? null : readable(library, key, value))
  return [{ field: key, label, before: text(was, then), after: text(is, now) }]
}

function onlyDifferent(before: readonly unknown[], after: readonly unknown[]): readonly [unknown, unknown] {
  const [was, is] = [before, after].map((list) => new Set(list.map((each) => JSON.stringify(each))))
  const [gone, fresh] = [before.filter((each) => !is?.has(JSON.stringify(each))), after.filter((each) => !was?.has(JSON.stringify(each)))]
  if (gone.length === 0 && fresh.length === 0) return [before, after]
  return [gone.length === 0 ? undefined : gone, fresh.length === 0 ? undefined : fresh]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRecords = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] => Array.isArray(value) && value.length > 0 && value.every(isRecord)
const isLabel = (value: unknown): value is Label => isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string'
