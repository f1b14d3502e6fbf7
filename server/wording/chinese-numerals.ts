const scales: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 亿: 100_000_000 }

const scaleUnits = new Map(Object.entries(scales).map(([character, value]) => [character.charCodeAt(0), value]))
const scaleFlags = new Uint8Array(65536)
for (const unit of scaleUnits.keys()) scaleFlags[unit] = 1

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
export const isScale = (unit: number): boolean => scaleFlags[unit] === 1

/** 1 for digits and scales, over all UTF-16 units. */
export const numeralFlags = Uint8Array.from(scaleFlags, (flag, unit) => (flag === 1 || isDigit(unit) ? 1 : 0))

/**
 * The value of a run of digits and scales, e.g. units of "1百2十3" → 123, "3千5" → 3500, "十5" → 15; null where the run
 * is plain digits, is only scales (百, 千万 as in "千万别"), or puts them in an order that is no number.
 */
export function numeralValue(units: ArrayLike<number>, from: number, to: number): number | null {
  let total = 0
  let section = 0
  let current: number | null = null
  let lastScale = Number.POSITIVE_INFINITY
  let sawScale = false
  let sawDigit = false
  for (let index = from; index < to; index++) {
    const unit = units[index] ?? 0
    const scale = scaleUnits.get(unit)
    if (scale === undefined) {
      sawDigit = true
      current = (current ?? 0) * 10 + (unit - 48)
      if (current > 1e12) return null
    } else {
      if (current === null && scale !== 10 && !(scale >= 10_000 && section > 0)) return null
      sawScale = true
      if (scale >= 10_000) {
        total = (total + section + (current ?? 0)) * scale
        section = 0
        lastScale = scale
      } else {
        if (scale >= lastScale && lastScale < 10_000) return null
        section += (current ?? 1) * scale
        lastScale = scale
      }
      current = null
    }
  }
  if (!sawScale || (!sawDigit && to - from > 1)) return null
  const zeroBefore = to - 2 >= from && units[to - 2] === 48
  const tail = current === null ? 0 : lastScale > 10 && lastScale < Number.POSITIVE_INFINITY && current < 10 && !zeroBefore ? (current * lastScale) / 10 : current
  return total + section + tail
}
