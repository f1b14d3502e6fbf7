import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps, Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import type { PlacedStep, PlacedWay, Point } from './flow-layout.ts'
import styles from './flow-graph.module.css'

/** Where a call has been in this flow, and where it stands. */
export interface CallPath {
  readonly passed: ReadonlySet<string>
  /** The lines walked, as `from→to`. */
  readonly ways: ReadonlySet<string>
  readonly at: string | null
}
export type StepNode = Node<{ readonly placed: PlacedStep; readonly initial: boolean; readonly path: CallPath | null }, 'step'>
export type WayEdge = Edge<{ readonly way: PlacedWay; readonly passed: boolean }, 'way'>

const corner = 8

/** A line through right-angled points, its corners rounded. */
export function roundedPath(points: readonly Point[]): string {
  return points
    .map((point, at) => {
      const before = points[at - 1]
      const after = points[at + 1]
      if (!before) return `M${point.x} ${point.y}`
      if (!after) return `L${point.x} ${point.y}`
      const into = towards(point, before)
      const out = towards(point, after)
      return `L${into.x} ${into.y}Q${point.x} ${point.y} ${out.x} ${out.y}`
    })
    .join('')
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const part = Math.min(corner, length / 2) / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** A step as a shape of its kind: box speaks, notched box asks, lozenge decides, round ends, arrow goes elsewhere. */
export function StepShape({ data: { placed, initial, path }, selected }: NodeProps<StepNode>) {
  const t = useText()
  const { step, width, height } = placed
  const [sentence] = step.sentences
  const words = sentence?.parts.map((part) => ('text' in part ? part.text : `{${t(part.label)}}`)).join('')
  const here = path?.at === step.id
  return (
    <div className={styles['step']} data-kind={step.kind} data-selected={selected} data-passed={path?.passed.has(step.id) ?? false} data-here={here} style={{ width, height }}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <b>
        {initial && <i title={t(libraryWords.start)}>▶</i>}
        {here && <i title={t(libraryWords.here)}>☎</i>}
        {step.kind === 'switch' && <i>→</i>}
        {t(step.label)}
      </b>
      {words !== undefined && <span>{words}</span>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  )
}

/** A line with what must happen for the call to go that way. */
export function WayLine({ id, data, markerEnd }: EdgeProps<WayEdge>) {
  if (!data) return null
  const { way, passed } = data
  const { label } = way
  return (
    <>
      <BaseEdge id={id} path={roundedPath(way.points)} {...(markerEnd && { markerEnd })} className={styles['way']} data-passed={passed} />
      {label && (
        <EdgeLabelRenderer>
          <div className={styles['wayLabel']} style={{ width: label.width, translate: `${label.x}px ${label.y}px` }}>
            {way.labels.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
}
