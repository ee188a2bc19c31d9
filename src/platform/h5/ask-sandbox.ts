import * as v from 'valibot'
import { host } from '@/contracts/schemas'
import { err, ok, type Result } from '@/domain/result'

const codeOfHost = v.object({ host, code: v.string() })
export type CodeOfHost = v.InferOutput<typeof codeOfHost>

/** What the host of the person whom this window plays would give; the local product alone answers. */
export async function askSandbox(
  what: 'code' | 'phone-code',
  persona: string,
): Promise<Result<CodeOfHost, 'refused' | 'offline'>> {
  try {
    const reply = await window.fetch(`/sandbox/identity/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    })
    const parsed = v.safeParse(codeOfHost, await reply.json())
    return parsed.success ? ok(parsed.output) : err('refused')
  } catch {
    return err('offline')
  }
}
