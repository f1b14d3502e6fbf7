import '@xyflow/react/dist/base.css'
import { Background, Controls, MarkerType, ReactFlow, useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import type { FlowLayout } from './flow-layout.ts'
import type { FlowMarks } from './flow-marks.ts'
import { type CallPath, type StepNode, StepShape, type WayEdge, WayLine } from './flow-parts.tsx'
import styles from './flow-graph.module.css'
import { SteadyView } from './steady-view.tsx'
import { thickness, type WayCounts } from './way-counts.ts'

const nodeTypes = { step: StepShape }
const whole = { padding: 0.06, minZoom: 0.35, maxZoom: 1 }
const readable = 0.6
const edgeTypes = { way: WayLine }

/** Where to look: at the step that the call is in; else at the whole flow where that can be read; else at its beginning. */
function Follow({ layout, at, initial, steady }: { readonly layout: FlowLayout; readonly at: string | null; readonly initial: string; readonly steady: boolean }) {
  const { setCenter, getZoom, fitView } = useReactFlow()
  const store = useStoreApi()
  const looked = useRef(false)
  useEffect(() => {
    if (steady && looked.current) return
    looked.current = true
    const look = async () => {
      await fitView(whole)
      const placed = layout.steps.find(({ step: { id } }) => id === (at ?? initial))
      if (!placed || (at === null && getZoom() >= readable)) return
      const zoom = Math.max(getZoom(), 0.8)
      // The first step stands near the upper edge, whatever the height of the drawing.
      const below = at === null ? Math.max(0, store.getState().height / 2 / zoom - 110) : 0
      await setCenter(placed.x + placed.width / 2, placed.y + placed.height / 2 + below, { zoom })
    }
    void look()
  }, [layout, at, initial, steady, setCenter, getZoom, fitView, store])
  return null
}

interface Props {
  readonly layout: FlowLayout
  readonly initial: string
  readonly selected: string | null
  readonly path: CallPath | null
  /** How often stored calls went each way; null: not to be shown. */
  readonly counts: WayCounts | null
  /** What differs from before, and what is at fault, where a flow is being changed. */
  readonly marks?: FlowMarks
  /** Stay where one looks when the flow changes. */
  readonly steady?: boolean
  readonly onSelect: (step: string) => void
}

/** A flow as a drawing that can be zoomed and walked; the way of a call stands out, or else how often calls went each way. */
export function FlowGraph({ layout, initial, selected, path, counts, marks, steady = false, onSelect }: Props) {
  const t = useText()
  const nodes = useMemo(
    () =>
      layout.steps.map((placed): StepNode => ({
        id: placed.step.id,
        type: 'step',
        position: { x: placed.x, y: placed.y },
        data: { placed, initial: placed.step.id === initial, path, reached: counts && (counts.reached.get(placed.step.id) ?? 0), difference: marks?.steps.get(placed.step.id), faulty: marks?.faulty.has(placed.step.id) ?? false },
        selected: placed.step.id === selected,
        draggable: false,
        ariaLabel: t(placed.step.label),
      })),
    [layout, initial, selected, path, counts, marks, t],
  )
  const edges = useMemo(
    () =>
      layout.ways.map((way): WayEdge => {
        const passed = path?.ways.has(way.id) ?? false
        const taken = counts && (counts.taken.get(way.id) ?? 0)
        const thick = counts === null ? thickness(0, 0) : thickness(taken ?? 0, counts.most)
        return { id: way.id, type: 'way', source: way.from, target: way.to, data: { way, passed, taken, thick, difference: marks?.ways.get(way.id) }, markerEnd: { type: MarkerType.ArrowClosed, markerUnits: 'userSpaceOnUse', width: 22, height: 22, color: passed ? 'var(--brand)' : 'var(--faint)' }, focusable: false }
      }),
    [layout, path, counts, marks],
  )
  return (
    <div className={styles['graph']}>
      <ReactFlow<StepNode, WayEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodeClick={(_event, { id }) => onSelect(id)}
        nodesConnectable={false}
        fitView
        fitViewOptions={whole}
        minZoom={0.2}
        maxZoom={2}
        aria-label={t(libraryWords.flow)}
      >
        <Background gap={24} color="var(--line)" />
        <Controls showInteractive={false} />
        {steady && <SteadyView layout={layout} look={path?.at ?? selected} initial={initial} />}
        <Follow layout={layout} at={path?.at ?? null} initial={initial} steady={steady} />
      </ReactFlow>
    </div>
  )
}
