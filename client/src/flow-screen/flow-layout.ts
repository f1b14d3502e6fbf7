import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { Label, PageStep, ScenarioPage } from '../../../server/protocol.ts'

export interface Point {
  readonly x: number
  readonly y: number
}
export interface PlacedStep extends Point {
  readonly step: PageStep
  readonly width: number
  readonly height: number
}
/** One line between two steps; reactions that lead the same way share it. */
export interface PlacedWay {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly labels: readonly string[]
  readonly points: readonly Point[]
  readonly label: (Point & { readonly width: number; readonly height: number }) | null
}
export interface FlowLayout {
  readonly width: number
  readonly height: number
  readonly steps: readonly PlacedStep[]
  readonly ways: readonly PlacedWay[]
}

const size = { say: [216, 68], ask: [216, 68], decide: [132, 48], switch: [190, 48], end: [160, 48] } as const
const lineHeight = 18

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '14',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.edgeLabels.inline': 'false',
}

/** Room for a text: Chinese characters are as wide as they are high, the rest about half. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 13 : 7.2), 0) + 10

/** The lines of a flow: one for each pair of steps, with everything that leads that way. */
export function linesOf(steps: ScenarioPage['steps'], language: keyof Label): readonly Pick<PlacedWay, 'id' | 'from' | 'to' | 'labels'>[] {
  const lines = new Map<string, { id: string; from: string; to: string; labels: string[] }>()
  for (const { id: from, ways } of steps) {
    for (const { to, label } of ways) {
      const id = `${from}→${to}`
      const line = lines.get(id)
      if (line) line.labels.push(label[language])
      else lines.set(id, { id, from, to, labels: [label[language]] })
    }
  }
  return [...lines.values()]
}

/** Places the steps of a flow, top to bottom, without crossing more lines than needed. The work is done beside the page. */
export async function layOut({ steps }: Pick<ScenarioPage, 'steps'>, language: keyof Label): Promise<FlowLayout> {
  const elk = new ELK({ workerUrl })
  try {
    const lines = linesOf(steps, language)
    const graph: ElkNode = {
      id: 'flow',
      layoutOptions: options,
      children: steps.map(({ id, kind }) => ({ id, width: size[kind][0], height: size[kind][1] })),
      edges: lines.map(({ id, from, to, labels }) => ({
        id,
        sources: [from],
        targets: [to],
        labels: [{ text: labels.join('\n'), width: Math.max(...labels.map(widthOf)), height: labels.length * lineHeight }],
      })),
    }
    const placed = await elk.layout(graph)
    const at = new Map(placed.children?.map((child) => [child.id, child]))
    const routed = new Map(placed.edges?.map((edge) => [edge.id, edge]))
    return {
      width: placed.width ?? 0,
      height: placed.height ?? 0,
      steps: steps.map((step) => ({ step, x: at.get(step.id)?.x ?? 0, y: at.get(step.id)?.y ?? 0, width: size[step.kind][0], height: size[step.kind][1] })),
      ways: lines.map((line) => ({ ...line, ...routeOf(routed.get(line.id)) })),
    }
  } finally {
    elk.terminateWorker()
  }
}

function routeOf(edge: ElkExtendedEdge | undefined): Pick<PlacedWay, 'points' | 'label'> {
  const [section] = edge?.sections ?? []
  const [label] = edge?.labels ?? []
  return {
    points: section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [],
    label: label ? { x: label.x ?? 0, y: label.y ?? 0, width: label.width ?? 0, height: label.height ?? 0 } : null,
  }
}
