export { LiveVideo } from './h5/player/live-video'
