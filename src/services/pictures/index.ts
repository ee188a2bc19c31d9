export { type PictureUpload, usePictureUpload, type UploadProblem } from './use-picture-upload'
