import { useCallback, useEffect, useState } from 'react'
import { listenForKeys } from '../ui/keys.ts'

interface DocumentPictureInPicture {
  requestWindow: (options: { readonly width: number; readonly height: number }) => Promise<Window>
}
declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture
  }
}

const size = { width: 560, height: 380 }

function dress(panel: Document): void {
  for (const sheet of document.querySelectorAll('link[rel=stylesheet], style')) panel.head.append(sheet.cloneNode(true))
  panel.documentElement.lang = document.documentElement.lang
  panel.documentElement.dataset['theme'] = document.documentElement.dataset['theme'] ?? 'light'
  panel.title = document.title
}

/** A small window that stays on top of the softphone (Document Picture-in-Picture), with this page's styles and keys. */
export function useFloatingWindow(): { readonly window: Window | null; readonly toggle: () => Promise<'opened' | 'closed' | 'missing'> } {
  const [panel, setPanel] = useState<Window | null>(null)
  const toggle = useCallback(async () => {
    if (panel !== null) {
      panel.close()
      return 'closed'
    }
    try {
      const opened = await window.documentPictureInPicture?.requestWindow(size)
      if (opened === undefined) return 'missing'
      dress(opened.document)
      setPanel(opened)
      return 'opened'
    } catch {
      return 'missing'
    }
  }, [panel])
  useEffect(() => {
    if (panel === null) return
    const stop = listenForKeys(panel.document)
    const gone = () => setPanel(null)
    panel.addEventListener('pagehide', gone)
    return () => {
      stop()
      panel.removeEventListener('pagehide', gone)
      panel.close()
    }
  }, [panel])
  return { window: panel, toggle }
}
