// The light build leaves out features that a live stream without subtitles never needs, and comes without declarations.
declare module 'hls.js/dist/hls.light.mjs' {
  export { default } from 'hls.js'
}
