/** The part of WeChat's own object that Taro does not wrap. */
declare const wx: {
  readonly cloud: {
    init(options: { readonly env: string }): void
    callFunction(call: {
      readonly name: string
      readonly data: object
    }): Promise<{ readonly result: unknown }>
  }
}
