/** Where the chat SDK connects instead of the vendor: for trying a mini-program against `npm start`. */
export const chatProxy = (): string | undefined => process.env.LIVESTALL_IM_PROXY || undefined
