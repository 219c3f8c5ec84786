// Holds a log of Test-CognitoUserPool -AsSarif against the published schema of SARIF 2.1.0.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'
import Ajv from 'ajv'

const require = createRequire(import.meta.url)
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const validate = new Ajv({ allErrors: true, schemaId: 'auto' }).addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json')).compile(schema)
const log = JSON.parse(readFileSync(process.env.SARIF_LOG, 'utf8'))

test('the log is SARIF 2.1.0', () => {
  assert.ok(validate(log), JSON.stringify(validate.errors, null, 2))
})

test('the schema refuses what is none', () => {
  assert.equal(validate({ ...log, version: '2.0.0' }), false)
})
