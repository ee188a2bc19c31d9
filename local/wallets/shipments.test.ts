import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openShipmentBook, type Shipment } from './shipments'

const aShipment = (number: string): Shipment => ({
  transactionId: '4200',
  isComplete: true,
  isCorrected: false,
  at: 1,
  parcels: [{ carrier: 'SF', number, description: '脐橙', contact: '138****8000' }],
})

it('what a wallet heard of goods is there after a restart, the latest alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shipments-'))
  const file = join(folder, 'shipments.jsonl')
  const first = await openShipmentBook(file)
  expect(first.of('4200')).toBeNull()
  await first.write(aShipment('SF1'))
  await first.write(aShipment('SF2'))
  await first.close()
  const second = await openShipmentBook(file)
  expect(second.of('4200')).toEqual(aShipment('SF2'))
  await second.close()
  await rm(folder, { recursive: true })
})
