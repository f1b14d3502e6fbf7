import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { itemsOf } from '../../server/library/scorecards.ts'

const folder = mkdtempSync(join(tmpdir(), 'sunline-cards-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What loading says to a scorecard of this text. */
function faultsOf(text: string): string {
  cpSync(join(libraryRoot, 'schema'), join(folder, 'schema'), { recursive: true })
  mkdirSync(join(folder, 'scorecards'), { recursive: true })
  writeFileSync(join(folder, 'scorecards', 'card.yaml'), text)
  return readLibrary(folder).faults.filter(({ file }) => file === 'scorecards/card.yaml').map(({ file, line, message, zh }) => `${file}:${String(line)}: ${message} / ${zh}`).join('\n')
}
const card = (items: string): string => `id: card\ntitle: { zh: 表, en: Card }\npass_score: 80\nsections:\n  - title: { zh: 段, en: Part }\n    items:\n${items}`
const item = (id: string, rest = '        weight: 10\n'): string => `      - id: ${id}\n        label: { zh: 项, en: Item }\n        guide: { zh: 看, en: Look }\n${rest}`

test('the scorecards of the library are sound, each with weights of 100', () => {
  const cards = readLibrary(libraryRoot).library.scorecards
  expect(cards.map(({ id }) => id)).toEqual(['complaint-call', 'hotline-call'])
  expect(cards.map((each) => itemsOf(each).reduce((sum, { weight = 0 }) => sum + weight, 0))).toEqual([100, 100])
})
test('a fault names its file, its line and what to do', () => {
  expect(faultsOf(card(item('one') + item('one')))).toContain('scorecards/card.yaml:11: the item "one" is there twice')
  expect(faultsOf(card(item('one', '        prefill: { conventions: [smile] }\n        weight: 5\n')))).toContain('there is no convention "smile"')
  expect(faultsOf(card(item('one', '        prefill: { wording: { categories: [废话] } }\n        weight: 5\n')))).toContain('no wording rule has the category "废话"')
  expect(faultsOf(card(item('one', '')))).toContain('no item has a weight')
  expect(faultsOf(card(item('one') + item('two', '')))).toContain('scorecards/card.yaml:11: two: it neither counts nor fails the call; give it a weight or auto_fail / two：既不算分也不否决')
  expect(faultsOf(card(item('one', '        wieght: 10\n')))).toContain('unknown key "wieght"')
  expect(faultsOf(card(item('one')).replace('id: card', 'id: other'))).toContain('differs from the file\'s name')
})
