// npm xen-api on the stubs for Xen Orchestra's start: node xen-orchestra-stubs.mjs URL TRANSPORT.
import { Readable } from 'node:stream'
import { CancelToken } from 'promise-toolbox'
import { createClient } from 'xen-api'
import { assert, refused } from './expect.mjs'

const [url, transport] = process.argv.slice(2)
const xapi = createClient({ url, transport, auth: { user: 'pool-admin', password: 'secret' }, watchEvents: true })
await xapi.connect()
await xapi.objectsFetched

// what a start reads: every object of every class, found by its uuid, linked by reference
const objects = Object.values(xapi.objects.all)
const named = name => objects.find(object => object.name_label === name)
const web = named('web')
assert.equal(web.$type, 'VM')
assert.equal(web.power_state, 'Running')
assert.equal(web.$VIFs[0].$network.bridge, 'xenbr0')
assert.equal(named('Local storage').$type, 'SR')
assert.equal(await xapi.call('host.get_management_interface', xapi.pool.master), web.$VIFs[0].$network.PIFs[0])
assert.equal((await xapi.getRecord('PIF', web.$VIFs[0].$network.PIFs[0])).device, 'eth0')
await xapi.call('pool.set_name_label', xapi.pool.$ref, 'my pool')

// a clone to its end, work without a result, and one that is cancelled
const clone = await xapi.callAsync(CancelToken.none, 'VM.clone', web.$ref, 'web clone')
assert.equal(clone, named('web clone').$ref)
await xapi.callAsync(CancelToken.none, 'VM.hard_shutdown', web.$ref)
const { cancel, token } = CancelToken.source()
const started = xapi.callAsync(token, 'VM.start', web.$ref, false, false)
setTimeout(cancel, 50)
await refused('cancel', () => started)
assert.equal(await xapi.call('host.call_plugin', xapi.pool.master, 'raid.py', 'check_raid_pool', {}), '{}')

// transfers, each with a task of the client's: a buffer, a stream of known and of unknown length, and a broken one
const disk = '/import_raw_vdi/'
const put = (body, task) =>
  xapi.putResource(CancelToken.none, body, disk, { query: { vdi: web.$ref, format: 'raw' }, task })
const stream = (length, ...parts) => Object.assign(Readable.from(parts.map(size => Buffer.alloc(size))), { length })
assert.equal(await put(Buffer.alloc(100_000), xapi.createTask('buffer')), web.$ref)
assert.equal(await put(stream(70_000, 50_000, 20_000), xapi.createTask('stream')), web.$ref)
// it announces 1 PiB and cuts the connection, takes the error for usual, and warns of it
const warnings = []
console.warn = (...parts) => warnings.push(...parts)
await put(stream(undefined, 1000), xapi.createTask('unknown length'))
assert.ok(warnings.some(part => part.code === 'VDI_IO_ERROR'))
const exported = await xapi.getResource(CancelToken.none, '/export/', {
  query: { ref: web.$ref },
  task: xapi.createTask('export'),
})
assert.equal((await exported.body.arrayBuffer()).byteLength, 4096)
assert.equal(await exported.task, '')
await refused('MESSAGE_METHOD_UNKNOWN', () => xapi.call('VM.unheard_of', web.$ref))
await xapi.disconnect()
console.log('passed')
process.exit(0)
