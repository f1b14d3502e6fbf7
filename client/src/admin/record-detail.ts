import type { Label, Role } from '../../../server/protocol.ts'
import { recordWords } from '../i18n/record-words.ts'
import { roleWords } from '../i18n/role-words.ts'

const plain = (text: string): Label => ({ zh: text, en: text })
const known = <T>(texts: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(texts, key) ? texts[key] : undefined)
const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(roleWords, value)

/** A value of the record's detail in words; `nameOf` knows people and teams by their id. */
function valueLabel(key: string, value: unknown, nameOf: (id: string) => string): Label {
  if (value === null) return recordWords.none
  if (typeof value === 'boolean') return value ? recordWords.yes : recordWords.no
  if (Array.isArray(value)) {
    const labels = value.map((each) => valueLabel(key, each, nameOf))
    return { zh: labels.map(({ zh }) => zh).join('、'), en: labels.map(({ en }) => en).join(', ') }
  }
  if (key === 'roles' && isRole(value)) return roleWords[value]
  const text = String(value)
  if (key === 'by') return known(recordWords.ways, text) ?? plain(text)
  return plain(key === 'team' ? nameOf(text) || text : text)
}

/** What the record says beside the act, in words; what it has no words for stands as it was written. */
export function detailLabel(detail: Readonly<Record<string, unknown>>, nameOf: (id: string) => string): Label {
  const parts = Object.entries(detail).filter(([, value]) => value !== '').map(([key, value]): Label => {
    const name = known(recordWords.names, key) ?? plain(key)
    const words = valueLabel(key, value, nameOf)
    return { zh: `${name.zh}：${words.zh}`, en: `${name.en}: ${words.en}` }
  })
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') }
}
