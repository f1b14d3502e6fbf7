import { Component, type ReactNode } from 'react'
import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState } from './states.tsx'

function Broken({ error }: { readonly error: Error }) {
  const t = useText()
  return (
    <EmptyState title={t(appWords.pageBroken)} actions={<button type="button" onClick={() => location.reload()}>{t(appWords.reload)}</button>}>
      <code>{error.message}</code>
    </EmptyState>
  )
}

/** Shows what failed instead of a blank page. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state = { error: null as Error | null }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />
  }
}
