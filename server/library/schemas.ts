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

const types: Readonly<Record<string, string>> = { string: '文字', number: '数', integer: '整数', boolean: ' true 或 false', array: '列表', object: '一组键和值', null: '空' }

/** What is wrong, in Chinese, by the keyword of the schema. */
function chinese({ keyword, params, instancePath }: ErrorObject): string {
  const place = pathOf(instancePath).join(' › ') || '文件'
  const limit = String(params['limit'] ?? '')
  const texts: Readonly<Record<string, string>> = {
    additionalProperties: `不认识的键“${String(params['additionalProperty'])}”；去掉或改正写法`,
    required: `缺少“${String(params['missingProperty'])}”；补上`,
    minLength: `太短，至少 ${limit} 个字`,
    maxLength: `太长，最多 ${limit} 个字`,
    minItems: `至少要有 ${limit} 条`,
    maxItems: `最多 ${limit} 条`,
    minProperties: `至少要有 ${limit} 项`,
    maxProperties: `最多 ${limit} 项`,
    minimum: `不能小于 ${limit}`,
    maximum: `不能大于 ${limit}`,
    type: `类型不对，应是${String(params['type']).split(',').map((type) => types[type] ?? type).join('或')}`,
    enum: `只能是 ${(params['allowedValues'] as readonly unknown[] | undefined)?.join('、') ?? ''}`,
    pattern: '写法不对',
    uniqueItems: '有重复的',
    discriminator: '没有这一类',
    const: `只能是 ${String(params['allowedValue'])}`,
    propertyNames: `键“${String(params['propertyName'])}”的写法不对`,
    anyOf: '几样里至少要写一样',
    oneOf: '几样里要写且只写一样',
    not: '这样写不行',
    if: '这些键不能这样放在一起',
    format: '写法不对',
  }
  return `${place}：${texts[keyword] ?? '不对'}`
}

function sentence({ keyword, params, message, instancePath }: ErrorObject): string {
  const place = pathOf(instancePath).join(' › ') || 'the file'
  if (keyword === 'additionalProperties') return `${place}: unknown key "${String(params['additionalProperty'])}"; remove it or correct its spelling`
  if (keyword === 'required') return `${place}: the key "${String(params['missingProperty'])}" is missing; add it`
  return `${place}: ${message ?? 'is not valid'}`
}

/** In a flow, the step to look at. */
function placeIn({ value }: YamlFile, [first, step]: readonly string[]): Pick<Fault, 'at'> {
  const id = typeof value === 'object' && value !== null && 'steps' in value && 'id' in value ? String(value.id) : null
  return id === null ? {} : { at: { flow: id, step: first === 'steps' ? (step ?? null) : null } }
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
      if (!validate) return [{ file: source.file, line: 1, message: `there is no schema/${schema} to hold this file to; add it`, zh: `没有 schema/${schema}；补上` }]
      if (validate(source.value) === true) return []
      return (validate.errors ?? []).map((error) => {
        const path = pathOf(error.instancePath)
        const extra = error.keyword === 'additionalProperties' ? [String(error.params['additionalProperty'])] : []
        return { file: source.file, line: lineOf(source, [...path, ...extra]), message: sentence(error), zh: chinese(error), ...placeIn(source, path) }
      })
    },
  }
}
