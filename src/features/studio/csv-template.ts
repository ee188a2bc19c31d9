/** One product in two kinds, one in a single kind; the picture stands once for all kinds of a product. */
export const CSV_TEMPLATE = `商品名称,规格,价格,库存,图片
赣南脐橙,5斤装,29.90,200,https://example.com/orange.jpg
赣南脐橙,10斤装,55.00,100,
红富士苹果,,39.90,150,apple.jpg
`
