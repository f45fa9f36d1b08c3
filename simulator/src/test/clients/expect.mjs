// What every driver needs: equality, a refusal with its code, and polling to an end.
import assert from 'node:assert/strict'

export { assert }

/** The call must be refused; its code is looked for wherever the client puts it. */
export async function refused(code, call) {
  let error
  try {
    await call()
  } catch (e) {
    error = e
  }
  assert.ok(error, `${code} was expected, not an answer`)
  const text = [error.code, error.message, JSON.stringify(error)].join(' ')
  assert.ok(text.includes(code), `${code} was expected, not ${text}`)
}

/** Polls as users do, for at most 10 s. */
export async function ended(status) {
  const deadline = Date.now() + 10_000
  let last = await status()
  while (last === 'pending' && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 20))
    last = await status()
  }
  return last
}
