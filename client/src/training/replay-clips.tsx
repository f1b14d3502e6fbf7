import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useFailureText } from '../connection/http-failed.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './replay-notes.module.css'
import type { Stretch } from './replay-scrub.tsx'
import { usePlaylistChanges, usePlaylists } from './use-notes.ts'

interface Props {
  readonly callId: string
  readonly chosen: Stretch | null
  readonly onFrom: () => void
  readonly onTo: () => void
  readonly onSaved: () => void
}
const fresh = 'new'

/** Cuts a stretch of the call for a lesson: [ and ] set its ends, then it goes into a playlist. */
export function ReplayClips({ callId, chosen, onFrom, onTo, onSaved }: Props) {
  const t = useText()
  const failureText = useFailureText()
  const { message } = App.useApp()
  const { data: playlists = [] } = usePlaylists()
  const changes = usePlaylistChanges()
  const [title, setTitle] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const [name, setName] = useState('')
  const list = picked ?? playlists[0]?.id ?? fresh
  const ready = chosen !== null && chosen.toMs > chosen.fromMs && title.trim() !== '' && (list !== fresh || name.trim() !== '')
  const save = async () => {
    if (!ready || chosen === null) return
    try {
      const id = list === fresh ? (await changes.begin(name.trim())).id : list
      const saved = await changes.add(id, { callId, title: title.trim(), fromMs: Math.round(chosen.fromMs), toMs: Math.round(chosen.toMs) })
      void message.success(t(replayWords.clipSaved(saved.title)))
      setTitle('')
      setPicked(id)
      onSaved()
    } catch (failure) {
      void message.error(failureText(failure))
    }
  }
  return (
    <div className={styles['form']}>
      <div className={styles['range']}>
        <button type="button" data-set={chosen !== null} onClick={onFrom}>{t(replayWords.clipFrom)} {chosen && clock(chosen.fromMs)} <KeyCap of="[" /></button>
        <button type="button" data-set={chosen !== null && chosen.toMs > chosen.fromMs} onClick={onTo}>{t(replayWords.clipTo)} {chosen && chosen.toMs > chosen.fromMs && clock(chosen.toMs)} <KeyCap of="]" /></button>
      </div>
      <Input value={title} maxLength={120} placeholder={t(replayWords.clipTitle)} aria-label={t(replayWords.clipTitle)} onChange={({ target }) => setTitle(target.value)} onPressEnter={() => void save()} />
      <Select value={list} aria-label={t(replayWords.choosePlaylist)} onChange={setPicked} options={[...playlists.map(({ id, title: label }) => ({ value: id, label })), { value: fresh, label: t(replayWords.newPlaylist) }]} />
      {list === fresh && <Input value={name} maxLength={120} placeholder={t(replayWords.playlistTitle)} aria-label={t(replayWords.playlistTitle)} onChange={({ target }) => setName(target.value)} onPressEnter={() => void save()} />}
      <Button type="primary" disabled={!ready} onClick={() => void save()}>{t(replayWords.save)}</Button>
    </div>
  )
}
