import type { Authoring } from '../authoring/authoring.ts'
import type { Sessions } from '../identity/sessions.ts'
import type { ClientSocket } from '../live/watchers.ts'
import type { SettingsOnDisk } from '../privacy/settings.ts'
import type { Cluster } from './cluster.ts'

export interface NewsTools {
  readonly sessions: Sessions
  readonly settings: SettingsOnDisk
  readonly authoring: Authoring | undefined
  readonly browsers: () => Iterable<ClientSocket>
  readonly failed: (error: unknown) => void
}

/** Tells the other nodes what concerns all, and hears it from them. All of it is on disk too, where each node looks from time to time, so that a message may be lost. */
export function shareNews({ bus }: Cluster, { sessions, settings, authoring, browsers, failed }: NewsTools): void {
  sessions.onEnded((ids) => bus.tell('sessions ended', ids))
  bus.on('sessions ended', (ids) => {
    for (const socket of browsers()) if (ids.includes(socket.data.sessionId ?? '')) socket.disconnect(true)
  })
  settings.onChanged(() => bus.tell('settings changed'))
  bus.on('settings changed', () => void settings.load().catch(failed))
  authoring?.publisher.onPublished(() => bus.tell('published'))
  bus.on('published', () => void authoring?.tick().catch(failed))
}
