// npm xen-api on the stubs for Xen Orchestra's start: node xen-orchestra-stubs.mjs URL TRANSPORT.
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
await refused('MESSAGE_METHOD_UNKNOWN', () => xapi.call('VM.unheard_of', web.$ref))
await xapi.disconnect()
console.log('passed')
process.exit(0)
