/** Stands where slim-player.ts leaves a part of mpegts.js out: asked whether it can help, it says no. */
export default class LeftOut {
  static isSupported() {
    return false
  }

  static probe() {
    return { match: false, needMoreData: false }
  }

  /** Of the polyfill for promises, which every browser with Media Source Extensions has. */
  static install() {}
}
