import type { Host, Wallet } from '@/contracts/schemas'
import type { AppCodes } from './app-codes'
import type { ChatGroups } from './chat-groups'
import type { Clock } from './clock'
import type { HostIdentity } from './host-identity'
import type { Ids } from './ids'
import type { LiveStreams } from './live-streams'
import type { Log } from './log'
import type { PaymentGateway } from './payment-gateway'
import type { ShippingReports } from './shipping-reports'
import type { SubscribeMessages } from './subscribe-messages'
import type { TokenSigner } from './token-signer'

/** Everything outside the process that operations may touch, besides the database. */
export interface Ports {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly signer: TokenSigner
  readonly chat: ChatGroups
  readonly streams: LiveStreams
  readonly wallets: Readonly<Record<Wallet, PaymentGateway>>
  /** Where a parcel is told of, by the wallet that the order was paid with. */
  readonly shippingReports: Readonly<Record<Wallet, ShippingReports>>
  readonly identities: Readonly<Record<Host, HostIdentity>>
  /** Null where a host draws no codes. */
  readonly appCodes: Readonly<Record<Host, AppCodes | null>>
  readonly subscribeMessages: Readonly<Record<Host, SubscribeMessages>>
  /** Where people reach the H5 client and these functions, without a slash at the end. */
  readonly publicUrl: string
}
