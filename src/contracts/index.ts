import { both, type InputOf, type OutputOf, type SentInputOf } from './contract'
import { forViewers as viewers } from './for-viewers'
import { forMerchants as merchants } from './merchant/for-merchants'

/** Every cloud function by its name, whoever calls: for the server, and for types. The client takes the halves. */
export const contracts = {
  session: viewers.session,
  rooms: both(viewers.rooms, merchants.rooms),
  shelf: both(viewers.shelf, merchants.shelf),
  offers: merchants.offers,
  orders: both(viewers.orders, merchants.orders),
  payments: both(viewers.payments, merchants.payments),
  coupons: both(viewers.coupons, merchants.coupons),
  draws: both(viewers.draws, merchants.draws),
  chat: both(viewers.chat, merchants.chat),
  shops: both(viewers.shops, merchants.shops),
  insights: both(viewers.insights, merchants.insights),
} as const
export type Contracts = typeof contracts
export type FunctionName = keyof Contracts
export type OperationName<F extends FunctionName> = keyof Contracts[F]['operations'] & string
export type Input<F extends FunctionName, O extends OperationName<F>> = InputOf<Contracts[F]['operations'][O]>
export type SentInput<F extends FunctionName, O extends OperationName<F>> = SentInputOf<
  Contracts[F]['operations'][O]
>
export type Output<F extends FunctionName, O extends OperationName<F>> = OutputOf<
  Contracts[F]['operations'][O]
>
