import { describe, expect, it } from 'vitest'
import { callView } from '../../server/live/call-view.ts'
import { foldAll } from '../../server/live/fold.ts'
import type { JournalEntry } from '../../server/live/call-events.ts'
import { replay } from '../../server/training/replay.ts'
import { replayTimeline } from '../../server/training/replay-timeline.ts'
import { engine, journalOf, startedAt } from './sample-journals.ts'
import { longJournal } from './long-call.ts'

/** The plain way: fold everything up to the moment. */
const folded = (entries: readonly JournalEntry[], ms: number) => foldAll(entries.filter(({ at }, index) => index === 0 || at <= startedAt + ms))

describe('Scrubbing', () => {
  const { entries } = longJournal(400)
  const { stateAt, viewAt, screenAt, end } = replay(entries, engine)
  const lastMs = (entries.at(-1)?.at ?? 0) - startedAt

  it('shows at every second what the fold of the journal up to that second gives', () => {
    for (let ms = -1_000; ms <= lastMs + 2_000; ms += 1_000) expect(stateAt(ms)).toEqual(folded(entries, ms))
  })

  it('shows the same going back as going forward', () => {
    const moments = [lastMs, 65_000, 64_999, 3_000, 0, lastMs / 2]
    for (const ms of moments) {
      const view = callView(folded(entries, ms), engine)
      expect(viewAt(ms)).toEqual(view)
      expect({ ...screenAt(ms), utterances: view.utterances }).toEqual(view)
    }
    expect(viewAt(lastMs)).toEqual(callView(end, engine))
  })

  it('keeps its order when the clock was set back during the call', () => {
    const back = entries.map((entry, index) => (index > 20 ? { ...entry, at: entry.at - 5_000 } : entry))
    const end20 = (back[20]?.at ?? 0) - startedAt
    expect(replay(back, engine).stateAt(end20 - 1).nextSeq).toBeLessThanOrEqual(21)
    expect(replay(back, engine).stateAt(lastMs).nextSeq).toBe(entries.length)
  })

  it('refuses a journal with a gap, naming the entry', () => {
    expect(() => replay(entries.filter(({ seq }) => seq !== 30), engine)).toThrow(/lacks entry 30/u)
  })
})

describe('Words that are not at hand', () => {
  it('give way to the sentences that the journal shows', () => {
    const old = journalOf('repeat-repair-full-check').map(({ event, ...entry }): JournalEntry => {
      if (event.type === 'call started') return { ...entry, event: { ...event, libraryVersion: 'long gone' } }
      return { ...entry, event: event.type === 'guidance shown' ? { ...event, text: `旧：${event.text}` } : event }
    })
    const { viewAt, ownWords } = replay(old, engine)
    expect(ownWords).toBe(false)
    expect(viewAt(0).guidance.phrase?.parts).toEqual([{ text: '旧：您好，谢谢您打来。' }])
    expect(viewAt(0).guidance.variants).toEqual([])
  })
})

describe('The time line', () => {
  const timeline = (id: string) => replayTimeline(replay(journalOf(id), engine), engine)
  const of = (id: string, kind: string) => timeline(id).marks.filter((mark) => mark.kind === kind)

  it('marks a warning with its fate and the time of its repair', () => {
    const [warning] = of('repeat-repair-full-check', 'warning')
    expect(warning).toMatchObject({ severity: 'block', fate: 'repaired' })
    expect(warning?.untilMs).toBeGreaterThan(warning?.atMs ?? 0)
  })

  it('leaves the end of an unrepaired warning open', () => {
    expect(of('fire-agent-insists', 'warning')).toContainEqual(expect.objectContaining({ fate: 'firm', untilMs: null }))
  })

  it('marks every sentence given, every reaction with its words, and danger as an interruption', () => {
    expect(of('repeat-repair-full-check', 'guidance')[0]).toMatchObject({ atMs: 0, detail: { zh: '您好，谢谢您打来。' } })
    expect(of('smoke-in-the-middle', 'reaction')).toContainEqual(expect.objectContaining({ detail: { zh: '冒烟', en: '冒烟' } }))
    expect(of('smoke-in-the-middle', 'interruption').length).toBeGreaterThanOrEqual(1)
  })

  it('says when what was heard, and when the screen changed', () => {
    const { utterances, changes, durationMs } = timeline('repeat-repair-full-check')
    expect(utterances.length).toBeGreaterThanOrEqual(10)
    expect(changes[0]).toBe(0)
    expect(changes).toEqual(changes.toSorted((one, other) => one - other))
    for (const { heardMs } of utterances) expect(changes).toContain(heardMs)
    expect(durationMs).toBeGreaterThan(changes.at(-1) ?? 0)
  })
})
