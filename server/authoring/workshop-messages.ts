import type { ErrorCode } from '../errors.ts'
import type { Progress, WorkshopAsked, WorkshopOrder } from './workshop-orders.ts'

type NamedOrder = { readonly [K in WorkshopOrder]: { readonly name: K; readonly asked: WorkshopAsked<K> } }[WorkshopOrder]

/** What a workshop elsewhere is told. */
export type WorkshopMessage = { readonly kind: 'order'; readonly id: number; readonly order: NamedOrder } | { readonly kind: 'cancel'; readonly id: number }
/** What it tells. */
export type WorkshopAnswerMessage =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly code: ErrorCode; readonly message: string; readonly zh: string | null }
