// node update.mjs [file] writes cognito-idp.json: structure from the schemas that the npm package exports, enum references from its type
// declarations, what is paginated from its text, and what neither of them knows (lengths, ranges, patterns, errors) from constraints.json.
import { readFileSync, writeFileSync } from 'node:fs'
import * as api from '@aws-sdk/client-cognito-identity-provider'

const here = name => new URL(name, import.meta.url)
const packageName = '@aws-sdk/client-cognito-identity-provider'
const { version } = JSON.parse(readFileSync(here(`node_modules/${packageName}/package.json`)))
const constraints = JSON.parse(readFileSync(here('constraints.json')))

// A schema is a number (a simple type), a function that gives the schema, or an array that starts with its kind.
const kinds = { simple: 0, list: 1, map: 2, structure: 3, error: -3, operation: 9 }
const simpleTypes = { 0: 'string', 1: 'integer', 2: 'boolean', 4: 'timestamp', 15: 'document', 21: 'blob' }
const listFlag = 64, mapFlag = 128, sensitiveTrait = 8
const schemas = kind => Object.entries(api).filter(([name, value]) => name.endsWith('$') && value[0] === kind).map(([, value]) => value)

const structures = {}

/** The schema behind a reference, and whether anything on the way marks it as sensitive. */
function resolve(reference) {
  if (typeof reference === 'function') return resolve(reference())
  if (!Array.isArray(reference)) return { schema: reference, sensitive: false }
  if (typeof reference[0] !== 'number') { // [reference, traits]
    const inner = resolve(reference[0])
    return { ...inner, sensitive: inner.sensitive || isSensitive(reference[1]) }
  }
  const [kind, , , traits, target] = reference
  return { schema: kind === kinds.simple ? target : reference, sensitive: isSensitive(traits) }
}

const isSensitive = traits => typeof traits === 'number' && (traits & sensitiveTrait) !== 0

function typeName(reference) {
  const { schema } = resolve(reference)
  if (Array.isArray(schema)) {
    const [kind, , name, , first, second] = schema
    if (kind === kinds.structure) return addStructure(schema), name
    return kind === kinds.list ? `list<${typeName(first)}>` : `map<${typeName(first)},${typeName(second)}>`
  }
  if (schema & mapFlag) return `map<string,${simpleTypes[schema & ~mapFlag]}>`
  if (schema & listFlag) return `list<${simpleTypes[schema & ~listFlag]}>`
  return simpleTypes[schema] ?? fail(`unknown simple type ${schema}`)
}

function fail(message) { throw new Error(message) }

function addStructure([, , name, , members, types, requiredCount = 0]) {
  if (structures[name]) return
  const result = structures[name] = {}
  members.forEach((member, index) => {
    const facts = { type: typeName(types[index]) }
    const { type, itemMax, ...limits } = constraints.members[name]?.[member] ?? {}
    const declared = declarations[name]?.[member]
    if (type) facts.type = type
    if (index < requiredCount) facts.required = true
    Object.assign(facts, limits)
    if (declared) facts[declared.list ? 'itemEnum' : 'enum'] = declared.name
    if (itemMax) facts.itemMax = itemMax
    if (resolve(types[index]).sensitive) facts.sensitive = true
    result[member] = facts
  })
}

const enums = Object.fromEntries(Object.entries(api)
  .filter(([, value]) => Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(item => typeof item === 'string'))
  .map(([name, value]) => [name, Object.values(value).sort()])
  .sort(([a], [b]) => (a < b ? -1 : 1)))

/** Which members the type declarations give an enum type: structure → member → { name, list }. */
const declarations = {}
for (const file of ['models_0.d.ts', 'models_1.d.ts']) {
  const text = readFileSync(here(`node_modules/${packageName}/dist-types/models/${file}`), 'utf8')
  for (const [, structure, body] of text.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms))
    for (const [, member, name, list] of body.matchAll(/^ {4}(\w+)\??: (\w+)(\[\])?(?: \| undefined)+;/gm))
      if (enums[name]) (declarations[structure] ??= {})[member] = { name, list: list !== undefined }
}

const { httpAuthSchemeProvider } = new api.CognitoIdentityProviderClient({ region: 'none' }).config
const isPublic = operation => httpAuthSchemeProvider({ operation, region: 'none' })[0].schemeId === 'smithy.api#noAuth'

/** Which operations the package has paginators for: operation → the members that page. Its text names the tokens and the size; the items are the answer's only list. */
const paginators = {}
const bundle = readFileSync(here(`node_modules/${packageName}/dist-cjs/index.js`), 'utf8')
for (const [, name, input, output, size] of bundle.matchAll(/^const paginate(\w+) = createPaginator\(\w+, \w+, "(\w+)", "(\w+)", "(\w+)"\);/gm))
  paginators[name] = { input, output, size }
for (const name of Object.keys(api).filter(name => name.startsWith('paginate')).map(name => name.slice('paginate'.length)))
  if (!paginators[name]) fail(`cannot read the paginator of ${name}`)

function paginated(name, output) {
  const lists = Object.keys(structures[output]).filter(member => structures[output][member].type.startsWith('list<'))
  if (lists.length !== 1) fail(`${output} has ${lists.length} lists`)
  return { ...paginators[name], items: lists[0] }
}

const operations = {}
for (const [, , name, , input, output] of schemas(kinds.operation).sort((a, b) => (a[2] < b[2] ? -1 : 1))) {
  const errors = constraints.errors[name]
  operations[name] = {
    input: typeName(input),
    output: resolve(output).schema === 'unit' ? null : typeName(output),
    ...(paginators[name] && { paginated: paginated(name, typeName(output)) }),
    ...(!errors && { newerThanConstraints: true }),
    public: isPublic(name),
    ...(errors && { errors })
  }
}

const exceptions = Object.fromEntries(schemas(kinds.error)
  .filter(([, namespace]) => !namespace.startsWith('smithy.'))
  .sort((a, b) => (a[2] < b[2] ? -1 : 1))
  .map(([, , name, { error, httpError }, members]) =>
    [name, { fault: error, status: httpError ?? (error === 'server' ? 500 : 400), members: members.filter(member => member.toLowerCase() !== 'message') }]))

const rows = (table, row = JSON.stringify) => Object.entries(table).map(([key, value]) => `  ${JSON.stringify(key)}: ${row(value)}`).join(',\n')
const structureRow = members => Object.keys(members).length === 0
  ? '{}'
  : `{\n${Object.entries(members).map(([name, facts]) => `   ${JSON.stringify(name)}: ${JSON.stringify(facts)}`).join(',\n')}\n  }`

writeFileSync(process.argv[2] ?? here('cognito-idp.json'), `{
 "api": ${JSON.stringify(constraints.api)},
 "source": ${JSON.stringify(`${packageName} ${version} (structure), ${constraints.source} (constraints)`)},
 "legend": ${JSON.stringify(constraints.legend)},
 "operations": {
${rows(operations)}
 },
 "structures": {
${rows(structures, structureRow)}
 },
 "enums": {
${rows(enums)}
 },
 "exceptions": {
${rows(exceptions)}
 }
}
`)
