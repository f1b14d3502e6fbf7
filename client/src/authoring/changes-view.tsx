import { Segmented } from 'antd'
import { useState } from 'react'
import type { DraftView, FileDiff, LibraryChangeView } from '../../../server/protocol.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState } from '../ui/states.tsx'
import styles from './changes-view.module.css'
import { FlowDifference } from './structure/flow-difference.tsx'

const lineKinds: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed', '@': 'place' }

function Meaning({ draft, change: { kind, id, change, title, fields, structure } }: { readonly draft: DraftView; readonly change: LibraryChangeView }) {
  const t = useText()
  return (
    <article className={styles['change']}>
      <h3><i data-change={change}>{t(authoringWords.kindOfChange[change])}</i> {t(authoringWords.kinds[kind])} <b>{t(title)}</b> <code>{id}</code></h3>
      {structure && <FlowDifference draft={draft} flow={id} changes={structure} />}
      <dl>
        {fields.map(({ field, label, before, after }) => (
          <div key={`${field} ${label.en}`}>
            <dt>{t(label)}</dt>
            <dd>
              {before !== null && <del>{t(before)}</del>}
              {after !== null && <ins>{t(after)}</ins>}
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
