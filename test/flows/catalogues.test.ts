import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../flows', import.meta.url))

async function ids(folder: string): Promise<readonly string[]> {
  const catalogue = readFileSync(join(root, `${folder}.ts`), 'utf8')
  const files = [...catalogue.matchAll(/from '\.\/\w+\/([\w-]+\.ts)'/gu)].map((match) => match[1] ?? '')
  const groups = await Promise.all(files.map(async (name) => Object.values((await import(join(root, folder, name))) as Record<string, unknown>)))
  return groups.flat().flatMap((group) => (typeof group === 'object' && group !== null ? Object.keys(group) : []))
}
const twice = (all: readonly string[]) => all.filter((id, index) => all.indexOf(id) !== index)

describe('Ids shared by all families', () => {
  it.each(['facts', 'reactions'])('are declared once in flows/%s', async (folder) => {
    expect(twice(await ids(folder))).toEqual([])
  })
})
