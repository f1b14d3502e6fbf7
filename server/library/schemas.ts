import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import type { Fault } from './fault.ts'
import { lineOf, type YamlFile } from './yaml-file.ts'

/** Checks library files against the JSON Schemas of `schema/`. */
export interface Schemas {
  /** Every fault of the file under the schema named, e.g. `words.schema.json`. */
  readonly faults: (source: YamlFile, schema: string) => readonly Fault[]
}

const pathOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

function sentence({ keyword, params, message, instancePath }: ErrorObject): string {
  const place = pathOf(instancePath).join(' › ') || 'the file'
  if (keyword === 'additionalProperties') return `${place}: unknown key "${String(params['additionalProperty'])}"; remove it or correct its spelling`
  if (keyword === 'required') return `${place}: the key "${String(params['missingProperty'])}" is missing; add it`
  return `${place}: ${message ?? 'is not valid'}`
}

/** Loads every schema of the folder. Throws when a schema itself is faulty. */
export function loadSchemas(folder: string): Schemas {
  const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true, discriminator: true })
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.schema.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>, name)
  }
  return {
    faults: (source, schema) => {
      const validate = ajv.getSchema(schema)
      if (!validate) return [{ file: source.file, line: 1, message: `there is no schema/${schema} to hold this file to; add it` }]
      if (validate(source.value) === true) return []
      return (validate.errors ?? []).map((error) => {
        const path = pathOf(error.instancePath)
        const extra = error.keyword === 'additionalProperties' ? [String(error.params['additionalProperty'])] : []
        return { file: source.file, line: lineOf(source, [...path, ...extra]), message: sentence(error) }
      })
    },
  }
}
