export type StreamFailure =
  | { readonly code: 'port-taken'; readonly port: number }
  | { readonly code: 'loop-unreadable'; readonly file: string }
  | { readonly code: 'invalid-options' }
  | { readonly code: 'crashed' }

/** Carries the reason why the server could not start. */
export class StreamStartError extends Error {
  constructor(readonly failure: StreamFailure) {
    super(describe(failure))
  }
}

function describe(failure: StreamFailure): string {
  switch (failure.code) {
    case 'port-taken':
      return `The video server cannot listen on 127.0.0.1:${failure.port}: the port is in use`
    case 'loop-unreadable':
      return `The video server cannot use ${failure.file}: it wants FLV with H.264 at 25 pictures/s and AAC at 48 kHz`
    case 'invalid-options':
      return 'The video server was given invalid options'
    case 'crashed':
      return 'The video server stopped before it was ready'
  }
}
