// npm xmlrpc, a client that knows nothing of XenAPI: node xmlrpc.mjs URL.
import xmlrpc from 'xmlrpc'
import { assert, ended } from './expect.mjs'

const client = xmlrpc.createClient({ url: process.argv[2] })
const answer = (method, ...parameters) =>
  new Promise((resolve, reject) =>
    client.methodCall(method, parameters, (error, value) => (error ? reject(error) : resolve(value)))
  )
async function call(method, ...parameters) {
  const { Status, Value, ErrorDescription } = await answer(method, ...parameters)
  assert.equal(Status, 'Success', `${method}: ${ErrorDescription}`)
  return Value
}
async function refused(code, method, ...parameters) {
  const { Status, ErrorDescription } = await answer(method, ...parameters)
  assert.equal(Status, 'Failure')
  assert.equal(ErrorDescription[0], code)
}

const session = await call('session.login_with_password', 'pool-admin', 'secret')
const ref = await call('task.create', session, 'mine', 'my own <task> & more')
const record = await call('task.get_record', session, ref)
assert.equal(record.name_description, 'my own <task> & more')
assert.equal(record.progress, 0)
assert.ok(record.created instanceof Date)
await call('task.cancel', session, ref)
await call('task.set_status', session, ref, 'success')
await call('task.destroy', session, ref)
await refused('HANDLE_INVALID', 'task.get_record', session, ref)

const [host] = await call('host.get_all', session)
const plan = name => call('Async.host.call_plugin', session, host, 'task-plan', name, {})
const status = task => () => call('task.get_status', session, task)
const done = await plan('success')
assert.equal(await ended(status(done)), 'success')
assert.equal(await call('task.get_result', session, done), '<value>ok</value>')
const cancelled = await plan('cancellable')
await call('task.cancel', session, cancelled)
assert.equal(await ended(status(cancelled)), 'cancelled')

const batch = await call('event.from', session, ['task'], '', 0.5)
assert.equal(batch.valid_ref_counts.task, batch.events.length)
const low = await call('session.login_with_password', 'read-only', 'secret')
const own = await call('task.create', low, 'low', '')
await refused('RBAC_PERMISSION_DENIED', 'task.add_to_other_config', low, own, 'key', 'value')
await call('session.logout', low)
await call('session.logout', session)
await refused('SESSION_INVALID', 'task.get_all', session)
assert.ok(Array.isArray(await answer('system.listMethods')))
console.log('passed')
process.exit(0)
