import type { FactView, WrapupDraft } from '../protocol.ts'
import { boardOf } from '../wording/warning-board.ts'
import { callSummary } from './call-view.ts'
import { judgeConventions } from './convention-results.ts'
import type { CallState } from './call-state.ts'
import { factViews } from './fact-view.ts'
import type { LiveEngine } from './ports.ts'
import { firmWarnings } from './warnings.ts'

/** What the wrap-up form starts from: facts, steps, promises, warnings, and a summary in Chinese made of them. */
export function wrapupDraft(state: CallState, engine: LiveEngine): WrapupDraft {
  const { scenario } = callSummary(state, engine)
  const facts = factViews(state, engine.flows).filter(({ value, origin }) => value !== null && origin !== 'system')
  const steps = state.passed.map(({ flow, step, at }) => ({
    scenario: engine.flowInfo(flow)?.title ?? { zh: flow, en: flow },
    step,
    atMs: at - state.startedAt,
  }))
  const promises = state.promises.map(({ text, at }) => ({ text, atMs: at - state.startedAt }))
  const warnings = boardOf(firmWarnings(state)).all.filter(({ state: fate }) => fate !== 'retracted' && fate !== 'dismissed')
  const disposition = engine.dispositions.find(({ outcomes }) => state.outcome !== null && outcomes.includes(state.outcome))
  const conventions = state.conventionResults ?? judgeConventions(state, engine)
  const draft = { scenario, outcome: state.outcome, facts, steps, promises, warnings, conventions, suggestedDisposition: disposition?.id ?? null }
  return { ...draft, dispositions: engine.dispositions.map(({ id, label }) => ({ id, label })), summary: summary(draft, disposition?.label.zh ?? null) }
}

type Draft = Omit<WrapupDraft, 'dispositions' | 'summary'>

function summary({ scenario, facts, promises, warnings, conventions }: Draft, result: string | null): string {
  const repaired = warnings.filter(({ state }) => state === 'repaired').length
  const forgotten = conventions.filter(({ status, severity, group }) => status === 'missed' && severity === 'must' && group !== 'never')
  const said = (fact: FactView): string => `${fact.label.zh} ${fact.shown?.zh ?? ''}`
  return [
    `来电事由：${scenario?.zh ?? '未确定场景'}。`,
    facts.length > 0 ? `已了解：${facts.map(said).join('，')}。` : '',
    result === null ? '' : `处理结果：${result}。`,
    promises.length > 0 ? `承诺：${promises.map(({ text }) => text.replace(/[。！？]$/u, '')).join('；')}。` : '',
    warnings.length > 0 ? `用语提醒 ${String(warnings.length)} 次，已补救 ${String(repaired)} 次。` : '',
    forgotten.length > 0 ? `通话规范未做到：${forgotten.map(({ label }) => label.zh).join('、')}。` : '',
  ].filter((line) => line !== '').join('\n')
}
