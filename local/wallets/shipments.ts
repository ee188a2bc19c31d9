import * as v from 'valibot'
import { epochMs } from '@/contracts/schemas'
import { openJournal } from './journal'

const shipment = v.object({
  /** The payment whose goods these are. */
  transactionId: v.string(),
  isComplete: v.boolean(),
  isCorrected: v.boolean(),
  /** The time that was told with it. */
  at: epochMs,
  parcels: v.array(
    v.object({
      carrier: v.string(),
      number: v.string(),
      description: v.string(),
      /** Masked, if it was told. */
      contact: v.nullable(v.string()),
    }),
  ),
})
/** What a wallet has heard of the goods of one payment. */
export type Shipment = v.InferOutput<typeof shipment>

export interface ShipmentBook {
  of(transactionId: string): Shipment | null
  /** Resolves when it is in the file. */
  write(shipment: Shipment): Promise<void>
  close(): Promise<void>
}

export async function openShipmentBook(file: string): Promise<ShipmentBook> {
  const { entries, journal } = await openJournal(file, newest)
  const shipments = new Map(entries.map((entry) => [entry.transactionId, entry]))
  return {
    of: (transactionId) => shipments.get(transactionId) ?? null,
    write(told) {
      shipments.set(told.transactionId, told)
      return journal.append(told)
    },
    close: () => journal.close(),
  }
}

function newest(lines: readonly unknown[]): readonly Shipment[] {
  const shipments = new Map<string, Shipment>()
  for (const line of lines) {
    const parsed = v.safeParse(shipment, line)
    if (parsed.success) shipments.set(parsed.output.transactionId, parsed.output)
  }
  return [...shipments.values()]
}
