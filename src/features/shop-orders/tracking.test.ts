import { checkTracking } from './tracking'

it('takes a number as it is read off a label, with spaces', () => {
  expect(checkTracking({ carrierCode: 'SF', trackingNumber: ' SF12 3456 7890 ' })).toEqual({
    ok: true,
    value: { carrierCode: 'SF', trackingNumber: 'SF1234567890' },
  })
})

it('tells everything that is missing at once', () => {
  expect(checkTracking({ carrierCode: null, trackingNumber: ' ' })).toEqual({
    ok: false,
    error: { carrier: 'missing', number: 'missing' },
  })
})

it.each(['SF123', '单号123456', 'SF_1234567'])(
  'refuses %s, which is no tracking number',
  (trackingNumber) => {
    expect(checkTracking({ carrierCode: 'SF', trackingNumber })).toEqual({
      ok: false,
      error: { number: 'wrong' },
    })
  },
)
