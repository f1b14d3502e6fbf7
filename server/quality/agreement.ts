/**
 * Krippendorff's alpha for ordered categories: 1 is full agreement, 0 what chance would give, below 0 systematic disagreement.
 * `units`: for each thing judged, the rank that each judge gave it (any increasing numbers), null where one did not judge it.
 * Units with fewer than two judgements tell nothing and are left out. Null when nothing is left, or when every judgement left is the same.
 * Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D with the ordinal metric of section E.
 */
export function krippendorffAlpha(units: readonly (readonly (number | null)[])[]): number | null {
  const judged = units.map((unit) => unit.filter((value) => value !== null)).filter(({ length }) => length >= 2)
  const values = [...new Set(judged.flat())].sort((left, right) => left - right)
  if (values.length < 2) return null
  const place = new Map(values.map((value, index) => [value, index]))
  const coincidences = values.map(() => values.map(() => 0))
  for (const unit of judged) {
    unit.forEach((one, first) =>
      unit.forEach((other, second) => {
        const row = coincidences[place.get(one) ?? 0]
        const column = place.get(other) ?? 0
        if (first !== second && row) row[column] = (row[column] ?? 0) + 1 / (unit.length - 1)
      }),
    )
  }
  const totals = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0))
  const all = totals.reduce((sum, count) => sum + count, 0)
  let observed = 0
  let expected = 0
  coincidences.forEach((row, low) =>
    row.forEach((count, high) => {
      if (high <= low) return
      const distance = ordinalDistance(totals, low, high)
      observed += count * distance
      expected += (totals[low] ?? 0) * (totals[high] ?? 0) * distance
    }),
  )
  return 1 - ((all - 1) * observed) / expected
}

/** Ranks are as far apart as the judgements that lie between them, the ends half. */
function ordinalDistance(totals: readonly number[], low: number, high: number): number {
  const between = totals.slice(low, high + 1).reduce((sum, count) => sum + count, 0)
  return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2
}
