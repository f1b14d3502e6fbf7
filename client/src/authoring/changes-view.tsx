import { Segmented } from 'antd'
import { useState } from 'react'
import type { DraftView, FileDiff, LibraryChangeView } from '../../../server/protocol.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState } from '../ui/states.tsx'
import styles from './changes-view.module.css'
import { FlowDifference } from './structure/flow-difference.tsx'

const lineKinds: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' }

/** A value as a reader takes it in: texts as they are, lists line by line. */
function written(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(written).join('\n')
  if (typeof value === 'object' && value !== null) {
    if ('pieces' in value && Array.isArray(value.pieces)) return value.pieces.map(written).join('')
    if ('text' in value) return String(value.text)
    if ('fact' in value) return `{${String(value.fact)}}`
    return Object.entries(value).map(([key, each]) => `${key}: ${written(each)}`).join(' · ')
  }
  return value === null ? '' : String(value)
}

function Meaning({ draft, change: { kind, id, change, fields, structure } }: { readonly draft: DraftView; readonly change: LibraryChangeView }) {
  const t = useText()
  return (
    <article className={styles['change']}>
      <h3><i data-change={change}>{t(authoringWords.kindOfChange[change])}</i> {t(authoringWords.kinds[kind])} <code>{id}</code></h3>
      {structure && <FlowDifference draft={draft} flow={id} changes={structure} />}
      <dl>
        {fields.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {before !== null && <del>{written(before)}</del>}
              {after !== null && <ins>{written(after)}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function File({ file: { path, diff } }: { readonly file: FileDiff }) {
  const lines = diff.split('\n').filter((line) => !/^(?:={3,}|---|\+\+\+|Index)/u.test(line))
  return (
    <article className={styles['change']}>
      <h3><code>{path}</code></h3>
      {/* Lines of a diff have nothing but their number. */}
      <pre>{lines.map((line, number) => <span key={`${String(number)} ${line}`} data-line={lineKinds[line.slice(0, 1)]}>{line}{'\n'}</span>)}</pre>
    </article>
  )
}

/** What the draft changes: by meaning, or as the files differ. */
export function ChangesView({ draft }: { readonly draft: DraftView }) {
  const { changes, diffs, faults } = draft
  const t = useText()
  const [chosen, setBy] = useState<'meaning' | 'file'>('meaning')
  // What has faults cannot be understood; its files can still be compared.
  const by = faults.length > 0 ? 'file' : chosen
  if (diffs.length === 0) return <EmptyState title={t(authoringWords.none)} />
  return (
    <section className={styles['changes']}>
      <Segmented<'meaning' | 'file'> disabled={faults.length > 0} value={by} onChange={setBy} options={[{ value: 'meaning', label: t(authoringWords.byMeaning) }, { value: 'file', label: t(authoringWords.byFile) }]} />
      {by === 'meaning' ? changes.map((change) => <Meaning key={`${change.kind} ${change.id}`} draft={draft} change={change} />) : diffs.map((file) => <File key={file.path} file={file} />)}
    </section>
  )
}
