export interface ShareCard {
  readonly title: string
  /** Page and query that opens it in a mini-program, from the root. */
  readonly path: string
  /** The same as a web address, with a preview of its own. */
  readonly link: string
  readonly pictureUrl: string
}

/** How this host shares: its own button (`openType='share'`), or a call that we make on a tap. */
export type ShareAction =
  | { readonly kind: 'button' }
  | { readonly kind: 'call'; share(): Promise<'shared' | 'copied' | 'cancelled' | 'failed'> }
