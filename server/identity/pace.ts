/** Events that one connection may send at once, and those that are added each second. */
const most = 200
const perSecond = 50

/** Whether a connection keeps the pace that people and their pages have: a bucket of {@link most} that fills again by {@link perSecond}. `now`: ms of any steady clock. */
export function pace(now: () => number): () => boolean {
  let left = most
  let at = now()
  return () => {
    const passed = now() - at
    at += passed
    left = Math.min(most, left + (passed / 1_000) * perSecond)
    if (left < 1) return false
    left -= 1
    return true
  }
}
