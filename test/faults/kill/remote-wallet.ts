import { err } from '@/domain/result'
import type { PaymentGateway } from '../../../cloudfunctions/_kernel/ports/payment-gateway'
import type { FakeWallet } from '../../builders/fake-wallet'

const CALLS = ['create', 'query', 'close', 'refund', 'queryRefund', 'downloadBill'] as const
type Call = (typeof CALLS)[number]

/** A wallet that lives in another process, as they do: it knows what it knows whoever dies. */
export function remoteWallet(url: string, local: FakeWallet): PaymentGateway {
  const callOf =
    (call: Call) =>
    async (argument: unknown): Promise<unknown> => {
      try {
        const response = await fetch(url, { method: 'POST', body: JSON.stringify({ call, argument }) })
        return await response.json()
      } catch (cause) {
        return err({ code: 'unknown', cause })
      }
    }
  return {
    ...(Object.fromEntries(CALLS.map((call) => [call, callOf(call)])) as unknown as Pick<
      PaymentGateway,
      Call
    >),
    readNotice: (webhook) => local.readNotice(webhook),
    acknowledge: (isTaken) => local.acknowledge(isTaken),
  }
}

/** The other end of it. */
export async function answerCall(wallet: FakeWallet, body: string): Promise<unknown> {
  const { call, argument } = JSON.parse(body) as { readonly call: Call; readonly argument: never }
  return wallet[call](argument)
}
