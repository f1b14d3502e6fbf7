import type { FactView, KeyPoint, Label, PhraseText, StepPlace, Warning } from './call-view.ts'

/** What the pages of drills show. Types only. Times in a drill are ms since it began. */

export type Temperament = 'calm' | 'hurried' | 'furious' | 'talkative' | 'elderly'
/** study: the sentence is shown; practice: it is shown when asked for, which costs points; exam: it is not. */
export type DrillMode = 'study' | 'practice' | 'exam'
export type DrillLevel = 1 | 2 | 3

/** `GET /api/training/drills/choices`. */
export interface DrillChoice {
  readonly scenario: string
  readonly title: Label
  readonly family: string
  readonly familyLabel: Label
  /** How many ways the call can take, and how many of them this trainee has passed. */
  readonly branches: number
  readonly passed: number
}
export interface DrillTurn {
  readonly id: string
  readonly speaker: 'agent' | 'caller'
  readonly text: string
  readonly atMs: number
}
/** A drill as the trainee sees it. What the mode hides is null or empty. */
export interface DrillView {
  readonly id: string
  readonly scenario: string
  readonly title: Label
  readonly mode: DrillMode
  readonly level: DrillLevel
  readonly temperament: Temperament
  readonly startedAt: number
  readonly turns: readonly DrillTurn[]
  /** What the trainee's records show; it may be said to the caller. */
  readonly records: readonly Label[]
  readonly place: StepPlace | null
  readonly sentence: PhraseText | null
  readonly points: readonly KeyPoint[]
  readonly asks: FactView | null
  readonly warning: Warning | null
  readonly hints: number
  readonly over: boolean
}
export interface DrillScoreView {
  readonly total: number
  readonly passed: boolean
  readonly points: { readonly said: number; readonly all: number; readonly score: number; readonly most: number }
  readonly wording: { readonly score: number; readonly most: number; readonly warnings: readonly Warning[] }
  readonly order: { readonly score: number; readonly most: number; readonly retries: number; readonly hints: number }
  readonly outcome: string | null
  readonly failedBecause: Label | null
  readonly passMark: number
  readonly answerMs: number | null
}
export interface DebriefTurnView {
  readonly utteranceId: string
  readonly atMs: number
  readonly caller: string
  readonly said: string
  readonly expected: string
  readonly place: { readonly flow: string; readonly step: string; readonly title: Label | null }
  readonly points: readonly { readonly label: Label; readonly heard: string | null; readonly said: boolean }[]
  readonly warnings: readonly Warning[]
  /** Null when it was good. */
  readonly better: string | null
}
/** `GET /api/training/drills/:id/debrief`. */
export interface DebriefView {
  readonly drill: Pick<DrillView, 'id' | 'scenario' | 'title' | 'mode' | 'level' | 'temperament' | 'startedAt'>
  readonly score: DrillScoreView
  readonly turns: readonly DebriefTurnView[]
  /** Steps of the scenario's own flow that the call came by, in order, its end last: the way to draw on the graph. */
  readonly path: readonly string[]
  /** The course that the drill was started from; null without one. `reached`: this drill counts as done there. */
  readonly course: { readonly assignment: string; readonly course: string; readonly passMark: number; readonly reached: boolean } | null
}
/** `GET /api/training/drills`: the trainee's own, newest first. */
export interface DrillSummary {
  readonly id: string
  readonly scenario: string
  readonly title: Label
  readonly mode: DrillMode
  readonly level: DrillLevel
  readonly startedAt: number
  readonly endedAt: number | null
  readonly total: number | null
  readonly passed: boolean | null
}
