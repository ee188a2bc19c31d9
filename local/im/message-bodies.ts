import * as v from 'valibot'

/** The elements of a message: text and whatever else the vendor's clients may send. */
export const messageElements = v.pipe(
  v.array(v.object({ MsgType: v.pipe(v.string(), v.maxLength(50)), MsgContent: v.unknown() })),
  v.minLength(1),
  v.maxLength(20),
)
export type MessageElements = v.InferOutput<typeof messageElements>
