import type { Label } from '../protocol.ts'
import type { Dossier } from './dossier.ts'
import { html, type Markup, printPage, table } from './print-page.ts'

const words = {
  title: { zh: '通话卷宗', en: 'Call dossier' },
  call: { zh: '通话', en: 'Call' },
  agent: { zh: '坐席', en: 'Agent' },
  caller: { zh: '来电号码', en: 'Caller' },
  queue: { zh: '队列', en: 'Queue' },
  began: { zh: '开始', en: 'Began' },
  ended: { zh: '结束', en: 'Ended' },
  scenario: { zh: '情况', en: 'Scenario' },
  outcome: { zh: '结果', en: 'Outcome' },
  disposition: { zh: '小结', en: 'Wrap-up' },
  version: { zh: '话术版本', en: 'Script version' },
  transcript: { zh: '对话原文', en: 'Transcript' },
  time: { zh: '时间', en: 'At' },
  speaker: { zh: '谁', en: 'Who' },
  speakers: { agent: { zh: '坐席', en: 'Agent' }, caller: { zh: '用户', en: 'Caller' } },
  said: { zh: '说了什么', en: 'What was said' },
  shown: { zh: '系统提示的话', en: 'Sentences shown to the agent' },
  sentence: { zh: '提示', en: 'Sentence' },
  source: { zh: '出处', en: 'Source case' },
  approved: { zh: '审定', en: 'Approved' },
  notPublished: { zh: '随程序文件，未在系统中审定', en: 'from the files, not approved in the system' },
  warnings: { zh: '用语提醒', en: 'Warnings' },
  rule: { zh: '规则', en: 'Rule' },
  instead: { zh: '应该说', en: 'Better' },
  fate: { zh: '后来', en: 'What became of it' },
  fates: { open: { zh: '没补救', en: 'Not repaired' }, repaired: { zh: '补回来了', en: 'Repaired' }, dismissed: { zh: '坐席说是误报', en: 'Dismissed by the agent' } },
  facts: { zh: '已知信息', en: 'Facts' },
  fact: { zh: '信息', en: 'Fact' },
  value: { zh: '内容', en: 'Value' },
  origin: { zh: '来自', en: 'From' },
  origins: { heard: { zh: '听到', en: 'heard' }, agent: { zh: '坐席填写', en: 'agent' }, system: { zh: '系统带入', en: 'system' } },
  conventions: { zh: '服务规范', en: 'Conventions' },
  convention: { zh: '规范', en: 'Convention' },
  kept: { zh: '做到', en: 'kept' },
  missed: { zh: '没做到', en: 'missed' },
  evidence: { zh: '记录是否完整', en: 'Integrity of the record' },
  intact: { zh: '逐条核对无误，记录没有被改动', en: 'every entry checked; the record is untouched' },
  broken: { zh: '记录有问题', en: 'the record is not as it was written' },
  older: { zh: '条早于校验链，不能证明', en: 'entries are older than the chain and prove nothing' },
  entries: { zh: '条记录，最后一条校验值', en: 'entries, last hash' },
  written: { zh: '出具', en: 'Written' },
  none: { zh: '无', en: 'none' },
} as const

/** Hours, minutes and seconds of a call, `1:02:03` or `02:03`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds < 3_600 ? rest : `${String(Math.floor(seconds / 3_600))}:${rest}`
}

/** A moment as people of the centre write it, `zone` minutes ahead of UTC. */
export const momentText = (at: number | null, zone: number): string => (at === null ? '' : new Date(at + zone * 60_000).toISOString().slice(0, 19).replace('T', ' '))

/** The dossier as a page that prints. */
export function dossierPage(dossier: Dossier, language: 'zh' | 'en', zone: number, nonce: string): string {
  const t = (label: Label): string => label[language]
  const { call, evidence } = dossier
  const rows: readonly (readonly [Label, string])[] = [
    [words.call, call.id],
    [words.agent, call.team === null ? call.agent : `${call.agent} · ${call.team}`],
    [words.caller, call.callerNumber],
    [words.queue, call.queue],
    [words.began, momentText(call.startedAt, zone)],
    [words.ended, momentText(call.endedAt, zone)],
    [words.scenario, call.scenario ? t(call.scenario) : ''],
    [words.outcome, call.outcome ? t(call.outcome) : ''],
    [words.disposition, [call.disposition, call.notes].filter((text) => text !== null && text !== '').join(' · ')],
    [words.version, call.libraryVersion],
  ]
  const body = html`<h1>${t(words.title)}</h1>
${table([], rows.filter(([, value]) => value !== '').map(([label, value]) => [html`<strong>${t(label)}</strong>`, value]))}
<h2>${t(words.transcript)}</h2>${table([t(words.time), t(words.speaker), t(words.said)], dossier.transcript.map(({ atMs, speaker, text }) => [clockText(atMs), t(words.speakers[speaker]), text]))}
<h2>${t(words.shown)}</h2>${table([t(words.time), t(words.sentence), t(words.source), t(words.approved)], dossier.shown.map(({ atMs, text, phrase, source, approval }) => [clockText(atMs), html`${text}<br><small>${phrase}</small>`, source ?? '', approval ? `${approval.approver ?? approval.author} · ${momentText(approval.at, zone)}` : t(words.notPublished)]))}
<h2>${t(words.warnings)}</h2>${dossier.warnings.length === 0 ? t(words.none) : warnings(dossier, t)}
<h2>${t(words.facts)}</h2>${dossier.facts.length === 0 ? t(words.none) : table([t(words.fact), t(words.value), t(words.origin)], dossier.facts.map(({ label, value, origin }) => [t(label), t(value), origin === null ? '' : t(words.origins[origin as keyof typeof words.origins])]))}
<h2>${t(words.conventions)}</h2>${table([t(words.convention), t(words.fate), t(words.said)], dossier.conventions.filter(({ status }) => status !== 'not applicable').map(({ label, status, match }) => [t(label), status === 'kept' ? t(words.kept) : t(words.missed), match ?? '']))}
<h2>${t(words.evidence)}</h2>
<p class="${evidence.faults.length === 0 ? 'good' : 'bad'}">${evidence.faults.length === 0 ? t(words.intact) : `${t(words.broken)}: ${evidence.faults.map(({ message }) => message).join('; ')}`}</p>
<p>${evidence.entries} ${t(words.entries)} <code>${evidence.hash}</code>${evidence.unproven > 0 ? ` · ${String(evidence.unproven)} ${t(words.older)}` : ''}</p>
<p class="soft">${t(words.written)}: ${dossier.writtenBy} · ${momentText(dossier.writtenAt, zone)}</p>`
  return printPage({ language, title: `${t(words.title)} ${call.id}`, nonce, body })
}

function warnings(dossier: Dossier, t: (label: Label) => string): Markup {
  return table(
    [t(words.time), t(words.said), t(words.rule), t(words.instead), t(words.fate)],
    dossier.warnings.map(({ atMs, said, rule, category, sayInstead, state, dismissedBecause }) => [clockText(atMs), said, `${rule} · ${category}`, sayInstead, `${t(words.fates[state])}${dismissedBecause === null ? '' : ` · ${dismissedBecause}`}`]),
  )
}
