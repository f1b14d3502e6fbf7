/**
 * A fault in a rule, a word set or a pattern. `offending` is the text at fault and `position` its UTF-16 offset within the
 * field's value, so that a loader can name file and line; `rule` and `field` say where it stands.
 */
export class WordingError extends Error {
  readonly rule: string | null
  readonly field: string | null
  readonly offending: string
  readonly position: number | null
  /** The message in Chinese. */
  readonly zh: string

  constructor(message: string, zh: string, offending: string, place: { rule?: string | null; field?: string | null; position?: number | null } = {}) {
    super(message)
    this.name = 'WordingError'
    this.zh = zh
    this.offending = offending
    this.rule = place.rule ?? null
    this.field = place.field ?? null
    this.position = place.position ?? null
  }

  /** The same fault, placed in a rule and a field. */
  at(rule: string | null, field: string): WordingError {
    const place = [rule === null ? null : `rule ${rule}`, field].filter((part) => part !== null).join(', ')
    const where = [rule === null ? null : `规则 ${rule}`, field].filter((part) => part !== null).join('，')
    return new WordingError(`${place}: ${this.message}`, `${where}：${this.zh}`, this.offending, { rule, field, position: this.position })
  }
}
