/** A message to another system that waits to be taken, or that nobody took. Times are ms since the epoch; `payload` is JSON. */
export interface WebhookRow {
  readonly id: string
  readonly receiver: string
  readonly event: string
  readonly call_id: string
  readonly payload: string
  readonly created_at: number
  readonly attempts: number
  readonly due_at: number
  readonly status: 'waiting' | 'dead'
  readonly last_error: string | null
}
export interface WebhookTables {
  readonly webhook_outbox: WebhookRow
}
