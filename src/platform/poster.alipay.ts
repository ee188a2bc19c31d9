export { PosterCanvas } from './mini/poster-canvas'
