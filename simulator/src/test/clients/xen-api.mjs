// npm xen-api, the client of Xen Orchestra: node xen-api.mjs URL TRANSPORT, where TRANSPORT is json-rpc or xml-rpc.
import { CancelToken } from 'promise-toolbox'
import { createClient } from 'xen-api'
import { assert, refused } from './expect.mjs'

const [url, transport] = process.argv.slice(2)
const client = (user, watchEvents) =>
  createClient({ url, transport, auth: { user, password: 'secret' }, allowUnauthorized: true, watchEvents })

const xapi = client('pool-admin', true)
await xapi.connect()
await xapi.objectsFetched
assert.equal(xapi.pool.$type, 'pool')
const host = xapi.pool.master

// a task of its own, followed by events
const ref = await xapi.createTask('mine', 'my own <task> & more')
const started = Date.now()
const task = await xapi.barrier(ref)
assert.ok(Date.now() - started < 2000, 'the event of the pool is late')
assert.equal(task.name_label, 'mine')
assert.equal(task.name_description, 'my own <task> & more')
assert.equal(task.status, 'pending')
assert.equal(await xapi.call('task.get_progress', ref), 0)
const record = await xapi.getRecord('task', ref)
assert.equal(record.$ref, ref)
await xapi.call('task.cancel', ref)
const settled = xapi.watchTask(ref)
await xapi.call('task.set_status', ref, 'success')
assert.equal(await settled, '')

// tasks that the server runs
const plan = (token, name) => xapi.callAsync(token, 'host.call_plugin', host, 'task-plan', name, {})
assert.equal(await plan(CancelToken.none, 'success'), 'ok')
await refused('XENAPI_PLUGIN_FAILURE', () => plan(CancelToken.none, 'failure'))
const { cancel, token } = CancelToken.source()
const cancelled = plan(token, 'cancellable')
setTimeout(cancel, 50)
await refused('cancel', () => cancelled)

// destroyed, unknown, refused
const destroyed = await xapi.call('task.create', 'gone', '')
await xapi.call('task.set_status', destroyed, 'failure')
await xapi.call('task.destroy', destroyed)
await refused('HANDLE_INVALID', () => xapi.call('task.get_status', destroyed))
const low = client('read-only', false)
await low.connect()
const own = await low.call('task.create', 'low', '')
await refused('RBAC_PERMISSION_DENIED', () => low.call('task.add_to_other_config', own, 'key', 'value'))
await low.disconnect()
await xapi.disconnect()
console.log('passed')
process.exit(0)
