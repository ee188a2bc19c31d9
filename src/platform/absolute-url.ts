/** Where the functions and pictures are; empty on H5, which is served from the same origin. */
export const origin = process.env.LIVESTALL_ORIGIN ?? ''

/** Mini-programs resolve `/media/…` inside their own package, so paths get the origin in front. */
export const absoluteUrl = (url: string): string => (url.startsWith('/') ? `${origin}${url}` : url)
