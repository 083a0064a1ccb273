/** Diagrams that show what is lost elsewhere, in the order in which the page lists them. The first is what a newcomer sees. */
export const lost = [
  {
    file: 'orders.fz',
    format: 'flowzap',
    titles: { en: 'Lanes, owners and a loop', zh: '泳道、负责人与循环' },
  },
  {
    file: 'comments.mmd',
    format: 'mermaid',
    titles: { en: 'Comments and the order of lines', zh: '注释与行的顺序' },
  },
  {
    file: 'shapes.mmd',
    format: 'mermaid',
    titles: { en: 'The newer shapes of Mermaid', zh: 'Mermaid 的新形状' },
  },
  {
    file: 'links.mmd',
    format: 'mermaid',
    titles: { en: 'Links, tooltips and classes', zh: '链接、提示与样式类' },
  },
  {
    file: 'nested.mmd',
    format: 'mermaid',
    titles: { en: 'Groups in groups, each its own way', zh: '嵌套分组与各自方向' },
  },
  { file: 'records.gv', format: 'dot', titles: { en: 'Records and their ports', zh: '记录节点及其端口' } },
  { file: 'clusters.gv', format: 'dot', titles: { en: 'Lines to whole clusters', zh: '连到整个分组的线' } },
  {
    file: 'tables.gv',
    format: 'dot',
    titles: { en: 'Tables and formatted labels', zh: '表格与带格式的标签' },
  },
  {
    file: 'lanes.drawio',
    format: 'drawio',
    titles: { en: 'draw.io: lanes and loose lines', zh: 'draw.io：泳道与未连接的线' },
  },
  {
    file: 'scripts.mmd',
    format: 'mermaid',
    titles: { en: 'Labels from right to left, and Chinese', zh: '从右到左的标签与中文' },
  },
] as const
