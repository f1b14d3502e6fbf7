/** A piece of a page whose texts are escaped already. */
export interface Markup {
  readonly markup: string
}
type Piece = string | number | null | Markup | readonly Piece[]

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const written = (piece: Piece): string => {
  if (piece === null) return ''
  if (typeof piece === 'string') return piece.replaceAll(/[&<>"']/gu, (sign) => signs[sign] ?? sign)
  if (typeof piece === 'number') return String(piece)
  return 'markup' in piece ? piece.markup : piece.map(written).join('')
}

/** Markup from a template; every text that is put in is escaped. */
export const html = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup => ({ markup: texts.map((text, number) => text + (number < pieces.length ? written(pieces[number] ?? null) : '')).join('') })

const style = `
@page { margin: 16mm 14mm; }
body { margin: 0 auto; max-width: 900px; padding: 24px; color: #1d2129; background: #fff; font: 14px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; }
h1 { margin: 0 0 4px; font-size: 22px; }
h2 { margin: 24px 0 6px; padding-bottom: 3px; border-bottom: 2px solid #1d2129; font-size: 16px; break-after: avoid; }
p { margin: 4px 0; }
small, .soft { color: #59616e; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 5px 8px; border: 1px solid #c9ced6; text-align: left; vertical-align: top; }
th { background: #f5f6f8; font-weight: 600; }
.tight { white-space: nowrap; }
td.number, th.number { text-align: right; white-space: nowrap; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
mark { background: none; border-bottom: 2px solid #c0262d; font-weight: 600; color: inherit; }
.good { color: #1a7f4b; } .bad { color: #c0262d; font-weight: 600; }
code { font: 12px ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; } }
`

/** A page that prints well on A4. `nonce`: lets its style pass the content security policy. */
export const printPage = ({ language, title, nonce, body }: { readonly language: 'zh' | 'en'; readonly title: string; readonly nonce: string; readonly body: Markup }): string =>
  html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><title>${title}</title><style nonce="${nonce}">${{ markup: style }}</style></head>
<body>${body}</body>
</html>
`.markup

/** A table with a heading row; `numbers`: which columns hold figures. */
export const table = (heading: readonly string[], rows: readonly (readonly Piece[])[], numbers: ReadonlySet<number> = new Set()): Markup => {
  const kind = (column: number): Markup => ({ markup: numbers.has(column) ? ' class="number"' : '' })
  return html`<table><thead><tr>${heading.map((text, column) => html`<th${kind(column)}>${text}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell, column) => html`<td${kind(column)}>${cell}</td>`)}</tr>`)}</tbody></table>`
}
