import { toFen } from '@/domain/money'
import { HOUR, MINUTE, SECOND } from '@/domain/time'
import { Violation } from '../engine/violation'
import type { Charge, WalletDesk } from '../engine/wallet-desk'
import type { World } from '../engine/world'

/** How a wallet tells of a charge: until it is thanked, sometimes more than once, late, or not at first. */
export function tellOf(world: World, desk: WalletDesk, charge: Charge): void {
  const { random, scheduler } = world
  void insist(world, desk, charge)
  if (random.chance(0.4)) {
    const late = random.pick([SECOND, 20 * SECOND, 15 * MINUTE, 24 * HOUR])
    scheduler.after(random.below(late), () => void deliver(world, desk, bodyOf(charge)))
  }
  if (random.chance(0.1)) scheduler.after(random.below(MINUTE), () => void forge(world, desk, charge))
}

const bodyOf = ({ paymentId, transactionId, amount, paidAt }: Omit<Charge, 'isAcknowledged'>): string =>
  `${paymentId} ${transactionId} ${amount} ${paidAt}`

async function insist(world: World, desk: WalletDesk, charge: Charge): Promise<void> {
  const { random, scheduler } = world
  let wait = random.pick([0, SECOND, 20 * MINUTE])
  for (;;) {
    await scheduler.sleep(random.below(wait + SECOND))
    // some are lost on their way
    if (!random.chance(0.15) && (await deliver(world, desk, bodyOf(charge)))) break
    wait = Math.min(Math.max(15 * SECOND, wait * 4), 6 * HOUR)
  }
  charge.isAcknowledged = true
  const payment = world.tables.payments.get(charge.paymentId)
  if (payment?.status !== 'paid' || payment.transaction_id !== charge.transactionId)
    scheduler.fail(new Violation(`The wallet was thanked for ${charge.paymentId}, which is not recorded`))
}

async function deliver(world: World, desk: WalletDesk, body: string): Promise<boolean> {
  const reply = await world.ask(`${desk.name}'s notice ${body}`, (context) =>
    world.core.handleNotice(context, desk.name, { headers: {}, body }),
  )
  return reply.heard && reply.value.status === 200
}

/** A notice of another amount, another wallet or another number: thanks for one of them is money for nothing. */
async function forge(world: World, desk: WalletDesk, charge: Charge): Promise<void> {
  const { random, desks } = world
  const lie = random.below(3)
  const teller = lie === 0 ? desks[desk.name === 'alipay' ? 'wechat-pay' : 'alipay'] : desk
  const body = bodyOf({
    ...charge,
    amount: lie === 1 ? toFen(random.below(charge.amount)) : charge.amount,
    paymentId: lie === 2 ? charge.paymentId.replace(/.$/, 'z') : charge.paymentId,
  })
  if (await deliver(world, teller, body)) world.scheduler.fail(new Violation(`Thanks for a lie: ${body}`))
}
