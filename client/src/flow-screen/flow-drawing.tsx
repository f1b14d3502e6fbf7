import { useText } from '../i18n/use-text.ts'
import type { FlowLayout } from './flow-layout.ts'
import { roundedPath } from './flow-parts.tsx'
import styles from './flow-drawing.module.css'

/** The flow on paper: the same layout as on screen, scaled to the width of the page. */
export function FlowDrawing({ layout }: { readonly layout: FlowLayout }) {
  const t = useText()
  return (
    <svg className={styles['drawing']} viewBox={`-8 -8 ${layout.width + 16} ${layout.height + 16}`} aria-hidden>
      <defs>
        <marker id="printed-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {layout.ways.map(({ id, points, labels, label }) => (
        <g key={id}>
          <path className={styles['way']} d={roundedPath(points)} markerEnd="url(#printed-arrow)" />
          {label && labels.map((text, line) => <text key={text} className={styles['label']} x={label.x + label.width / 2} y={label.y + 13 + line * 18}>{text}</text>)}
        </g>
      ))}
      {layout.steps.map(({ step, x, y, width, height }) => (
        <g key={step.id}>
          <rect className={styles['step']} x={x} y={y} width={width} height={height} rx={step.kind === 'end' || step.kind === 'switch' ? 24 : 8} data-kind={step.kind} />
          <text x={x + width / 2} y={y + height / 2 + 5}>{t(step.label)}</text>
        </g>
      ))}
    </svg>
  )
}
