export interface PushAddress {
  readonly server: string
  readonly key: string
}

/** OBS puts the two together itself; ffmpeg wants one address. */
export const pushUrl = ({ server, key }: PushAddress): string => `${server.replace(/\/$/, '')}/${key}`

/** Loops a file as a live picture: H.264 with a key frame every two seconds, AAC sound. */
export const ffmpegCommand = (address: PushAddress): string =>
  [
    'ffmpeg -re -stream_loop -1 -i video.mp4',
    '-c:v libx264 -preset veryfast -tune zerolatency -pix_fmt yuv420p -r 25 -g 50 -b:v 2500k',
    '-c:a aac -b:a 128k -ar 48000',
    `-f flv '${pushUrl(address)}'`,
  ].join(' ')

/** `live-••••c9f2`: enough to tell two keys apart on a screen that others can see. */
export const maskedKey = (key: string): string =>
  key.length <= 8 ? '••••' : `${key.slice(0, 4)}••••••••${key.slice(-4)}`
