// npm xen-api on a bad day: node bad-day.mjs URL SCENARIO, where SCENARIO is the name of a function below.
import { CancelToken } from 'promise-toolbox'
import { createClient } from 'xen-api'
import { assert, refused } from './expect.mjs'

const [url, scenario] = process.argv.slice(2)
const admin = async (method, path, body) => {
  const response = await fetch(new URL('/__admin' + path, url), { method, body: body && JSON.stringify(body) })
  const answer = await response.json()
  assert.ok(response.ok, JSON.stringify(answer))
  return answer
}
const goes = (name, body) => admin('POST', '/scenarios/' + name, body)
const until = async (holds, what) => {
  const end = Date.now() + 120_000
  while (!(await holds())) {
    assert.ok(Date.now() < end, 'in vain: ' + what)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
const client = watchEvents =>
  createClient({ url, auth: { user: 'pool-admin', password: 'secret' }, allowUnauthorized: true, watchEvents })
const connected = async watchEvents => {
  const xapi = client(watchEvents)
  await xapi.connect()
  if (watchEvents) {
    await xapi.objectsFetched
  }
  return xapi
}
const plan = (xapi, name, token = CancelToken.none) =>
  xapi.callAsync(token, 'host.call_plugin', xapi.pool.master, 'task-plan', name, {})
const newestTask = async () => {
  let tasks
  await until(async () => (tasks = (await admin('GET', '/tasks')).tasks).length > 0, 'a task')
  return tasks.at(-1).ref
}
const cancelEnds = async (ends, outcome) => {
  const xapi = await connected(true)
  // the client destroys what it started, and then nobody could see how it ended
  await admin('POST', '/faults', { message: 'task.destroy', error: ['OPERATION_NOT_ALLOWED', 'kept'] })
  const { cancel, token } = CancelToken.source()
  const settled = plan(xapi, 'stuck', token).then(
    value => ['success', value],
    error => ['failed', error.code ?? error.message]
  )
  const task = await newestTask()
  await goes('task-cancelled', { task, ends, after: 0.1 })
  await until(async () => xapi.getObject(task, undefined) !== undefined, 'the event of the task')
  cancel()
  const [how, what] = await settled
  assert.equal(how, outcome)
  return [what, (await admin('GET', '/tasks/' + task)).error, task]
}

const scenarios = {
  async sessionExpired() {
    const xapi = await connected(false)
    assert.equal((await goes('session-expired', { user: 'pool-admin' })).sessions, 1)
    // it logs in again by itself
    assert.deepEqual(await xapi.call('task.get_all'), [])
    assert.equal((await admin('GET', '/calls/count?outcome=SESSION_INVALID')).count, 1)
  },
  async sessionsDropped() {
    const xapi = await connected(true)
    await goes('sessions-dropped')
    const ref = await xapi.call('task.create', 'after', '')
    await until(async () => xapi.getObject(ref, undefined) !== undefined, 'events again')
  },
  async toolstackRestart() {
    const xapi = await connected(true)
    plan(xapi, 'stuck').catch(() => {})
    const ghost = await newestTask()
    await until(async () => xapi.getObject(ghost, undefined) !== undefined, 'the event of the task')
    await goes('toolstack-restart')
    await until(async () => xapi.getObject(ghost, undefined) === undefined, 'the end of the ghost')
    const ref = await xapi.call('task.create', 'after', '')
    await until(async () => xapi.getObject(ref, undefined) !== undefined, 'events again')
  },
  async pendingForEver() {
    const xapi = await connected(true)
    plan(xapi, 'success').catch(() => {})
    const ghost = await newestTask()
    await admin('POST', '/clock/freeze')
    await goes('toolstack-restart', { tasks: 'pending', events: 'silent' })
    await admin('POST', '/clock/run')
    assert.equal(await xapi.call('task.get_status', ghost), 'pending')
  },
  async masterDies() {
    // this is a slave, and its master is at 127.0.0.2
    await goes('slave', { master: '127.0.0.2' })
    const led = await connected(false)
    assert.equal((await led.call('task.get_by_name_label', 'of the master')).length, 1)
    // from here on nobody listens at the master's address
    await fetch(new URL('/__admin/scenarios/promotion', url), { method: 'POST' })
    const xapi = await connected(false)
    assert.equal((await xapi.call('task.get_by_name_label', 'of the master')).length, 0)
  },
  async rateLimit() {
    const xapi = await connected(false)
    await goes('rate-limit', { burst: 2, per_second: 10 })
    const start = Date.now()
    for (let i = 0; i < 7; ++i) {
      await xapi.call('task.get_by_name_label', 'none')
    }
    // the bucket lets two pass, and each of the others waits for a tenth of a second
    assert.ok(Date.now() - start > 400, 'not late')
    assert.equal((await admin('GET', '/calls/count?message=task.*&outcome=ok')).count, 7)
  },
  async cancelled() {
    const [what, error] = await cancelEnds('cancelled', 'failed')
    assert.equal(what, 'task canceled')
    assert.deepEqual(error, [])
  },
  async cancelledWithError() {
    const [what, error, task] = await cancelEnds('cancelled-with-error', 'failed')
    assert.equal(what, 'task canceled')
    assert.deepEqual(error, ['TASK_CANCELLED', task])
  },
  async failsWhileCancelling() {
    assert.equal((await cancelEnds('failure', 'failed'))[0], 'INTERNAL_ERROR')
  },
  async succeedsAllTheSame() {
    assert.equal((await cancelEnds('success', 'success'))[0], '')
  },
  async collected() {
    const xapi = await connected(true)
    const settled = plan(xapi, 'stuck')
    const task = await newestTask()
    await until(async () => xapi.getObject(task, undefined) !== undefined, 'the event of the task')
    await goes('task-collected', { task })
    await refused('destroyed before completion', () => settled)
    await refused('HANDLE_INVALID', () => xapi.call('task.get_status', task))
  },
  async progress() {
    const xapi = await connected(true)
    for (const progress of ['stands', 'falls', 'early']) {
      const { task } = await goes('misleading-progress', { progress, seconds: 1 })
      assert.equal(await xapi.watchTask(task), 'ok')
    }
  },
}
await scenarios[scenario]()
console.log('passed')
process.exit(0)
