import type { Mark } from '../../../server/protocol.ts'

/** A stretch of text with the marks that lie on it, most urgent first. */
export interface MarkedSlice {
  readonly start: number
  readonly text: string
  readonly marks: readonly Mark[]
}

const urgency = { forbidden: 0, point: 1, cue: 2, fact: 3 } as const

/** Cuts a text wherever a mark begins or ends (UTF-16 offsets). Marks may overlap; what lies outside the text is cut off. */
export function sliceByMarks(text: string, marks: readonly Mark[]): readonly MarkedSlice[] {
  const inside = (at: number) => Math.min(Math.max(at, 0), text.length)
  const cuts = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [inside(start), inside(end)])])
  const edges = [...cuts].toSorted((one, other) => one - other)
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? 0
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end)
    return { start, text: text.slice(start, end), marks: here.toSorted((one, other) => urgency[one.kind] - urgency[other.kind]) }
  })
}
