import { contracts } from '@/contracts'
import { cloudFunction } from '../_kernel/cloud-function'
import { askToExplain } from './ask-to-explain'
import { explain } from './explain'
import { hidePrice } from './hide-price'
import { importProducts } from './import-products'
import { listProducts } from './list-products'
import { previewImport } from './preview-import'
import { putOnShelf } from './put-on-shelf'
import { revealPrice } from './reveal-price'
import { servePicture } from './serve-picture'
import { stopExplaining } from './stop-explaining'
import { takeOffShelf } from './take-off-shelf'
import { uploadPicture } from './upload-picture'

export const shelf = cloudFunction(
  contracts.shelf,
  {
    'list-products': listProducts,
    'preview-import': previewImport,
    'import-products': importProducts,
    'upload-picture': uploadPicture,
    'put-on-shelf': putOnShelf,
    'take-off-shelf': takeOffShelf,
    'hide-price': hidePrice,
    'reveal-price': revealPrice,
    explain,
    'ask-to-explain': askToExplain,
    'stop-explaining': stopExplaining,
  },
  { routes: [servePicture] },
)
