import type { DraftedFlow, DraftView } from '../../../../server/protocol.ts'
import type { Catalogue } from './flow-texts.ts'
import type { FlowEdit } from './use-flow-edit.ts'

/** What every part of the structure editor works with. */
export interface FlowTools {
  readonly draft: DraftView
  readonly catalogue: Catalogue
  readonly edit: FlowEdit
  readonly flow: DraftedFlow
  /** The flow as it is published; null for a new scenario. */
  readonly before: DraftedFlow | null
  /** Changes the structure alone. */
  readonly change: (next: (flow: DraftedFlow) => DraftedFlow) => void
  readonly selected: string | null
  readonly select: (step: string | null) => void
}

/** A name that a step may have, in a flow that does not have it yet. */
export const isFreeName = ({ steps }: DraftedFlow, name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} ,'’()（），-]{0,59}$/u.test(name) && !Object.hasOwn(steps, name)
