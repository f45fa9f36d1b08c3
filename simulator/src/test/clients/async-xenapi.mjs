// npm async-xenapi, which speaks JSON-RPC 2.0 over TLS alone: node async-xenapi.mjs URL.
import { AsyncXenAPISession } from 'async-xenapi'
import { assert, ended, refused } from './expect.mjs'

const url = process.argv[2].replace(/\/$/, '')
const session = new AsyncXenAPISession(url)
await session.login_with_password('pool-admin', 'secret')
const { task, host, event } = session.xenapi

const ref = await task.create('mine', 'my own <task> & more')
const record = await task.get_record(ref)
assert.equal(record.name_description, 'my own <task> & more')
await task.cancel(ref)
await task.set_status(ref, 'success')
await task.destroy(ref)
await refused('HANDLE_INVALID', () => task.get_record(ref))

const [master] = await host.get_all()
const plan = name => session.xenapi.Async.host.call_plugin(master, 'task-plan', name, {})
const done = await plan('success')
assert.equal(await ended(() => task.get_status(done)), 'success')
assert.equal(await task.get_result(done), '<value>ok</value>')
const cancelled = await plan('cancellable')
await task.cancel(cancelled)
assert.equal(await ended(() => task.get_status(cancelled)), 'cancelled')
const batch = await event.from(['task'], '', 0.5)
assert.equal(batch.valid_ref_counts.task, batch.events.length)

const low = new AsyncXenAPISession(url)
await low.login_with_password('read-only', 'secret')
const own = await low.xenapi.task.create('low', '')
await refused('RBAC_PERMISSION_DENIED', () => low.xenapi.task.add_to_other_config(own, 'key', 'value'))
await low.logout()
await session.logout()
console.log('passed')
process.exit(0)
