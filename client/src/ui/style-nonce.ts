/**
 * Style sheets that Ant Design and its parts write into the page carry the nonce that the server put there: not all of them pass one on.
 * Markup that came in with words from outside is not made this way and stays without effect. Call it before anything is drawn.
 */
export function signStyleSheets(page: Document): void {
  const { nonce } = page.querySelector<HTMLMetaElement>('meta[property=csp-nonce]') ?? {}
  if (!nonce) return
  const create = page.createElement.bind(page)
  const createSigned = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const made = create(name, options)
    if (made instanceof HTMLStyleElement) made.nonce = nonce
    return made
  }
  page.createElement = createSigned as Document['createElement']
}
