import { BaseEdge, EdgeLabelRenderer, type Edge, type EdgeProps, Handle, type Node, type NodeProps, Position } from '@xyflow/react'
import { coverageWords } from '../i18n/coverage-words.ts'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import { structureWords } from '../i18n/structure-words.ts'
import type { FlowDifference } from './flow-marks.ts'
import type { PlacedStep, PlacedWay, Point } from './flow-layout.ts'
import styles from './flow-graph.module.css'

/** Where a call has been in this flow, and where it stands. */
export interface CallPath {
  readonly passed: ReadonlySet<string>
  /** The lines walked, as `from→to`. */
  readonly ways: ReadonlySet<string>
  readonly at: string | null
}
/** `reached`, `taken`: how often stored calls came by; null while that is not known or a call's own way is shown. */
export type StepNode = Node<{ readonly placed: PlacedStep; readonly initial: boolean; readonly path: CallPath | null; readonly reached: number | null; readonly difference?: FlowDifference | undefined; readonly faulty?: boolean }, 'step'>
export type WayEdge = Edge<{ readonly way: PlacedWay; readonly passed: boolean; readonly taken: number | null; readonly thick: number; readonly difference?: FlowDifference | undefined }, 'way'>

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

/** The middle of the longest stretch: where a number has most room. */
function middleOf(points: readonly Point[]): Point {
  const stretches = points.slice(1).map((to, before) => ({ from: points[before] ?? to, to }))
  const length = ({ from, to }: (typeof stretches)[number]): number => Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
  const [longest] = stretches.toSorted((a, b) => length(b) - length(a))
  return longest ? { x: (longest.from.x + longest.to.x) / 2, y: (longest.from.y + longest.to.y) / 2 } : { x: 0, y: 0 }
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const part = Math.min(corner, length / 2) / length
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

/** A step as a shape of its kind: box speaks, notched box asks, lozenge decides, round ends, arrow goes elsewhere. */
export function StepShape({ data: { placed, initial, path, reached, difference, faulty = false }, selected }: NodeProps<StepNode>) {
  const t = useText()
  const { step, width, height } = placed
  const [sentence] = step.sentences
  const words = sentence?.parts.map((part) => ('text' in part ? part.text : `{${t(part.label)}}`)).join('')
  const here = path?.at === step.id
  return (
    <div className={styles['step']} data-kind={step.kind} data-selected={selected} data-passed={path?.passed.has(step.id) ?? false} data-here={here} data-never={reached === 0} data-difference={difference} data-faulty={faulty} style={{ width, height }}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <b>
        {faulty && <i title={t(structureWords.marks.faulty)} data-fault>⚠</i>}
        {initial && <i title={t(libraryWords.start)}>▶</i>}
        {here && <i title={t(libraryWords.here)}>☎</i>}
        {step.kind === 'switch' && <i>→</i>}
        {t(step.label)}
      </b>
      {words !== undefined && <span>{words}</span>}
      {difference && <u data-difference={difference}>{t(structureWords.marks[difference])}</u>}
      {step.kind !== 'decide' && reached !== null && reached > 0 && <em title={t(coverageWords.step.reached(reached))}>{reached}</em>}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  )
}

/** A line with what must happen for the call to go that way, as thick as calls went it, with their number. */
export function WayLine({ id, data, markerEnd }: EdgeProps<WayEdge>) {
  if (!data) return null
  const { way, passed, taken, thick, difference } = data
  const { label } = way
  const middle = middleOf(way.points)
  return (
    <>
      <BaseEdge id={id} path={roundedPath(way.points)} {...(markerEnd && { markerEnd })} className={styles['way']} data-passed={passed} data-never={taken === 0} data-difference={difference} style={passed || difference ? {} : { strokeWidth: thick }} />
      {taken !== null && taken > 0 && (
        <EdgeLabelRenderer>
          <div className={styles['taken']} style={{ translate: `calc(${middle.x}px - 50%) calc(${middle.y}px - 50%)` }}>
            {taken}
          </div>
        </EdgeLabelRenderer>
      )}
      {label && (
        <EdgeLabelRenderer>
          <div className={styles['wayLabel']} data-difference={difference} style={{ width: label.width, translate: `${label.x}px ${label.y}px` }}>
            {way.labels.map((text) => (
              <span key={text}>{text}</span>
            ))}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  )
}
