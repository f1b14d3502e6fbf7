import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useLayoutEffect, useRef } from 'react'
import type { FlowLayout } from './flow-layout.ts'

const placeOf = (layout: FlowLayout, id: string) => layout.steps.find(({ step }) => step.id === id)

/**
 * Keeps what one looks at where it is while the flow is drawn anew: the step that is looked at (else the one before, else the first) stays under the eye.
 * A step that is chosen outside the picture is brought into it.
 */
export function SteadyView({ layout, look, initial }: { readonly layout: FlowLayout; readonly look: string | null; readonly initial: string }) {
  const { getViewport, setViewport } = useReactFlow()
  const store = useStoreApi()
  const drawn = useRef<FlowLayout | null>(null)
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    const before = drawn.current
    drawn.current = layout
    if (before === null) return
    let { x, y } = getViewport()
    const { zoom } = getViewport()
    for (const id of [look, shown.current, initial]) {
      const was = id === null ? undefined : placeOf(before, id)
      const now = id === null ? undefined : placeOf(layout, id)
      if (!was || !now) continue
      x -= (now.x - was.x) * zoom
      y -= (now.y - was.y) * zoom
      break
    }
    const goal = look === null || look === shown.current ? undefined : placeOf(layout, look)
    if (goal) {
      shown.current = look
      const { width, height } = store.getState()
      const [left, top] = [goal.x * zoom + x, goal.y * zoom + y]
      if (left < 0 || left + goal.width * zoom > width) x = width / 2 - (goal.x + goal.width / 2) * zoom
      if (top < 0 || top + goal.height * zoom > height) y = height / 2 - (goal.y + goal.height / 2) * zoom
    }
    void setViewport({ x, y, zoom })
  }, [layout, look, initial, getViewport, setViewport, store])
  return null
}
